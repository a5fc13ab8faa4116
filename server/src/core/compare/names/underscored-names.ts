import { firstMatches } from "../../text/first-matches.ts";
import type { Span } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { inSource, UNDERSCORE } from "../pairs/traits.ts";

/** A name such as `S_OK` that the translation lacks. */
export interface LostName {
  /** Without the backslashes that Markdown may need. */
  readonly name: string;
  /** Where it stands with other capitals. `undefined`: nowhere, or in pieces. */
  readonly span: Span | undefined;
}

const INNER_UNDERSCORE = /[A-Za-z0-9]\\?_[A-Za-z0-9]/;
/**
 * Letters and digits joined by underscores, of which each may be escaped. Not what is part of something longer, such as a
 * path or a placeholder.
 */
const NAME =
  /(?<![\w\\/.$%#@{<-]|&lt;)[A-Za-z][A-Za-z0-9]*(?:\\?_[A-Za-z0-9]+){1,20}(?!\\?_|[A-Za-z0-9/({%>-]|&gt;|[.:]\w)/g;
/** In small letters it may be a word that readers replace, and read in their own language. */
const CAPITAL = /[A-Z]/;
/** No sentence has more; each is looked for in the whole other half. */
const MOST_LOOKED_FOR = 50;
/** No name is longer, and there is a limit to expressions. */
const LONGEST_NAME = 200;

/**
 * Names with underscores that are not in the translation, each once, in text order. Machine translation takes their parts
 * for words, and translates some: `MF\_PD\_APP\_CONTEXT` to `MF \_ PD \_ 应用 \_ 上下文`.
 */
export const lostNames: Comparison<readonly LostName[]> = {
  needs: inSource(UNDERSCORE),
  mayFind: (_target, source) => INNER_UNDERSCORE.test(source),
  find: findLostNames,
};

function findLostNames(target: Half, source: Half): LostName[] | undefined {
  const found = firstMatches(source.prose, NAME, MOST_LOOKED_FOR).map(([written]) => unescape(written));
  if (found.length === 0) return undefined;
  const translation = unescape(target.text);
  const names = [...new Set(found)].filter((name) => name.length <= LONGEST_NAME && CAPITAL.test(name));
  const absent = names.filter((name) => !translation.includes(name));
  const lost = absent.flatMap((name) => findElsewhere(target, name) ?? []);
  return lost.length === 0 ? undefined : lost;
}

function unescape(text: string): string {
  return text.replaceAll("\\_", "_");
}

/** `undefined`: it is torn by blanks, as in `S \_ OK`, which `segment/identifier-split` reports. */
function findElsewhere({ prose }: Half, name: string): LostName | undefined {
  const pattern = new RegExp(`(?<![A-Za-z0-9])${name.replaceAll("_", " ?\\\\?_ ?")}(?![A-Za-z0-9])`, "i");
  const match = pattern.exec(prose);
  if (match === null) return { name, span: undefined };
  if (match[0].includes(" ")) return undefined;
  return { name, span: { start: match.index, end: match.index + match[0].length } };
}
