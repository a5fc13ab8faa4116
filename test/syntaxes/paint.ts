import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Oniguruma from "vscode-oniguruma";
import type * as TextMate from "vscode-textmate";

const require = createRequire(join(process.cwd(), "package.json"));
const { INITIAL, Registry, parseRawGrammar } = require("vscode-textmate") as typeof TextMate;
const { loadWASM, OnigScanner, OnigString } = require("vscode-oniguruma") as typeof Oniguruma;

/** A Markdown grammar to inject into. */
export interface Host {
  readonly name: string;
  /** Grammar files, or `undefined` where the host is not installed here. */
  readonly files: readonly string[] | undefined;
}

/** Gives each stretch of a page's lines with what the grammar takes it for, as `kind text`. */
export type Paint = (text: string) => string[][];

const SYNTAXES = "syntaxes";

/** The hand-written host, and the grammars of the VS Code versions that the host tests install. */
export const HOSTS: readonly Host[] = [
  { name: "a small Markdown grammar", files: ["test/syntaxes/host.tmLanguage.json"] },
  installedHost("oldest"),
  installedHost("newest"),
];

function installedHost(name: string): Host {
  const extensions = `tools/vscode-host/${name}/node_modules/code-server/lib/vscode/extensions`;
  const folders = ["markdown-basics", "html", "yaml"].map((each) => `${extensions}/${each}/syntaxes`);
  const isInstalled = folders.every((folder) => existsSync(folder));
  return {
    name: `the grammar of the ${name} VS Code`,
    files: isInstalled
      ? folders.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
      : undefined,
  };
}

// The deepest of these that a token has says what it is.
const KINDS: readonly (readonly [scope: string, kind: string])[] = [
  ["invalid.illegal.quote.lockstep", "bad"],
  ["constant.numeric.segment-id.lockstep", "id"],
  ["constant.other.anchor.lockstep", "anchor"],
  ["comment.block.markup.lockstep", "markup"],
  ["keyword.other.mark.lockstep", "mark"],
  ["comment.block.mark.lockstep", "markup"],
  ["string.unquoted.source.lockstep", "source"],
  ["comment.line.pipeline-key.lockstep", "key"],
  ["comment.line.pipeline-value.lockstep", "machine"],
  ["constant.language.pipeline-value.lockstep", "value"],
  ["markup.inline.raw", "code"],
  ["markup.bold", "bold"],
  ["markup.underline.link", "url"],
  ["meta.target.lockstep", "target"],
];

let wasm: Promise<void> | undefined;

/** Loads Lockstep's grammars into a host. */
export async function openHost(files: readonly string[]): Promise<Paint> {
  wasm ??= loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")));
  await wasm;
  const injections = readdirSync(SYNTAXES).map((file) => join(SYNTAXES, file));
  const paths = new Map([...files, ...injections].map((path) => [scopeNameOf(path), path]));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new OnigScanner(patterns),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (scope) => {
      const path = paths.get(scope);
      return Promise.resolve(path === undefined ? null : parseRawGrammar(readFileSync(path, "utf8"), path));
    },
    getInjections: (scope) => (scope === "text.html.markdown" ? injections.map(scopeNameOf) : []),
  });
  const grammar = await registry.loadGrammar("text.html.markdown");
  if (grammar === null) throw new Error("no Markdown grammar");

  return (text) => {
    let state = INITIAL;
    return text.split("\n").map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return mergeTokens(line, tokens);
    });
  };
}

function scopeNameOf(path: string): string {
  return (JSON.parse(readFileSync(path, "utf8")) as { scopeName: string }).scopeName;
}

function mergeTokens(line: string, tokens: readonly TextMate.IToken[]): string[] {
  const stretches: { kind: string; text: string }[] = [];
  for (const { startIndex, endIndex, scopes } of tokens) {
    const text = line.slice(startIndex, endIndex);
    const kind = kindOf(scopes);
    const last = stretches.at(-1);
    if (last?.kind === kind) last.text += text;
    else stretches.push({ kind, text });
  }
  return stretches.filter(({ text }) => text !== "").map(({ kind, text }) => `${kind} ${text}`);
}

function kindOf(scopes: readonly string[]): string {
  return KINDS.find(([scope]) => scopes.some((each) => each.startsWith(scope)))?.[1] ?? "-";
}
