import { rules } from "../rules/registry.ts";
import { namesOfRules } from "../rules/rule-names.ts";
import type { Rule } from "../rules/rule.ts";
import { didYouMean } from "../text/nearest.ts";
import { type Glob, parseGlob } from "./glob.ts";
import type { ProjectConfig } from "./project-config.ts";
import { isObject } from "./read-json.ts";
import { readRuleLevels } from "./read-settings.ts";
import type { RuleLevel } from "./settings.ts";
import { stripJsonComments } from "./strip-json-comments.ts";

/** How the paths of a configuration are meant. */
export interface ReadOptions {
  /** Path of the root relative to the folder of the configuration file, `""` where they are the same. */
  readonly rootPath?: string;
}

/** A project's configuration, with one sentence for each value that could not be used. */
export interface ReadConfig {
  readonly config: ProjectConfig;
  readonly problems: string[];
}

/** Severities by rule id, area (`link/*`) or `*`. */
export type RuleLevels = Readonly<Record<string, RuleLevel>>;

const KEYS = ["$schema", "rules", "ignore", "locale", "sourceRoot"];

/**
 * Reads `.lockstep.json` (comments and trailing commas are fine); `undefined`: there is none, so defaults hold. Each
 * bad value is reported and falls back to its default, the others hold.
 */
export function readProjectConfig(text: string | undefined, { rootPath = "" }: ReadOptions = {}): ReadConfig {
  const problems: string[] = [];
  const content = text === undefined ? {} : parse(text, problems);
  for (const key of Object.keys(content)) {
    if (!KEYS.includes(key)) problems.push(`\`${key}\` is not a setting.${didYouMean(key, KEYS)}`);
  }
  const levels = readRuleLevels("rules", content["rules"] ?? {}, problems);
  const ignore = readIgnore(content["ignore"], problems);
  const prefix = rootPath === "" ? "" : `${rootPath}/`;
  // Every page asks for every rule.
  const known = new Map<Rule, RuleLevel>();
  const config: ProjectConfig = {
    severityOf: (rule) => {
      let level = known.get(rule);
      if (level === undefined) {
        level = findLevel(levels, rule.id) ?? rule.severity;
        known.set(rule, level);
      }
      return level;
    },
    ruleNames: namesOfRules(rules),
    isIgnored: (path) => ignore.some((glob) => glob.matches(prefix + path)),
    locale: readLocale("locale", content["locale"], problems),
    sourceRoot: readFolder("sourceRoot", content["sourceRoot"], problems),
  };
  return { config, problems };
}

/** What is said of a rule: by its own id first, then by its area (`link/*`), then by `*`. */
export function findLevel(levels: RuleLevels, ruleId: string): RuleLevel | undefined {
  const area = ruleId.slice(0, ruleId.indexOf("/") + 1);
  return levels[ruleId] ?? levels[`${area}*`] ?? levels["*"];
}

function parse(text: string, problems: string[]): Readonly<Record<string, unknown>> {
  try {
    const content: unknown = JSON.parse(stripJsonComments(text));
    if (isObject(content)) return content;
    problems.push("The file should hold one object, `{ … }`; the defaults hold instead.");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`The file is not JSON (${reason}); the defaults hold instead.`);
  }
  return {};
}

/** Reads a list of `ignore` globs. */
export function readIgnore(value: unknown, problems: string[]): Glob[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push(`\`ignore\` is ${show(value)}, expected a list of globs such as \`["Archive/**"]\`.`);
    return [];
  }
  const globs: Glob[] = [];
  for (const pattern of value) {
    const result = typeof pattern === "string" ? parseGlob(pattern) : { problem: "it is not a text" };
    if ("glob" in result) globs.push(result.glob);
    else problems.push(`\`ignore\` holds ${show(pattern)}, which is not a glob: ${result.problem}.`);
  }
  return globs;
}

function readFolder(name: string, value: unknown, problems: string[]): string | undefined {
  if (value === undefined || value === "") return undefined;
  if (typeof value === "string") return value;
  problems.push(`\`${name}\` is ${show(value)}, expected a folder such as \`"../docs"\`.`);
  return undefined;
}

function readLocale(name: string, value: unknown, problems: string[]): string | undefined {
  if (value === undefined || value === "") return undefined;
  if (typeof value === "string" && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value)) return value;
  problems.push(`\`${name}\` is ${show(value)}, expected a locale such as \`"zh-CN"\`.`);
  return undefined;
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}
