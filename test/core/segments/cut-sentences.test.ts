import assert from "node:assert/strict";
import { test } from "node:test";
import { cutSentences } from "../../../server/src/core/segments/cut-sentences.ts";

/** Each case is a text with `|` where it must be cut, and nowhere else. */
function checkCuts(...cases: readonly string[]): void {
  for (const marked of cases) {
    const parts = marked.split("|").map((part) => part.trim());
    const text = marked.replaceAll("|", "");
    assert.deepEqual(
      cutSentences(text).map(({ start, end }) => text.slice(start, end)),
      parts,
    );
  }
}

test("a full stop, a question mark and an exclamation mark end a sentence before more text", () => {
  checkCuts("One. |Two? |Three! |Four", "One.Two", "Version 2.5 and up");
});

test("a small letter behind a full stop does not keep a sentence together", () => {
  checkCuts("Open the menu. |then choose **Save**.");
});

test("a colon ends nothing", () => {
  checkCuts("Note: This stays. |This goes.");
});

test("closing quotes and markers belong to the sentence before them", () => {
  checkCuts('It said "Stop." |Then it stopped.', "**Done.** |Next.", "It costs more.”  |Yes.");
});

test("a parenthesis behind the full stop keeps the text together", () => {
  checkCuts("(See the list.) It is long. |Really.", "Add it (at the end). |Then save.");
});

test("abbreviations end nothing, looked for through markup and in compounds", () => {
  checkCuts(
    "Ask Mr. Miller etc. Then wait.",
    "Open **Manage add-ins**. Choose one.",
    "See [Office Add-ins](overview.md). They help.",
    "Use e.g. Contoso in the U.S. Virgin Islands.",
    "It is in the U.K. |It is far.",
  );
});

test("a lone capital may be an initial, one behind a hyphen is none", () => {
  checkCuts("Company B. Smith left. |Others stayed.", "Send the Form-R. |Then wait.");
});

test("numbers at the start end nothing, numbers elsewhere do", () => {
  checkCuts("1. Open the page.", "*Figure 3. The page*", "There are 12. |Count them.");
});

test("a single letter at the start is a segment of its own", () => {
  checkCuts("a. |an Azure tenant");
});

test("link text, brackets and emphasis are never torn apart", () => {
  checkCuts(
    "See [One. Two.](x.md) now.",
    "See [draft. To be done] first.",
    "**It broke. What now?**",
    "*One. Two.* |Three.",
    "<em>One. Two.</em> |Three.",
    "_One. Two._ |Three.",
  );
});

test("markers that open nothing tear nothing together", () => {
  checkCuts("2 * 3 is six. |3 * 4 is twelve.", "The file a_b. |The file c_d.", "An open [ bracket. |Then.");
});

test("code and addresses are not looked into", () => {
  checkCuts(
    "Run `a. B` now. |Wait.",
    "Open https://example.com/a.html?b. |Wait.",
    "See <a href='x. Y'>it</a>. |Wait.",
  );
});

test("three dots end nothing, and neither does an ellipsis in place of words; one behind a word does", () => {
  checkCuts("Choose **Browse...** And then wait.", "Wait ... Go.", "It says “Not found …” when it is not.");
  checkCuts("Open **I want to…** |section by section.");
});

test("a full stop between two closing quotes ends nothing, one behind a single quote does", () => {
  checkCuts("It reads \"the type is 'x'.\" Then it stops.");
  checkCuts("It is called 'x'. |Then it stops.");
});

test("a question mark in a label before a small letter ends nothing, one in quotes and an exclamation mark do", () => {
  checkCuts("Set **Who can see it?** to **All**.", 'Search for "What is it?" |on the web.');
  checkCuts("You see the **Stop!** |box.");
});

test("wide characters count as UTF-16 units", () => {
  const text = "😀 One. 漢字 two.";
  assert.deepEqual(cutSentences(text), [
    { start: 0, end: 7 },
    { start: 8, end: text.length },
  ]);
});

test("text without words has no segments", () => {
  assert.deepEqual(cutSentences(""), []);
  assert.deepEqual(cutSentences(" \n "), []);
});

test("hostile text is cut in time that grows with its length", () => {
  const started = performance.now();
  for (const piece of ["*a ", "[", "a. ", "<a ", "_a*b", "](", "`", ".", "?)", "[]", "…*"]) {
    cutSentences(piece.repeat(50_000));
  }
  cutSentences(`${"[".repeat(5_000)}${"]".repeat(5_000)}`);
  cutSentences(`a.${" ".repeat(100_000)}`);
  assert.ok(performance.now() - started < 10_000);
});
