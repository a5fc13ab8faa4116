import assert from "node:assert/strict";
import { test } from "node:test";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { describeChange } from "../../../server/src/core/freshness/describe-change.ts";
import { summarizeChange } from "../../../server/src/core/freshness/summarize-change.ts";

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** What an editor shows: `{+added+}`, `{-deleted-}`, and the rest as it is. */
function show(markdown: string): string {
  const print = (node: Node): string => {
    const inner = node.value ?? (node.children ?? []).map(print).join("");
    if (node.type === "strong") return `{+${inner}+}`;
    if (node.type === "delete") return `{-${inner}-}`;
    assert.ok(["root", "paragraph", "text"].includes(node.type), `Markdown shows a ${node.type}`);
    return inner;
  };
  return print(remark().use(remarkGfm).parse(markdown)).replaceAll("\u200b", "");
}

function checkChange(old: string, now: string, expected: string): void {
  assert.equal(show(describeChange(old, now)), expected);
}

test("deleted words are struck out, added ones are bold", () => {
  checkChange("Choose a language.", "Choose your language.", "Choose {-a-}{+your+} language.");
});

test("Markdown in the texts is shown as it stands", () => {
  checkChange(
    "Open **File** > `a_b_c`.",
    "Open [File](x.md) > `a_b_c`.",
    "Open {-**-}{+[+}File{-**-}{+](x.md)+} > `a_b_c`.",
  );
  checkChange("# One", "# Two", "# {-One-}{+Two+}");
  checkChange("1. <br> &amp; ~~x~~", "1. <br> &amp; ~~y~~", "1. <br> &amp; ~~{-x-}{+y+}~~");
});

test("marks beside letters and punctuation are seen", () => {
  checkChange("the (big) page", "the page", "the {-(big)-} page");
  checkChange("one.", "one!", "one{-.-}{+!+}");
  checkChange("", "All new.", "{+All new.+}");
});

test("long texts are shown one after the other", () => {
  const old = "old ".repeat(600);
  const now = "new ".repeat(600);
  assert.equal(show(describeChange(old, now)), `{-${old.trim()}-}{+${now.trim()}+}`);
});

test("a summary names the words that changed", () => {
  assert.equal(
    summarizeChange("Choose a language.", "Choose your language."),
    "now says `your` in place of `a`",
  );
  assert.equal(summarizeChange("Open it.", "Open it. Close it."), "now also says `Close it.`");
  assert.equal(summarizeChange("Open the big page.", "Open the page."), "no longer says `big`");
  assert.equal(summarizeChange("Hello", "Goodbye for now"), "now says `Goodbye for now` in place of `Hello`");
});

test("a summary tells of links that lead elsewhere", () => {
  assert.equal(
    summarizeChange(
      "See [the guide](a.md) and [the list](b.md).",
      "See [the guide](a.md) and [the list](c.md#x).",
    ),
    "now leads to `c.md#x` in place of `b.md`",
  );
  const page = "https://learn.example.com/a/rather/long/way/to/some/page/of/the/reference";
  assert.equal(
    summarizeChange(`See [it](${page}#get-one--).`, `See [it](${page}#getOne__).`),
    "now leads to `…#getOne__` in place of `…#get-one--`",
  );
  assert.equal(
    summarizeChange("See [the guide](a.md).", "Read [the guide](b.md)."),
    "now says `Read [the guide](b.md)` in place of `See [the guide](a.md)`",
  );
});
