import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, placeOf, replace, ruleOf, samples, uriOf, waitForFindings } from "./pages.ts";

/** A page that English has moved on from: samples/README.md says how. */
const PAGE = "ja-jp/set-up-your-station.md";
const CHANGED = "センサーのボタンを 3 秒間押し続けます。";
const REMOVED = "センサーはハブの近くに置いておきます。";
const NEW = "The light of the hub flashes twice when both have found each other.";
const ORIGIN = "# lockstep:english ";

interface Summary {
  readonly pages: number;
  readonly created: number;
  readonly removed: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly leftOut: number;
}

interface Found {
  readonly uri: string;
  readonly kind: string;
  readonly start: { readonly line: number };
}

/** Milliseconds between two attempts of a person who presses a key again when nothing happens. */
const AGAIN = 250;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, AGAIN));
}

/** Runs a sync command, and does something in the preview that it opens, again and again until that ends it. */
async function sync(
  command: string,
  uri: vscode.Uri,
  inPreview: () => Promise<unknown>,
): Promise<Summary | undefined> {
  let isOver = false;
  const done = Promise.resolve(vscode.commands.executeCommand<Summary | undefined>(command, uri)).finally(
    () => {
      isOver = true;
    },
  );
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- set meanwhile
  while (!isOver) {
    await inPreview();
    await pause();
  }
  return done;
}

function apply(): Thenable<unknown> {
  return vscode.commands.executeCommand("refactorPreview.apply");
}

/** Does something once, when the preview has had the time to open, and applies what is left. */
function applyAfter(act: () => Promise<void>): () => Promise<void> {
  let turn = 0;
  return async () => {
    turn++;
    // The preview is grouped within its first second and a half.
    if (turn === 10) await act();
    if (turn > 11) await apply();
  };
}

/** Takes the tick off a group, or puts it there; groups are sorted by their labels. */
async function untick(nth: number): Promise<void> {
  await vscode.commands.executeCommand("list.collapseAll");
  await vscode.commands.executeCommand("list.focusFirst");
  for (let down = 0; down < nth; down++) await vscode.commands.executeCommand("list.focusDown");
  await vscode.commands.executeCommand("refactorPreview.toggleCheckedState");
}

async function undo(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("undo");
}

/** What stands in the file of a page. */
async function onDisk(path: string): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(uriOf(path))).toString();
}

suite("Sync", () => {
  suiteSetup(async () => {
    const files = vscode.workspace.getConfiguration("files");
    await files.update("autoSave", "off", vscode.ConfigurationTarget.Global);
    const document = await open(PAGE);
    await waitForFindings(document.uri, "is outdated", (findings) => findings.length > 0);
  });
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

  test("the commands lead from one segment that needs work to the next, and round", async () => {
    const document = await open(PAGE);
    await sync("lockstep.syncPage", document.uri, async () => {
      await apply();
    });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    const next = (): Thenable<Found> => vscode.commands.executeCommand<Found>("lockstep.nextSegment");
    const first = await next();
    assert.equal(first.kind, "changed");
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, placeOf(document, CHANGED).start.line);
    assert.equal((await next()).kind, "new");
    assert.equal((await next()).kind, "changed", "this is the only page of the locale with marks");
    const back = await vscode.commands.executeCommand<Found>("lockstep.previousSegment");
    assert.equal(back.kind, "new");
  });

  test("from a page without marks, the next segment is in another page of the locale", async () => {
    await open("ko-kr/index.md");
    const found = await vscode.commands.executeCommand<Found>("lockstep.nextSegment");
    assert.match(found.uri, /ko-kr\/calibrate-sensors\.md$/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), found.uri);
    await open("zh-cn/index.md");
    assert.equal(await vscode.commands.executeCommand("lockstep.nextSegment"), undefined);
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
