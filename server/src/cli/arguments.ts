import { parseArgs } from "node:util";
import { didYouMean } from "../core/text/nearest.ts";
import { UsageError } from "./host.ts";

/** One `--name` of a command. */
export interface Option {
  readonly type: "boolean" | "string";
  /** May be given several times. */
  readonly multiple?: boolean;
  /** Name of the value in the help: `DIR`, `N`. */
  readonly value?: string;
  /** The values that are allowed, where they are few. */
  readonly choices?: readonly string[];
  readonly help: string;
}

/** The options of a command, by name without the dashes. */
export type Options = Readonly<Record<string, Option>>;

/** What was written on the command line, each option looked up by name. */
export interface Arguments {
  readonly paths: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  /** A whole number of zero or more. */
  count(name: string): number | undefined;
}

/**
 * What stands behind the name of a command.
 *
 * @throws UsageError for an option that the command does not have, or a value that it does not take.
 */
export function readArguments(command: string, argv: readonly string[], options: Options): Arguments {
  const { tokens, positionals } = parse(argv, options);
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) throw new UsageError(explainUnknown(token.rawName, command, options));
    const value = checkValue(token.rawName, token.value, option);
    if (value === undefined) given.set(token.name, []);
    else if (option.multiple === true) given.set(token.name, [...(given.get(token.name) ?? []), value]);
    else given.set(token.name, [value]);
  }
  return {
    paths: positionals,
    flag: (name) => given.has(name),
    text: (name) => given.get(name)?.at(-1),
    texts: (name) => given.get(name) ?? [],
    count: (name) => readCount(name, given.get(name)?.at(-1)),
  };
}

function parse(argv: readonly string[], options: Options) {
  // Not strict: Node's own messages name no nearest option, and are not sentences for a writer.
  return parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
}

function explainUnknown(rawName: string, command: string, options: Options): string {
  const guess = suggestOption(rawName, Object.keys(options));
  return `There is no option \`${rawName}\`.${guess} \`lockstep ${command} --help\` lists them.`;
}

/** A sentence that names the option that was meant, by its first letter or as the nearest one; empty where none is. */
export function suggestOption(rawName: string, names: readonly string[]): string {
  const known = names.map((each) => `--${each}`);
  if (!/^-[a-z]$/i.test(rawName)) return didYouMean(rawName, known);
  const fitting = known.filter((each) => each.startsWith(`-${rawName.toLowerCase()}`));
  return fitting.length === 0 ? "" : ` Did you mean ${fitting.map((each) => `\`${each}\``).join(" or ")}?`;
}

function checkValue(rawName: string, value: string | undefined, option: Option): string | undefined {
  if (option.type === "boolean") {
    if (value !== undefined) throw new UsageError(`\`${rawName}\` takes no value, found \`${value}\`.`);
    return undefined;
  }
  if (value === undefined)
    throw new UsageError(`\`${rawName}\` needs a value: \`${rawName} ${option.value ?? "VALUE"}\`.`);
  const { choices } = option;
  if (choices !== undefined && !choices.includes(value)) {
    const listed = choices.map((choice) => `\`${choice}\``).join(", ");
    throw new UsageError(
      `\`${rawName}\` is \`${value}\`, expected one of ${listed}.${didYouMean(value, choices)}`,
    );
  }
  return value;
}

function readCount(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`\`--${name}\` is \`${text}\`, expected a whole number.`);
  return Number(text);
}
