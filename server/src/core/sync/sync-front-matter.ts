import type { Document } from "../document/document.ts";
import { linesOf, replaceValue } from "../front-matter/edit-entry.ts";
import { findEntry, type FrontMatterEntry, textOf } from "../front-matter/front-matter.ts";
import { findKnownKey, pipelineKeys } from "../front-matter/keys.ts";
import { findSourceHash, isMadeFrom, sourceHashOfPage } from "../source/hash.ts";
import { carry } from "./carry.ts";
import { readSyncNote, SYNC_NOTE, type SyncNote } from "./sync-note.ts";
import type { SyncConflict, SyncEdit, SyncInput, SyncKind } from "./sync.ts";

/** What a sync does to the header of a page. */
export interface FrontMatterSync {
  /** In page order, not overlapping. */
  readonly edits: readonly SyncEdit[];
  readonly conflicts: readonly SyncConflict[];
  /** Whether a title or a description changed, marked or not. */
  readonly needsPerson?: boolean;
}

const PIPELINE: ReadonlySet<string> = new Set(pipelineKeys);
/** A mark in a header: a comment of YAML. */
const HEADER_MARK = /[ \t]# lockstep:(?:changed|new|reused)[ \t]*$/;

/** Whether a title, a description or the like in the header still needs a person. */
export function isHeaderMarked({ text, frontMatter }: Document): boolean {
  return (frontMatter?.entries ?? []).some((entry) => HEADER_MARK.test(lineOf(text, entry)));
}

/**
 * Merges the keys of the header three ways; titles and descriptions are segments. The keys of the pipeline are left
 * alone.
 */
export function mergeFrontMatter({ page, base, current, omitMarks }: SyncInput): FrontMatterSync {
  const merge = new HeaderMerge(page, omitMarks === true);
  if (page.frontMatter === undefined || current.frontMatter === undefined) return merge;
  if (page.frontMatter.problems.length > 0 || current.frontMatter.problems.length > 0) {
    merge.conflicts.push({
      message: "The front matter has errors, here or in English; it was left as it is.",
      span: page.frontMatter.span,
    });
    return merge;
  }
  for (const its of authored(current)) {
    const mine = findEntry(page.frontMatter, its.key);
    const old = findEntry(base.frontMatter, its.key);
    if (mine !== undefined) merge.update(mine, old, its, current);
    else if (old === undefined) merge.insert(its, current);
  }
  for (const old of authored(base)) {
    const mine = findEntry(page.frontMatter, old.key);
    if (mine !== undefined && findEntry(current.frontMatter, old.key) === undefined) merge.remove(mine, old);
  }
  return merge;
}

/** What people wrote into a header, each key once. */
function authored({ frontMatter }: Document): FrontMatterEntry[] {
  const entries = frontMatter?.entries ?? [];
  return entries.filter((entry) => !PIPELINE.has(entry.key) && findEntry(frontMatter, entry.key) === entry);
}

class HeaderMerge {
  readonly edits: SyncEdit[] = [];
  readonly conflicts: SyncConflict[] = [];
  needsPerson = false;
  /** The last key of the page that English has as well: new ones follow it. */
  #previous: FrontMatterEntry | undefined;
  readonly #page: Document;
  readonly #omitMarks: boolean;

  constructor(page: Document, omitMarks: boolean) {
    this.#page = page;
    this.#omitMarks = omitMarks;
  }

  insert(its: FrontMatterEntry, current: Document): void {
    const start =
      this.#previous === undefined
        ? (this.#page.frontMatter?.yamlSpan.start ?? 0)
        : linesOf(this.#page.text, this.#previous).end;
    const lines = linesIn(current, its);
    const isText = isTranslated(its.key) && its.rawValue !== "";
    this.needsPerson ||= isText;
    const written = isText && !this.#omitMarks ? withMark(lines, its, "new") : lines;
    this.edits.push({
      span: { start, end: start },
      newText: written,
      kind: isTranslated(its.key) ? "new" : "metadata",
    });
  }

  update(
    mine: FrontMatterEntry,
    old: FrontMatterEntry | undefined,
    its: FrontMatterEntry,
    current: Document,
  ): void {
    this.#previous = mine;
    if (old === undefined || isSame(old, its) || isSame(mine, its)) return;
    if (isTranslated(its.key)) this.#updateText(mine, old, its);
    else if (isSame(mine, old)) {
      // A comment behind the value is of whoever wrote it there.
      if (isOnOneLine(mine) && isOnOneLine(its) && /#/.test(restOfLine(this.#page.text, mine))) {
        this.#replace(mine.valueSpan, its.rawValue, "metadata");
      } else this.#replace(linesOf(this.#page.text, mine), linesIn(current, its), "metadata");
    } else this.#report(mine, `English changed it from \`${old.rawValue}\` to \`${its.rawValue}\``);
  }

  remove(mine: FrontMatterEntry, old: FrontMatterEntry): void {
    if (isSame(mine, old) || isTranslated(mine.key)) {
      this.#replace(linesOf(this.#page.text, mine), "", isTranslated(mine.key) ? "removed" : "metadata");
    } else this.#report(mine, "English has it no longer");
  }

  #updateText(mine: FrontMatterEntry, old: FrontMatterEntry, its: FrontMatterEntry): void {
    const [target, before, after] = [mine, old, its].map((entry) => textOf(entry) ?? "") as [
      string,
      string,
      string,
    ];
    if (carry(before, after, target) !== undefined) return;
    this.needsPerson = true;
    if (this.#omitMarks) return;
    const lines = linesOf(this.#page.text, mine);
    const text = this.#page.text.slice(lines.start, lines.end);
    if (!HEADER_MARK.test(lineOf(this.#page.text, mine))) {
      this.#replace(lines, withMark(text, mine, "changed"), "changed");
    }
  }

  #replace(span: { start: number; end: number }, newText: string, kind: SyncKind): void {
    this.edits.push({ span, newText, kind });
  }

  #report(mine: FrontMatterEntry, what: string): void {
    this.conflicts.push({
      message: `The translation has its own value for \`${mine.key}\`, \`${mine.rawValue}\`, which was kept; ${what}.`,
      span: mine.valueSpan,
    });
  }
}

function isTranslated(key: string): boolean {
  return findKnownKey(key)?.isTranslated === true;
}

function isSame(left: FrontMatterEntry, right: FrontMatterEntry): boolean {
  return left.rawValue.replaceAll("\r", "") === right.rawValue.replaceAll("\r", "");
}

function linesIn({ text }: Document, entry: FrontMatterEntry): string {
  const { start, end } = linesOf(text, entry);
  const lines = text.slice(start, end).replace(/\r?\n$/, "");
  return `${lines}\n`;
}

function isOnOneLine({ rawValue, style }: FrontMatterEntry): boolean {
  return style !== "block" && rawValue !== "" && !rawValue.includes("\n");
}

function restOfLine(text: string, { valueSpan: { end } }: FrontMatterEntry): string {
  const newline = text.indexOf("\n", end);
  return text.slice(end, newline === -1 ? text.length : newline);
}

/** The line where a mark of this entry stands: that of its value's end, or of a block's start. */
function lineOf(text: string, { keySpan, valueSpan, style }: FrontMatterEntry): string {
  const from = style === "block" ? keySpan.end : valueSpan.end;
  const newline = text.indexOf("\n", from);
  return text.slice(keySpan.start, newline === -1 ? text.length : newline).replace(/\r$/, "");
}

function withMark(lines: string, { style }: FrontMatterEntry, kind: "changed" | "new"): string {
  const mark = ` # lockstep:${kind}`;
  if (style === "block") return lines.replace(/[ \t]*(?=\r?\n)/, mark);
  return lines.replace(/[ \t]*(?=\r?\n$)|[ \t]*$/, mark);
}

/** Says in the header what the page is made from now: as the pipeline does where nothing is left to be done. */
export function moveOrigin(page: Document, input: SyncInput, isDone: boolean): SyncEdit[] {
  const { current, commit, handoff, advance, omitMarks } = input;
  const { frontMatter } = page;
  const hash = findEntry(frontMatter, "ms.openlocfilehash");
  if (frontMatter === undefined || hash === undefined) return [];
  const known = findSourceHash(frontMatter);
  if (known !== undefined && isMadeFrom(current, known)) return writeNote(page, undefined);
  const wanted = sourceHashOfPage(current);
  if ((!isDone && advance !== true) || commit === undefined || handoff === undefined) {
    const isUnmarked = !isDone && (omitMarks === true || readSyncNote(page)?.isUnmarked === true);
    return writeNote(page, { hash: wanted, isUnmarked });
  }
  const values = { "ms.openlocfilehash": wanted, "ms.sourcegitcommit": commit, "ms.lasthandoff": handoff };
  const edits = Object.entries(values).flatMap(([key, value]) => {
    const entry = findEntry(frontMatter, key);
    return entry === undefined ? [] : [{ ...replaceValue(entry, value), kind: "metadata" as const }];
  });
  return [...writeNote(page, undefined), ...edits];
}

/** Whether the origin of a page would move forward, if only the commit of today's English were known. */
export function lacksCommit({ frontMatter }: Document, input: SyncInput, isDone: boolean): boolean {
  if ((!isDone && input.advance !== true) || input.commit !== undefined) return false;
  const known = findSourceHash(frontMatter);
  const isThere = findEntry(frontMatter, "ms.openlocfilehash") !== undefined;
  return isThere && (known === undefined || !isMadeFrom(input.current, known));
}

/** Writes, changes or takes out the note. */
function writeNote({ text, frontMatter }: Document, note: SyncNote | undefined): SyncEdit[] {
  if (frontMatter === undefined) return [];
  const { start, end } = frontMatter.yamlSpan;
  const match = SYNC_NOTE.exec(text.slice(start, end));
  const newText =
    note === undefined ? "" : `# lockstep:english ${note.hash}${note.isUnmarked ? " unmarked" : ""}\n`;
  if ((match?.[0].replace("\r", "") ?? "") === newText) return [];
  const anchor = findEntry(frontMatter, "ms.openlocfilehash");
  const at =
    match === null ? (anchor === undefined ? end : linesOf(text, anchor).start) : start + match.index;
  return [{ span: { start: at, end: at + (match?.[0].length ?? 0) }, newText, kind: "metadata" }];
}
