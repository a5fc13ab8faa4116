import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceHashOf } from "../../../server/src/core/source/hash.ts";
import { DOG, ENGLISH_HEAD, FOX, HEAD, ORIGIN, sync, syncBodies } from "./sync-texts.ts";

test("the origin moves forward when no mark is left, all of it at once", () => {
  const done = syncBodies(`${FOX} ${DOG}\n`, "The fox ran. The dog slept.\n", "The fox ran.\n", ORIGIN);
  const hash = sourceHashOf(`${ENGLISH_HEAD}The fox ran.\n`);
  assert.ok(done.text.includes(`ms.openlocfilehash: ${hash}\nms.sourcegitcommit: ${"a".repeat(40)}\n`));
  assert.ok(done.text.includes("ms.lasthandoff: 03/04/2021\n"));

  const marked = syncBodies(`${FOX}\n`, "The fox ran.\n", "The fox ran. The dog slept.\n", ORIGIN);
  assert.ok(marked.text.includes("ms.openlocfilehash: 0123456789"));
  assert.ok(marked.text.includes("# lockstep:english "));
  const english = { base: "The fox ran.\n", current: "The fox ran. The dog slept.\n" };
  const translated = marked.text.replace("<!--lockstep:new-->", "");
  const later = sync(translated, ENGLISH_HEAD + english.base, ENGLISH_HEAD + english.current, ORIGIN);
  assert.ok(!later.text.includes("lockstep:"), later.text);
  assert.ok(later.text.includes(`ms.sourcegitcommit: ${"a".repeat(40)}`));
});

test("keys of the header are merged three ways", () => {
  const page = HEAD.replace("author: fox", "author: fuchs\nms.date: 01/01/2021\nms.old: x");
  const base = ENGLISH_HEAD.replace("author: fox", "author: fox\nms.date: 01/01/2021\nms.old: x");
  const current = "---\ntitle: Foxes and dogs\nauthor: fox\nms.date: 02/02/2021\nms.topic: how-to\n---\n\n";
  const { text } = sync(`${page}${FOX}\n`, `${base}The fox ran.\n`, `${current}The fox ran.\n`, ORIGIN);
  assert.ok(
    text.startsWith(
      "---\ntitle: 狐狸 # lockstep:changed\nauthor: fuchs\nms.date: 02/02/2021\nms.topic: how-to\n# lockstep:english ",
    ),
    text,
  );
});

test("a comment behind a value of the header stays where English changes the value", () => {
  const page = HEAD.replace("author: fox", "author: fox # 译者注") + FOX;
  const { text } = sync(
    page,
    `${ENGLISH_HEAD}The fox ran.\n`,
    `${ENGLISH_HEAD.replace("author: fox", "author: wolf")}The fox ran.\n`,
  );
  assert.match(text, /^author: wolf # 译者注$/m);
});

test("without marks the page still waits for a person before its origin moves", () => {
  const { text } = syncBodies(`${FOX}\n`, "The fox ran.\n", "The fox ran. The dog slept.\n", {
    ...ORIGIN,
    omitMarks: true,
  });
  assert.ok(!text.includes("<!--lockstep"));
  assert.ok(text.includes("ms.openlocfilehash: 0123456789"));
});
