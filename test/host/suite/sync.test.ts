import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, replace, samples, uriOf, waitForFindings } from "./pages.ts";
import {
  apply,
  applyAfter,
  CHANGED,
  NEW,
  onDisk,
  PAGE,
  pause,
  prepare,
  REMOVED,
  type Summary,
  sync,
  undo,
  untick,
} from "./sync-commands.ts";

const ORIGIN = "# lockstep:english ";

suite("Sync", () => {
  suiteSetup(prepare);
  teardown(closeAll);

  test("all changes are made once they are confirmed, and one undo takes all of them back to the byte", async () => {
    const document = await open(PAGE);
    const before = document.getText();
    const summary = await sync("lockstep.syncPage", document.uri, async () => {
      assert.equal(await onDisk(PAGE), before);
      await apply();
    });
    assert.equal(summary?.pages, 1);
    assert.deepEqual(summary.counts, { kept: 24, carried: 0, reused: 0, new: 1, changed: 1, removed: 1 });
    const after = document.getText();
    assert.ok(
      after.includes(NEW) && !after.includes(REMOVED) && after.includes(CHANGED) && after.includes(ORIGIN),
    );
    assert.ok(document.isDirty, "the page is left for the writer to save");

    await undo(document);
    assert.equal(document.getText(), before);
  });

  test("a synced page has nothing to sync again, and waits for a person at its marks", async () => {
    const document = await open(PAGE);
    await sync("lockstep.syncPage", document.uri, async () => {
      await apply();
    });
    const after = document.getText();
    await waitForFindings(document.uri, "has marks", (findings) =>
      findings.some(({ code }) => JSON.stringify(code).includes("sync/needs-translation")),
    );
    const again = await vscode.commands.executeCommand<Summary>("lockstep.syncPage", document.uri);
    assert.equal(again.pages, 0);
    assert.equal(document.getText(), after);
  });

  test("nothing is changed when the preview is discarded", async () => {
    const document = await open(PAGE);
    const before = document.getText();
    const summary = await sync("lockstep.syncPage", document.uri, async () => {
      await vscode.commands.executeCommand("refactorPreview.discard");
    });
    assert.equal(summary, undefined);
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });

  test("a kind of changes can be left out: the page then says nothing of today's English, and the next sync offers them", async () => {
    const document = await open(PAGE);
    const before = document.getText();
    const summary = await sync(
      "lockstep.syncPage",
      document.uri,
      // Changed, Metadata, New, Removed.
      applyAfter(() => untick(3)),
    );
    assert.equal(summary?.leftOut, 1);
    const after = document.getText();
    assert.ok(after.includes(REMOVED), "what was unticked stays");
    assert.ok(after.includes(NEW), "what was ticked is done");
    assert.ok(!after.includes(ORIGIN));

    await undo(document);
    assert.equal(document.getText(), before, "that was one step as well");
    await vscode.commands.executeCommand("redo");
    const rest = await sync("lockstep.syncPage", document.uri, async () => {
      await apply();
    });
    assert.equal(rest?.leftOut, 0);
    assert.ok(!document.getText().includes(REMOVED) && document.getText().includes(ORIGIN));
  });

  test("an edit that is not saved yet survives, in the segment and around it", async () => {
    const document = await open(PAGE);
    await replace(document, "窓の近くにある空きコンセント。", "窓のそばの空きコンセント。");
    await replace(document, CHANGED, "センサーのボタンを 3 秒間長押しします。");
    const typed = document.getText();
    await sync("lockstep.syncPage", document.uri, async () => {
      await apply();
    });
    const after = document.getText();
    assert.ok(after.includes("窓のそばの空きコンセント。"));
    assert.ok(after.includes("センサーのボタンを 3 秒間長押しします。"));
    assert.ok(after.includes(NEW));
    await undo(document);
    assert.equal(document.getText(), typed);
  });

  test("what is typed while the preview is open stays, and nothing else is written", async () => {
    const document = await open(PAGE);
    let typed = "";
    let turn = 0;
    const summary = await sync("lockstep.syncPage", document.uri, async () => {
      turn++;
      if (turn === 10) {
        await replace(document, CHANGED, "センサーのボタンを長押しします。");
        typed = document.getText();
      }
      // VS Code refuses, and keeps the preview open until it is discarded.
      if (turn === 12) await Promise.resolve(apply()).catch(() => undefined);
      if (turn > 13) await vscode.commands.executeCommand("refactorPreview.discard");
    });
    assert.equal(summary, undefined);
    assert.equal(document.getText(), typed);
  });

  test("line ends of Windows stay, and one undo restores every byte", async () => {
    const before = await onDisk(PAGE);
    const windows = before.replaceAll("\n", "\r\n");
    await vscode.workspace.fs.writeFile(uriOf(PAGE), Buffer.from(`\ufeff${windows}`));
    try {
      const document = await open(PAGE);
      // An editor that had the page open a moment ago hears of the other line ends a moment later.
      while (document.eol !== vscode.EndOfLine.CRLF) await pause();
      const summary = await sync("lockstep.syncPage", document.uri, async () => {
        await apply();
      });
      assert.equal(summary?.pages, 1);
      assert.ok(document.getText().includes(NEW));
      assert.equal(document.getText().replaceAll("\r\n", "").includes("\n"), false);
      await undo(document);
      await document.save();
      assert.equal(await onDisk(PAGE), `\ufeff${windows}`);
    } finally {
      await vscode.workspace.fs.writeFile(uriOf(PAGE), Buffer.from(before));
      while ((await open(PAGE)).eol !== vscode.EndOfLine.LF) await pause();
    }
  });

  test("in a workspace that is not trusted, a sync is refused, and nothing is asked or changed", async () => {
    const document = await open(PAGE);
    const before = document.getText();
    const said: string[] = [];
    const { isTrusted } = vscode.workspace;
    const { showWarningMessage } = vscode.window;
    const warn = (message: string, ...buttons: readonly string[]): Promise<undefined> => {
      said.push([message, ...buttons].join(" | "));
      return Promise.resolve(undefined);
    };
    // The editor under test trusts its workspace, and asks nobody.
    Object.defineProperty(vscode.workspace, "isTrusted", { value: false, configurable: true });
    Object.defineProperty(vscode.window, "showWarningMessage", { value: warn, configurable: true });
    try {
      for (const command of [
        "lockstep.syncPage",
        "lockstep.syncFolder",
        "lockstep.previewSync",
        "lockstep.syncLocale",
      ]) {
        const uri = command === "lockstep.syncFolder" ? uriOf("ja-jp") : document.uri;
        assert.equal((await vscode.commands.executeCommand(command, uri)) ?? undefined, undefined, command);
      }
    } finally {
      Object.defineProperty(vscode.workspace, "isTrusted", { value: isTrusted, configurable: true });
      Object.defineProperty(vscode.window, "showWarningMessage", {
        value: showWarningMessage,
        configurable: true,
      });
    }
    assert.equal(said.length, 4);
    for (const message of said) {
      assert.match(
        message,
        /^A sync asks Git for English pages, .* Trust this workspace, then sync again\. \| Manage Workspace Trust$/,
      );
    }
    assert.equal(document.getText(), before);
    assert.equal(document.isDirty, false);
  });

  test("the preview of a page shows what a sync would make of it, and applies just that", async () => {
    const document = await open(PAGE);
    const before = document.getText();
    await vscode.commands.executeCommand("lockstep.previewSync", document.uri);
    const { input } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.ok(input instanceof vscode.TabInputTextDiff);
    assert.equal(input.original.toString(), document.uri.toString());
    const preview = await vscode.workspace.openTextDocument(input.modified);
    assert.ok(preview.getText().includes(NEW));
    assert.equal(document.getText(), before);

    const summary = await vscode.commands.executeCommand<Summary>("lockstep.applySync", input.modified);
    assert.equal(summary.pages, 1);
    assert.equal(document.getText(), preview.getText());
    await undo(document);
    assert.equal(document.getText(), before);
  });

  test("a read-only page is left alone", async () => {
    const { chmodSync } = await import("node:fs");
    chmodSync(uriOf(PAGE).fsPath, 0o444);
    try {
      const summary = await vscode.commands.executeCommand<Summary & { problems: number }>(
        "lockstep.syncPage",
        uriOf(PAGE),
      );
      assert.equal(summary.pages, 0);
      assert.equal(summary.problems, 1);
    } finally {
      chmodSync(uriOf(PAGE).fsPath, 0o644);
    }
  });

  test("a page in no file and a virtual workspace are refused", async () => {
    const untitled = await vscode.workspace.openTextDocument({ language: "markdown", content: "# A\n" });
    assert.equal(await vscode.commands.executeCommand("lockstep.syncPage", untitled.uri), undefined);
    const virtual = samples().with({ scheme: "vscode-vfs", authority: "github" });
    assert.equal(await vscode.commands.executeCommand("lockstep.syncFolder", virtual), undefined);
  });
});
