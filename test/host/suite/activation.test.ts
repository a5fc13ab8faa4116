import assert from "node:assert/strict";
import * as vscode from "vscode";
import { closeAll, hasFinding, open, waitForFindings } from "./pages.ts";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

suite("Activation", () => {
  teardown(closeAll);

  const findExtension = (): vscode.Extension<unknown> => {
    const extension = vscode.extensions.getExtension("lockstep.lockstep");
    assert.ok(extension, "The extension is not installed.");
    return extension;
  };

  test("a Markdown page starts the extension", async () => {
    const document = await open("zh-cn/troubleshooting.md");
    await waitForFindings(document.uri, "has findings", (findings) => findings.length > 0);
    assert.ok(findExtension().isActive);
  });

  test("every command of the manifest can be run", async () => {
    await findExtension().activate();
    const known = await vscode.commands.getCommands(true);
    const named = (findExtension().packageJSON as Manifest).contributes.commands.map(
      ({ command }) => command,
    );
    assert.ok(named.includes("lockstep.checkWorkspace"));
    assert.deepEqual(
      named.filter((command) => !known.includes(command)),
      [],
    );
  });

  test("a restarted server finds the same", async () => {
    const document = await open("zh-cn/troubleshooting.md");
    const before = await waitForFindings(document.uri, "has findings", (findings) =>
      hasFinding(findings, "link/redirected"),
    );
    await vscode.commands.executeCommand("lockstep.restartServer");
    await waitForFindings(
      document.uri,
      "has as many as before",
      (findings) => findings.length === before.length,
    );
  });
});
