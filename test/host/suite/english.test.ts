import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, hasFinding, open, placeOf, replace, uriOf, waitForFindings } from "./pages.ts";

const ENGLISH = "en-us/calibrate-sensors.md";
const LOCALIZED = "zh-cn/calibrate-sensors.md";
const SENTENCE = "Every Skylark leaves the factory calibrated.";
const TRANSLATION = "每台 Skylark 出厂时均已校准。";

/** Where a definition or a list of references leads: the end of the path, and the line. */
async function placesFrom(
  command: string,
  document: vscode.TextDocument,
  text: string,
): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    command,
    document.uri,
    placeOf(document, text).start.translate(0, 2),
  );
  return found.map((each) => {
    const [uri, range] = "targetUri" in each ? [each.targetUri, each.targetRange] : [each.uri, each.range];
    return `${uri.path.split("/").slice(-2).join("/")}:${range.start.line}`;
  });
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    placeOf(document, text).start,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ""))
    .join("\n");
}

async function lensesOf(document: vscode.TextDocument): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    "vscode.executeCodeLensProvider",
    document.uri,
    100,
  );
  return lenses.map(({ range, command }) => `${range.start.line}: ${command?.title ?? ""}`);
}

suite("English", () => {
  suiteSetup(async () => {
    // In a browser VS Code saves what was typed a second ago, and then nothing could be taken back.
    const files = vscode.workspace.getConfiguration("files");
    await files.update("autoSave", "off", vscode.ConfigurationTarget.Global);
  });
  teardown(closeAll);

  test("an edit of the English page is found in the localized page beside it, and goes when it is taken back", async () => {
    const localized = await open(LOCALIZED);
    const place = placeOf(localized, TRANSLATION);
    await waitForFindings(localized.uri, "is clean", (findings) => findings.length === 0);
    const english = await vscode.workspace.openTextDocument(uriOf(ENGLISH));
    await vscode.window.showTextDocument(english, vscode.ViewColumn.Beside);

    await replace(english, SENTENCE, SENTENCE.replace("leaves", "has left"));
    await waitForFindings(localized.uri, "reports the sentence that changed", (findings) =>
      hasFinding(findings, "source/segment-changed", place),
    );
    assert.match(await hoverAt(localized, TRANSLATION), /The English has changed/);
    assert.equal(localized.isDirty, false);

    await vscode.commands.executeCommand("undo");
    await waitForFindings(localized.uri, "is clean again", (findings) => findings.length === 0);
  });

  test("a heading of the English page says which translations go stale", async () => {
    const english = await open(ENGLISH);
    await replace(english, SENTENCE, SENTENCE.replace("leaves", "has left"));
    const lenses = await lensesOf(english);
    const heading = placeOf(english, "# Calibrate the sensors").start.line;
    const all = "fr-FR, ja-JP, ko-KR, zh-CN: 1 segment goes stale";
    assert.deepEqual(lenses, [`0: ${all}`, `${heading}: ${all}`]);
  });

  test("a translated sentence leads to its English, and back to all translations", async () => {
    const localized = await open(LOCALIZED);
    const english = await vscode.workspace.openTextDocument(uriOf(ENGLISH));
    const { line } = placeOf(english, SENTENCE).start;
    assert.deepEqual(await placesFrom("vscode.executeDefinitionProvider", localized, TRANSLATION), [
      `${ENGLISH}:${line}`,
    ]);

    await vscode.window.showTextDocument(english);
    const back = await placesFrom("vscode.executeDefinitionProvider", english, SENTENCE);
    const translation = placeOf(localized, TRANSLATION).start.line;
    assert.ok(back.includes(`${LOCALIZED}:${translation}`), back.join(", "));
    assert.equal(back.length, 4);
  });

  test("English that was taken out of its page can still be read, in a page that is in no file", async () => {
    const english = await open(ENGLISH);
    await replace(english, `${SENTENCE} `, "");
    const localized = await open("fr-fr/calibrate-sensors.md");
    const sentence = "Chaque station Skylark est étalonnée en usine.";
    const [place] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      localized.uri,
      placeOf(localized, sentence).start,
    );
    assert.ok(place, "The sentence leads nowhere.");
    const [uri, range] =
      "targetUri" in place ? [place.targetUri, place.targetRange] : [place.uri, place.range];
    assert.equal(uri.scheme, "lockstep-english");
    const page = await vscode.workspace.openTextDocument(uri);
    assert.equal(page.getText(range), SENTENCE);
    assert.equal(page.languageId, "markdown");
  });

  test("the commands open the English page at the same sentence, and compare the two", async () => {
    const localized = await open(LOCALIZED);
    const editor = await vscode.window.showTextDocument(localized);
    const at = placeOf(localized, "等待一小时。").start;
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand("lockstep.openEnglishPage");
    const active = vscode.window.activeTextEditor;
    assert.ok(active, "No editor is open.");
    assert.ok(active.document.uri.path.endsWith(ENGLISH));
    assert.equal(active.selection.active.line, placeOf(active.document, "Wait for one hour.").start.line);

    await vscode.window.showTextDocument(localized);
    await vscode.commands.executeCommand("lockstep.compareWithEnglish");
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(tab instanceof vscode.TabInputTextDiff, "There is no diff editor.");
    assert.ok(tab.original.path.endsWith(ENGLISH) && tab.modified.path.endsWith(LOCALIZED));
  });
});
