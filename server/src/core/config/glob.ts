/**
 * A path pattern: `*` and `?` stand for anything within one name, `**` for any number of folders, `{a,b}` for one of
 * several. Letter case counts. A pattern that matches a folder matches all that is in it.
 */
export interface Glob {
  matches(path: string): boolean;
}

/** A glob, or what is wrong with the pattern. */
export type GlobResult = { readonly glob: Glob } | { readonly problem: string };

type Token =
  { readonly kind: "text"; readonly character: string } | { readonly kind: "one" | "name" | "folders" };

/** More alternatives than a person writes, fewer than would slow a check down. */
const MOST_ALTERNATIVES = 64;

/**
 * Reads a pattern. It is matched state by state instead of being turned into a regular expression: that takes time in
 * proportion to pattern and path, whatever a project's file holds.
 */
export function parseGlob(pattern: string): GlobResult {
  if (pattern.startsWith("!")) return { problem: "a pattern cannot be negated with `!`" };
  if (pattern.includes("\\")) return { problem: "folders are separated by `/`, not by `\\`" };
  const alternatives = expandBraces(pattern.replace(/^(?:\.?\/)+/, "").replace(/\/+$/, ""));
  if (alternatives === undefined)
    return { problem: "its braces do not pair up or hold too many alternatives" };
  if (alternatives.includes("")) return { problem: "it is empty" };
  const compiled = alternatives.map(tokenize);
  return { glob: { matches: (path) => compiled.some((tokens) => matches(tokens, path)) } };
}

/** `a{b,c}` as `ab` and `ac`; `undefined`: a brace that does not pair up, or too many alternatives. */
function expandBraces(pattern: string): string[] | undefined {
  let expanded = [pattern];
  for (;;) {
    const next: string[] = [];
    for (const each of expanded) {
      const group = innermostGroup(each);
      if (group === undefined) return undefined;
      if (group === "none") next.push(each);
      else for (const option of group) next.push(option);
      if (next.length > MOST_ALTERNATIVES) return undefined;
    }
    if (next.length === expanded.length && next.every((each, nth) => each === expanded[nth])) return next;
    expanded = next;
  }
}

function innermostGroup(pattern: string): string[] | "none" | undefined {
  const end = pattern.indexOf("}");
  const start = pattern.lastIndexOf("{", end === -1 ? undefined : end);
  if (start === -1 && end === -1) return "none";
  if (start === -1 || end === -1) return undefined;
  const options = pattern.slice(start + 1, end).split(",");
  return options.map((option) => pattern.slice(0, start) + option + pattern.slice(end + 1));
}

function tokenize(pattern: string): Token[] {
  const tokens: Token[] = [];
  const characters = Array.from(pattern);
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] as string;
    const isDouble =
      character === "*" && characters[at + 1] === "*" && (at === 0 || characters[at - 1] === "/");
    if (isDouble && characters[at + 2] === "/") {
      tokens.push({ kind: "folders" });
      at += 2;
    } else if (character === "*") {
      // A final `**` needs no more than one name either: what matches a folder matches all that is in it.
      tokens.push({ kind: "name" });
    } else if (character === "?") tokens.push({ kind: "one" });
    else tokens.push({ kind: "text", character });
  }
  return tokens;
}

/** Runs all ways to match side by side: `states` are the numbers of tokens that are matched so far. */
function matches(tokens: readonly Token[], path: string): boolean {
  let states = new Set<number>();
  enter(tokens, 0, states);
  for (const character of path) {
    // A folder of the path matches as a whole, and so does what is in it.
    if (character === "/" && states.has(tokens.length)) return true;
    const next = new Set<number>();
    for (const state of states) step(tokens, state, character, next);
    if (next.size === 0) return false;
    states = next;
  }
  return states.has(tokens.length);
}

function step(tokens: readonly Token[], state: number, character: string, next: Set<number>): void {
  const token = tokens[state];
  switch (token?.kind) {
    case "text":
      if (token.character === character) enter(tokens, state + 1, next);
      break;
    case "one":
      if (character !== "/") enter(tokens, state + 1, next);
      break;
    case "name":
      if (character !== "/") enter(tokens, state, next);
      break;
    case "folders":
      // Stays while it eats a name; what follows it may begin after each `/`.
      next.add(state);
      if (character === "/") enter(tokens, state + 1, next);
      break;
    case undefined:
      break;
  }
}

/** Adds a state and those that it reaches without eating a character. */
function enter(tokens: readonly Token[], state: number, states: Set<number>): void {
  for (let each = state; ; each++) {
    states.add(each);
    const kind = tokens[each]?.kind;
    if (kind !== "name" && kind !== "folders") return;
  }
}
