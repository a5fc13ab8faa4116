import assert from "node:assert/strict";
import { test } from "node:test";
import Ajv from "ajv";
import { Folder } from "./run-in-folder.ts";

const position = { type: "integer", minimum: 1 };

/** The parts of SARIF 2.1.0 that code scanning services insist on. */
const SCHEMA = {
  type: "object",
  required: ["$schema", "version", "runs"],
  properties: {
    version: { const: "2.1.0" },
    runs: {
      type: "array",
      minItems: 1,
      maxItems: 1,
      items: {
        type: "object",
        required: ["tool", "results", "columnKind"],
        properties: {
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          tool: {
            type: "object",
            required: ["driver"],
            properties: {
              driver: {
                type: "object",
                required: ["name", "version", "rules"],
                properties: {
                  name: { const: "Lockstep" },
                  version: { const: "1.2.3" },
                  rules: {
                    type: "array",
                    minItems: 1,
                    items: {
                      type: "object",
                      required: ["id", "shortDescription", "defaultConfiguration"],
                      properties: {
                        id: { type: "string", pattern: "^[a-z]+/[a-z-]+$" },
                        shortDescription: { type: "object", required: ["text"] },
                        defaultConfiguration: {
                          type: "object",
                          properties: { level: { enum: ["error", "warning", "note", "none"] } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: "array",
            items: {
              type: "object",
              required: ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
              properties: {
                level: { enum: ["error", "warning", "note", "none"] },
                message: { type: "object", required: ["text"] },
                partialFingerprints: { type: "object", required: ["lockstep/v1"] },
                locations: {
                  type: "array",
                  minItems: 1,
                  items: {
                    type: "object",
                    required: ["physicalLocation"],
                    properties: {
                      physicalLocation: {
                        type: "object",
                        required: ["artifactLocation", "region"],
                        properties: {
                          artifactLocation: {
                            type: "object",
                            required: ["uri"],
                            properties: { uri: { type: "string", pattern: "^[^/][^ ]*$" } },
                          },
                          region: {
                            type: "object",
                            required: ["startLine", "startColumn", "endLine", "endColumn"],
                            properties: {
                              startLine: position,
                              startColumn: position,
                              endLine: position,
                              endColumn: position,
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface SarifLog {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly SarifResult[];
    },
  ];
}

const LINK = "[a](http://docs.microsoft.com/a)";

async function checkSarif(folder: Folder, ...args: string[]): Promise<SarifLog> {
  const { stdout } = await folder.lockstep([
    "check",
    "--format",
    "sarif",
    "--rule",
    "link/insecure-link",
    ...args,
  ]);
  return JSON.parse(stdout) as SarifLog;
}

test("the report is SARIF 2.1.0 with rules that the results refer to", async (context) => {
  const folder = new Folder(context, { "docs/a b.md": `# A\n\n${LINK}\n` });
  const log = await checkSarif(folder, "docs");
  const ajv = new Ajv({ allErrors: true, strict: false });
  assert.ok(ajv.validate(SCHEMA, log), ajv.errorsText());
  const { tool, results } = log.runs[0];
  assert.equal(results.length, 1);
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
});

test("paths are relative to the repository and percent-encoded", async (context) => {
  const folder = new Folder(context, { ".git/HEAD": "", "docs/a b.md": `# A\n\n${LINK}\n` });
  const { results } = (await checkSarif(folder, "docs")).runs[0];
  assert.equal(results[0]?.locations[0]?.physicalLocation.artifactLocation.uri, "docs/a%20b.md");
});

test("a fingerprint survives edits elsewhere, and equal findings have different ones", async (context) => {
  const fingerprintsOf = async (page: string): Promise<(string | undefined)[]> => {
    const { results } = (await checkSarif(new Folder(context, { "a.md": page }))).runs[0];
    return results.map(({ partialFingerprints }) => partialFingerprints["lockstep/v1"]);
  };
  const before = await fingerprintsOf(`# A\n\n${LINK}\n\n${LINK}\n`);
  const after = await fingerprintsOf(`# A\n\nMore text.\n\n  ${LINK}\n\n${LINK}\n`);
  assert.equal(new Set(before).size, 2);
  assert.deepEqual(after, before);
});
