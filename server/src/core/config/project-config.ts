import type { Rule } from "../rules/rule.ts";
import type { RuleLevel } from "./settings.ts";

/** What `.lockstep.json` and the editor's settings come to, for one root. */
export interface ProjectConfig {
  /** The severity that holds for a rule here; `off` when it must not run. */
  severityOf(rule: Rule): RuleLevel;
  /** What a comment that turns rules off can name: all rules that there are, their areas (`link/*`), and `*`. */
  readonly ruleNames: ReadonlySet<string>;
  /** Whether a page is left out altogether (`ignore` globs). The path is relative to the root, with `/`. */
  isIgnored(path: string): boolean;
  /** The locale that pages of this root are written in, when configured (`zh-CN`). */
  readonly locale: string | undefined;
  /** Folder of the English tree, relative to the configuration file, when configured. */
  readonly sourceRoot: string | undefined;
}
