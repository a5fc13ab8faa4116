import assert from "node:assert/strict";
import { test } from "node:test";
import { parseArgs } from "node:util";
import { type Options, readArguments } from "../../server/src/cli/arguments.ts";

const OPTIONS: Options = {
  fix: { type: "boolean", help: "" },
  format: { type: "string", help: "" },
  rule: { type: "string", multiple: true, help: "" },
};

test("options and paths are told apart as Node.js does it", () => {
  const calls = [
    [],
    ["a.md", "--fix", "b.md"],
    ["--format", "json", "a.md"],
    ["--format=json", "--rule=", "--rule=a=b"],
    ["--rule", "a", "--rule", "b", "--format", "text", "--format", "json"],
    ["--format", "--fix", "a.md"],
    ["--format", "--", "a.md"],
    ["--fix", "--", "--fix", "-x", "a.md", "--"],
    ["-", "a.md"],
  ];
  for (const args of calls) {
    const { values, positionals } = parseArgs({
      args,
      options: {
        fix: { type: "boolean" },
        format: { type: "string" },
        rule: { type: "string", multiple: true },
      },
      allowPositionals: true,
      strict: false,
    });
    const given = readArguments("check", args, OPTIONS);
    assert.deepEqual(
      [given.paths, given.flag("fix"), given.text("format"), given.texts("rule")],
      [positionals, values.fix ?? false, values.format, values.rule ?? []],
      args.join(" "),
    );
  }
});

test("what is no option of the command is named as far as Node.js would take it for one", () => {
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
