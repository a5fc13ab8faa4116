import { rules } from "../rules/registry.ts";
import { didYouMeanRule, namesOfRules } from "../rules/rule-names.ts";
import { RULE_LEVELS, type RuleLevel, type SettingDeclaration, SETTINGS, type Settings } from "./settings.ts";
import { isObject } from "./read-json.ts";

/** Settings with what was wrong in them, one sentence for each value that was not taken. */
export interface SettingsReading {
  readonly settings: Settings;
  readonly problems: readonly string[];
}

/**
 * Reads the editor's `lockstep` section: any value is accepted, a wrong one is named and its default taken. Values that
 * are `undefined` or `null` are not set and no problem.
 */
export function readSettings(value: unknown): SettingsReading {
  const problems: string[] = [];
  const section = isObject(value) ? value : {};
  const settings = Object.fromEntries(
    Object.entries<SettingDeclaration>(SETTINGS).map(([name, declaration]) => {
      const found = valueAt(section, name);
      if (found === undefined || found === null) return [name, declaration.default];
      return [name, readValue(`lockstep.${name}`, declaration, found, problems)];
    }),
  );
  return { settings: settings as Settings, problems };
}

/** The settings that hold where nothing is set. */
export const DEFAULT_SETTINGS: Settings = readSettings(undefined).settings;

/**
 * Reads a map from rule id, area (`link/*`) or `*` to level. Entries with an unknown name or level are left out and
 * named in `problems`, where `name` says which setting they belong to.
 */
export function readRuleLevels(
  name: string,
  value: unknown,
  problems: string[],
): Readonly<Record<string, RuleLevel>> {
  if (!isObject(value)) {
    problems.push(`\`${name}\` is ${show(value)}, expected an object of rule ids and severities.`);
    return {};
  }
  const known = namesOfRules(rules);
  const levels: Record<string, RuleLevel> = {};
  for (const [id, level] of Object.entries(value)) {
    if (!known.has(id))
      problems.push(`\`${name}\` names \`${id}\`, which is no rule.${didYouMeanRule(id, known)}`);
    else if (isRuleLevel(level)) levels[id] = level;
    else problems.push(`\`${name}\` sets \`${id}\` to ${show(level)}, expected ${listed(RULE_LEVELS)}.`);
  }
  return levels;
}

function readValue(
  name: string,
  declaration: SettingDeclaration,
  value: unknown,
  problems: string[],
): unknown {
  const { accepts, expected } = expectationOf(declaration);
  if (!accepts(value)) {
    problems.push(`\`${name}\` is ${show(value)}, expected ${expected}.`);
    return declaration.default;
  }
  return declaration.kind === "levels" ? readRuleLevels(name, value, problems) : value;
}

interface Expectation {
  readonly accepts: (value: unknown) => boolean;
  readonly expected: string;
}

function expectationOf({ kind, choices = [] }: SettingDeclaration): Expectation {
  switch (kind) {
    case "flag":
      return { accepts: (value) => typeof value === "boolean", expected: "`true` or `false`" };
    case "text":
      return { accepts: isText, expected: "a text" };
    case "globs":
      return { accepts: (value) => Array.isArray(value) && value.every(isText), expected: "a list of texts" };
    case "choice":
      return { accepts: (value) => isText(value) && choices.includes(value), expected: listed(choices) };
    case "levels":
      return { accepts: isObject, expected: "an object" };
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

// The editor hands over `trace.server` as a nested object, a test or another client may write it with the dot.
function valueAt(section: Readonly<Record<string, unknown>>, name: string): unknown {
  if (name in section) return section[name];
  return name
    .split(".")
    .reduce<unknown>((value, part) => (isObject(value) ? value[part] : undefined), section);
}

function isRuleLevel(value: unknown): value is RuleLevel {
  return (RULE_LEVELS as readonly unknown[]).includes(value);
}

function show(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}

function listed(words: readonly string[]): string {
  const quoted = words.map((word) => `\`${word}\``);
  return [quoted.slice(0, -1).join(", "), quoted.at(-1)].join(" or ");
}
