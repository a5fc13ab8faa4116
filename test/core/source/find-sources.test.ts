import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { suite, test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { englishHalvesOf } from "../../../server/src/core/source/english-halves.ts";
import { findSources, withOwnHalves } from "../../../server/src/core/source/find-sources.ts";
import {
  findSourceCommit,
  findSourceHash,
  isMadeFrom,
  sourceHashOf,
} from "../../../server/src/core/source/hash.ts";
import { findLocaleFolders } from "../../../server/src/core/source/locale-folders.ts";
import type { PageSources } from "../../../server/src/core/source/page-sources.ts";
import { SAME_PATHS } from "../../../server/src/core/source/path-prefixes.ts";
import {
  originOf,
  type SourceAnswer,
  type SourceRequest,
} from "../../../server/src/core/source/source-question.ts";
import { textAt } from "../../../server/src/core/text/span.ts";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";
import { segmentPair } from "../../segment-pair.ts";

const ENGLISH = "# Lights\n\nThe light is green.\n";
const HASH = sourceHashOf(ENGLISH);
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

function pair(target: string, source: string, number: number): string {
  return segmentPair(`1a2b3-${number}`, target, source);
}

function header(hash = HASH, locale = "zh-CN"): string {
  return `---\ntitle: T\nms.openlocfilehash: ${hash}\nms.sourcegitcommit: ${COMMIT}\nms.contentlocale: ${locale}\n---\n`;
}

const SXS_BODY = `# <a name="lights"></a>${pair("灯", "Lights", 101)}\n\n${pair("灯是绿的。", "The light is green.", 102)}\n`;
const CLEAN_BODY = '# <a name="lights"></a>灯\n\n灯是绿的。\n';

interface World {
  /** The localized root. */
  readonly root: Readonly<Record<string, string>>;
  /** The English tree; none by default. */
  readonly english?: Readonly<Record<string, string>>;
  /** What Git, and folders elsewhere, answer. */
  readonly answer?: (request: SourceRequest) => SourceAnswer | undefined;
  readonly neighbours?: readonly string[];
}

function find(
  path: string,
  { root, english, answer, neighbours = [] }: World,
): { sources: PageSources; asked: string[] } {
  const workspace = buildWorkspace({ name: "docs", files: new Map(Object.entries(root)) });
  const tree = english && buildWorkspace({ name: "docs", files: new Map(Object.entries(english)) });
  const document = parseDocument(root[path] ?? "");
  const search = findSources({
    ...originOf(path, document),
    workspace,
    source: tree && { tree, prefixes: SAME_PATHS },
    localeFolders: findLocaleFolders(Object.keys(root)),
    neighbours,
  });
  const asked: string[] = [];
  let step = search.next();
  while (step.done !== true) {
    asked.push(step.value.ask);
    step = search.next(readText(step.value, root, english) ?? answer?.(step.value));
  }
  return { sources: withOwnHalves(step.value, path, document), asked };
}

function readText(
  request: SourceRequest,
  root: World["root"],
  english: World["english"],
): SourceAnswer | undefined {
  if (request.ask !== "source-page" && request.ask !== "page") return undefined;
  const text = request.ask === "page" ? root[request.path] : english?.[request.path];
  return text === undefined ? undefined : { path: request.path, document: parseDocument(text) };
}

/** `origin path`, with what the answer says. */
function says(page: PageSources["base"]): string | undefined {
  return page && [page.origin, page.path, page.revision].filter((part) => part !== undefined).join(" ");
}

suite("the base of a page", () => {
  test("is the English page as it is now, while that has the hash", () => {
    for (const english of [ENGLISH, ENGLISH.replaceAll("\n", "\r\n")]) {
      const { sources, asked } = find("a.md", {
        root: { "a.md": header() + SXS_BODY },
        english: { "a.md": english },
      });
      assert.equal(says(sources.base), "source-tree a.md");
      assert.equal(sources.base, sources.current);
      assert.ok(!asked.includes("revision"), "Git was asked in vain");
    }
  });

  test("is a revision of Git, before the page's own halves", () => {
    const { sources, asked } = find("a.md", {
      root: { "a.md": header() + SXS_BODY },
      english: { "a.md": `${ENGLISH}\nMore.\n` },
      answer: (request) =>
        request.ask === "revision"
          ? { path: "old.md", revision: COMMIT, document: parseDocument(ENGLISH) }
          : undefined,
    });
    assert.equal(says(sources.current), "source-tree a.md");
    assert.equal(says(sources.base), `git old.md ${COMMIT}`);
    assert.deepEqual(asked, ["source-page", "saved-source", "revision", "committed"]);
  });

  test("is the English page as it was last saved, while it is edited", () => {
    const { sources, asked } = find("a.md", {
      root: { "a.md": header() + CLEAN_BODY },
      english: { "a.md": "# Being typed\n" },
      answer: ({ ask }) =>
        ask === "saved-source" ? { path: "a.md", document: parseDocument(ENGLISH) } : undefined,
    });
    assert.deepEqual([says(sources.base), sources.base?.document.text], ["source-tree a.md", ENGLISH]);
    assert.equal(sources.current?.document.text, "# Being typed\n");
    assert.ok(!asked.includes("revision"), "Git was asked in vain");
  });

  test("is told by the page's own halves, where nobody has the file", () => {
    const { sources } = find("a.md", {
      root: { "a.md": header() + SXS_BODY },
      english: { "a.md": "# Other\n" },
    });
    assert.equal(says(sources.base), "english-halves a.md");
    assert.equal(sources.base?.document.text, ENGLISH);
  });

  test("of a clean page is told by another locale's segments, if they were made from the same English", () => {
    const { sources } = find("fr-fr/a.md", {
      root: {
        "fr-fr/a.md": header() + CLEAN_BODY,
        "ja-jp/a.md": header(sourceHashOf("# Newer\n")) + SXS_BODY,
        "ko-kr/a.md": header() + CLEAN_BODY,
        "zh-cn/a.md": header() + SXS_BODY,
      },
    });
    assert.equal(says(sources.base), "sibling-page zh-cn/a.md");
    assert.equal(sources.base?.document.text, ENGLISH);
    assert.equal(sources.current, undefined);
    assert.equal(sources.lost, undefined);
  });

  test("of a clean page is not told by a page that has lost a tag, but by the next locale's", () => {
    const damaged = SXS_BODY.replace('<span class="sxs-lookup">', "");
    const { sources } = find("fr-fr/a.md", {
      root: {
        "fr-fr/a.md": header() + CLEAN_BODY,
        "ja-jp/a.md": header() + damaged,
        "zh-cn/a.md": header() + SXS_BODY,
      },
    });
    assert.equal(says(sources.base), "sibling-page zh-cn/a.md");
    const root = { "fr-fr/a.md": header() + CLEAN_BODY, "ja-jp/a.md": header() + damaged };
    assert.equal(find("fr-fr/a.md", { root }).sources.base, undefined);
  });

  test("of a clean page is told by a folder elsewhere, then by a side-by-side branch", () => {
    const root = { "a.md": header() + CLEAN_BODY };
    const elsewhere = find("a.md", {
      root,
      neighbours: ["/repos/docs.ja-jp", "/repos/docs.fr-fr-sxs"],
      answer: (request) =>
        request.ask === "neighbour" && request.folder === "/repos/docs.fr-fr-sxs"
          ? { path: request.path, document: parseDocument(header() + SXS_BODY) }
          : undefined,
    });
    assert.equal(says(elsewhere.sources.base), "sibling-page a.md");
    assert.deepEqual(elsewhere.asked, ["neighbour", "neighbour", "committed"]);

    const branch = find("a.md", {
      root,
      answer: (request) =>
        request.ask === "sxs-branch"
          ? { path: request.path, revision: COMMIT, document: parseDocument(header() + SXS_BODY) }
          : undefined,
    });
    assert.equal(says(branch.sources.base), `sibling-page a.md ${COMMIT}`);
  });

  test("is not known where a sibling's hash stands in its text only, or it has no segments", () => {
    for (const text of [`${header("f".repeat(40))}${SXS_BODY}${HASH}`, header() + CLEAN_BODY]) {
      const { sources } = find("a.md", {
        root: { "a.md": header() + CLEAN_BODY },
        neighbours: ["/repos/docs.ja-jp"],
        answer: ({ ask }) =>
          ask === "neighbour" ? { path: "a.md", document: parseDocument(text) } : undefined,
      });
      assert.equal(sources.base, undefined);
    }
  });
});

suite("a page that the English tree lacks", () => {
  const root = { "docs/a.md": header() + SXS_BODY, "docs/b.md": header() + SXS_BODY };

  test("was redirected, to a page of the tree or to a URL", () => {
    const redirections = (url: string): string =>
      JSON.stringify({ redirections: [{ source_path: "docs/a.md", redirect_url: url }] });
    const file = ".openpublishing.redirection.json";
    const inTree = find("docs/a.md", {
      root,
      english: { [file]: redirections("new"), "docs/new.md": ENGLISH },
    });
    assert.deepEqual(inTree.sources.lost, { how: "redirected", to: "docs/new.md" });
    assert.equal(says(inTree.sources.base), "source-tree docs/new.md");
    assert.equal(inTree.sources.current, undefined);

    const elsewhere = find("docs/a.md", {
      root,
      english: { [file]: redirections("https://learn.microsoft.com/x"), "docs/b.md": ENGLISH },
    });
    assert.deepEqual(elsewhere.sources.lost, { how: "redirected", to: "https://learn.microsoft.com/x" });
  });

  test("was renamed, as Git says", () => {
    const { sources } = find("docs/a.md", {
      root,
      english: { "guide/c.md": "# Rewritten\n" },
      answer: (request) =>
        request.ask === "new-path" && request.commit === COMMIT ? { path: "guide/c.md" } : undefined,
    });
    assert.deepEqual(sources.lost, { how: "renamed", to: "guide/c.md" });
    assert.equal(says(sources.base), "english-halves docs/a.md");
  });

  test("was renamed, as its content says", () => {
    const { sources } = find("docs/a.md", {
      root,
      english: { "docs/b.md": ENGLISH, "guide/c.md": "# Other\n", "guide/z.md": ENGLISH },
    });
    // `docs/b.md` is the English of another page.
    assert.deepEqual(sources.lost, { how: "renamed", to: "guide/z.md" });
    assert.equal(says(sources.base), "source-tree guide/z.md");
  });

  test("became structured content under the same name", () => {
    const { sources } = find("docs/a.md", { root, english: { "docs/a.yml": "", "docs/b.md": ENGLISH } });
    assert.deepEqual(sources.lost, { how: "renamed", to: "docs/a.yml" });
  });

  test("was deleted, where nothing says otherwise", () => {
    const { sources } = find("docs/a.md", { root, english: { "docs/b.md": "# B\n" } });
    assert.deepEqual(sources.lost, { how: "deleted", to: undefined });
  });

  test("is not called lost where the tree has no pages at all, or the page no English", () => {
    assert.equal(find("docs/a.md", { root, english: { "a.txt": "" } }).sources.lost, undefined);
    assert.equal(find("docs/a.md", { root }).sources.lost, undefined);
    const own = { "README.md": SXS_BODY, "LICENSE.md": "# Licence\n" };
    assert.equal(find("README.md", { root: own, english: { "a.md": "" } }).sources.lost, undefined);
    assert.equal(find("LICENSE.md", { root: own, english: { "a.md": "" } }).sources.lost, undefined);
  });

  test("is there when only the letter case differs", () => {
    const { sources } = find("docs/a.md", { root, english: { "docs/A.md": ENGLISH } });
    assert.equal(says(sources.current), "source-tree docs/A.md");
    assert.equal(sources.lost, undefined);
  });
});

test("of a page, the version that was last committed is asked for", () => {
  const committed = parseDocument(header());
  const { sources } = find("a.md", {
    root: { "a.md": header() + CLEAN_BODY },
    answer: ({ ask }) => (ask === "committed" ? { path: "a.md", document: committed } : undefined),
  });
  assert.equal(sources.committed, committed);
});

test("an English page has no source, and asks nobody", () => {
  const { sources, asked } = find("en-us/a.md", {
    root: { "en-us/a.md": ENGLISH, "zh-cn/a.md": header() + SXS_BODY },
  });
  assert.deepEqual(sources, { current: undefined, base: undefined, lost: undefined, committed: undefined });
  assert.deepEqual(asked, []);
});

suite("the English halves of a page", () => {
  test("give the English body back, without the pipeline's anchors, with the way to the page", () => {
    const document = parseDocument(header() + SXS_BODY);
    const halves = englishHalvesOf(document);
    assert.equal(halves?.document.text, ENGLISH);
    const start = ENGLISH.indexOf("light is");
    const span = halves.toPage({ start, end: start + "light is green.".length });
    assert.equal(textAt(document.text, span), "light is green.");
    assert.equal(halves, englishHalvesOf(document), "the same page is rebuilt only once");
  });

  test("leave an author's anchor, line ends and text between segments as they are", () => {
    const body = `## <a name="mine"></a>${pair("灯", "Lights", 101)}\r\n\r\n\`\`\`js\r\n<a name="lights"></a>\r\n\`\`\`\r\n`;
    const halves = englishHalvesOf(parseDocument(body));
    assert.equal(
      halves?.document.text,
      '## <a name="mine"></a>Lights\r\n\r\n```js\r\n<a name="lights"></a>\r\n```\r\n',
    );
  });

  test("are none where a page has no segments", () => {
    assert.equal(englishHalvesOf(parseDocument(header() + CLEAN_BODY)), undefined);
  });
});

suite("the hash of an English page", () => {
  const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex");

  test("counts with LF, with CRLF and as the file is", () => {
    const mixed = "\uFEFF# 页 🙂\r\n\nText.\n";
    const lf = mixed.replaceAll("\r\n", "\n");
    const document = parseDocument(mixed);
    for (const hash of [sha1(mixed), sha1(lf), sha1(lf.replaceAll("\n", "\r\n"))])
      assert.ok(isMadeFrom(document, hash));
    assert.ok(!isMadeFrom(document, sha1("")));
    assert.ok(isMadeFrom(parseDocument(lf), sha1(lf), sha1));
    assert.equal(sourceHashOf(mixed), sha1(lf.replaceAll("\n", "\r\n")));
    assert.equal(sourceHashOf(""), sha1(""));
  });

  test("is read from the header only if it is one, and so is the commit", () => {
    for (const value of [
      "HEAD",
      "--output=x",
      "ABCDEF0123456789abcdef0123456789abcdef01",
      "'$(id)'",
      "[a]",
      "",
    ]) {
      const { frontMatter } = parseDocument(
        `---\nms.openlocfilehash: ${value}\nms.sourcegitcommit: ${value}\n---\n`,
      );
      assert.equal(findSourceHash(frontMatter), undefined, value);
      assert.equal(findSourceCommit(frontMatter), undefined, value);
    }
    // All digits: YAML takes it for a number.
    const digits = "1234567890123456789012345678901234567890";
    const { frontMatter } = parseDocument(`---\nms.openlocfilehash: ${digits}\n---\n`);
    assert.equal(findSourceHash(frontMatter), digits);
  });
});
