import assert from "node:assert/strict";
import { test } from "node:test";
import { mergeConfig } from "../../../server/src/core/config/merge-config.ts";
import { readProjectConfig } from "../../../server/src/core/config/read-project-config.ts";
import { DEFAULT_SETTINGS } from "../../../server/src/core/config/read-settings.ts";
import { defineRule } from "../../../server/src/core/rules/rule.ts";
import { fileNotFound } from "../../../server/src/core/rules/link/file-not-found.ts";
import { insecureLink } from "../../../server/src/core/rules/link/insecure-link.ts";

const metadataRule = defineRule({
  id: "metadata/example",
  summary: "An example.",
  severity: "error",
  check: () => [],
});

test("without a file the defaults hold", () => {
  const { config, problems } = readProjectConfig(undefined);
  assert.deepEqual(problems, []);
  assert.equal(config.severityOf(metadataRule), "error");
  assert.equal(config.isIgnored("a.md"), false);
  assert.equal(config.locale, undefined);
  assert.equal(config.sourceRoot, undefined);
});

test("a rule's own id beats its area, the area beats the star", () => {
  const { config, problems } = readProjectConfig(`{
    // Comments are fine.
    "rules": { "*": "hint", "link/*": "info", "link/insecure-link": "off" },
  }`);
  assert.deepEqual(problems, []);
  assert.equal(config.severityOf(insecureLink), "off");
  assert.equal(config.severityOf(fileNotFound), "info");
  assert.equal(config.severityOf(metadataRule), "hint");
});

test("patterns count from the file's folder, which may stand above the root", () => {
  const text = '{ "ignore": ["docs/zh-cn/old/**"] }';
  assert.equal(readProjectConfig(text, { rootPath: "docs/zh-cn" }).config.isIgnored("old/a.md"), true);
  assert.equal(readProjectConfig(text).config.isIgnored("old/a.md"), false);
});

test("locale and English tree are read", () => {
  const { config } = readProjectConfig('{ "locale": "zh-CN", "sourceRoot": "../docs" }');
  assert.deepEqual([config.locale, config.sourceRoot], ["zh-CN", "../docs"]);
});

test("each bad value is named once with what is expected, and the others hold", () => {
  const { config, problems } = readProjectConfig(`{
    "rules": { "link/insecure-link": "eror", "link/insecure-lnk": "off", "link/*": 2, "link/file-not-found": "off" },
    "ignore": ["Archive/**", 5, "!b"],
    "locale": "Chinese (China)",
    "sourceRoot": 1,
    "ignor": []
  }`);
  assert.deepEqual(problems, [
    "`ignor` is not a setting. Did you mean `ignore`?",
    '`rules` sets `link/insecure-link` to `"eror"`, expected `error`, `warning`, `info`, `hint` or `off`.',
    "`rules` names `link/insecure-lnk`, which is no rule. Did you mean `link/insecure-link`?",
    "`rules` sets `link/*` to `2`, expected `error`, `warning`, `info`, `hint` or `off`.",
    "`ignore` holds `5`, which is not a glob: it is not a text.",
    '`ignore` holds `"!b"`, which is not a glob: a pattern cannot be negated with `!`.',
    '`locale` is `"Chinese (China)"`, expected a locale such as `"zh-CN"`.',
    '`sourceRoot` is `1`, expected a folder such as `"../docs"`.',
  ]);
  assert.equal(config.severityOf(insecureLink), insecureLink.severity);
  assert.equal(config.severityOf(fileNotFound), "off");
  assert.equal(config.isIgnored("Archive/a.md"), true);
});

test("text that is no JSON object gives the defaults and one problem", () => {
  for (const text of ["", "{", "[]", "null", "{ rules: {} }"]) {
    const { config, problems } = readProjectConfig(text);
    assert.equal(problems.length, 1, text);
    assert.equal(config.severityOf(metadataRule), "error");
  }
});

test("the editor's settings win over the file, ignored pages add up", () => {
  const file = readProjectConfig(
    '{ "rules": { "link/*": "error" }, "ignore": ["a/**"], "locale": "zh-CN" }',
  ).config;
  const { config, problems } = mergeConfig(file, {
    ...DEFAULT_SETTINGS,
    rules: { "link/insecure-link": "off" },
    ignore: ["b/**", "!c"],
    sourceRoot: "../en",
  });
  assert.equal(problems.length, 1);
  assert.equal(config.severityOf(insecureLink), "off");
  assert.equal(config.severityOf(fileNotFound), "error");
  assert.equal(config.isIgnored("a/x.md") && config.isIgnored("b/x.md"), true);
  assert.deepEqual([config.locale, config.sourceRoot], ["zh-CN", "../en"]);
});
