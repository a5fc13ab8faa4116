import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";

function findSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));
}

/** Declarations that are exported where they stand, and have no comment that begins with two asterisks. */
function findUnexplained(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
  return file.statements
    .filter((each) => ts.canHaveModifiers(each) && isExported(each) && !hasComment(each))
    .map((each) => `${path}:${file.getLineAndCharacterOfPosition(each.getStart()).line + 1}`);
}

function isExported(node: ts.HasModifiers): boolean {
  return ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

function hasComment(node: ts.Node): boolean {
  return ts.getJSDocCommentsAndTags(node).length > 0;
}

test("every export has a comment that says what it is", () => {
  const files = ["server/src", "client/src"].flatMap(findSources);
  assert.ok(files.length > 300);
  assert.deepEqual(files.flatMap(findUnexplained), []);
});
