import assert from "node:assert/strict";
import { test } from "node:test";
import type { SyncKind, SyncResult } from "../../../server/src/core/sync/sync.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { pair } from "../../localized-page.ts";
import { DOG, FOX, HEAD, syncBodies } from "./sync-texts.ts";

/** Only the edits of these kinds. */
function applyKinds(page: string, { edits }: SyncResult, kinds: readonly SyncKind[]): string {
  return applyEdits(
    page,
    edits.filter(({ kind, isOrigin }) => kinds.includes(kind) && isOrigin !== true),
  );
}

test("neighbours are edited apart from each other, each by its own kind", () => {
  const bird = pair(105, "鸟在唱歌。", "The bird sang its song.");
  const page = `- ${FOX}\n- ${DOG}\n- ${bird}\n`;
  const result = syncBodies(
    page,
    "- The fox ran.\n- The dog slept.\n- The bird sang its song.\n",
    "- The fox ran.\n- A cat came by.\n- The dog slept all day.\n",
  );
  const bodyOf = (...kinds: SyncKind[]): string => {
    const text = applyKinds(HEAD + page, result, kinds);
    return text.slice(HEAD.length);
  };
  const cat = `- ${pair(106, "A cat came by.", "A cat came by.")}<!--lockstep:new-->\n`;
  const dog = `- ${pair(104, "狗在睡觉。", "The dog slept all day.")}<!--lockstep:changed-->\n`;
  assert.equal(bodyOf("new"), `- ${FOX}\n${cat}- ${DOG}\n- ${bird}\n`);
  assert.equal(bodyOf("changed"), `- ${FOX}\n${dog}- ${bird}\n`);
  assert.equal(bodyOf("removed"), `- ${FOX}\n- ${DOG}\n`);
  assert.equal(bodyOf("new", "changed", "removed"), result.body);
});

test("a segment that moved is in the page once, whatever is left out", () => {
  const bird = pair(105, "鸟在唱歌。", "The bird sang its song.");
  const page = `${bird}\n\n${FOX} ${DOG}\n`;
  const result = syncBodies(
    page,
    "The bird sang its song.\n\nThe fox ran. The dog slept.\n",
    "The fox ran. The dog slept.\n\nNobody saw it. The bird sang its song.\n",
  );
  for (const kinds of [[], ["new"], ["kept"], ["new", "kept"]] as const) {
    const text = applyKinds(HEAD + page, result, kinds);
    assert.equal(text.split(bird).length, 2, `${kinds.join()}: ${text}`);
    assert.equal(text.split(FOX).length, 2, `${kinds.join()}: ${text}`);
  }
});

test("an edit touches no more than what changes", () => {
  const { edits } = syncBodies(
    `${FOX} ${DOG}\n`,
    "The fox ran. The dog slept.\n",
    "The fox ran. The dog slept long.\n",
  );
  const body = edits.filter(({ kind }) => kind === "changed");
  assert.deepEqual(
    body.map(({ newText }) => newText),
    [" long.</span></span><!--lockstep:changed-->"],
  );
});
