import { parseDocument } from "../core/document/parse-document.ts";
import { isMadeOf } from "../core/moves/successors.ts";
import { type Trace, traceOf } from "../core/moves/traces.ts";
import { cutSource } from "../core/segments/cut-source.ts";
import { hasMarkAt } from "../core/sync/marks.ts";
import { collapse } from "../core/sync/render-segments.ts";
import type { UnlocalizedPage } from "./localized-paths.ts";
import type { PlannedChange } from "./planned.ts";
import type { SyncAccess } from "./sync-access.ts";

/** A page with fewer of them was not made of them. */
const FEWEST = 3;

/** Segments that left a page, with their translations: the page is gone, or English moved them elsewhere. */
export class LeftSegments {
  readonly #targets = new Map<string, string>();
  #trace: Trace | undefined;

  /** Takes up what a plan leaves without a place. */
  add(planned: PlannedChange): void {
    if (planned.kind === "removal") this.#addPairs(planned.text, () => true);
    if (planned.kind !== "update" && planned.kind !== "move") return;
    const { removed } = planned.result;
    if (!planned.text.includes("<!--lockstep:")) {
      for (const { source, target } of removed) this.#put(source, target);
    } else if (removed.length > 0) {
      // Of a clean page, nobody can tell which of its marks belonged to which of these.
      const ids = new Set(removed.map(({ id }) => id));
      this.#addPairs(planned.text, (id) => ids.has(id));
    }
  }

  #addPairs(page: string, isLeft: (id: string) => boolean): void {
    const { segments, text } = parseDocument(page);
    for (const { id, source, target, span, isDamaged } of segments) {
      if (isLeft(id) && !isDamaged && !hasMarkAt(text, span.end)) this.#put(source, target);
    }
  }

  /** The translation of exactly this English. `undefined`: it left no page. */
  find(english: string): string | undefined {
    return this.#targets.get(collapse(english));
  }

  /** Whether an English page is new and made of such segments. */
  async hasPage(access: SyncAccess, { sourcePath }: UnlocalizedPage): Promise<boolean> {
    if (this.#targets.size < FEWEST) return false;
    // What was there already has not been split off.
    if ((await access.readBase?.(sourcePath)) !== undefined) return false;
    const document = (await access.answer({ ask: "source-page", path: sourcePath }))?.document;
    if (document === undefined || !this.#mayHold(document.text)) return false;
    this.#trace ??= traceOf(this.#targets.keys());
    return isMadeOf(traceOf(cutSource(document).map(({ text }) => text)), this.#trace);
  }

  /** A look at the lines and sentences of a page that costs no parsing. */
  #mayHold(text: string): boolean {
    let count = 0;
    for (const line of text.split("\n")) {
      const content = line.replace(/^[ \t>#*+-]*(?:\d+\.[ \t])?[ \t]*/, "");
      for (const part of [content, ...content.split(/(?<=[.?!])[ \t]+|[ \t]*\|[ \t]*/)]) {
        if (this.#targets.has(collapse(part))) count += 1;
        if (count >= FEWEST) return true;
      }
    }
    return false;
  }

  #put(source: string, target: string): void {
    const key = collapse(source);
    this.#trace = undefined;
    if (key !== "" && target !== "" && target !== source && !this.#targets.has(key)) {
      this.#targets.set(key, target);
    }
  }
}
