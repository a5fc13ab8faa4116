import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { CleanText } from "../../../server/src/core/document/clean-text.ts";
import type { PlainPairs } from "../../../server/src/core/segments/plain-segments.ts";
import {
  readDamaged,
  type ScannedSegments,
  scanSegments,
} from "../../../server/src/core/segments/scan-segments.ts";
import type { Segment } from "../../../server/src/core/segments/segment.ts";
import { applyEdits } from "../../../server/src/core/text/edit.ts";
import { textAt } from "../../../server/src/core/text/span.ts";
import { checkGrowth } from "../../count-steps.ts";
import { createRandom } from "../../random.ts";
import { corpusFolders, markdownFiles, sharedFolder } from "../../shared.ts";
import { pair } from "../compare/pair.ts";

/** A page with a segment in each place where segments stand, by the census of the format. */
const PAGE = [
  `# <a name="settings"></a>${pair("设置", "Settings", 103)}`,
  "",
  `${pair("第一句。", "First sentence.", 104)} ${pair("选择 **确定**。", "Choose **OK**.", 105)}`,
  "",
  "> [!NOTE]",
  `> ${pair("注意。", "Note.", 106)}`,
  "",
  `- [${pair("说明", "Help", 107)}](help.md)`,
  `- ${pair("`<span>` 标记", "The `<span>` tag", 108)}`,
  "",
  "| A | B |",
  "| --- | --- |",
  `| ${pair("甲", "A", 109)} | ${pair("乙", "B", 1000)} |`,
  "",
  `<td>${pair("段一。段二。", "One. Two.", 110).replaceAll("-110", "-p101")}</td>`,
  "",
].join("\n");

function scan(text: string): ScannedSegments {
  return scanSegments(text, 0);
}

const NO_PAIRS: PlainPairs = { segments: [], clean: CleanText.of("", 0, []), isAll: false };

/** Everything that is said of a page. */
function partsOf({ segments, problems, clean }: ScannedSegments): object {
  const places: number[] = [];
  for (let offset = 0; offset < clean.text.length; offset += 9) places.push(clean.startToPage(offset));
  const parts = segments.map((each) => [
    ...[brief(each), each.sourceId, each.isDamaged],
    ...[each.span, each.idSpan, each.targetSpan, each.sourceIdSpan, each.sourceSpan],
  ]);
  return { parts, problems, clean: clean.text, places };
}

function brief({ id, target, source }: Segment): string {
  return `${id}|${target}|${source}`;
}

function checkShape(text: string): void {
  const { segments, problems } = scan(text);
  let position = 0;
  for (const segment of segments) {
    const { span, targetSpan, sourceSpan, idSpan, sourceIdSpan } = segment;
    assert.ok(span.start >= position, "segments ascend and do not overlap");
    position = span.end;
    for (const inner of [targetSpan, sourceSpan, idSpan, sourceIdSpan]) {
      assert.ok(
        span.start <= inner.start && inner.start <= inner.end && inner.end <= span.end,
        "parts lie inside",
      );
    }
    assert.equal(textAt(text, targetSpan), segment.target);
    assert.equal(textAt(text, sourceSpan), segment.source);
    assert.equal(textAt(text, idSpan), segment.id);
    assert.equal(textAt(text, sourceIdSpan), segment.sourceId);
  }
  assert.ok(position <= text.length, "segments lie inside the text");
  for (const { span, repairs, leftovers } of problems) {
    assert.ok(
      0 <= span.start && span.start <= span.end && span.end <= text.length,
      "problems lie inside the text",
    );
    for (const { edits } of repairs) applyEdits(text, edits);
    for (const each of leftovers) assert.ok(each.end <= text.length);
  }
}

describe("a page as the pipeline writes it", () => {
  test("all its segments are found, whatever they stand in", () => {
    const { segments, problems } = scan(PAGE);
    assert.deepEqual(problems, []);
    assert.deepEqual(segments.map(brief), [
      "1a2b3-103|设置|Settings",
      "1a2b3-104|第一句。|First sentence.",
      "1a2b3-105|选择 **确定**。|Choose **OK**.",
      "1a2b3-106|注意。|Note.",
      "1a2b3-107|说明|Help",
      "1a2b3-108|`<span>` 标记|The `<span>` tag",
      "1a2b3-109|甲|A",
      "1a2b3-1000|乙|B",
      "1a2b3-p101|段一。段二。|One. Two.",
    ]);
    checkShape(PAGE);
  });

  test("the page comes back from its segments, byte for byte", () => {
    const { segments } = scan(PAGE);
    let printed = "";
    let position = 0;
    for (const { span, id, target, sourceId, source } of segments) {
      const start = `<span data-ttu-id="${id}">${target}</span>`;
      const end = `<span class="sxs-lookup"><span data-stu-id="${sourceId}">${source}</span></span>`;
      printed += PAGE.slice(position, span.start) + start + end;
      position = span.end;
    }
    assert.equal(printed + PAGE.slice(position), PAGE);
  });

  test("it reads the same with and without a broken tag at its end", () => {
    const page = PAGE.replace("`<span>` 标记", "标记");
    const broken = "\n\n<span data-ttu-id=";
    assert.deepEqual(scan(page).segments, scan(page + broken).segments);
    assert.deepEqual(
      scan(page + broken).problems.map(({ defect }) => defect),
      ["unpaired"],
    );
  });

  test("the front matter is not looked at", () => {
    const header = `---\ntitle: '${pair("甲", "A")}'\n---\n`;
    assert.deepEqual(scanSegments(header + PAGE, header.length).segments.length, 9);
  });

  test("a segment may go over a line end, also in a quotation", () => {
    const text = `> ${pair("[上一页](a.md)\r\n> [下一页](b.md)", "[Previous](a.md)\r\n[Next](b.md)")}`;
    assert.equal(scan(text).segments[0]?.source, "[Previous](a.md)\r\n[Next](b.md)");
    assert.deepEqual(scan(text).problems, []);
  });

  test("spans that are content stay content", () => {
    for (const [target, source] of [
      ['<span class="ui">甲</span>', '<span class="ui">A</span>'],
      ["<span>甲<span>乙</span></span> 丙", "<span>A<span>B</span></span> C"],
      ["`<span>` 标记", "the `<span>` tag"],
      ["甲 <span> 乙", "A <span> B"],
      ["`</span>`", "`</span>`"],
      ["`</span></span>`", "`</span></span>` ends it"],
      ["$('<span/>')", "$('<span/>')"],
      ['data-ttu-id="x" 属性', "the data-ttu-id attribute"],
    ] as const) {
      const { segments, problems } = scan(`${pair(target, source)} ${pair("乙", "B", 102)}`);
      assert.deepEqual(segments.map(brief), [`1a2b3-101|${target}|${source}`, "1a2b3-102|乙|B"]);
      assert.deepEqual(problems, []);
    }
  });

  test("pages about markup have no segments and no problems", () => {
    for (const text of [
      "The attribute `data-ttu-id` names the sentence, data-stu-id its source, class sxs-lookup hides it.",
      "&lt;span data-ttu-id=&quot;1a2b3-101&quot;&gt;",
      '<span class="ui">OK</span> and <span id="x">',
    ]) {
      const { segments, problems } = scan(text);
      assert.deepEqual({ segments, problems }, { segments: [], problems: [] }, text);
    }
  });
});

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

describe("the work grows with the text, not faster", () => {
  const open = (id: number | string): string => `<span data-ttu-id="1a2b3-${id}">`;
  const seam = (id: number | string): string =>
    `</span><span class="sxs-lookup"><span data-stu-id="1a2b3-${id}">`;
  const close = "</span></span>";
  const repeat = (count: number, piece: (nth: number) => string): string =>
    Array.from({ length: count }, (_, nth) => piece(nth)).join("");
  const hostile: Record<string, (count: number) => string> = {
    "start tags with one id": (count) => repeat(count, () => open(101)),
    "start tags with many ids": (count) => repeat(count, (nth) => `${open(nth)}\n`),
    "seams in one line": (count) => repeat(count, () => `x${seam(101)}y `),
    "end tags": (count) => repeat(count, () => "</span>"),
    "end tags in a half": (count) => open(1) + seam(1) + repeat(count, () => "</span>x") + close,
    "end tags behind half a pair": (count) => open(1) + repeat(count, () => "</span> x"),
    "spans that do not end": (count) => repeat(count, () => "<span> x <span "),
    "spans in both halves": (count) =>
      open(1) + repeat(count, () => "<span>") + seam(1) + repeat(count, () => "<span>") + close,
    "pairs in pairs": (count) => repeat(count, open) + repeat(count, (nth) => seam(count - 1 - nth) + close),
    "many pairs in many pairs": (count) =>
      repeat(count, (nth) => open(`a${nth}`)) +
      repeat(count, (nth) => open(nth) + seam(nth) + close) +
      repeat(count, (nth) => seam(`a${count - 1 - nth}`) + close),
    "one start tag that all ask for": (count) =>
      `${open("z")}\n\n${repeat(count, (nth) => `${open(nth)}\n`)}${repeat(count, () => `${seam("z")}\n`)}`,
    "English halves alone": (count) => repeat(count, () => `t${seam(101)}s${close} `),
    "English halves without end": (count) => repeat(count, (nth) => `${open(nth)}t${seam(nth)}s `),
    "English halves with one end tag": (count) =>
      repeat(count, (nth) => `${open(nth)}t${seam(nth)}s</span> `),
    "outer pairs without end": (count) =>
      repeat(count, (nth) => open(`a${nth}`) + seam(`a${nth}`)) +
      repeat(count, (nth) => open(nth) + seam(nth) + close + close),
    "halves in the wrong order": (count) =>
      repeat(count, (nth) => `${seam(nth).slice("</span>".length)}s${close}${open(nth)}t</span> `),
    "seam tags written over and over": (count) =>
      open(1) + "</span>" + repeat(count, () => seam(1).slice("</span>".length)) + close,
    "source tags written over and over": (count) =>
      open(1) + seam(1) + repeat(count, () => '<span data-stu-id="1a2b3-1">') + close,
    "line breaks between halves": (count) =>
      repeat(count, (nth) => `${open(nth)}t</span>\n${seam(nth).slice("</span>".length)}s${close}`),
    "tags without beginning": (count) => repeat(count, () => 'span data-ttu-id="x">'),
    "damaged pairs": (count) => repeat(count, (nth) => pair("t", "s", nth).replaceAll('"', "&quot;")),
    entities: (count) => repeat(count, () => "=&quot;"),
    stretches: (count) => repeat(count, () => '<a name="x&quot;>'),
    "attributes without end": (count) => `<a${repeat(count, () => " name=&quot;x")}`,
    brackets: (count) => repeat(count, () => "< <"),
    "blank lines in a half": (count) => open(1) + repeat(count, () => "\n \n") + seam(1),
  };
  for (const [name, build] of Object.entries(hostile)) {
    test(name, () => {
      checkGrowth(build, scan);
    });
  }
});

describe("the reference documents", () => {
  for (const folder of corpusFolders().filter((name) => name.endsWith("-sxs"))) {
    test(`every id in ${folder} belongs to a segment, and nothing but damage is reported`, () => {
      let ids = 0;
      let found = 0;
      for (const { text } of markdownFiles(sharedFolder("corpus", folder).folder)) {
        ids += text.split("data-ttu-id").length - 1;
        const { segments, problems } = scan(text);
        found += segments.length;
        assert.deepEqual(
          problems.filter((problem) => problem.defect !== "corrupt-markup"),
          [],
        );
        assert.deepEqual(
          problems.filter((problem) => problem.repairs[0]?.isSafe !== true),
          [],
        );
        const repaired = applyEdits(
          text,
          problems.flatMap((problem) => problem.repairs[0]?.edits ?? []),
        );
        assert.deepEqual(scan(repaired).problems, [], "one repair is enough");
        assert.equal(scan(repaired).segments.length, segments.length);
      }
      assert.equal(found, ids);
    });
  }
  test("are there", { skip: sharedFolder("corpus").skip }, () => {
    assert.ok(corpusFolders().length > 0);
  });
});
