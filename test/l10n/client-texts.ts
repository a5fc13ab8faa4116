import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** The English texts that the client shows: what it gives to `vscode.l10n.t`. One that is put together is an error. */
export function clientTexts(): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const path of readdirSync("client/src", { recursive: true, encoding: "utf8" })) {
    if (path.endsWith(".ts")) collect(join("client/src", path), texts);
  }
  return texts;
}

function collect(path: string, texts: Set<string>): void {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isTranslation(node.expression)) {
      const [text] = node.arguments;
      if (text === undefined || !ts.isStringLiteral(text))
        throw new Error(`${path}: ${node.getText()} is not given its text as it is.`);
      texts.add(text.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

/** `vscode.l10n.t`, or `t`, which is what was taken out of `vscode.l10n`. */
function isTranslation(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return callee.text === "t";
  return ts.isPropertyAccessExpression(callee) && callee.getText() === "vscode.l10n.t";
}
