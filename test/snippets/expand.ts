/** A snippet body with every placeholder at its default, as it stands in the editor before anything is typed. */
export interface Expanded {
  readonly text: string;
  /** Numbers of all tab stops, the final 0 among them. */
  readonly tabStops: ReadonlySet<number>;
}

interface State {
  readonly values: Map<number, string>;
  readonly tabStops: Set<number>;
}

const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_MONTH: "06",
  CURRENT_DATE: "14",
  CURRENT_YEAR: "2024",
};

/** Expands a body by VS Code's snippet grammar. Throws where the grammar is broken. */
export function expandSnippet(body: string): Expanded {
  const state: State = { values: new Map(), tabStops: new Set() };
  // The first pass learns the defaults; a mirror may stand before the placeholder that has one.
  expand(body, state);
  return { text: expand(body, state), tabStops: state.tabStops };
}

function expand(body: string, state: State): string {
  let text = "";
  for (let at = 0; at < body.length;) {
    const plain = /^\$(?:(\d+)|([A-Z_]+))/.exec(body.slice(at));
    if (plain !== null) {
      text += plain[1] === undefined ? variable(plain[2] as string) : mirror(Number(plain[1]), state);
      at += plain[0].length;
    } else if (body.startsWith("${", at)) {
      const end = endOfBraces(body, at + 2);
      text += braces(body.slice(at + 2, end), state);
      at = end + 1;
    } else {
      if (body[at] === "$") throw new Error(`A bare dollar sign at ${at}: ${body}`);
      text += body[at] as string;
      at++;
    }
  }
  return text;
}

function endOfBraces(body: string, start: number): number {
  let depth = 1;
  for (let at = start; at < body.length; at++) {
    if (body.startsWith("${", at)) depth++;
    if (body[at] === "}" && --depth === 0) return at;
  }
  throw new Error(`A placeholder without end at ${start}: ${body}`);
}

function braces(content: string, state: State): string {
  const parts = /^(?:(\d+)|([A-Z_]+))(?:([:|/])([^]*))?$/.exec(content);
  if (parts === null) throw new Error(`Not a placeholder: ${content}`);
  const [, digits, name, kind, rest = ""] = parts;
  if (name !== undefined) return kind === ":" ? expand(rest, state) : variable(name);

  const number = Number(digits);
  state.tabStops.add(number);
  if (kind === "/") return transform(state.values.get(number) ?? "", rest);
  if (kind === undefined) return mirror(number, state);
  const value = kind === ":" ? expand(rest, state) : firstChoice(rest);
  state.values.set(number, value);
  return value;
}

function mirror(number: number, { values, tabStops }: State): string {
  tabStops.add(number);
  return values.get(number) ?? "";
}

function variable(name: string): string {
  const value = VARIABLES[name];
  if (value === undefined) throw new Error(`Unknown variable: ${name}`);
  return value;
}

function firstChoice(choices: string): string {
  if (!choices.endsWith("|")) throw new Error(`Choices without end: ${choices}`);
  return choices.slice(0, -1).split(",")[0] as string;
}

/** `regex/format/flags`, where the format may hold `${n:/downcase}` and `${n:+text}`. */
function transform(value: string, rule: string): string {
  const [pattern, flags] = [rule.slice(0, rule.indexOf("/")), rule.slice(rule.lastIndexOf("/") + 1)];
  const format = rule.slice(pattern.length + 1, rule.lastIndexOf("/"));
  return value.replace(new RegExp(pattern, flags), (...found: (string | undefined)[]) =>
    format.replace(/\$\{(\d+):(?:\/downcase|\+([^}]*))\}/g, (_, group: string, text?: string) => {
      const part = found[Number(group)];
      if (part === undefined) return "";
      return text ?? part.toLowerCase();
    }),
  );
}
