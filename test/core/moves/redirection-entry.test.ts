import assert from "node:assert/strict";
import { test } from "node:test";
import { addRedirections } from "../../../server/src/core/moves/redirection-entry.ts";

const ENTRY = { source_path: "a/b.md", redirect_url: "/zoo/c" };
const add = (text: string): string | undefined =>
  addRedirections(".openpublishing.redirection.json", text, [ENTRY]);

test("an entry goes to the end of the list, indented like the others", () => {
  const before =
    '{\n    "redirections": [\n        {\n            "source_path": "x.md",\n            "redirect_url": "/y"\n        }\n    ]\n}\n';
  const after = add(before);
  assert.equal(
    after,
    before.replace(
      "        }\n    ]",
      '        },\n        {\n          "source_path": "a/b.md",\n          "redirect_url": "/zoo/c"\n        }\n    ]',
    ),
  );
});

test("line ends, comments, trailing commas and empty lists are kept apart", () => {
  assert.match(add('{\r\n  "redirections": [\r\n  ]\r\n}\r\n') ?? "", /"redirections": \[\r\n {4}\{\r\n/);
  assert.equal(add('{"redirections":[]}')?.includes('"a/b.md"'), true);
  const commented =
    '{\n  // ours\n  "redirections": [\n    { "source_path": "x.md", "redirect_url": "/y" },\n  ]\n}\n';
  assert.match(add(commented) ?? "", /"\/y" \},\n {4}\{\n {6}"source_path": "a\/b\.md"/);
});

test("a path that has an entry keeps it, and a damaged file stays as it is", () => {
  const known = '{ "redirections": [{ "source_path": "A/b.md", "redirect_url": "/y" }] }';
  assert.equal(add(known), known);
  for (const text of ["", "[]", "{}", '{ "redirections": 1 }', '{ "redirections": ['])
    assert.equal(add(text), undefined);
});

test("a path that has an entry from the root, or written in another way, gets no second one", () => {
  const addIn = (folder: string, known: object): boolean => {
    const text = JSON.stringify({ redirections: [{ ...known, redirect_url: "/y" }] });
    return addRedirections(`${folder}.openpublishing.redirection.json`, text, [ENTRY]) !== text;
  };
  assert.equal(addIn("", { source_path_from_root: "/a/b.md" }), false);
  assert.equal(addIn("", { source_path: "./a/b.md" }), false);
  assert.equal(addIn("zh/", { source_path_from_root: "/zh/A/b.md" }), false);
  // The same path from the root is another page.
  assert.equal(addIn("zh/", { source_path_from_root: "/a/b.md" }), true);
});

test("several entries are added in one go, in time that grows with the list alone, and each path once", () => {
  const known = Array.from({ length: 20_000 }, (_, nth) => ({
    source_path: `x/${nth}.md`,
    redirect_url: "/y",
  }));
  const added = Array.from({ length: 2000 }, (_, nth) => ({
    source_path: `z/${nth}.md`,
    redirect_url: "/y",
  }));
  const path = ".openpublishing.redirection.json";
  const text = JSON.stringify({ redirections: known });
  const after =
    addRedirections(path, text, [...added, { source_path: "Z/0.md", redirect_url: "/other" }]) ?? "";
  assert.deepEqual(JSON.parse(after), { redirections: [...known, ...added] });
});
