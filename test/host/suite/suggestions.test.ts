import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, hasFinding, open, placeOf, replace, uriOf, waitForFindings } from "./pages.ts";

const ENGLISH = "en-us/calibrate-sensors.md";
const LOCALIZED = "zh-cn/calibrate-sensors.md";
const SENTENCE = "Every Skylark leaves the factory calibrated.";
const CHANGED = SENTENCE.replace("leaves", "has left");
const TRANSLATION = "每台 Skylark 出厂时均已校准。";

async function quickFixes(document: vscode.TextDocument, place: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    place,
    vscode.CodeActionKind.QuickFix.value,
  );
}

suite("Suggestions", () => {
  suiteSetup(async () => {
    // In a browser VS Code saves what was typed a second ago, and then nothing could be taken back.
    const files = vscode.workspace.getConfiguration("files");
    await files.update("autoSave", "off", vscode.ConfigurationTarget.Global);
  });
  teardown(closeAll);

  test("what changed in the English is shown as a diff of both versions, at the sentence", async () => {
    const english = await open(ENGLISH);
    await replace(english, SENTENCE, CHANGED);
    const localized = await open(LOCALIZED);
    const place = placeOf(localized, TRANSLATION);
    await waitForFindings(localized.uri, "reports the sentence that changed", (findings) =>
      hasFinding(findings, "source/segment-changed", place),
    );
    const fixes = await quickFixes(localized, place);
    const show = fixes.find(({ title }) => title === "Show what changed in the English")?.command;
    assert.ok(show, fixes.map(({ title }) => title).join(", "));
    await vscode.commands.executeCommand(show.command, ...((show.arguments ?? []) as unknown[]));

    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(tab instanceof vscode.TabInputTextDiff, "There is no diff editor.");
    assert.equal(tab.original.scheme, "lockstep-english");
    assert.equal(tab.modified.toString(), uriOf(ENGLISH).toString());
    const before = await vscode.workspace.openTextDocument(tab.original);
    assert.ok(before.getText().includes(SENTENCE) && !before.getText().includes(CHANGED));
    const active = vscode.window.activeTextEditor;
    assert.equal(active?.selection.active.line, placeOf(english, CHANGED).start.line);
    await vscode.window.showTextDocument(english);
    await vscode.commands.executeCommand("undo");
  });

  test("a segment that is not translated yet takes the translation of a similar one, and one undo takes it back", async () => {
    const waiting =
      '<span data-ttu-id="1a2b3-901">Every Skylark leaves the factory well calibrated.</span>' +
      '<span class="sxs-lookup"><span data-stu-id="1a2b3-901">Every Skylark leaves the factory well calibrated.</span></span>' +
      "<!--lockstep:new-->";
    const header = "---\nms.contentlocale: zh-CN\n---\n\n";
    const page = await vscode.workspace.openTextDocument({ language: "markdown", content: header + waiting });
    await vscode.window.showTextDocument(page);
    const fixes = await quickFixes(page, placeOf(page, "<!--lockstep:new-->"));
    const use = fixes.find(({ title }) => title.startsWith("Use the translation of a similar segment"));
    assert.ok(use?.edit, fixes.map(({ title }) => title).join(", "));
    assert.ok(use.title.endsWith(TRANSLATION), use.title);
    assert.ok(await vscode.workspace.applyEdit(use.edit));
    assert.equal(
      page.getText(),
      header + waiting.replace("Every Skylark leaves the factory well calibrated.", TRANSLATION),
    );
    await vscode.commands.executeCommand("undo");
    assert.equal(page.getText(), header + waiting);
  });
});
