// Clean pages beside English that has gone on since they were made from it: do sentences still find their own?
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Later versions of the English that a corpus was made from. */
const LATER = { "office-js zh-cn": ["office-js.en-2021-08", "office-js.en-2021-12"] };

/**
 * Of the segments whose English stands in the later page exactly once, how many are paired with it; pages whose body has
 * not changed are left out.
 */
export function measureMovedOn(corpora, core, folder) {
  const rows = [];
  const differences = [];
  for (const corpus of corpora) {
    for (const tree of LATER[corpus.name] ?? []) {
      const counts = { segments: 0, right: 0, judged: 0, judgedWrong: 0, unpaired: 0, pages: 0 };
      for (const page of corpus.pages()) {
        const file = join(folder, tree, page.path);
        if (!existsSync(file) || page.document.segments.length === 0) continue;
        const later = core.parseDocument(readFileSync(file, "utf8"));
        if (bodyOf(later) === bodyOf(core.parseDocument(page.english))) continue;
        counts.pages += 1;
        for (const { segment, pair } of findKept(page, later, core)) {
          counts.segments += 1;
          const isRight = pair?.source !== undefined && keyOf(pair.source.text) === keyOf(segment.source);
          counts.right += isRight ? 1 : 0;
          counts.unpaired += pair?.source === undefined ? 1 : 0;
          if (pair?.source === undefined || pair.confidence < core.CERTAIN) continue;
          counts.judged += 1;
          counts.judgedWrong += isRight ? 0 : 1;
          if (!isRight) {
            const { source, target } = segment;
            differences.push({ tree, path: page.path, target, source, got: pair.source.text });
          }
        }
      }
      const { segments, right, judged, judgedWrong, unpaired, pages } = counts;
      rows.push({
        corpus: `${corpus.name}, ${tree}`,
        segments,
        "with their own": right / segments,
        unpaired,
        judged: judged / segments,
        "judged and right": 1 - judgedWrong / judged,
        pages,
      });
    }
  }
  return {
    title: "Clean pages beside later English",
    notes: ["Segments whose English still stands in the page; rules would look at the judged pairs only."],
    rows,
    differences,
  };
}

function* findKept({ document }, later, { alignDocuments, cutSource, parseDocument, stripPage }) {
  const inLater = countBy(cutSource(later).map(({ text }) => keyOf(text)));
  const inPage = countBy(document.segments.map(({ target }) => keyOf(target)));
  const pairs = new Map();
  for (const pair of alignDocuments(parseDocument(stripPage(document)), later)) {
    if (pair.target !== undefined) pairs.set(keyOf(pair.target.text), pair);
  }
  for (const segment of document.segments) {
    const isTold = inLater.get(keyOf(segment.source)) === 1 && inPage.get(keyOf(segment.target)) === 1;
    if (isTold && !segment.id.includes("-p")) yield { segment, pair: pairs.get(keyOf(segment.target)) };
  }
}

function countBy(keys) {
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function keyOf(text) {
  return text.replace(/[\s\\*_]+/g, "");
}

function bodyOf({ text, frontMatter }) {
  return text.slice(frontMatter?.span.end ?? 0);
}
