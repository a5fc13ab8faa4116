import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULT_SETTINGS, readSettings } from "../../../server/src/core/config/read-settings.ts";

test("without a value every setting has its default", () => {
  for (const nothing of [undefined, null, {}, "nonsense"]) {
    assert.deepEqual(readSettings(nothing), { settings: DEFAULT_SETTINGS, problems: [] });
  }
  assert.equal(DEFAULT_SETTINGS.enable, true);
  assert.equal(DEFAULT_SETTINGS["trace.server"], "off");
});

test("good values are taken, nested names included", () => {
  const { settings, problems } = readSettings({
    enable: false,
    rules: { "link/insecure-link": "off" },
    ignore: ["archive/**"],
    locale: "zh-CN",
    sourceRoot: "../en-us",
    codeLens: false,
    trace: { server: "verbose" },
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(settings, {
    enable: false,
    rules: { "link/insecure-link": "off" },
    ignore: ["archive/**"],
    locale: "zh-CN",
    sourceRoot: "../en-us",
    codeLens: false,
    "trace.server": "verbose",
  });
});

test("a wrong value is named once and its default taken", () => {
  const { settings, problems } = readSettings({ enable: "yes", ignore: [1], trace: { server: "loud" } });
  assert.deepEqual(settings, DEFAULT_SETTINGS);
  assert.deepEqual(problems, [
    '`lockstep.enable` is `"yes"`, expected `true` or `false`.',
    "`lockstep.ignore` is `[1]`, expected a list of texts.",
    '`lockstep.trace.server` is `"loud"`, expected `off`, `messages` or `verbose`.',
  ]);
});

test("of the rules, only the wrong entries are left out", () => {
  const { settings, problems } = readSettings({
    rules: {
      "link/insecure-lnk": "off",
      "link/redirected": "loud",
      "link/backslash": "hint",
      "link/*": "info",
    },
  });
  assert.deepEqual(settings.rules, { "link/backslash": "hint", "link/*": "info" });
  assert.deepEqual(problems, [
    "`lockstep.rules` names `link/insecure-lnk`, which is no rule. Did you mean `link/insecure-link`?",
    '`lockstep.rules` sets `link/redirected` to `"loud"`, expected `error`, `warning`, `info`, `hint` or `off`.',
  ]);
});
