import type { Document } from "../../document/document.ts";
import { firstMatches } from "../../text/first-matches.ts";
import { type Span, textAt } from "../../text/span.ts";
import type { Half } from "../pairs/half.ts";
import type { Comparison } from "../pairs/pair-list.ts";
import { inSource, LETTER } from "../pairs/traits.ts";
import type { LostName } from "./underscored-names.ts";

/** In the path of a page, or in its title, keywords and the like. By searches, which cost a page less than an expression. */
const POWERSHELL = ["owershell", "owerShell"] as const;
/**
 * `Set-Location`: verbs that seldom make other words with a capital behind the hyphen, as `Read-Only` is one. Some do in
 * titles: `Test-Driven`, `Copy-Paste`.
 */
const NAME =
  /(?<![\w\\/.$%#@{<-])(?:Add|Clear|Connect|Convert(?:From|To)|Copy|Disable|Enable|Export|Get|Import|Install|Invoke|Move|New|Register|Remove|Rename|Restart|Set|Start|Stop|Test|Uninstall|Update)-(?!(?:Based|Driven|Once|Only|Paste|Started|Time)(?!\w))[A-Z][A-Za-z0-9]{3,60}(?![\w-])/g;
const ANY_NAME = new RegExp(NAME.source);
/**
 * All of a segment: the heading of what references say about it. Operators (`-OR`), answers, and headings of the page
 * with a stray hyphen are no names.
 */
const PARAMETER =
  /^-(?!(?:And|Description|Examples?|Inputs?|Not|Notes?|Outputs?|Parameters?|Remarks?|Syntax|Yes)$)[A-Z][a-z0-9][A-Za-z0-9]{1,60}$/;
/** Where a name in words begins a new one. */
const HUMP = /(?<=[a-z0-9])(?=[A-Z])/;
/** No sentence has more; each is looked for in the whole other half. */
const MOST_LOOKED_FOR = 20;

/** Whether a page says itself that it is about PowerShell: a look at all of its text takes too long. */
export function isAboutCmdlets(path: string, { text, frontMatter }: Document): boolean {
  const header = frontMatter === undefined ? "" : textAt(text, frontMatter.span);
  return POWERSHELL.some((name) => header.includes(name) || path.includes(name));
}

/**
 * Cmdlets that are not in the translation, each once, in text order. Machine translation takes a noun behind a hyphen
 * for one of its language, `Set-umístění`, and tears others, `Get-Child item`: those have a span.
 */
export const lostCmdlets: Comparison<readonly LostName[]> = {
  needs: inSource(LETTER),
  mayFind: (_target, source) => ANY_NAME.test(source) || PARAMETER.test(source.trim()),
  find: (target, source) => findTranslatedParameter(target, source) ?? findLostCmdlets(target, source),
};

/** Machine translation has `-Location` in words of its language, `-위치`, which no command knows. */
function findTranslatedParameter({ text }: Half, source: Half): LostName[] | undefined {
  const name = source.text.trim();
  const found = text.trim();
  // Other capitals are for `miscasedNames` to see.
  if (!PARAMETER.test(name) || found === "" || found.toLowerCase().includes(name.toLowerCase()))
    return undefined;
  const start = text.indexOf(found);
  return [{ name, span: { start, end: start + found.length } }];
}

function findLostCmdlets(target: Half, source: Half): LostName[] | undefined {
  const names = new Set(firstMatches(source.prose, NAME, MOST_LOOKED_FOR).map(([name]) => name));
  const translation = target.text.toLowerCase();
  const lost = [...names]
    .filter((name) => !translation.includes(name.toLowerCase()))
    .map((name) => ({ name, span: findTorn(target, name) }));
  return lost.length === 0 ? undefined : lost;
}

function findTorn({ prose }: Half, name: string): Span | undefined {
  const [verb = "", noun = ""] = name.split("-");
  const pattern = new RegExp(`(?<![\\w-])${verb} ?[-‑–—] ?${noun.split(HUMP).join(" ?")}(?!\\w)`, "i");
  const match = pattern.exec(prose);
  return match === null ? undefined : { start: match.index, end: match.index + match[0].length };
}
