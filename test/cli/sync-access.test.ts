import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { syncAccess } from "../../server/src/cli/sync-access.ts";
import { buildWorkspace } from "../../server/src/core/workspace/build-workspace.ts";
import { PageDocuments } from "../../server/src/core/workspace/page-documents.ts";
import type { SyncAccess } from "../../server/src/engine/sync-access.ts";
import { Folder } from "./run-in-folder.ts";

/** The access to a root without any page, and to old English pages. */
function openBase(context: TestContext, files: Readonly<Record<string, string>>): Required<SyncAccess> {
  const { path } = new Folder(context, files);
  const show = (each: string): string => each;
  const access = syncAccess(
    {
      workspace: buildWorkspace({ name: undefined, files: new Map() }),
      documents: new PageDocuments(() => undefined),
      sources: { find: () => Promise.reject(new Error("not asked")), close: () => Promise.resolve() },
    },
    { folder: path, label: undefined, chosen: new Set([""]), show, inRepository: show },
    path,
  );
  return access as Required<SyncAccess>;
}

test("an old English page is read once, however often the search for a page's English asks for it", async (context) => {
  const { readBase } = openBase(context, { "a.md": "# A\n" });
  const first = await readBase("a.md");
  assert.equal(first?.text, "# A\n");
  assert.equal(await readBase("a.md"), first);
  assert.equal(await readBase("b.md"), undefined);
});

test("no more than one old English page is kept, even where no page is done with: pages are created", async (context) => {
  const { readBase } = openBase(context, { "a.md": "# A\n", "b.md": "# B\n" });
  const first = await readBase("a.md");
  assert.equal((await readBase("b.md"))?.text, "# B\n");
  assert.notEqual(await readBase("a.md"), first);
});

test("of a page that is done with, the old English one is let go", async (context) => {
  const { readBase, close } = openBase(context, { "a.md": "# A\n" });
  const first = await readBase("a.md");
  close("a.md");
  assert.notEqual(await readBase("a.md"), first);
});
