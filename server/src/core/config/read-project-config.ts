import { distance } from "fastest-levenshtein";
import { type Glob, parseGlob } from "./glob.ts";
import { type ProjectConfig, RULE_SETTINGS, type RuleSetting } from "./project-config.ts";
import { stripJsonComments } from "./strip-json-comments.ts";

export interface ReadOptions {
  /** Ids of all rules; with them, a setting for a rule that does not exist is reported. */
  readonly knownRules?: readonly string[];
  /** Path of the root relative to the folder of the configuration file, `""` where they are the same. */
  readonly rootPath?: string;
}

/** A project's configuration, with one sentence for each value that could not be used. */
export interface ReadConfig {
  readonly config: ProjectConfig;
  readonly problems: string[];
}

type Settings = ReadonlyMap<string, RuleSetting>;

const KEYS = ["$schema", "rules", "ignore", "locale", "source"];

/**
 * Reads `.lockstep.json` (comments and trailing commas are fine); `undefined`: there is none, so defaults hold. Each
 * bad value is reported and falls back to its default, the others hold.
 */
export function readProjectConfig(text: string | undefined, options: ReadOptions = {}): ReadConfig {
  const problems: string[] = [];
  const content = text === undefined ? {} : parse(text, problems);
  for (const key of Object.keys(content)) {
    if (!KEYS.includes(key)) problems.push(`\`${key}\` is not a setting of \`.lockstep.json\`.${didYouMean(key, KEYS)}`);
  }
  const rules = readRules(content["rules"], options.knownRules, problems);
  const ignore = readIgnore(content["ignore"], problems);
  const source = readSource(content["source"], problems);
  const prefix = options.rootPath === undefined || options.rootPath === "" ? "" : `${options.rootPath}/`;
  const config: ProjectConfig = {
    severityOf: (rule) => findSetting(rules, rule.id) ?? rule.severity,
    isIgnored: (path) => ignore.some((glob) => glob.matches(prefix + path)),
    locale: readLocale("locale", content["locale"], problems),
    sourceRoot: source.root,
    sourceLocale: source.locale,
  };
  return { config, problems };
}

/** What settings say of a rule: its own id first, then its area (`link/*`), then `*`. */
export function findSetting(settings: Settings, ruleId: string): RuleSetting | undefined {
  const area = ruleId.slice(0, ruleId.indexOf("/") + 1);
  return settings.get(ruleId) ?? settings.get(`${area}*`) ?? settings.get("*");
}

function parse(text: string, problems: string[]): Record<string, unknown> {
  try {
    const content: unknown = JSON.parse(stripJsonComments(text));
    if (isObject(content)) return content;
    problems.push("`.lockstep.json` should hold one object, `{ … }`; the defaults hold instead.");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push(`\`.lockstep.json\` is not JSON (${reason}); the defaults hold instead.`);
  }
  return {};
}

/** Reads the severities of a configuration file or of the editor's settings. */
export function readRules(
  value: unknown,
  knownRules: readonly string[] | undefined,
  problems: string[],
): Map<string, RuleSetting> {
  const rules = new Map<string, RuleSetting>();
  if (value === undefined) return rules;
  if (!isObject(value)) {
    problems.push('`rules` should be an object such as `{ "link/insecure-link": "off" }`.');
    return rules;
  }
  for (const [id, setting] of Object.entries(value)) {
    if (knownRules !== undefined && !names(id, knownRules)) {
      problems.push(`\`rules\` names \`${id}\`, which is not a rule.${didYouMean(id, knownRules)}`);
    } else if (isRuleSetting(setting)) rules.set(id, setting);
    else problems.push(`\`rules\` sets \`${id}\` to ${show(setting)}; expected ${listOf(RULE_SETTINGS)}.`);
  }
  return rules;
}

/** Whether an id is a rule's, or covers at least one. */
function names(id: string, knownRules: readonly string[]): boolean {
  if (!id.endsWith("*")) return knownRules.includes(id);
  const area = id.slice(0, -1);
  return (area === "" || area.endsWith("/")) && knownRules.some((rule) => rule.startsWith(area));
}

/** Reads the `ignore` globs of a configuration file or of the editor's settings. */
export function readIgnore(value: unknown, problems: string[]): Glob[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    problems.push('`ignore` should be a list of patterns such as `["Archive/**"]`.');
    return [];
  }
  const globs: Glob[] = [];
  for (const pattern of value) {
    if (typeof pattern !== "string") {
      problems.push(`\`ignore\` holds ${show(pattern)}; expected a pattern such as \`"Archive/**"\`.`);
      continue;
    }
    const result = parseGlob(pattern);
    if ("glob" in result) globs.push(result.glob);
    else problems.push(`\`ignore\` holds the pattern \`${pattern}\`, which cannot be used: ${result.problem}.`);
  }
  return globs;
}

function readSource(value: unknown, problems: string[]): { root: string | undefined; locale: string | undefined } {
  const none = { root: undefined, locale: undefined };
  if (value === undefined) return none;
  if (!isObject(value)) {
    problems.push('`source` should be an object such as `{ "root": "../docs" }`.');
    return none;
  }
  for (const key of Object.keys(value)) {
    if (key !== "root" && key !== "locale") {
      problems.push(`\`source.${key}\` is not a setting of \`.lockstep.json\`; expected \`root\` or \`locale\`.`);
    }
  }
  const { root } = value;
  const isPath = typeof root === "string" && root !== "";
  if (root !== undefined && !isPath) problems.push(`\`source.root\` is ${show(root)}; expected a folder such as \`"../docs"\`.`);
  return { root: isPath ? root : undefined, locale: readLocale("source.locale", value["locale"], problems) };
}

function readLocale(name: string, value: unknown, problems: string[]): string | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "string" && /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(value)) return value;
  problems.push(`\`${name}\` is ${show(value)}; expected a locale such as \`"zh-CN"\`.`);
  return undefined;
}

function isRuleSetting(value: unknown): value is RuleSetting {
  return RULE_SETTINGS.some((setting) => setting === value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

function listOf(words: readonly string[]): string {
  return words.map((word) => `\`"${word}"\``).join(", ").replace(/, ([^,]*)$/, " or $1");
}

function didYouMean(word: string, known: readonly string[]): string {
  const nearest = known
    .map((each) => ({ each, distance: distance(word, each) }))
    .filter((candidate) => candidate.distance <= Math.max(2, word.length / 3))
    .sort((a, b) => a.distance - b.distance)[0];
  return nearest === undefined ? "" : ` Did you mean \`${nearest.each}\`?`;
}
