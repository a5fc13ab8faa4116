import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CleanText } from "../../../server/src/core/document/clean-text.ts";
import type { PlainPairs } from "../../../server/src/core/segments/plain-segments.ts";
import { readDamaged, type ScannedSegments } from "../../../server/src/core/segments/scan-segments.ts";
import type { MarkupProblem } from "../../../server/src/core/segments/segment.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { createRandom } from "../../random.ts";
import { pair } from "../compare/pair.ts";
import { brief, checkShape, PAGE, scan } from "./scan.ts";

const NO_PAIRS: PlainPairs = { segments: [], clean: CleanText.of("", 0, []), isAll: false };

/** Everything that is said of a page. */
function partsOf({ segments, problems, clean }: ScannedSegments): object {
  const places: number[] = [];
  for (let offset = 0; offset < clean.text.length; offset += 9) places.push(clean.startToPage(offset));
  const parts = segments.map((each) => [
    ...[brief(each), each.sourceId, each.isDamaged],
    ...[each.span, each.idSpan, each.targetSpan, each.sourceIdSpan, each.sourceSpan],
  ]);
  return { parts, problems: problems.map(shown), clean: clean.text, places };
}

function shown({ defect, span, message, repairs, leftovers, holdsInCode }: MarkupProblem): object {
  return { defect, span, message, repairs, leftovers, holdsInCode };
}

describe("damage costs its own segment", () => {
  const { segments: whole } = scan(PAGE);
  const isMarkup = (offset: number): boolean =>
    whole.some(
      ({ span, targetSpan, sourceSpan }) =>
        span.start <= offset &&
        offset < span.end &&
        ![targetSpan, sourceSpan].some((half) => half.start <= offset && offset < half.end),
    );
  const isInId = (offset: number): boolean =>
    whole.some(({ idSpan, sourceIdSpan }) =>
      [idSpan, sourceIdSpan].some((id) => id.start <= offset && offset < id.end),
    );

  /** The segments that a cut does not touch are all found, unchanged; those on its own line too, when `isStrict`. */
  function checkOthers(cut: string, start: number, end: number, isStrict: boolean): void {
    const found = new Set(scan(cut).segments.map(brief));
    const lineStart = PAGE.lastIndexOf("\n", start - 1) + 1;
    const lineEnd = PAGE.indexOf("\n", end - 1);
    for (const segment of whole) {
      const isTouched = segment.span.start < end && start < segment.span.end;
      const isNear = segment.span.start < lineEnd && lineStart < segment.span.end;
      if (isTouched || (!isStrict && isNear)) continue;
      assert.ok(found.has(brief(segment)), `${brief(segment)} is lost after cutting ${start} to ${end}`);
    }
  }

  test("every lost character of markup is seen, and its repair gives the page back", () => {
    for (let offset = 0; offset < PAGE.length; offset += 1) {
      const cut = PAGE.slice(0, offset) + PAGE.slice(offset + 1);
      checkShape(cut);
      checkOthers(cut, offset, offset + 1, true);
      // A digit of an id is left to the rules on ids, text to the writer.
      if (!isMarkup(offset) || isInId(offset)) continue;
      const { segments, problems } = scan(cut);
      assert.equal(segments.length, whole.length, cut);
      assert.deepEqual(
        problems.map((problem) => problem.defect),
        ["corrupt-markup"],
        cut,
      );
      assert.equal(applyEdits(cut, problems[0]?.repairs[0]?.edits ?? []), PAGE);
    }
  });

  test("every character typed into markup leaves the other segments alone", () => {
    for (let offset = 0; offset <= PAGE.length; offset += 1) {
      for (const typed of ["x", " ", '"', ">", "<", "&quot;", "”", "</span>", "\n\n"]) {
        const text = PAGE.slice(0, offset) + typed + PAGE.slice(offset);
        checkShape(text);
        checkOthers(text, offset, offset + 1, false);
      }
    }
  });

  test("stretches cut out at random places leave the other segments alone", () => {
    const random = createRandom(1);
    for (let round = 0; round < 4000; round += 1) {
      const start = random.below(PAGE.length);
      const end = Math.min(PAGE.length, start + 1 + random.below(160));
      const cut = PAGE.slice(0, start) + PAGE.slice(end);
      checkShape(cut);
      if (!PAGE.slice(start, end).includes("\n")) checkOthers(cut, start, end, false);
    }
  });

  test("any stretch pasted anywhere gives segments in order", () => {
    const random = createRandom(2);
    for (let round = 0; round < 4000; round += 1) {
      const start = random.below(PAGE.length);
      const pasted = PAGE.slice(start, start + random.below(250));
      const place = random.below(PAGE.length);
      checkShape(PAGE.slice(0, place) + pasted + PAGE.slice(place));
    }
  });

  test("pairs without damage are read the same one by one as in a row", () => {
    const random = createRandom(3);
    const page = `${PAGE}\n<span class="ui">甲</span>\n\n${PAGE.replaceAll("1a2b3-1", "1a2b3-2")}`;
    const typed = [
      "x",
      " ",
      '"',
      "<",
      ">",
      "`",
      "&quot;",
      "</span>",
      "<span>",
      "\n\n",
      '<span data-ttu-id="1a2b3-109">',
    ];
    for (let round = 0; round < 1000; round += 1) {
      let text = page;
      for (let more = random.below(4); more >= 0; more -= 1) {
        const place = random.below(text.length);
        const start = random.below(text.length);
        const inserted = random.pick([
          "",
          "",
          random.pick(typed),
          text.slice(start, start + random.below(300)),
          text.slice(place, place + 150).replaceAll('"', "&quot;"),
        ]);
        text = text.slice(0, place) + inserted + text.slice(place + random.pick([0, 1, 150]));
      }
      assert.deepEqual(partsOf(scan(text)), partsOf(readDamaged(text, 0, NO_PAIRS)), text);
    }
  });

  test("every beginning of a page gives segments in order", () => {
    for (let end = 0; end <= PAGE.length; end += 1) checkShape(PAGE.slice(0, end));
  });
});

describe("what damage is read with certainty", () => {
  const GOOD = pair("译文。", "Text.");

  test("a damaged pair is a segment", () => {
    const [segment] = scan(GOOD.replaceAll('"', "&quot;")).segments;
    assert.deepEqual(
      [segment?.isDamaged, segment?.id, segment?.target, segment?.source],
      [true, "1a2b3-101", "译文。", "Text."],
    );
  });

  test("an id that is gone is empty, and its place is known", () => {
    const text = GOOD.replace('stu-id="1a2b3-101"', 'stu-id=""');
    const [segment] = scan(text).segments;
    assert.equal(segment?.sourceId, "");
    assert.equal(segment.sourceIdSpan.start, text.indexOf('stu-id="') + 'stu-id="'.length);
  });

  test("text typed behind the end tag of the translation belongs to it", () => {
    const { segments, problems } = scan(GOOD.replace("</span>", "</span>，后记"));
    assert.equal(segments.length, 1);
    assert.equal(
      applyEdits(GOOD.replace("</span>", "</span>，后记"), problems[0]?.repairs[0]?.edits ?? []),
      pair("译文。，后记", "Text."),
    );
  });

  test("no segment goes over a blank line, except one written without a flaw", () => {
    assert.equal(scan(pair("甲\n\n乙", "A\n\nB")).segments.length, 1);
    const damaged = pair("甲\n\n乙", "A").replaceAll('"', "'");
    assert.equal(scan(damaged).segments.length, 0);
  });

  test("of two start tags with one end, the one with the right id is taken", () => {
    const { segments, problems } = scan(`<span data-ttu-id="1a2b3-109">甲 ${pair("乙", "B")}`);
    assert.deepEqual(segments.map(brief), ["1a2b3-101|乙|B"]);
    assert.deepEqual(
      problems.map((problem) => problem.defect),
      ["unpaired"],
    );
  });

  test("two halves with different ids on one line are a segment", () => {
    const { segments } = scan(GOOD.replace('stu-id="1a2b3-101', 'stu-id="1a2b3-102'));
    assert.deepEqual([segments[0]?.id, segments[0]?.sourceId], ["1a2b3-101", "1a2b3-102"]);
  });

  test("typographic quotation marks in a tag of the page are lost ones, in prose they are not", () => {
    assert.equal(scan(`<a name=“x”></a> 他说“好”。`).problems.length, 1);
    assert.deepEqual(scan("a=“b” 和 <b>“c”</b>").problems, []);
  });

  test("entities in the prose of a pair are quotation marks, those that end or begin a value are lost ones", () => {
    const quoted = pair("他说 &quot;好&quot;。", "He said &quot;OK&quot; > &#34;yes&#34;.");
    assert.deepEqual(scan(quoted).segments.map(brief), [
      "1a2b3-101|他说 &quot;好&quot;。|He said &quot;OK&quot; > &#34;yes&#34;.",
    ]);
    assert.deepEqual(scan(quoted).problems, []);
    for (const tag of ['<a name="x&quot;>', "<a name=&#34;x&#34;>", '<a name="x&quot; id=&quot;y">']) {
      const { segments, problems } = scan(pair(`甲 ${tag}</a>`, `A ${tag}</a>`));
      assert.equal(segments.length, 1);
      assert.deepEqual(
        problems.map(({ defect }) => defect),
        ["corrupt-markup"],
        tag,
      );
    }
  });
});
