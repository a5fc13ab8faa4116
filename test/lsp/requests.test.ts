import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  InsertTextFormat,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  LSPErrorCodes,
  type Range,
  ReferencesRequest,
  type ResponseError,
} from "vscode-languageserver-protocol/node";
import type { Rule } from "../../server/src/core/rules/rule.ts";
import { PING } from "../../server/src/protocol.ts";
import { pair } from "../core/features/at-cursor.ts";
import { Editor, positionOf, uriOf } from "./editor.ts";

const INDEX = `# 概要 😀\n\n${pair("1a2b3-103", "[设置](setup.md#install)。", "[Set up](setup.md#install).")}\n`;
const SETUP = "---\ntitle: x\n---\n# Setup\n\n## Install\n\nText.\n";
const FILES = { "/docs/index.md": INDEX, "/docs/setup.md": SETUP };
const index = { uri: uriOf("/docs/index.md") };

async function open(): Promise<Editor> {
  const editor = await Editor.open(FILES);
  await editor.ready();
  await editor.openPage("/docs/index.md");
  return editor;
}

/** A rule that finds the word `bad`, and can make it `good`. */
const noBad: Rule = {
  id: "test/no-bad",
  summary: "",
  severity: "warning",
  *check({ document: { text } }) {
    for (const { index: start } of text.matchAll(/bad/g)) {
      const span = { start, end: start + 3 };
      const edits = [{ span, newText: "good" }];
      yield {
        span,
        message: "Bad.",
        fixes: [
          { title: "Write `good`", edits, isPreferred: true, isSafe: true },
          { title: "Create the page", edits: [], createFile: { path: "a/new.md", text: "# New\n" } },
        ],
      };
    }
  },
};

const WHOLE: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

test("hover answers with Markdown and the place it is about", async () => {
  const editor = await open();
  const hover = await editor.connection.sendRequest(HoverRequest.type, {
    textDocument: index,
    position: positionOf(INDEX, "sxs-lookup"),
  });
  assert.deepEqual(hover?.contents, {
    kind: "markdown",
    value: "[Set up](setup.md#install).\n\n`1a2b3-103`",
  });
  assert.deepEqual(hover.range?.start, { line: 2, character: 0 });
  await editor.close();
});

test("definition leads to the heading in the other page, unsaved text counted", async () => {
  const editor = await open();
  const ask = () =>
    editor.connection.sendRequest(DefinitionRequest.type, {
      textDocument: index,
      position: positionOf(INDEX, "setup.md"),
    });
  const lineOf = (location: unknown): unknown => (location as { range: Range }).range.start.line;
  assert.equal(lineOf(await ask()), 5);
  await editor.openPage("/docs/setup.md", `---\ntitle: x\n---\n\n\n${SETUP.slice(17)}`);
  assert.equal(lineOf(await ask()), 7);
  await editor.close();
});

test("references are found in pages that are not open", async () => {
  const editor = await Editor.open(FILES);
  await editor.ready();
  await editor.openPage("/docs/setup.md");
  const found = await editor.connection.sendRequest(ReferencesRequest.type, {
    textDocument: { uri: uriOf("/docs/setup.md") },
    position: positionOf(SETUP, "Install"),
    context: { includeDeclaration: false },
  });
  assert.deepEqual(found, [
    {
      uri: index.uri,
      range: { start: positionOf(INDEX, "setup.md"), end: positionOf(INDEX, ")。") },
    },
  ]);
  await editor.close();
});

test("a page may refer to a place more often than a function takes arguments", async () => {
  const count = 150_000;
  const editor = await Editor.open({ ...FILES, "/docs/index.md": "[x](setup.md)\n".repeat(count) });
  await editor.ready();
  await editor.openPage("/docs/setup.md");
  const found = await editor.connection.sendRequest(ReferencesRequest.type, {
    textDocument: { uri: uriOf("/docs/setup.md") },
    position: positionOf(SETUP, "Setup"),
    context: { includeDeclaration: false },
  });
  assert.equal(found?.length, count);
  await editor.close();
});

test("a document link is resolved to the line of its heading", async () => {
  const editor = await open();
  const [link] =
    (await editor.connection.sendRequest(DocumentLinkRequest.type, { textDocument: index })) ?? [];
  assert.ok(link);
  assert.equal(link.tooltip, "setup.md");
  const resolved = await editor.connection.sendRequest(DocumentLinkResolveRequest.type, link);
  assert.equal(resolved.target, `${uriOf("/docs/setup.md")}#L6`);
  await editor.close();
});

test("symbols, folding and highlights come in lines and characters", async () => {
  const editor = await open();
  const { connection } = editor;
  const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument: index });
  assert.deepEqual(
    symbols?.map(({ name }) => name),
    ["概要 😀"],
  );
  const folding = await connection.sendRequest(FoldingRangeRequest.type, { textDocument: index });
  assert.equal(folding?.[0]?.startCharacter, positionOf(INDEX, '<span class="sxs').character);
  const position = positionOf(INDEX, "。");
  const highlights = await connection.sendRequest(DocumentHighlightRequest.type, {
    textDocument: index,
    position,
  });
  assert.equal(highlights?.length, 2);
  await editor.close();
});

test("an editor that outlines Markdown by itself is given the outline of side-by-side pages only", async () => {
  const editor = await Editor.open(FILES, { initializationOptions: { outlinesMarkdown: true } });
  const countOf = async (path: string): Promise<number | undefined> =>
    (
      await editor.connection.sendRequest(DocumentSymbolRequest.type, {
        textDocument: { uri: uriOf(path) },
      })
    )?.length;
  assert.equal(await countOf("/docs/index.md"), 1);
  assert.equal(await countOf("/docs/setup.md"), 0);
  await editor.close();
});

test("an editor that folds whole lines only is offered no part of a line", async () => {
  const editor = await Editor.open(FILES, {
    capabilities: { textDocument: { foldingRange: { lineFoldingOnly: true } } },
  });
  for (const [path, expected] of [
    ["/docs/index.md", []],
    ["/docs/setup.md", [[0, 2]]],
  ] as const) {
    const folding = await editor.connection.sendRequest(FoldingRangeRequest.type, {
      textDocument: { uri: uriOf(path) },
    });
    assert.deepEqual(
      folding?.map(({ startLine, endLine }) => [startLine, endLine]),
      expected,
    );
  }
  await editor.close();
});

test("completion replaces what is written, in the right place", async () => {
  const text = "# 概要 😀\n\n[x](set)\n";
  const editor = await Editor.open({ "/docs/index.md": text, "/docs/setup.md": SETUP });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  const items = (await editor.connection.sendRequest(CompletionRequest.type, {
    textDocument: index,
    position: positionOf(text, ")"),
  })) as CompletionItem[];
  assert.deepEqual(items[0]?.textEdit, {
    range: { start: { line: 2, character: 4 }, end: { line: 2, character: 7 } },
    newText: "setup.md",
  });
  await editor.close();
});

test("a comment that silences a rule replaces what was typed of it, with a tab stop where the editor knows those", async () => {
  const text = "x\n\n<!-- lockstep-\n";
  const completionIn = async (snippetSupport: boolean): Promise<CompletionItem | undefined> => {
    const capabilities = { textDocument: { completion: { completionItem: { snippetSupport } } } };
    const editor = await Editor.open({ "/docs/index.md": text }, { capabilities });
    await editor.ready();
    await editor.openPage("/docs/index.md");
    const items = (await editor.connection.sendRequest(CompletionRequest.type, {
      textDocument: index,
      position: { line: 2, character: 14 },
    })) as CompletionItem[];
    await editor.close();
    return items[0];
  };
  const range = { start: { line: 2, character: 0 }, end: { line: 2, character: 14 } };
  const plain = await completionIn(false);
  assert.deepEqual(plain?.textEdit, { range, newText: "<!-- lockstep-disable-next-line -->" });
  assert.equal(plain.insertTextFormat, undefined);
  const snippet = await completionIn(true);
  assert.deepEqual(snippet?.textEdit, {
    range,
    newText: "<!-- lockstep-disable-next-line ${1:link/file-not-found} -->$0",
  });
  assert.equal(snippet.insertTextFormat, InsertTextFormat.Snippet);
});

async function actionsFor(editor: Editor, only?: string[]): Promise<CodeAction[]> {
  const answer = await editor.connection.sendRequest(CodeActionRequest.type, {
    textDocument: index,
    range: WHOLE,
    context: { diagnostics: [], ...(only && { only }) },
  });
  return answer as CodeAction[];
}

test("a quick fix edits the version that it was made for; a page can be created", async () => {
  const editor = await Editor.open({ "/docs/index.md": "bad\n" }, { rules: [noBad] });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  const [fix, create, ...others] = await actionsFor(editor, ["quickfix"]);
  assert.deepEqual(
    [fix?.title, fix?.isPreferred, fix?.edit],
    [
      "Write `good`",
      true,
      {
        documentChanges: [
          {
            textDocument: { ...index, version: 1 },
            edits: [
              {
                range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
                newText: "good",
              },
            ],
          },
        ],
      },
    ],
  );
  assert.deepEqual(create?.edit?.documentChanges?.[0], {
    kind: "create",
    uri: uriOf("/docs/a/new.md"),
    options: { ignoreIfExists: true },
  });
  // The documentation can be shown by our own client only.
  assert.deepEqual(
    others.map(({ title }) => title),
    ["Disable test/no-bad here", "Disable test/no-bad in this page"],
  );
  await editor.close();
});

test("our own client is offered the rule's documentation", async () => {
  const editor = await Editor.open(
    { "/docs/index.md": "bad\n" },
    { rules: [noBad], initializationOptions: { rulePages: "file:///ext/docs/rules/" } },
  );
  await editor.ready();
  await editor.openPage("/docs/index.md");
  const command = (await actionsFor(editor)).at(-1)?.command;
  assert.deepEqual([command?.command, command?.arguments], ["lockstep.explainRule", ["test/no-bad"]]);
  const report = await editor.connection.sendRequest("textDocument/diagnostic", { textDocument: index });
  assert.equal(
    (report as { items: { codeDescription?: { href: string } }[] }).items[0]?.codeDescription?.href,
    "file:///ext/docs/rules/test/no-bad.md",
  );
  await editor.close();
});

test("fix all is offered when it is asked for, and applies every safe fix", async () => {
  const editor = await Editor.open({ "/docs/index.md": "bad bad\n" }, { rules: [noBad] });
  await editor.ready();
  await editor.openPage("/docs/index.md");
  for (const only of ["source.fixAll.lockstep", "source.fixAll", "source"]) {
    const [all] = await actionsFor(editor, [only]);
    assert.equal(all?.kind, "source.fixAll.lockstep");
    const [change] = all.edit?.documentChanges ?? [];
    assert.equal(change !== undefined && "edits" in change && change.edits.length, 2);
  }
  assert.deepEqual(await actionsFor(editor, ["refactor"]), []);
  await editor.close();
});

test("a request about a page that is not there fails, and the server goes on", async () => {
  const editor = await open();
  await assert.rejects(
    editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: uriOf("/docs/gone.md") },
      position: { line: 0, character: 0 },
    }),
    ({ code }: ResponseError) => code === LSPErrorCodes.RequestFailed,
  );
  assert.equal(await editor.connection.sendRequest(PING), null);
  await editor.close();
});

test("a handler that crashes is named in the log, and the server goes on", async () => {
  const editor = await open();
  editor.files.readText = () => {
    throw new Error("Boom.");
  };
  await assert.rejects(
    editor.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: uriOf("/docs/gone.md") },
      position: { line: 0, character: 0 },
    }),
    /hover failed/,
  );
  await editor.until(() => editor.log.some((line) => line.includes("hover failed: Error: Boom.")));
  assert.equal(await editor.connection.sendRequest(PING), null);
  await editor.close();
});
