import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, open, placeOf, uriOf, waitForFindings } from "./pages.ts";

/** Runs one of the commands with which an extension can ask what the editor would show. */
async function ask<T>(command: string, document: vscode.TextDocument, at?: vscode.Position): Promise<T> {
  const answer = await vscode.commands.executeCommand<T | undefined>(
    command,
    document.uri,
    ...(at === undefined ? [] : [at]),
  );
  assert.ok(answer !== undefined, `${command} has no answer.`);
  return answer;
}

async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await ask<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    document,
    placeOf(document, text).start,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof vscode.MarkdownString ? content.value : ""))
    .join("\n");
}

function flatten(symbols: readonly vscode.DocumentSymbol[]): vscode.DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flatten(symbol.children)]);
}

suite("Reading", () => {
  let document: vscode.TextDocument;

  setup(async () => {
    document = await open("zh-cn/troubleshooting.md");
    await waitForFindings(document.uri, "has findings", (findings) => findings.length > 0);
  });
  teardown(closeAll);

  test("a hover on a translation shows the English and the id of the segment", async () => {
    const hover = await hoverAt(document, "按住按钮五秒钟");
    assert.match(hover, /Hold the button for five seconds, then let go\./);
    assert.match(hover, /3832d-110/);
  });

  test("a hover on a front matter key says what it means", async () => {
    assert.match(await hoverAt(document, "ms.translationtype"), /\bHT\b/);
  });

  test("a hover on a link shows the title of its target", async () => {
    assert.match(await hoverAt(document, "set-up-your-station.md#pair-the-sensor)。"), /设置气象站/);
  });

  test("a link leads to its heading", async () => {
    const at = placeOf(document, "calibrate-sensors.md#set-an-offset)。").start.translate(0, 1);
    const found = await ask<(vscode.Location | vscode.LocationLink)[]>(
      "vscode.executeDefinitionProvider",
      document,
      at,
    );
    const places = found.map((each) =>
      "targetUri" in each
        ? { uri: each.targetUri, line: each.targetRange.start.line }
        : { uri: each.uri, line: each.range.start.line },
    );
    const target = await vscode.workspace.openTextDocument(uriOf("zh-cn/calibrate-sensors.md"));
    const { line } = placeOf(target, '<a name="set-an-offset">').start;
    assert.ok(
      places.some((place) => place.uri.path === target.uri.path && place.line === line),
      `Expected line ${line}, found ${JSON.stringify(places)}.`,
    );
  });

  test("the outline has the headings, with their segments below them", async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", document);
    const all = flatten(symbols);
    const heading = all.find(({ name, children }) => name.includes("传感器无法配对") && children.length > 0);
    assert.ok(heading, all.map(({ name }) => name).join(", "));
    assert.ok(flatten(heading.children).some(({ detail }) => detail === "3832d-109"));
  });

  test("the front matter can be folded", async () => {
    const ranges = await ask<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", document);
    const last = placeOf(document, 'ms.locfileid: "70412325"').start.line + 1;
    assert.ok(
      ranges.some(({ start, end }) => start === 0 && end === last),
      JSON.stringify(ranges),
    );
  });
});
