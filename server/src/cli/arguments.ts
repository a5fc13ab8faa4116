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
  const { named, paths } = splitWords(argv, options);
  const given = new Map<string, string[]>();
  for (const { rawName, value: written } of named) {
    const option = findOption(rawName, options);
    if (option === undefined) throw new UsageError(explainUnknown(rawName, command, options));
    const name = nameOf(rawName);
    const value = checkValue(rawName, written, option);
    if (value === undefined) given.set(name, []);
    else if (option.multiple === true) given.set(name, [...(given.get(name) ?? []), value]);
    else given.set(name, [value]);
  }
  return {
    paths,
    flag: (name) => given.has(name),
    text: (name) => given.get(name)?.at(-1),
    texts: (name) => given.get(name) ?? [],
    count: (name) => readCount(name, given.get(name)?.at(-1)),
  };
}

/** An option as it was written, with its dashes. */
interface WrittenOption {
  readonly rawName: string;
  readonly value: string | undefined;
}

/**
 * Tells options from paths, as `parseArgs` of Node.js does, which takes longer to be loaded than all other words: the word
 * behind `--name` is its value where it takes one, behind `--` there are only paths, and of `-abc` each letter is an option.
 */
function splitWords(
  argv: readonly string[],
  options: Options,
): { readonly named: readonly WrittenOption[]; readonly paths: readonly string[] } {
  const named: WrittenOption[] = [];
  const paths: string[] = [];
  for (let nth = 0; nth < argv.length; nth++) {
    const word = argv[nth] as string;
    if (word === "--") return { named, paths: [...paths, ...argv.slice(nth + 1)] };
    const equals = word.indexOf("=", "--n".length);
    if (!word.startsWith("-") || word === "-") paths.push(word);
    // No option has a letter for a name: the first one is told.
    else if (!word.startsWith("--")) named.push({ rawName: word.slice(0, "-n".length), value: undefined });
    else if (equals !== -1) named.push({ rawName: word.slice(0, equals), value: word.slice(equals + 1) });
    else {
      const takesValue = findOption(word, options)?.type === "string";
      named.push({ rawName: word, value: takesValue ? argv[++nth] : undefined });
    }
  }
  return { named, paths };
}

/** `undefined`: the command has no such option. */
function findOption(rawName: string, options: Options): Option | undefined {
  const name = nameOf(rawName);
  return rawName.startsWith("--") && Object.hasOwn(options, name) ? options[name] : undefined;
}

function nameOf(rawName: string): string {
  return rawName.replace(/^--/, "");
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
