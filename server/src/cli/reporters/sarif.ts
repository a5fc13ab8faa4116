import type { Rule, Severity } from "../../core/rules/rule.ts";
import type { CheckFinding, CheckResult } from "./check-result.ts";
import { oneLine } from "../../core/text/one-line.ts";

const LEVELS = { error: "error", warning: "warning", info: "note", hint: "note" } as const satisfies Record<
  Severity,
  string
>;

/** SARIF 2.1.0, for code scanning services. Paths are relative to the repository. */
export function reportSarif({ findings }: CheckResult, rules: readonly Rule[], version: string): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = new Fingerprints();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Lockstep", version, rules: rules.map(toDescriptor) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "The root of the repository." } } },
        results: findings.map((finding) =>
          toSarifResult(finding, indexes.get(finding.ruleId), fingerprints.of(finding)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toDescriptor({ id, summary, severity }: Rule) {
  return { id, shortDescription: { text: summary }, defaultConfiguration: { level: LEVELS[severity] } };
}

function toSarifResult(finding: CheckFinding, ruleIndex: number | undefined, fingerprint: string) {
  const { ruleId, severity, message, repositoryPath, range } = finding;
  return {
    ruleId,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: toUri(repositoryPath), uriBaseId: "SRCROOT" },
          region: {
            startLine: range.start.line + 1,
            startColumn: range.start.character + 1,
            endLine: range.end.line + 1,
            endColumn: range.end.character + 1,
          },
        },
      },
    ],
    partialFingerprints: { "lockstep/v1": fingerprint },
  };
}

/** The same for a finding whose page was edited elsewhere; equal findings of a page are numbered. */
class Fingerprints {
  /** By rule and line: a line of a megabyte may hold ten thousand findings, and is hashed once for each rule. */
  readonly #digests = new Map<string, Map<string, string>>();
  readonly #seen = new Map<string, number>();

  of({ ruleId, repositoryPath, lineText }: CheckFinding): string {
    const digest = this.#digestOf(ruleId, lineText());
    const key = `${repositoryPath}\n${digest}`;
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return `${digest}:${count}`;
  }

  #digestOf(ruleId: string, lineText: string): string {
    const ofRule = this.#digests.get(ruleId) ?? new Map<string, string>();
    this.#digests.set(ruleId, ofRule);
    const digest = ofRule.get(lineText) ?? hash(`${ruleId}\n${oneLine(lineText)}`);
    ofRule.set(lineText, digest);
    return digest;
  }
}

function hash(text: string): string {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function toUri(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
