import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { GitFolder, WITHOUT_GIT } from "../io/git-folder.ts";
import { englishPage, translationOf } from "../localized-page.ts";
import { Folder } from "./run-in-folder.ts";

const SENTENCES = [
  "Foxes dig their dens in dry and sandy ground.",
  "A den has more than one way out of it.",
  "In spring the cubs are born in the den.",
];
const OLD = englishPage("Foxes", SENTENCES);

test("Git tells where a page went and what it was made from", { skip: WITHOUT_GIT }, async (context) => {
  const english = new GitFolder();
  context.after(() => {
    english.remove();
  });
  const first = english.put("docs/dens.md", OLD).put("docs/start.md", OLD).commit();
  english.git("mv", "docs/dens.md", "docs/fox-dens.md");
  english.commit();
  // Then most of its sentences changed, so that Git alone knows it again.
  const changed = [...SENTENCES.slice(0, 1), "A fox den has ways out.", "In spring, cubs are born in it."];
  english.put("docs/fox-dens.md", englishPage("Foxes", changed)).commit();
  english.put("docs/start.md", englishPage("Foxes", [...SENTENCES, "One more."]));
  const third = english.commit();

  const page = translationOf(SENTENCES, OLD).replace(
    /^ms\.sourcegitcommit: .*$/m,
    `ms.sourcegitcommit: ${first}`,
  );
  const folder = new Folder(context, {
    "zh/dens.md": page,
    "zh/start.md": page.replace("12345678", "87654321"),
  });
  const source = join(english.path, "docs");
  const { code, stderr } = await folder.lockstep(["sync", "zh", "--source", source, "--write", "--advance"]);
  assert.equal(code, 0, stderr);
  assert.ok(!existsSync(join(folder.path, "zh/dens.md")), stderr);
  const moved = folder.read("zh/fox-dens.md");
  assert.ok(moved.includes(`「${SENTENCES[0] ?? ""}」`), moved);
  assert.match(moved, /<!--lockstep:changed-->/);
  assert.match(moved, new RegExp(`^ms\\.sourcegitcommit: ${third}$`, "m"));
  assert.match(folder.read("zh/start.md"), new RegExp(`^ms\\.sourcegitcommit: ${third}$`, "m"));
  assert.match(folder.read("zh/start.md"), /^ms\.lasthandoff: 06\/15\/2024$/m);
});

test(
  "a clean page that Git has no English for is named, and stays",
  { skip: WITHOUT_GIT },
  async (context) => {
    const english = new GitFolder();
    context.after(() => {
      english.remove();
    });
    english.put("dens.md", englishPage("Foxes", ["Something else."])).commit();
    const clean = translationOf(SENTENCES, OLD).replace(/<span[^]*$/, "狐狸。\n");
    const folder = new Folder(context, { "zh/dens.md": clean });
    const { code, stderr } = await folder.lockstep(["sync", "zh", "--source", english.path, "--write"]);
    assert.equal(code, 2);
    assert.match(stderr, /zh\/dens\.md: Not synced: the English that it was made from is not to be had; /);
    assert.equal(folder.read("zh/dens.md"), clean);
  },
);
