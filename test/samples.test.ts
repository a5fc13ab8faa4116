import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { readProjectConfig } from "../server/src/core/config/read-project-config.ts";
import { parseDocument } from "../server/src/core/document/parse-document.ts";
import { findEntry } from "../server/src/core/front-matter/front-matter.ts";
import { rules } from "../server/src/core/rules/registry.ts";
import { type Report, runRules } from "../server/src/core/rules/run.ts";
import { parseSegmentId } from "../server/src/core/segments/segment.ts";
import { buildWorkspace } from "../server/src/core/workspace/build-workspace.ts";
import type { Workspace } from "../server/src/core/workspace/workspace.ts";
import { openTexts, TODAY } from "./open.ts";

const SAMPLES = "samples";
const LOCALIZED = /^(?:zh-cn|ja-jp|ko-kr|fr-fr)\//;

const texts = new Map(
  readdirSync(SAMPLES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => [path.slice(SAMPLES.length + 1).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
);
const pages = [...texts].filter(([path]) => path.endsWith(".md"));
const planted = readPlanted(texts.get("README.md") ?? "");

/** The rule ids that `samples/README.md` lists below the heading of each page. */
function readPlanted(readme: string): ReadonlyMap<string, readonly string[]> {
  const listed = new Map<string, string[]>();
  let page: string[] | undefined;
  for (const line of readme.split("\n")) {
    const path = /^### `([^`]+)`/.exec(line)?.[1];
    if (path !== undefined) listed.set(path, (page = []));
    const rule = /^\| `([a-z-]+\/[a-z-]+)` \|/.exec(line)?.[1];
    if (rule !== undefined) page?.push(rule);
  }
  return listed;
}

function below(root: string): Map<string, string> {
  return new Map(
    [...texts].flatMap(([path, text]) => (path.startsWith(root) ? [[path.slice(root.length), text]] : [])),
  );
}

/** A folder of one locale is opened with the English one beside it, where the product looks for it. */
function check(root: string): ReadonlyMap<string, Report[]> {
  const files = below(root);
  const { config } = readProjectConfig(undefined);
  const { workspace: whole, sourcesOf } = openTexts(texts, config, "samples");
  const english = (): Workspace => buildWorkspace({ name: "en-us", files: below("en-us/") });
  const workspace =
    root === "" ? whole : buildWorkspace({ name: root.slice(0, -1), files, source: english() });
  const reports = new Map<string, Report[]>();
  for (const [path, text] of files) {
    if (!path.endsWith(".md")) continue;
    const document = parseDocument(text);
    const sources = sourcesOf(root + path, document);
    const context = { document, path, workspace, sources, config, today: TODAY };
    const onCrash = (_rule: unknown, error: unknown): never => {
      throw error;
    };
    reports.set(root + path, runRules(rules, context, { onCrash }));
  }
  return reports;
}

for (const root of ["", "zh-cn/", "ja-jp/", "ko-kr/", "fr-fr/"]) {
  suite(`opened at samples/${root}`, () => {
    const reports = check(root);
    for (const [path, found] of reports) {
      const expected = planted.get(path) ?? [];
      test(`${path} has ${expected.length === 0 ? "no findings" : "exactly the findings that samples/README.md lists"}`, () => {
        const actual = found.map(({ ruleId, message }) => `${ruleId}: ${message}`);
        assert.deepEqual(
          [...new Set(found.map(({ ruleId }) => ruleId))].sort(),
          [...expected].sort(),
          actual.join("\n"),
        );
      });
    }
  });
}

test("every page that samples/README.md lists is there", () => {
  for (const path of planted.keys()) assert.ok(texts.has(path), path);
});

test("every rule is shown by a sample page", () => {
  // What was committed, only a repository knows.
  const shown = new Set([...planted.values()].flat()).add("metadata/pipeline-field-edited");
  assert.deepEqual(
    rules.map(({ id }) => id).filter((id) => !shown.has(id)),
    [],
  );
});

suite("localized pages are as the localization pipeline writes them", () => {
  for (const [path, text] of pages.filter(([path]) => LOCALIZED.test(path) && !planted.has(path))) {
    test(path, () => {
      const { frontMatter, segments, form } = parseDocument(text);
      assert.equal(form, path.startsWith("fr-fr/") ? "clean" : "sxs");
      const english = texts.get(path.replace(/^[^/]+/, "en-us"));
      assert.ok(english !== undefined, "there is no English page");
      const hash = createHash("sha1").update(english.replaceAll("\n", "\r\n")).digest("hex");
      assert.equal(findEntry(frontMatter, "ms.openlocfilehash")?.rawValue, hash);
      assert.equal(findEntry(frontMatter, "ms.contentlocale")?.rawValue.toLowerCase(), path.split("/")[0]);

      const ids = segments.map(({ id }) => parseSegmentId(id));
      assert.equal(new Set(ids.map((id) => id?.prefix)).size, form === "sxs" ? 1 : 0);
      for (const { source, sourceId, id } of segments) {
        assert.equal(sourceId, id);
        assert.ok(english.includes(source), `not in the English page: ${source}`);
      }
    });
  }
});
