import type { ProjectConfig } from "./project-config.ts";
import { findLevel, readIgnore } from "./read-project-config.ts";
import type { Settings } from "./settings.ts";

/** The settings of the editor that a project's file has too. */
export type ConfigSettings = Pick<Settings, "rules" | "ignore" | "locale" | "sourceRoot">;

/**
 * The project's file with the editor's settings over it, and a sentence for each setting that could not be used.
 *
 * What is nearer to the writer wins: the file is the team's truth, and the command line and the build see it alone, so
 * a setting hides or raises a finding for one person only. Ignored pages add up: a page that the team leaves out is
 * nobody's work.
 */
export function mergeConfig(
  file: ProjectConfig,
  settings: ConfigSettings,
): { config: ProjectConfig; problems: string[] } {
  const problems: string[] = [];
  const ignore = readIgnore(settings.ignore, problems);
  const config: ProjectConfig = {
    severityOf: (rule) => findLevel(settings.rules, rule.id) ?? file.severityOf(rule),
    ruleNames: file.ruleNames,
    isIgnored: (path) => file.isIgnored(path) || ignore.some((glob) => glob.matches(path)),
    locale: settings.locale === "" ? file.locale : settings.locale,
    sourceRoot: settings.sourceRoot === "" ? file.sourceRoot : settings.sourceRoot,
  };
  return { config, problems };
}
