import assert from "node:assert/strict";
import { test } from "node:test";
import { type Options, readArguments } from "../../server/src/cli/arguments.ts";

const OPTIONS: Options = {
  fix: { type: "boolean", help: "" },
  format: { type: "string", help: "" },
  rule: { type: "string", multiple: true, help: "" },
};

test("the word behind an option that takes a value is its value, and behind two dashes there are only paths", () => {
  const given = readArguments(
    "check",
    ["a.md", "--format", "json", "--rule", "a", "--rule=b=c", "--", "--fix"],
    OPTIONS,
  );
  assert.deepEqual(given.paths, ["a.md", "--fix"]);
  assert.equal(given.text("format"), "json");
  assert.deepEqual(given.texts("rule"), ["a", "b=c"]);
  assert.equal(given.flag("fix"), false);
});

test("what is no option of the command is named without its value", () => {
  const names = {
    "-x": "-x",
    "-xyz": "-x",
    "-x=1": "-x",
    "--fixed": "--fixed",
    "--fixed=1": "--fixed",
    "--=1": "--=1",
  };
  for (const [word, name] of Object.entries(names)) {
    assert.throws(() => readArguments("check", [word], OPTIONS), {
      message: new RegExp(`^There is no option \`${name}\`\\.`),
    });
  }
});

test("names that every object has are no options", () => {
  assert.throws(
    () => readArguments("check", ["--toString", "a"], OPTIONS),
    /There is no option `--toString`/,
  );
});
