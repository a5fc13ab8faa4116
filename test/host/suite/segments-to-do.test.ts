import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, placeOf } from "./pages.ts";
import { apply, CHANGED, PAGE, prepare, sync } from "./sync-commands.ts";

interface Found {
  readonly uri: string;
  readonly kind: string;
  readonly start: { readonly line: number };
}

suite("Segments that need work", () => {
  suiteSetup(prepare);
  teardown(closeAll);

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
});
