import type { FrontMatter } from "../front-matter/front-matter.ts";
import { findKnownKey, knownKeys } from "../front-matter/keys.ts";
import { formatDay } from "../front-matter/read-date.ts";
import type { RuleContext } from "../rules/rule.ts";
import { lineAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import type { CompletionItem } from "./completion.ts";
import { describeKey } from "./describe-key.ts";

/** Order in the list: what people write comes before what the pipeline and older systems wrote. */
const RANKS = { author: 0, build: 1, pipeline: 2, legacy: 3 } as const;

/** Keys that the header does not have yet, at the start of a line; values of a known key, after its colon. */
export function completeFrontMatter(
  context: RuleContext,
  frontMatter: FrontMatter,
  offset: number,
): CompletionItem[] {
  const { text } = context.document;
  const { yamlSpan } = frontMatter;
  if (offset < yamlSpan.start || offset > yamlSpan.end) return [];
  const line = lineAt(text, offset);
  const before = text.slice(line.start, offset);
  // Keys may hold a colon themselves (`ms:assetid`); the one that ends a key has a blank after it, or nothing.
  const value = /^([^\s#'"][^\s]*?):(?=\s|$)(\s*)/.exec(before);
  if (value === null) return /^[\w.:-]*$/.test(before) ? completeKey(frontMatter, text, line, offset) : [];

  const start = line.start + value[0].length;
  const isSpaced = value[2] !== "" || start < offset;
  const span = { start, end: Math.max(offset, line.end) };
  return valuesOf(context, value[1] as string).map(({ value: newText, detail }, nth) => ({
    kind: "value",
    label: newText,
    detail,
    documentation: "",
    span,
    newText: isSpaced ? newText : ` ${newText}`,
    rank: nth,
  }));
}

function completeKey({ entries }: FrontMatter, text: string, line: Span, offset: number): CompletionItem[] {
  const written = new Set(
    entries.filter(({ keySpan }) => keySpan.start !== line.start).map(({ key }) => key),
  );
  // What follows the cursor in a key that is being changed is replaced with it; its colon stays.
  const rest = /^[\w.-]*/.exec(text.slice(offset, line.end))?.[0].length ?? 0;
  const span = { start: line.start, end: offset + rest };
  const hasColon = text[span.end] === ":";
  return knownKeys
    .filter(({ name }) => !written.has(name))
    .map((key) => ({
      kind: "key",
      label: key.name,
      detail: "",
      documentation: describeKey(key),
      span,
      newText: hasColon ? key.name : `${key.name}: `,
      rank: RANKS[key.writtenBy],
    }));
}

interface Value {
  readonly value: string;
  readonly detail: string;
}

function valuesOf(context: RuleContext, name: string): Value[] {
  const key = findKnownKey(name);
  if (key === undefined) return [];
  const plain = (value: string): Value => ({ value, detail: "" });
  switch (key.values.kind) {
    case "choice":
      return key.values.values.map(plain);
    case "boolean":
      return ["true", "false"].map(plain);
    case "date":
      return [{ value: formatDay(context.today), detail: "today" }];
    case "locale":
      return localesOf(context).map(plain);
    case "text":
    case "list":
    case "hash":
    case "quoted-number":
      return [];
  }
}

/** The configured locale, then those that other pages have, the commonest first. */
function localesOf({ config, workspace, path }: RuleContext): string[] {
  const counts = new Map<string, number>();
  for (const { contentLocale, path: other } of workspace.pages()) {
    if (contentLocale !== undefined && contentLocale !== "" && other !== path)
      counts.set(contentLocale, (counts.get(contentLocale) ?? 0) + 1);
  }
  const found = [...counts].sort((a, b) => b[1] - a[1]).map(([locale]) => locale);
  return [...new Set(config.locale === undefined ? found : [config.locale, ...found])];
}
