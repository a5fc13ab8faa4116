import type { Document } from "../document/document.ts";
import type { FrontMatterEntry } from "../front-matter/front-matter.ts";
import { findKnownKey } from "../front-matter/keys.ts";
import { isWrapped } from "../segments/cut-source.ts";
import { numberSegments } from "../segments/number-segments.ts";
import { sourceHashOf } from "../source/hash.ts";
import { pipelineAnchors } from "../sync/heading-anchors.ts";
import { type SyncedSegment, writeSegment } from "../sync/render-segments.ts";
import type { SyncCounts } from "../sync/sync.ts";
import { applyEdits, type TextEdit } from "../text/edit.ts";
import { lineEndOf } from "../text/line-end.ts";

/** A translation from elsewhere in the locale. */
export interface Recalled {
  readonly target: string;
  /** Whether it left a page together with its English, to come here: then it is as good as it was there. */
  readonly isMoved: boolean;
}

/** All that goes into the first localization of an English page. */
export interface NewPage {
  readonly english: Document;
  /** `ms.contentlocale`, as in `zh-CN`. `undefined`: the page gets no header where English has none, as includes do. */
  readonly locale: string | undefined;
  readonly form: "sxs" | "clean";
  /** Five hexadecimal digits, the start of all ids. */
  readonly prefix: string;
  /** The commit of the English page, 40 hexadecimal digits. `undefined`: not known; the key is left out. */
  readonly commit: string | undefined;
  /** The day that is written as `ms.lasthandoff`: `MM/DD/YYYY`. */
  readonly handoff: string;
  /** A translation of exactly this English. `undefined`: there is none. */
  readonly recall: (english: string) => Recalled | undefined;
  readonly omitMarks: boolean;
}

/** A page that is not there yet. */
export interface CreatedPage {
  readonly text: string;
  readonly counts: SyncCounts;
}

/**
 * The first localized page of an English one: the same text with the keys of the localization pipeline, and every
 * segment that nobody has translated yet marked as new. `ms.locfileid` is the pipeline's to give, and left out.
 * `undefined`: the page is not translated by segments, as landing pages are not.
 */
export function createLocalizedPage(page: NewPage): CreatedPage | undefined {
  const { english, form, prefix, omitMarks } = page;
  if (!isWrapped(english)) return undefined;
  const counts = { kept: 0, carried: 0, reused: 0, new: 0, changed: 0, removed: 0 };
  const edits: TextEdit[] = pipelineAnchors(english).map(({ offset, text }) => ({
    span: { start: offset, end: offset },
    newText: text,
  }));
  for (const { span, text, number } of numberSegments(english)) {
    const segment = fill(text, english.text.slice(span.start, span.end), page.recall(text));
    counts[segment.kind] += 1;
    const id = form === "sxs" ? `${prefix}-${String(number)}` : undefined;
    edits.push({ span, newText: writeSegment(segment, id, omitMarks) });
  }
  for (const edit of headerEdits(page)) edits.push(edit);
  return { text: applyEdits(english.text, edits), counts };
}

function fill(source: string, written: string, recalled: Recalled | undefined): SyncedSegment {
  const common = { verbatim: undefined, id: undefined, source };
  if (recalled === undefined) return { ...common, kind: "new", target: written, mark: "new" };
  const { target, isMoved } = recalled;
  return isMoved
    ? { ...common, kind: "kept", target, mark: undefined }
    : { ...common, kind: "reused", target, mark: "reused" };
}

function headerEdits({ english, locale, commit, handoff, omitMarks }: NewPage): TextEdit[] {
  const { text, frontMatter } = english;
  if (frontMatter === undefined && locale === undefined) return [];
  const newline = lineEndOf(text);
  const keys = [
    `ms.openlocfilehash: ${sourceHashOf(text)}`,
    ...(commit === undefined ? [] : [`ms.sourcegitcommit: ${commit}`]),
    "ms.translationtype: HT",
    ...(locale === undefined ? [] : [`ms.contentlocale: ${locale}`]),
    `ms.lasthandoff: ${handoff}`,
  ].map((line) => line + newline);
  if (frontMatter === undefined) {
    const start = text.startsWith("\ufeff") ? 1 : 0;
    const header = `---${newline}${keys.join("")}---${newline}`;
    return [{ span: { start, end: start }, newText: header }];
  }
  const end = frontMatter.yamlSpan.end;
  const isLineDone = end === frontMatter.yamlSpan.start || text[end - 1] === "\n";
  const added = { span: { start: end, end }, newText: (isLineDone ? "" : newline) + keys.join("") };
  const translated = frontMatter.entries.filter(
    ({ key, rawValue }) => findKnownKey(key)?.isTranslated === true && rawValue !== "",
  );
  return omitMarks ? [added] : [...translated.map((entry) => markEntry(text, entry)), added];
}

/** A mark in the header is a comment at the end of a value's last line, or of the line that starts a block. */
function markEntry(text: string, { keySpan, valueSpan, style }: FrontMatterEntry): TextEdit {
  const from = style === "block" ? keySpan.end : valueSpan.end;
  const newline = text.indexOf("\n", from);
  let end = newline === -1 ? text.length : newline;
  while (/[ \t\r]/.test(text.charAt(end - 1))) end -= 1;
  return { span: { start: end, end }, newText: " # lockstep:new" };
}
