import assert from "node:assert/strict";
import type { RuleContext } from "../../../server/src/core/rules/rule.ts";
import type { Span } from "../../../server/src/core/text/span.ts";
import { openFixture } from "../../open.ts";
import { segmentPair } from "../../segment-pair.ts";

/** A fixture with the writer's cursor in it. */
export interface AtCursor {
  readonly context: RuleContext;
  readonly text: string;
  /** Where the first `[||]` stands. */
  readonly offset: number;
  /** The places between `[|` and `|]`. */
  readonly marks: readonly Span[];
}

/** Opens a fixture whose first page holds the cursor, `[||]`. */
export function atCursor(fixture: string): AtCursor {
  const [page] = openFixture(fixture);
  assert.ok(page, "the fixture has no page");
  const { context, text } = page;
  const cursor = page.marks.find(({ start, end }) => start === end);
  const marks = page.marks.filter(({ start, end }) => start !== end);
  return { context, text, offset: cursor?.start ?? 0, marks };
}

/** A segment pair. */
export function pair(id: string, target: string, source: string): string {
  return segmentPair(id, target, source);
}
