import type { Span } from "../text/span.ts";

/** The YAML header of a page. All spans are UTF-16 offsets into the page. */
export interface FrontMatter {
  /** From the first fence to the end of the closing fence's line, its line end included. */
  readonly span: Span;
  /** The YAML between the fences. */
  readonly yamlSpan: Span;
  /** Top-level keys in page order; a key that is written twice is listed twice. */
  readonly entries: readonly FrontMatterEntry[];
  /** The entry of each key. The last one counts where a key is written twice. */
  readonly byKey: ReadonlyMap<string, FrontMatterEntry>;
  readonly problems: readonly FrontMatterProblem[];
  /** Whether the closing `---` is there. */
  readonly isClosed: boolean;
}

/** A top-level key with its value. Spans are UTF-16 offsets into the page. */
export interface FrontMatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  /** What YAML makes of the value: string, number, boolean, null, list or map. */
  readonly value: unknown;
  /** The value as written, quotes included. Empty and right after the colon where there is none. */
  readonly valueSpan: Span;
  /** The value as written, trimmed: `"45069094"` keeps its quotes. */
  readonly rawValue: string;
  /** How a scalar is written; `undefined` for lists and maps. */
  readonly style: "plain" | "single-quoted" | "double-quoted" | "block" | undefined;
}

/** What of a header cannot be read. The span is of UTF-16 offsets into the page. */
export interface FrontMatterProblem {
  /** `unclosed`: no closing fence; `syntax`: not YAML; `not-yaml`: `---js` and the like; `duplicate-key`; `not-a-map`. */
  readonly kind: "unclosed" | "syntax" | "not-yaml" | "duplicate-key" | "not-a-map";
  readonly span: Span;
  readonly message: string;
}

/** The entry of a key, letter case included. */
export function findEntry(frontMatter: FrontMatter | undefined, key: string): FrontMatterEntry | undefined {
  return frontMatter?.byKey.get(key);
}

/** The text of a scalar, quotes and escapes undone, nothing else: `07` stays `07`. `undefined`: a list or a map. */
export function textOf({ style, value, rawValue }: FrontMatterEntry): string | undefined {
  if (style === undefined) return undefined;
  return style === "plain" ? rawValue : String(value);
}
