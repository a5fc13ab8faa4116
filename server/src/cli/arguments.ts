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

/** @throws UsageError for an option that the command does not have, or a value that it does not take. */
export function readArguments(argv: readonly string[], options: Options): Arguments {
  const { tokens, positionals } = parse(argv, options);
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = findOption(token.name, token.rawName, options);
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

function findOption(name: string, rawName: string, options: Options): Option {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option !== undefined) return option;
  const known = Object.keys(options).map((each) => `--${each}`);
  throw new UsageError(`There is no option \`${rawName}\`.${didYouMean(rawName, known)}`);
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
