import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeAll,
  findingsOf,
  hasFinding,
  open,
  placeOf,
  replace,
  ruleOf,
  waitForFindings,
} from "./pages.ts";

/** The defects planted in the page that is the tour through the product; samples/README.md lists them. */
const PLANTED = [
  "metadata/unknown-key",
  "metadata/date-format-invalid",
  "segment/id-mismatch",
  "segment/emphasis-broken",
  "segment/code-mismatch",
  "segment/corrupt-markup",
  "segment/identifier-case",
  "link/insecure-link",
  "link/hard-coded-locale",
  "link/file-not-found",
  "link/bookmark-not-found",
  "link/redirected",
  "link/case-mismatch",
];

suite("Findings", () => {
  teardown(closeAll);

  test("every planted defect of a page is found", async () => {
    const { uri } = await open("zh-cn/troubleshooting.md");
    const has = (findings: readonly vscode.Diagnostic[]): boolean =>
      PLANTED.every((rule) => hasFinding(findings, rule));
    const findings = await waitForFindings(uri, "has a finding for each planted defect", has);
    assert.deepEqual([...new Set(findings.map(ruleOf))].sort(), [...PLANTED].sort());
  });

  test("a defect is found while it is typed, and goes when it is taken back", async () => {
    const document = await open("zh-cn/status-lights.md");
    await replace(document, "](set-up-your-station.md)", "](set-up-your-stations.md)");
    await waitForFindings(document.uri, "reports the link", (findings) =>
      hasFinding(findings, "link/file-not-found"),
    );
    await vscode.commands.executeCommand("undo");
    await waitForFindings(document.uri, "is clean again", (findings) => findings.length === 0);
  });

  test("findings do not flicker while somebody types fast", async () => {
    const document = await open("zh-cn/troubleshooting.md");
    await waitForFindings(document.uri, "has findings", (findings) =>
      hasFinding(findings, "link/redirected"),
    );
    let fewest = Infinity;
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      fewest = Math.min(fewest, findingsOf(document.uri).length);
    });
    // Each letter makes the server drop the work on the one before it; what is dropped is not "no problems".
    const place = placeOf(document, "ms.service: skylark").end;
    const editor = await vscode.window.showTextDocument(document);
    for (const letter of "-weather-station-for-the-home") {
      const at = new vscode.Position(place.line, document.lineAt(place.line).text.length);
      assert.ok(
        await editor.edit((edit) => {
          edit.insert(at, letter);
        }),
      );
    }
    await replace(document, "](first-steps.md)", "](index.md)");
    await waitForFindings(
      document.uri,
      "lacks the repaired link",
      (findings) => !hasFinding(findings, "link/redirected"),
    );
    listener.dispose();
    assert.ok(fewest >= PLANTED.length - 1, `There were moments with only ${fewest} findings.`);
  });
});
