import * as vscode from "vscode";

/** Shows the documentation of a rule; asked without one, lets the writer choose. */
export async function explainRule(extension: vscode.Extension<unknown>, ruleId: unknown): Promise<void> {
  const chosen = typeof ruleId === "string" ? ruleId : await chooseRule(extension);
  if (chosen === undefined) return;
  const page = vscode.Uri.joinPath(extension.extensionUri, "docs", "rules", `${chosen}.md`);
  await vscode.commands.executeCommand("markdown.showPreview", page);
}

/** The rules as the manifest declares them for the setting `lockstep.rules`, each with its default and what it asks for. */
async function chooseRule({ packageJSON }: vscode.Extension<unknown>): Promise<string | undefined> {
  const { contributes } = packageJSON as Manifest;
  const { properties } = contributes.configuration.properties["lockstep.rules"];
  const rules = Object.entries(properties)
    .filter(([id]) => !id.endsWith("*"))
    .map(([id, { title, description }]) => ({ label: id, description: title, detail: description }));
  const title = vscode.l10n.t("Documentation of a Lockstep rule");
  return (await vscode.window.showQuickPick(rules, { title, matchOnDetail: true }))?.label;
}

/** The part of the manifest that names the rules. */
interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: {
        readonly "lockstep.rules": {
          readonly properties: Readonly<
            Record<string, { readonly title: string; readonly description: string }>
          >;
        };
      };
    };
  };
}
