import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { compareSegments } from "../../../server/src/core/freshness/compare-segments.ts";

/** What became of each segment, then what is new, as lines. */
function compare(sources: readonly string[], english: string, unwrapped?: (nth: number) => string): string[] {
  const { verdicts, added } = compareSegments(sources, parseDocument(english), unwrapped);
  return [
    ...verdicts.map((verdict) =>
      verdict.state === "changed" ? `changed: ${verdict.place.text}` : verdict.state,
    ),
    ...added.map(({ place, after }) => `new after ${after}: ${place.text}`),
  ];
}

const PAGE = "# Set up\n\nOpen the settings. Choose a language.\n\n- Save\n- Close\n";
const SOURCES = ["Set up", "Open the settings.", "Choose a language.", "Save", "Close"];

test("a page that did not change has no other verdict than current", () => {
  assert.deepEqual(compare(SOURCES, PAGE), ["current", "current", "current", "current", "current"]);
});

test("places are spans of the English page", () => {
  const document = parseDocument(PAGE);
  const { verdicts } = compareSegments(SOURCES, document);
  const texts = verdicts.map((verdict) =>
    verdict.state === "removed"
      ? ""
      : document.text.slice(verdict.place?.span.start, verdict.place?.span.end),
  );
  assert.deepEqual(texts, SOURCES);
});

test("line ends, quote markers, blanks and marks make no difference", () => {
  assert.deepEqual(
    compare(["Open the **big** page.", "Close it."], "> Open the\r\n> __big__\u00a0page.\r\n> Close it.\r\n"),
    ["current", "current"],
  );
});

test("another cut of the same text is no difference", () => {
  const page = "Open the settings of the app. Choose a language of your own. Save it.\n";
  assert.deepEqual(
    compare(["Open the settings of the app. Choose", "a language of your own.", "Save it."], page),
    ["current", "current", "current"],
  );
  assert.deepEqual(compare(["Open the settings of the app. Choose a language of your own. Save it."], page), [
    "current",
  ]);
});

test("a sentence in the place of another has changed", () => {
  assert.deepEqual(compare(SOURCES, PAGE.replace("Choose a language.", "Choose your language.")), [
    "current",
    "current",
    "changed: Choose your language.",
    "current",
    "current",
  ]);
});

test("a sentence that became two has changed into both", () => {
  assert.deepEqual(
    compare(
      ["Open the settings and choose a language of your own."],
      "Open the settings. Choose a language of your own.\n",
    ),
    ["changed: Open the settings. Choose a language of your own."],
  );
});

test("two sentences that became one have both changed", () => {
  assert.deepEqual(
    compare(
      ["First.", "Open the settings of the app.", "Choose a language for all users.", "Last."],
      "First. Open the settings of the app and choose a language for all users. Last.\n",
    ),
    [
      "current",
      "changed: Open the settings of the app and choose a language for all users.",
      "changed: Open the settings of the app and choose a language for all users.",
      "current",
    ],
  );
});

test("a sentence that was continued has changed, though its old text is all there", () => {
  assert.deepEqual(compare(["Open the settings of the app"], "- Open the settings of the app if you can\n"), [
    "changed: Open the settings of the app if you can",
  ]);
  assert.deepEqual(compare(["open the settings of the app."], "First, open the settings of the app.\n"), [
    "changed: First, open the settings of the app.",
  ]);
});

test("a paragraph segment takes all sentences that stand in its place", () => {
  assert.deepEqual(
    compare(
      [
        "Start.",
        "The app has two parts. The first one is for writers. The second one is for readers.",
        "End.",
      ],
      "Start. The app has three parts. The first one is for writers. The second one is for readers. End.\n",
    ),
    [
      "current",
      "changed: The app has three parts. The first one is for writers. The second one is for readers.",
      "current",
    ],
  );
});

test("a place takes in the marks of emphasis around it", () => {
  assert.deepEqual(compare(["One."], "One.\n\n**Type:** `pane`\n"), [
    "current",
    "new after 1: **Type:** `pane`",
  ]);
});

test("a link that leads elsewhere is a change", () => {
  assert.deepEqual(compare(["See [the guide](a.md) first."], "See [the guide](b.md) first.\n"), [
    "changed: See [the guide](b.md) first.",
  ]);
});

test("what is gone is removed, what nobody translated is new", () => {
  assert.deepEqual(compare(SOURCES, PAGE.replace("- Save\n", "")), [
    "current",
    "current",
    "current",
    "removed",
    "current",
  ]);
  assert.deepEqual(compare(SOURCES, PAGE.replace("- Close", "- Close\n\nThe app starts again.")), [
    "current",
    "current",
    "current",
    "current",
    "current",
    "new after 5: The app starts again.",
  ]);
});

test("what is new stands behind a segment that changed", () => {
  assert.deepEqual(
    compare(
      ["Start.", "Hold the button for three seconds.", "Stay close to it.", "End."],
      "Start. Hold the button for five seconds. The light flashes twice now. End.\n",
    ),
    [
      "current",
      "changed: Hold the button for five seconds.",
      "removed",
      "current",
      "new after 2: The light flashes twice now.",
    ],
  );
});

test("a sentence that stands elsewhere has moved", () => {
  assert.deepEqual(
    compare(
      ["The app has two parts.", "Restart.", "The first part is for writers, the second one for readers."],
      "The app has two parts. The first part is for writers, the second one for readers. Restart.\n",
    ),
    ["current", "moved", "current"],
  );
});

test("a short text does not match in the middle of a sentence", () => {
  assert.deepEqual(
    compare(
      ["Office", "Save."],
      "Now choose Office in the long list of all programs that you find there. Save.\n",
    ),
    [
      "removed",
      "current",
      "new after 0: Now choose Office in the long list of all programs that you find there.",
    ],
  );
});

test("a text that the localized page holds outside of its segments is not new", () => {
  assert.deepEqual(
    compare(["One."], "One.\n\nContoso Ltd.\n", (nth) => (nth === 1 ? "\n\nContoso Ltd.\n" : "")),
    ["current"],
  );
});

test("a table that a line breaks is compared cell by cell", () => {
  const page =
    "| A | B |\n|---|---|\n| one |\n            two](x.md) | Alpha |\n|[run](y.md)|Starts it.|\n||[stop](z.md)|Stops it.|\n";
  assert.deepEqual(compare(["A", "B", "run", "Starts it.", "stop", "Stops it."], page).slice(0, 6), [
    "current",
    "current",
    "current",
    "current",
    "current",
    "current",
  ]);
});

test("front matter is not compared", () => {
  assert.deepEqual(compare(["Hello there."], "---\ntitle: Some title of the page\n---\nHello there.\n"), [
    "current",
  ]);
});

test("segments that hold nothing but marks, and empty pages, are survived", () => {
  assert.deepEqual(compare(["**", ""], ""), ["current", "current"]);
  assert.deepEqual(compare(["Gone."], ""), ["removed"]);
  assert.deepEqual(compare([], "New."), ["new after 0: New."]);
});

test("a page of 3,000 segments that was rewritten from end to end is compared in time", () => {
  const words = (seed: number): string =>
    Array.from(
      { length: 12 },
      (_, nth) => ["alpha", "beta", "gamma", "delta", "red", "blue"][(seed * 7 + nth * (seed % 5)) % 6],
    ).join(" ");
  const sources = Array.from({ length: 3000 }, (_, nth) => `Old ${nth} ${words(nth)}.`);
  const page = Array.from({ length: 3000 }, (_, nth) => `New ${nth} ${words(nth + 1)}.`).join("\n\n");
  const document = parseDocument(page);
  const started = performance.now();
  compareSegments(sources, document);
  assert.ok(performance.now() - started < 20_000, String(performance.now() - started));
});
