import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, hasFinding, open, placeOf, uriOf, waitForFindings } from "./pages.ts";

interface Checked {
  readonly pages: number;
  readonly error: number;
}

const TEXT = "---\ntitle: 校准\n---\n# 校准\n";

suite("Workspace", () => {
  const created = uriOf("zh-cn/calibrate-sensor.md");

  teardown(async () => {
    await closeAll();
    await vscode.commands.executeCommand("lockstep.clearWorkspaceProblems");
    for (const path of ["zh-cn/calibrate-sensor.md", "zh-cn/other.md"]) {
      try {
        await vscode.workspace.fs.delete(uriOf(path));
      } catch {
        // This test has not made it.
      }
    }
  });

  test("the whole workspace is checked on request, pages that are not open as well", async () => {
    await open("zh-cn/index.md");
    const result = await vscode.commands.executeCommand<Checked>("lockstep.checkWorkspace");
    assert.ok(result.pages >= 30, `Only ${result.pages} pages were checked.`);
    assert.ok(result.error > 0);
    await waitForFindings(uriOf("ko-kr/read-your-data.md"), "reports the header", (findings) =>
      hasFinding(findings, "metadata/duplicate-key"),
    );
    await vscode.commands.executeCommand("lockstep.clearWorkspaceProblems");
    await waitForFindings(
      uriOf("ko-kr/read-your-data.md"),
      "is forgotten",
      (findings) => findings.length === 0,
    );
  });

  test("a page that is created is no longer missing in another one", async () => {
    const document = await open("zh-cn/troubleshooting.md");
    const link = placeOf(document, "](calibrate-sensor.md)");
    const isBroken = (findings: readonly vscode.Diagnostic[]): boolean =>
      hasFinding(findings, "link/file-not-found", link);
    await waitForFindings(document.uri, "reports the link", isBroken);

    await vscode.workspace.fs.writeFile(created, Buffer.from(TEXT));
    await waitForFindings(
      document.uri,
      "accepts the link",
      (findings) => findings.length > 0 && !isBroken(findings),
    );
    await vscode.workspace.fs.delete(created);
    await waitForFindings(document.uri, "reports the link again", isBroken);
    assert.equal(document.isDirty, false);
  });

  test("a page that is renamed is missing where it was and found where it is", async () => {
    await vscode.workspace.fs.writeFile(uriOf("zh-cn/other.md"), Buffer.from(TEXT));
    const document = await open("zh-cn/troubleshooting.md");
    const link = placeOf(document, "](calibrate-sensor.md)");
    const isBroken = (findings: readonly vscode.Diagnostic[]): boolean =>
      hasFinding(findings, "link/file-not-found", link);
    await waitForFindings(document.uri, "reports the link", isBroken);
    await vscode.workspace.fs.rename(uriOf("zh-cn/other.md"), created);
    await waitForFindings(
      document.uri,
      "accepts the link",
      (findings) => findings.length > 0 && !isBroken(findings),
    );
  });
});
