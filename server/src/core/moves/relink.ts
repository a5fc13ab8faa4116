import type { Document } from "../document/document.ts";
import { localPathOf } from "../links/local-path.ts";
import { encodePath } from "../links/page-links.ts";
import { fileNameOf, folderOf, isMarkdown, relativePath } from "../links/paths.ts";
import { kindOf, parseTarget, type Target } from "../links/parse-target.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { docsetOf } from "../workspace/docsets.ts";
import type { Docset } from "../workspace/workspace.ts";

/** What the links of a page are brought up to. */
export interface Relinking {
  /** Where the page stood; links that count from its folder lead where they led from there. */
  readonly from: string;
  /** Where the page stands now. */
  readonly path: string;
  readonly docsets: readonly Docset[];
  /** The new path of every page that moved, by its old one in lower case. */
  readonly moved: ReadonlyMap<string, string>;
  /** Targets that today's English page has, as written: what English says stays, a redirection takes care of it. */
  readonly english: ReadonlySet<string>;
}

/** Edits that make the links of a page lead to where other pages, or the page itself, moved. Bookmarks stay. */
export function relinkPage({ text, structure }: Document, relinking: Relinking): TextEdit[] {
  const edits = new Map<number, TextEdit>();
  for (const { target, targetSpan } of [...structure.links, ...structure.definitions]) {
    if (edits.has(targetSpan.start)) continue;
    const newText = retarget(target, relinking);
    // Where escapes or entities stand in a target, offsets into it are none into the page.
    const isVerbatim = text.slice(targetSpan.start, targetSpan.end) === target;
    if (newText !== undefined && isVerbatim) edits.set(targetSpan.start, { span: targetSpan, newText });
  }
  return [...edits.values()];
}

const YAML_LINK =
  /^([ \t-]*(?:href|url|topicHref|tocHref|homepage)[ \t]*:[ \t]+)(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'][^\n]*))/gm;

/** The same for the links of a table of contents, a landing page or breadcrumbs in YAML. */
export function relinkYaml(text: string, relinking: Relinking): TextEdit[] {
  return Array.from(text.matchAll(YAML_LINK)).flatMap(
    ({ index, 1: key = "", 2: double, 3: single, 4: plain }) => {
      const target = double ?? single ?? (plain ?? "").replace(/[ \t]+#.*$|\s+$/g, "");
      const newText = retarget(target, relinking);
      const start = index + key.length + (plain === undefined ? 1 : 0);
      return newText === undefined ? [] : [{ span: { start, end: start + target.length }, newText }];
    },
  );
}

/** The target that leads to the same page at its new place. `undefined`: it does already, or leads elsewhere. */
function retarget(target: string, { from, path, docsets, moved, english }: Relinking): string | undefined {
  if (english.has(target)) return undefined;
  const kind = kindOf(target);
  if (kind !== "relative" && kind !== "docset" && kind !== "site-absolute") return undefined;
  const old = localPathOf(from, target, docsets);
  if (old === undefined || old === "") return undefined;
  const goal = goalOf(old, moved);
  if (localPathOf(path, target, docsets) === goal) return undefined;
  const parsed = parseTarget(target);
  const written = writePath(parsed, old, goal, path, docsets);
  return written === undefined ? undefined : replace(target, parsed.pathSpan, written);
}

/** A link may leave out the extension, or name the folder of an `index`; it goes on doing so. */
function goalOf(old: string, moved: ReadonlyMap<string, string>): string {
  const lowered = old.toLowerCase();
  const exact = moved.get(lowered);
  if (exact !== undefined || isMarkdown(old)) return exact ?? old;
  const page = moved.get(`${lowered}.md`);
  if (page !== undefined) return page.replace(/\.md$/i, "");
  const index = moved.get(`${lowered}/index.md`);
  return index?.replace(/\/index\.md$/i, "") ?? old;
}

function writePath(
  { kind, path: written }: Target,
  old: string,
  goal: string,
  page: string,
  docsets: readonly Docset[],
): string | undefined {
  if (kind === "relative") return relativePath(folderOf(page), goal);
  const folder = docsetOf(docsets, kind === "docset" ? page : goal)?.path ?? "";
  const inDocset = (path: string): string | undefined =>
    folder === "" ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
  const [before, after] = [inDocset(old), inDocset(goal)];
  if (after === undefined || kind === "docset") return after;
  // The address before it, with its locale, stays as it is written.
  const isEnd = before !== undefined && written.toLowerCase().endsWith(before.toLowerCase());
  return isEnd ? written.slice(0, written.length - before.length) + after : undefined;
}

function replace(target: string, { start, end }: Span, path: string): string {
  return target.slice(0, start) + encodePath(path) + target.slice(end);
}

/** What stands between the names in a target, and around it. */
const NAME = /[^\s()[\]"'<>#?/\\|:]+/g;

/**
 * Tells of texts whether they may hold links to pages that moved: a look at each that costs no parsing, however many
 * pages moved.
 */
export function linkFilter(moved: ReadonlyMap<string, string>): (text: string) => boolean {
  const names = new Set(Array.from(moved.keys(), nameOf));
  // In angle brackets, a target may hold blanks.
  const withBlanks = [...names].filter((name) => /\s/.test(name));
  for (const name of withBlanks) names.add(encodePath(name).toLowerCase());
  return (text) => {
    if (names.size === 0) return false;
    const lowered = text.toLowerCase();
    for (const [name] of lowered.matchAll(NAME)) {
      if (names.has(name) || names.has(name.replace(/\.[^.]*$/, ""))) return true;
    }
    return withBlanks.some((name) => lowered.includes(name));
  };
}

/** What a link to a page has in it; a link to an `index` may name its folder only. */
function nameOf(path: string): string {
  const name = fileNameOf(path).replace(/\.[^.]+$/, "");
  return name === "index" ? fileNameOf(folderOf(path)) : name;
}
