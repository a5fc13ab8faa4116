import assert from "node:assert/strict";
import { test } from "node:test";
import { Folder } from "./run-in-folder.ts";

test("--version prints the version and nothing else", async (context) => {
  const folder = new Folder(context, {});
  assert.deepEqual(await folder.lockstep(["--version"]), { code: 0, stdout: "1.2.3\n", stderr: "" });
});

test("help lists the commands, and is what a bare call gives", async (context) => {
  const folder = new Folder(context, {});
  const { code, stdout } = await folder.lockstep(["--help"]);
  assert.equal(code, 0);
  for (const command of ["check", "segments", "strip"])
    assert.match(stdout, new RegExp(`^  ${command} `, "m"));
  assert.equal((await folder.lockstep([])).stdout, stdout);
});

test("each command explains its options", async (context) => {
  const folder = new Folder(context, {});
  const { code, stdout } = await folder.lockstep(["check", "--help"]);
  assert.equal(code, 0);
  assert.match(stdout, /^Usage: lockstep check \[PATH\.\.\.\]/);
  assert.match(stdout, /--format FORMAT .*sarif/);
  assert.match(stdout, /--root DIR/);
  assert.equal((await folder.lockstep(["help", "check"])).stdout, stdout);
});

test("an unknown command names the nearest one", async (context) => {
  const folder = new Folder(context, {});
  const { code, stdout, stderr } = await folder.lockstep(["chek"]);
  assert.deepEqual([code, stdout], [2, ""]);
  assert.equal(
    stderr,
    "lockstep: There is no command `chek`. Did you mean `check`? `lockstep --help` lists the commands.\n",
  );
});

test("an unknown option names the nearest one, and where all are listed", async (context) => {
  const folder = new Folder(context, {});
  const messages = {
    "--max-warning": "There is no option `--max-warning`. Did you mean `--max-warnings`?",
    "--unheard-of": "There is no option `--unheard-of`.",
    "-q": "There is no option `-q`. Did you mean `--quiet`?",
    "-f": "There is no option `-f`. Did you mean `--format` or `--fix` or `--fail-on`?",
    "-x": "There is no option `-x`.",
  };
  for (const [option, message] of Object.entries(messages)) {
    const { code, stderr } = await folder.lockstep(["check", option]);
    assert.deepEqual([code, stderr], [2, `lockstep: ${message} \`lockstep check --help\` lists them.\n`]);
  }
  assert.equal(
    (await folder.lockstep(["-v"])).stderr,
    "lockstep: A command comes first, found the option `-v`. Did you mean `--version`? `lockstep --help` lists the commands.\n",
  );
});

test("values are checked", async (context) => {
  const folder = new Folder(context, { "file.txt": "" });
  const messages = new Map([
    [
      ["check", "--format", "jsn"],
      "`--format` is `jsn`, expected one of `text`, `json`, `sarif`, `github`. Did you mean `json`?",
    ],
    [["check", "--root"], "`--root` needs a value: `--root DIR`."],
    [["check", "--fix=yes"], "`--fix` takes no value, found `yes`."],
    [["check", "--max-warnings", "many"], "`--max-warnings` is `many`, expected a whole number."],
    [
      ["check", "--rule", "link/insecure-lnk"],
      "There is no rule `link/insecure-lnk`. Did you mean `link/insecure-link`?",
    ],
    [
      ["check", "--rule", "insecure-link"],
      "There is no rule `insecure-link`. Did you mean `link/insecure-link`?",
    ],
    [["check", "--write"], "`--write` does nothing without `--fix`."],
    [["check", "--config", "none.json"], "`--config` is `none.json`, which is no file."],
    [["check", "--config", "."], "`--config` is `.`, which is no file."],
    [["check", "--source", "none"], "`--source` is `none`, which is no folder."],
    [["check", "--source", "file.txt/x"], "`--source` is `file.txt/x`, which is no folder."],
    [["strip", "."], "`strip` needs either `--out DIR`, where to write, or `--write`, to write in place."],
  ]);
  for (const [args, message] of messages) {
    assert.deepEqual(await folder.lockstep(args), { code: 2, stdout: "", stderr: `lockstep: ${message}\n` });
  }
});

test("a path that is not there is named and the others are done", async (context) => {
  const folder = new Folder(context, { "docs/a.md": "# A\n" });
  const { code, stdout, stderr } = await folder.lockstep(["segments", "none", "docs"]);
  assert.equal(code, 2);
  assert.match(stdout, /"file":"a\.md"/);
  assert.equal(stderr, "lockstep: `none` cannot be read: there is no such file or folder.\n");
});

test("a pattern that no shell has expanded is told from a name that is misspelt", async (context) => {
  const folder = new Folder(context, { "docs/a.md": "# A\n" });
  assert.match(
    (await folder.lockstep(["check", "docs/**/*.md"])).stderr,
    /there is no such file or folder\. Name a folder in place of a pattern: all pages in it are read\.\n/,
  );
});
