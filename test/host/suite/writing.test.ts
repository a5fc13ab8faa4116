import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, hasFinding, open, placeOf, replace, waitForFindings } from "./pages.ts";

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    kind.value,
  );
}

/** Waits for a finding in the line of a text, and takes the fix that Ctrl+. offers first. */
async function fix(document: vscode.TextDocument, rule: string, text: string): Promise<vscode.CodeAction> {
  const place = placeOf(document, text);
  await waitForFindings(document.uri, `reports ${rule}`, (findings) => hasFinding(findings, rule, place));
  const [first] = await actionsAt(document, place, vscode.CodeActionKind.QuickFix);
  assert.ok(first?.edit, `There is no quick fix for ${rule}.`);
  assert.ok(await vscode.workspace.applyEdit(first.edit));
  await waitForFindings(
    document.uri,
    `no longer reports ${rule}`,
    (findings) => !hasFinding(findings, rule, place),
  );
  return first;
}

/** Types a text at the end of a line, and gives what is offered for going on. */
async function complete(
  document: vscode.TextDocument,
  line: number,
  text: string,
): Promise<vscode.CompletionItem[]> {
  const at = document.lineAt(line).range.end;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, at, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
  const position = document.positionAt(document.offsetAt(at) + text.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
  );
  return list.items;
}

function labelsOf(items: readonly vscode.CompletionItem[]): string[] {
  return items.map(({ label }) => (typeof label === "string" ? label : label.label));
}

suite("Writing", () => {
  teardown(closeAll);

  test("a quick fix leads a broken link to the page that was meant", async () => {
    const document = await open("zh-cn/troubleshooting.md");
    await fix(document, "link/file-not-found", "](calibrate-sensor.md)");
    assert.match(document.getText(), /校准传感器.*\]\(calibrate-sensors\.md\)$/m);
  });

  test("a quick fix puts lost backticks back, as the English has them", async () => {
    const document = await open("zh-cn/troubleshooting.md");
    await fix(document, "segment/code-mismatch", "使用 skylark status --clock 检查");
    assert.match(document.getText(), /使用 `skylark status --clock` 检查/);
  });

  test("all safe fixes can be applied at once", async () => {
    const document = await open("zh-cn/troubleshooting.md");
    const place = placeOf(document, "ms.lasthandoff: 2024-04-02");
    await waitForFindings(document.uri, "reports the date", (findings) =>
      hasFinding(findings, "metadata/date-format-invalid", place),
    );
    const [all] = await actionsAt(document, place, vscode.CodeActionKind.SourceFixAll.append("lockstep"));
    assert.ok(all?.edit, "There is nothing to apply.");
    assert.ok(await vscode.workspace.applyEdit(all.edit));
    await waitForFindings(
      document.uri,
      "has the right date",
      (findings) => !hasFinding(findings, "metadata/date-format-invalid"),
    );
    assert.match(document.getText(), /^ms\.lasthandoff: 04\/02\/2024$/m);
    assert.match(document.getText(), /<span data-ttu-id="3832d-129">切勿/);
  });

  test("a front matter key is completed", async () => {
    const document = await open("zh-cn/status-lights.md");
    await replace(document, "ms.topic: reference\n", "");
    const items = await complete(document, placeOf(document, "ms.service: skylark").start.line, "\nms.to");
    assert.ok(labelsOf(items).includes("ms.topic"), labelsOf(items).join(", "));
  });

  test("a value of a front matter key is completed", async () => {
    const document = await open("zh-cn/status-lights.md");
    await replace(document, "ms.translationtype: HT", "ms.translationtype:");
    const { line } = placeOf(document, "ms.translationtype:").start;
    const labels = labelsOf(await complete(document, line, " "));
    assert.ok(labels.includes("MT") && labels.includes("HT"), labels.join(", "));
  });

  test("the path of a link is completed", async () => {
    const document = await open("zh-cn/status-lights.md");
    const labels = labelsOf(await complete(document, document.lineCount - 1, "\n\n[x](cal"));
    assert.ok(labels.includes("calibrate-sensors.md"), labels.join(", "));
  });

  test("the anchor of a link is completed", async () => {
    const document = await open("zh-cn/status-lights.md");
    const labels = labelsOf(
      await complete(document, document.lineCount - 1, "\n\n[x](calibrate-sensors.md#"),
    );
    assert.ok(labels.includes("set-an-offset"), labels.join(", "));
  });
});
