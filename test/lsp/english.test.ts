import assert from "node:assert/strict";
import { test } from "node:test";
import {
  CodeLensRequest,
  DefinitionRequest,
  type DefinitionParams,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  HoverRequest,
  type Location,
  ReferencesRequest,
} from "vscode-languageserver-protocol/node";
import { parseDocument } from "../../server/src/core/document/parse-document.ts";
import { segmentChanged } from "../../server/src/core/rules/source/segment-changed.ts";
import type { History } from "../../server/src/lsp/environment.ts";
import {
  ENGLISH_TEXT,
  type EnglishTextParams,
  OPEN_LOCALIZED_PAGE,
  PAGE_STATE,
  type PageState,
  type RelatedPage,
  RELATED_PAGES,
  type RelatedPages,
} from "../../server/src/protocol.ts";
import { pair } from "../core/features/at-cursor.ts";
import { madeFrom } from "../core/features/english.ts";
import { Editor, type EditorOptions, positionOf, uriOf } from "./editor.ts";

const ENGLISH = "# Set up\n\nPress **Save**. Then wait for 5 minutes.\n";
const CHANGED = ENGLISH.replace("5 minutes", "10 minutes");
const CHINESE = madeFrom(
  ENGLISH,
  `# ${pair("1a2b3-103", "设置", "Set up")}\n\n` +
    `${pair("1a2b3-104", "按**保存**。", "Press **Save**.")} ${pair("1a2b3-105", "等待 5 分钟。", "Then wait for 5 minutes.")}\n`,
);
const FRENCH = madeFrom(ENGLISH, "# Configurer\n\nAppuyez sur **Save**. Puis attendez 5 minutes.\n").replace(
  "zh-CN",
  "fr-FR",
);
const FILES = {
  "/docs/en-us/a.md": ENGLISH,
  "/docs/zh-cn/a.md": CHINESE,
  "/docs/fr-fr/a.md": FRENCH,
};
const OPTIONS: EditorOptions = { initializationOptions: { showsEnglish: true } };

async function openEditor(
  files: Readonly<Record<string, string>> = FILES,
  options = OPTIONS,
): Promise<Editor> {
  const editor = await Editor.open(files, options);
  await editor.ready();
  return editor;
}

function at(files: Readonly<Record<string, string>>, path: string, word: string): DefinitionParams {
  return { textDocument: { uri: uriOf(path) }, position: positionOf(files[path] ?? "", word) };
}

/** Places as a person reads them: the path, and the text from there to the end of the sentence. */
function show(editor: Editor, found: Location | readonly Location[] | null): string[] {
  const list = found === null ? [] : Array.isArray(found) ? (found as Location[]) : [found as Location];
  return list.map(({ uri, range }) => {
    const path = uri.replace("file://", "");
    const line = editor.files.texts.get(path)?.split("\n")[range.start.line] ?? "";
    return `${path}: ${line.slice(range.start.character, range.end.character)}`;
  });
}

async function define(editor: Editor, params: DefinitionParams): Promise<string[]> {
  return show(
    editor,
    (await editor.connection.sendRequest(DefinitionRequest.type, params)) as Location[] | null,
  );
}

test("typing in the English page changes what is found in a localized page that nobody touches", async () => {
  const editor = await openEditor(FILES, { ...OPTIONS, rules: [segmentChanged] });
  await editor.openPage("/docs/zh-cn/a.md");
  await editor.openPage("/docs/en-us/a.md");
  assert.deepEqual(await editor.diagnostics("/docs/zh-cn/a.md"), []);

  const before = editor.refreshes;
  await editor.edit("/docs/en-us/a.md", CHANGED);
  await editor.until(() => editor.refreshes > before);
  assert.match((await editor.diagnostics("/docs/zh-cn/a.md")).join("\n"), /^source\/segment-changed: /);

  const after = editor.refreshes;
  await editor.edit("/docs/en-us/a.md", ENGLISH);
  await editor.until(() => editor.refreshes > after);
  assert.deepEqual(await editor.diagnostics("/docs/zh-cn/a.md"), []);
  await editor.close();
});

test("a finding about a sentence that changed points at it in the English page, open or not", async () => {
  for (const isOpen of [false, true]) {
    const editor = await openEditor({ ...FILES, "/docs/en-us/a.md": CHANGED });
    if (isOpen) await editor.openPage("/docs/en-us/a.md");
    await editor.openPage("/docs/zh-cn/a.md");
    const report = await editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: uriOf("/docs/zh-cn/a.md") },
    });
    const items = report.kind === "full" ? report.items : [];
    const places = items.find(({ code }) => code === "source/segment-changed")?.relatedInformation ?? [];
    assert.deepEqual(
      show(
        editor,
        places.map(({ location }) => location),
      ),
      ["/docs/en-us/a.md: Then wait for 10 minutes."],
    );
    await editor.close();
  }
});

test("a hover on a sentence of a clean page shows its English", async () => {
  const editor = await openEditor();
  await editor.openPage("/docs/fr-fr/a.md");
  const hover = await editor.connection.sendRequest(HoverRequest.type, at(FILES, "/docs/fr-fr/a.md", "Puis"));
  assert.deepEqual(hover?.contents, {
    kind: "markdown",
    value: "Then wait for 5 minutes.\n\nEnglish: `en-us/a.md`",
  });
  await editor.close();
});

test("a translated sentence leads to its English, and an English one to all of its translations", async () => {
  const editor = await openEditor();
  for (const path of Object.keys(FILES)) await editor.openPage(path);
  const english = "/docs/en-us/a.md: Then wait for 5 minutes.";
  const translations = ["/docs/fr-fr/a.md: Puis attendez 5 minutes.", "/docs/zh-cn/a.md: 等待 5 分钟。"];
  assert.deepEqual(await define(editor, at(FILES, "/docs/zh-cn/a.md", "等待 5")), [english]);
  assert.deepEqual(await define(editor, at(FILES, "/docs/fr-fr/a.md", "Puis")), [english]);
  assert.deepEqual(await define(editor, at(FILES, "/docs/en-us/a.md", "wait")), translations);

  const references = await editor.connection.sendRequest(ReferencesRequest.type, {
    ...at(FILES, "/docs/zh-cn/a.md", "等待 5"),
    context: { includeDeclaration: true },
  });
  assert.deepEqual(show(editor, references), [english, ...translations]);
  await editor.close();
});

test("an English page says which translations go stale with what is typed, and where", async () => {
  const editor = await openEditor();
  await editor.openPage("/docs/en-us/a.md");
  await editor.edit("/docs/en-us/a.md", CHANGED);
  const lenses = await editor.connection.sendRequest(CodeLensRequest.type, {
    textDocument: { uri: uriOf("/docs/en-us/a.md") },
  });
  const title = "fr-FR, zh-CN: 1 segment goes stale";
  assert.deepEqual(
    lenses?.map(({ command }) => [command?.command, command?.title]),
    [
      [OPEN_LOCALIZED_PAGE, title],
      [OPEN_LOCALIZED_PAGE, title],
    ],
  );
  const [pages] = (lenses[0]?.command?.arguments ?? []) as [readonly RelatedPage[]];
  assert.deepEqual(
    pages.map(({ locale, position }) => [locale, position?.line]),
    [
      ["fr-FR", 7],
      ["zh-CN", 7],
    ],
  );
  await editor.close();
});

test("lenses are asked for again when a translation changes, not when the English page does", async () => {
  const editor = await openEditor();
  const english = { textDocument: { uri: uriOf("/docs/en-us/a.md") } };
  await editor.openPage("/docs/en-us/a.md");
  await editor.openPage("/docs/zh-cn/a.md");
  await editor.connection.sendRequest(CodeLensRequest.type, english);
  await editor.edit("/docs/en-us/a.md", CHANGED);
  await editor.connection.sendRequest(CodeLensRequest.type, english);
  assert.equal(editor.lensRefreshes, 0);

  const updated = madeFrom(CHANGED, CHINESE.slice(CHINESE.indexOf("# ")).replace("5 minutes", "10 minutes"));
  await editor.edit("/docs/zh-cn/a.md", updated);
  await editor.until(() => editor.lensRefreshes === 1);
  const lenses = await editor.connection.sendRequest(CodeLensRequest.type, english);
  assert.equal(lenses?.[0]?.command?.title, "fr-FR: 1 segment goes stale · zh-CN: up to date");
  await editor.close();
});

test("the lenses can be turned off", async () => {
  const settings = { [uriOf("/docs")]: { codeLens: false } };
  const editor = await openEditor(FILES, { ...OPTIONS, settings });
  await editor.openPage("/docs/en-us/a.md");
  const lenses = await editor.connection.sendRequest(CodeLensRequest.type, {
    textDocument: { uri: uriOf("/docs/en-us/a.md") },
  });
  assert.deepEqual(lenses, []);
  await editor.close();
});

test("the pages that belong to a page are known, with the place in each", async () => {
  const editor = await openEditor();
  const { textDocument, position } = at(FILES, "/docs/zh-cn/a.md", "等待 5");
  const params = { uri: textDocument.uri, position };
  const related = await editor.connection.sendRequest<RelatedPages>(RELATED_PAGES, params);
  assert.deepEqual(related, {
    english: {
      uri: uriOf("/docs/en-us/a.md"),
      path: "en-us/a.md",
      position: positionOf(ENGLISH, "Then wait"),
    },
    localized: [
      {
        uri: uriOf("/docs/fr-fr/a.md"),
        path: "fr-fr/a.md",
        locale: "fr-FR",
        position: positionOf(FRENCH, "Puis"),
      },
    ],
  });
  await editor.close();
});

test("while the English page is being typed in, the page is compared with it as it was saved, too", async () => {
  const editor = await openEditor();
  await editor.openPage("/docs/en-us/a.md");
  await editor.edit("/docs/en-us/a.md", CHANGED);
  const { textDocument, position } = at(FILES, "/docs/fr-fr/a.md", "Puis");
  const params = { uri: textDocument.uri, position };
  const { english, base } = await editor.connection.sendRequest<RelatedPages>(RELATED_PAGES, params);
  assert.equal(english?.uri, uriOf("/docs/en-us/a.md"));
  assert.match(base?.uri ?? "", /^lockstep-english:/);
  assert.equal(await editor.connection.sendRequest(ENGLISH_TEXT, { uri: base?.uri }), ENGLISH);
  await editor.close();
});

test("the state of a page follows what is typed into its English", async () => {
  const editor = await openEditor();
  const stateOf = (path: string): Promise<PageState> =>
    editor.connection.sendRequest<PageState>(PAGE_STATE, { uri: uriOf(path) });
  await editor.openPage("/docs/en-us/a.md");
  assert.equal((await stateOf("/docs/zh-cn/a.md")).state, "current");
  const english = await stateOf("/docs/en-us/a.md");
  assert.deepEqual([english.state, english.locales], ["english", ["fr-FR", "zh-CN"]]);
  await editor.edit("/docs/en-us/a.md", `${CHANGED}\nNew.\n`);
  const { state, stale, added } = await stateOf("/docs/zh-cn/a.md");
  assert.deepEqual({ state, stale, added }, { state: "outdated", stale: 1, added: 1 });
  await editor.close();
});

test("the state of a page counts what the last sync has marked, and nobody has finished", async () => {
  const editor = await openEditor();
  const uri = uriOf("/docs/zh-cn/a.md");
  const path = "/docs/zh-cn/a.md";
  await editor.openPage(path);
  await editor.edit(path, `${FILES[path]}\nNew.<!--lockstep:new-->\n`);
  const { state, marked } = await editor.connection.sendRequest<PageState>(PAGE_STATE, { uri });
  assert.deepEqual({ state, marked }, { state: "current", marked: 1 });
  await editor.close();
});

test("English that is in no file is a virtual page with its text", async () => {
  const files = { "/docs/zh-cn/a.md": CHINESE, "/docs/fr-fr/a.md": FRENCH };
  const editor = await openEditor(files);
  const found = (await editor.connection.sendRequest(
    DefinitionRequest.type,
    at(files, "/docs/fr-fr/a.md", "Puis"),
  )) as Location | null;
  assert.ok(found);
  assert.match(found.uri, /^lockstep-english:\/zh-cn\/a\.md\?/);
  const params: EnglishTextParams = { uri: found.uri };
  const text = await editor.connection.sendRequest<string | null>(ENGLISH_TEXT, params);
  const line = text?.split("\n")[found.range.start.line] ?? "";
  assert.equal(
    line.slice(found.range.start.character, found.range.end.character),
    "Then wait for 5 minutes.",
  );
  for (const uri of ["file:///etc/passwd", "lockstep-english:/a.md?file%3A%2F%2F%2Fgone.md"]) {
    assert.equal(await editor.connection.sendRequest(ENGLISH_TEXT, { uri }), null);
  }
  await editor.close();
});

test("the English of a page that is in no file yet is a virtual page as well", async () => {
  const editor = await openEditor({});
  const uri = "untitled:Untitled-1";
  const textDocument = { uri, languageId: "markdown", version: 1, text: CHINESE };
  await editor.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  const params = { uri, position: { line: 0, character: 0 } };
  const { base } = await editor.connection.sendRequest<RelatedPages>(RELATED_PAGES, params);
  const text = await editor.connection.sendRequest<string | null>(ENGLISH_TEXT, { uri: base?.uri });
  assert.match(text ?? "", /Then wait for 5 minutes\./);
  await editor.close();
});

test("a client that shows no virtual pages is led to none", async () => {
  const files = { "/docs/zh-cn/a.md": CHINESE, "/docs/fr-fr/a.md": FRENCH };
  const editor = await openEditor(files, {});
  assert.deepEqual(await define(editor, at(files, "/docs/fr-fr/a.md", "Puis")), []);
  await editor.close();
});

test("English of a commit is a virtual page, and the hover names the commit", async () => {
  const commit = "0123456789abcdef0123456789abcdef01234567";
  const files = { "/repos/docs/a.md": CHANGED, "/repos/docs.fr-fr/a.md": FRENCH };
  const history: History = {
    answer: ({ ask }) =>
      Promise.resolve(
        ask === "revision"
          ? { path: "old/a.md", revision: commit, document: parseDocument(ENGLISH) }
          : undefined,
      ),
    stateOf: () => Promise.resolve(""),
    dispose: () => Promise.resolve(),
  };
  const editor = await openEditor(files, { ...OPTIONS, folders: ["/repos/docs.fr-fr"], history });
  await editor.openPage("/repos/docs.fr-fr/a.md");
  const heading = at(files, "/repos/docs.fr-fr/a.md", "Configurer");
  const hover = await editor.connection.sendRequest(HoverRequest.type, heading);
  assert.match(JSON.stringify(hover?.contents), /English: `old\/a\.md`, commit `0123456`/);

  const params = { uri: heading.textDocument.uri, position: heading.position };
  const { english, base } = await editor.connection.sendRequest<RelatedPages>(RELATED_PAGES, params);
  assert.deepEqual([english?.uri, english?.path], [uriOf("/repos/docs/a.md"), "a.md"]);
  assert.deepEqual([base?.path, base?.revision], ["old/a.md", commit]);
  assert.equal(await editor.connection.sendRequest(ENGLISH_TEXT, { uri: base?.uri }), ENGLISH);
  await editor.close();
});

test("pages of several repositories lead to each other", async () => {
  const files = {
    "/repos/docs/a.md": ENGLISH,
    "/repos/docs.zh-cn/a.md": CHINESE,
    "/repos/docs.fr-fr/a.md": FRENCH,
  };
  const editor = await openEditor(files, { ...OPTIONS, folders: ["/repos/docs.zh-cn", "/repos/docs.fr-fr"] });
  const translations = [
    "/repos/docs.fr-fr/a.md: Puis attendez 5 minutes.",
    "/repos/docs.zh-cn/a.md: 等待 5 分钟。",
  ];
  assert.deepEqual(await define(editor, at(files, "/repos/docs/a.md", "wait")), translations);
  assert.deepEqual(await define(editor, at(files, "/repos/docs.fr-fr/a.md", "Puis")), [
    "/repos/docs/a.md: Then wait for 5 minutes.",
  ]);
  await editor.close();
});

test("what the writer asks for waits for Git; lenses do not, and are made anew when it has answered", async () => {
  const files = { "/repos/docs/a.md": CHANGED, "/repos/docs.fr-fr/a.md": FRENCH };
  let release = (): void => undefined;
  const isReleased = new Promise<void>((resolve) => (release = resolve));
  const history: History = {
    answer: async ({ ask }) => {
      await isReleased;
      return ask === "revision" ? { path: "a.md", document: parseDocument(ENGLISH) } : undefined;
    },
    stateOf: () => Promise.resolve(""),
    dispose: () => Promise.resolve(),
  };
  const editor = await openEditor(files, { ...OPTIONS, folders: ["/repos/docs.fr-fr"], history });
  await editor.openPage("/repos/docs/a.md");
  const lensTitle = async (): Promise<string | undefined> => {
    const english = { textDocument: { uri: uriOf("/repos/docs/a.md") } };
    const lenses = await editor.connection.sendRequest(CodeLensRequest.type, english);
    return lenses?.[0]?.command?.title;
  };
  const { textDocument, position } = at(files, "/repos/docs.fr-fr/a.md", "Puis");
  const related = editor.connection.sendRequest<RelatedPages>(RELATED_PAGES, {
    uri: textDocument.uri,
    position,
  });
  assert.equal(await lensTitle(), "fr-FR: made from another version");

  release();
  assert.equal((await related).base?.path, "a.md");
  await editor.until(() => editor.lensRefreshes === 1);
  assert.equal(await lensTitle(), "fr-FR: 1 segment goes stale");
  await editor.close();
});

test("English from another repository's segments is named by the locale of that page", async () => {
  const files = { "/repos/docs.zh-cn/a.md": CHINESE, "/repos/docs.fr-fr/a.md": FRENCH };
  const editor = await openEditor(files, { ...OPTIONS, folders: ["/repos/docs.fr-fr"] });
  const hover = await editor.connection.sendRequest(
    HoverRequest.type,
    at(files, "/repos/docs.fr-fr/a.md", "Puis"),
  );
  assert.match(JSON.stringify(hover?.contents), /English: from the segments of `a\.md` \(zh-CN\)/);
  await editor.close();
});
