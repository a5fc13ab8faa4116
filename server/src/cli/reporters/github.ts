import type { Severity } from "../../core/rules/rule.ts";
import type { CheckResult } from "./check-result.ts";

const COMMANDS = {
  error: "error",
  warning: "warning",
  info: "notice",
  hint: "notice",
} as const satisfies Record<Severity, string>;

/** Workflow commands that GitHub Actions turns into annotations on the changed lines. */
export function reportGithub({ findings }: CheckResult): string {
  return findings
    .map(({ repositoryPath, range: { start, end }, severity, message, ruleId }) => {
      const isOneLine = start.line === end.line;
      const properties = [
        `file=${escapeProperty(repositoryPath)}`,
        `line=${start.line + 1}`,
        `endLine=${end.line + 1}`,
        // GitHub refuses columns of annotations that span lines.
        ...(isOneLine ? [`col=${start.character + 1}`, `endColumn=${end.character + 1}`] : []),
        `title=${escapeProperty(ruleId)}`,
      ];
      return `::${COMMANDS[severity]} ${properties.join(",")}::${escapeMessage(message)}\n`;
    })
    .join("");
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
