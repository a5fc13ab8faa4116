import { createHash } from "node:crypto";
import type { Rule, Severity } from "../../core/rules/rule.ts";
import type { CheckFinding, CheckResult } from "./check-result.ts";

const LEVELS = { error: "error", warning: "warning", info: "note", hint: "note" } as const satisfies Record<
  Severity,
  string
>;

/** SARIF 2.1.0, for code scanning services. Paths are relative to the repository. */
export function reportSarif({ findings }: CheckResult, rules: readonly Rule[], version: string): string {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const seen = new Map<string, number>();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Lockstep", version, rules: rules.map(toDescriptor) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "The root of the repository." } } },
        results: findings.map((finding) => toSarifResult(finding, indexes.get(finding.ruleId), seen)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toDescriptor({ id, summary, severity }: Rule) {
  return { id, shortDescription: { text: summary }, defaultConfiguration: { level: LEVELS[severity] } };
}

function toSarifResult(finding: CheckFinding, ruleIndex: number | undefined, seen: Map<string, number>) {
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
    partialFingerprints: { "lockstep/v1": fingerprintOf(finding, seen) },
  };
}

/** The same for a finding whose page was edited elsewhere; equal findings of a page are numbered. */
function fingerprintOf(
  { ruleId, repositoryPath, lineText }: CheckFinding,
  seen: Map<string, number>,
): string {
  const text = `${ruleId}\n${lineText.replace(/\s+/g, " ").trim()}`;
  const key = `${repositoryPath}\n${text}`;
  const earlier = seen.get(key) ?? 0;
  seen.set(key, earlier + 1);
  const digest = createHash("sha256").update(text).digest("hex").slice(0, 32);
  return `${digest}:${earlier + 1}`;
}

function toUri(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
