import assert from "node:assert/strict";
import type { Document } from "../../../server/src/core/document/document.ts";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { cutSource } from "../../../server/src/core/segments/cut-source.ts";
import { scanSegments } from "../../../server/src/core/segments/scan-segments.ts";
import { takeMarks } from "../../../server/src/core/sync/marks.ts";
import { collapse } from "../../../server/src/core/sync/render-segments.ts";
import type { SyncKind, SyncResult } from "../../../server/src/core/sync/sync.ts";
import { syncPage } from "../../../server/src/core/sync/sync-page.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";

function countTexts(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Pairs whose English is cut out of both English pages just as often. */
export function unchanged(page: Document, base: Document, current: Document): Document["segments"] {
  const before = countTexts(cutSource(base).map(({ text }) => collapse(text)));
  const after = countTexts(cutSource(current).map(({ text }) => collapse(text)));
  const own = countTexts(page.segments.map(({ source }) => collapse(source)));
  return page.segments.filter(({ source }) => {
    const key = collapse(source);
    return before.get(key) === after.get(key) && before.get(key) === own.get(key);
  });
}

/** Every choice of the kinds of edits that a person may leave out. */
function choices({ edits }: SyncResult): ReadonlySet<SyncKind>[] {
  let all: ReadonlySet<SyncKind>[] = [new Set()];
  for (const kind of new Set(edits.map((edit) => edit.kind))) {
    all = all.flatMap((chosen) => [chosen, new Set([...chosen, kind])]);
  }
  return all;
}

/** Whatever kinds of edits a person leaves out, the markup stays whole and no translation is lost or doubled. */
function checkChoices(page: Document, result: SyncResult, where: string): void {
  const problemsOf = (text: string): string[] =>
    scanSegments(text, 0).problems.map(({ defect, message }) => `${defect} ${message}`);
  const known = new Set([...problemsOf(page.text), ...problemsOf(result.text)]);
  const removed = new Set(result.removed.map(({ id }) => id));
  for (const kinds of choices(result)) {
    const name = `${where}, only ${[...kinds].join(", ")}`;
    const chosen = result.edits.filter(({ kind, isOrigin }) => kinds.has(kind) && isOrigin !== true);
    const text = applyEdits(page.text, chosen);
    const { segments } = scanSegments(text, 0);
    for (const problem of problemsOf(text)) assert.ok(known.has(problem), `${name}: ${problem}`);
    const ids = segments.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, `${name}: ids are unique`);
    const targets = segments.map(({ target }) => target).join("\n");
    for (const { id, target } of page.segments) {
      if (result.counts.carried > 0 || removed.has(id)) continue;
      assert.ok(targets.includes(target), `${name}: lost ${target}`);
    }
  }
}

/** Line ends of the page stay, and those of new text are the page's. A mixture stays one. */
function checkLineEnds(page: Document, text: string, where: string): void {
  assert.equal(text.startsWith("\ufeff"), page.text.startsWith("\ufeff"), `${where}: byte order mark`);
  if (!/[^\r]\n/.test(page.text)) assert.ok(!/[^\r]\n/.test(text), `${where}: all lines end with CRLF`);
  if (!page.text.includes("\r")) assert.ok(!text.includes("\r"), `${where}: no line ends with CRLF`);
}

/** Syncs a page and holds the result to what a sync promises. */
export function checkSync(page: Document, base: Document, current: Document, where: string): void {
  const result = syncPage({ page, base, current });
  assert.equal(applyEdits(page.text, result.edits), result.text, `${where}: the edits give the text`);
  checkChoices(page, result, where);
  checkLineEnds(page, result.text, where);
  const synced = parseDocument(result.text);
  for (const { span } of unchanged(page, base, current)) {
    const pair = page.text.slice(span.start, span.end);
    assert.ok(result.text.includes(pair), `${where}: lost ${pair}`);
  }
  const known = new Set(page.segments.map(({ target }) => target));
  for (const { target, span } of synced.segments) {
    if (result.text.startsWith("<!--lockstep:", span.end)) continue;
    assert.ok(known.has(target) || result.counts.carried > 0, `${where}: nobody wrote ${target}`);
  }
  const all = collapse(takeMarks(synced).text.replace(/<[^>]*>/g, " "));
  for (const { text } of cutSource(current)) {
    if (page.form !== "sxs" || !/^New [a-z ]+\.$/.test(text)) continue;
    assert.ok(all.includes(text), `${where}: English is missing: ${text}`);
  }
  const ids = synced.segments.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, `${where}: ids are unique`);
  const again = syncPage({ page: synced, base, current });
  assert.equal(again.text, result.text, `${where}: a second sync changes nothing`);
}
