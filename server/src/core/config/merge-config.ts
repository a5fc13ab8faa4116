import type { Glob } from "./glob.ts";
import type { ProjectConfig, RuleSetting } from "./project-config.ts";
import { findSetting, readIgnore, readRules } from "./read-project-config.ts";

/** Settings of the editor, read: what a person chose for themselves or for this workspace. */
export interface ConfigOverrides {
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly ignore: readonly Glob[];
  readonly locale: string | undefined;
  readonly sourceRoot: string | undefined;
}

/** Raw values of the editor's settings, as the editor hands them over. */
export interface RawOverrides {
  readonly rules?: unknown;
  readonly ignore?: unknown;
  readonly locale?: string | undefined;
  readonly sourceRoot?: string | undefined;
}

/** Reads the editor's settings with the checks, and the messages, of the configuration file. */
export function readOverrides(
  raw: RawOverrides,
  knownRules?: readonly string[],
): { overrides: ConfigOverrides; problems: string[] } {
  const problems: string[] = [];
  const overrides: ConfigOverrides = {
    rules: readRules(raw.rules, knownRules, problems),
    ignore: readIgnore(raw.ignore, problems),
    locale: raw.locale === "" ? undefined : raw.locale,
    sourceRoot: raw.sourceRoot === "" ? undefined : raw.sourceRoot,
  };
  return { overrides, problems };
}

/**
 * The project's file with the editor's settings over it. What is nearer to the writer wins: the file is the team's
 * truth, and the command line and the build see it alone, so a personal setting hides or raises a finding for one
 * person only. Any setting of the editor that covers a rule (`link/*` too) wins over any of the file. Ignored pages
 * add up.
 */
export function mergeConfig(file: ProjectConfig, overrides: ConfigOverrides): ProjectConfig {
  return {
    severityOf: (rule) => findSetting(overrides.rules, rule.id) ?? file.severityOf(rule),
    isIgnored: (path) => file.isIgnored(path) || overrides.ignore.some((glob) => glob.matches(path)),
    locale: overrides.locale ?? file.locale,
    sourceRoot: overrides.sourceRoot ?? file.sourceRoot,
    sourceLocale: file.sourceLocale,
  };
}
