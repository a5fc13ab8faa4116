import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, ruleOf, uriOf, waitForFindings } from "./pages.ts";
import { apply, applyAfter, NEW, onDisk, PAGE, prepare, sync, undo, untick } from "./sync-commands.ts";

suite("Sync of a folder", () => {
  suiteSetup(prepare);
  teardown(closeAll);

  test("a folder is synced in one step, pages that are not open as well", async () => {
    const before = await onDisk(PAGE);
    const summary = await sync("lockstep.syncFolder", uriOf("ja-jp"), async () => {
      await apply();
    });
    assert.equal(summary?.pages, 1);
    const document = await vscode.workspace.openTextDocument(uriOf(PAGE));
    assert.ok(document.getText().includes(NEW));
    await undo(document);
    assert.equal(document.getText(), before);
    await document.save();
    assert.equal(await onDisk(PAGE), before);
  });

  test("pages are created and removed only when they are ticked, and one undo takes that back", async () => {
    const [fresh, gone] = ["ja-jp/mount-the-sensor.md", "ja-jp/replace-the-hub.md"];
    const exists = async (path: string): Promise<boolean> =>
      onDisk(path).then(
        () => true,
        () => false,
      );
    const before = await onDisk(gone);
    const untouched = await sync("lockstep.syncFolder", uriOf("ja-jp"), async () => {
      await apply();
    });
    assert.deepEqual([untouched?.created, untouched?.removed], [0, 0]);
    assert.deepEqual([await exists(fresh), await exists(gone)], [false, true]);
    await undo(await vscode.workspace.openTextDocument(uriOf(PAGE)));

    const summary = await sync(
      "lockstep.syncFolder",
      uriOf("ja-jp"),
      // What is not ticked comes first: new pages, pages to remove.
      applyAfter(async () => {
        await untick(0);
        await untick(1);
      }),
    );
    assert.deepEqual([summary?.created, summary?.removed], [1, 1]);
    assert.deepEqual([await exists(fresh), await exists(gone)], [true, false]);
    await undo(await vscode.workspace.openTextDocument(uriOf(PAGE)));
    assert.deepEqual([await exists(fresh), await onDisk(gone)], [false, before]);
    await (await vscode.workspace.openTextDocument(uriOf(PAGE))).save();
  });

  test("a page moves with its English, and one undo moves it back", async () => {
    const redirections = uriOf("en-us/.openpublishing.redirection.json");
    const before = {
      text: await onDisk("ja-jp/index.md"),
      redirections: await vscode.workspace.fs.readFile(redirections),
    };
    const written = JSON.parse(Buffer.from(before.redirections).toString()) as { redirections: object[] };
    written.redirections.push({ source_path: "index.md", redirect_url: "/skylark/start" });
    const english = [uriOf("en-us/index.md"), uriOf("en-us/start.md")] as const;
    await vscode.workspace.fs.writeFile(redirections, Buffer.from(JSON.stringify(written)));
    await vscode.workspace.fs.rename(...english);
    const localized = uriOf("ja-jp/index.md");
    try {
      await waitForFindings((await open("ja-jp/index.md")).uri, "has lost its English", (findings) =>
        findings.some(
          (each) => ruleOf(each) === "source/page-not-found" && each.message.includes("start.md"),
        ),
      );
      const summary = await sync("lockstep.syncPage", localized, async () => {
        await apply();
      });
      assert.equal(summary?.pages, 1);
      const moved = await vscode.workspace.openTextDocument(uriOf("ja-jp/start.md"));
      assert.equal(moved.getText(), before.text);
      await undo(moved);
      assert.equal(await onDisk("ja-jp/index.md"), before.text);
    } finally {
      await vscode.workspace.fs.rename(english[1], english[0]);
      await vscode.workspace.fs.writeFile(redirections, before.redirections);
    }
  });
});
