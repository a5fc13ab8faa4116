import { isHeaderInSegments } from "../../front-matter/find-header.ts";
import type { FrontMatter, FrontMatterProblem } from "../../front-matter/front-matter.ts";
import { closeHeader, repairEntry } from "../../front-matter/repair-yaml.ts";
import { lineAt } from "../../text/lines.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Finding, type Fix } from "../rule.ts";

/** A header that cannot be read loses the page its title, and the pipeline its way back to the English page. */
export const yamlSyntaxError = defineRule({
  id: "metadata/yaml-syntax-error",
  summary: "The front matter is valid YAML between two lines of three dashes.",
  severity: "error",
  check({ document: { text, frontMatter } }) {
    if (frontMatter === undefined) return isHeaderInSegments(text) ? [headerInSegments(text)] : [];
    return findIn(frontMatter.problems, (problem) => {
      if (problem.kind === "duplicate-key") return undefined;
      return { span: problem.span, message: problem.message, fixes: fixesFor(text, frontMatter, problem) };
    });
  },
});

/** Nobody can write it anew but the pipeline: its own keys are gone. */
function headerInSegments(text: string): Finding {
  const message =
    "The front matter was translated as text: its keys stand in segments, where neither the build nor the pipeline reads them.";
  return { span: lineAt(text, 0), message };
}

function fixesFor(text: string, frontMatter: FrontMatter, problem: FrontMatterProblem): Fix[] {
  if (problem.kind === "unclosed")
    return [{ ...closeHeader(text, frontMatter), isPreferred: true, isSafe: true }];
  if (problem.kind !== "syntax") return [];
  const repair = repairEntry(text, frontMatter, problem);
  return repair === undefined ? [] : [{ ...repair, isPreferred: true, isSafe: true }];
}
