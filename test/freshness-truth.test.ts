import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Document } from "../server/src/core/document/document.ts";
import { parseDocument } from "../server/src/core/document/parse-document.ts";
import { compareSegments } from "../server/src/core/freshness/compare-segments.ts";
import { type Freshness, judgePage } from "../server/src/core/freshness/judge-page.ts";
import { findSourceHash, isMadeFrom } from "../server/src/core/source/hash.ts";
import { withOwnHalves } from "../server/src/core/source/find-sources.ts";
import { NO_SOURCES, type SourcePage } from "../server/src/core/source/page-sources.ts";
import { type TrueVerdict, trueNews, trueState, trueVerdicts } from "./freshness-truth.ts";
import { markdownFiles, sharedFolder } from "./shared.ts";

const PAGES = sharedFolder("corpus", "office-js.zh-cn-sxs");
const MADE_FROM = sharedFolder("corpus", "office-js.en-at-handoff");

interface Case {
  readonly path: string;
  readonly page: Document;
  /** The English file that the page was made from; the product is not shown it. */
  readonly madeFrom: string;
  /** The English file as it is at the later date. */
  readonly now: string;
}

/** The localized pages whose English is known, and is in the tree of a later date. */
function* casesOf(english: string): Generator<Case> {
  for (const { path, text } of markdownFiles(PAGES.folder)) {
    const [before, after] = [join(MADE_FROM.folder, path), join(english, path)];
    if (!existsSync(before) || !existsSync(after)) continue;
    yield {
      path,
      page: parseDocument(text),
      madeFrom: readFileSync(before, "utf8"),
      now: readFileSync(after, "utf8"),
    };
  }
}

/** What the product says with nothing but the page and the English tree: no Git. */
function judge({ path, page, now }: Case): Freshness {
  const document = parseDocument(now);
  const current: SourcePage = { origin: "source-tree", path, revision: undefined, document };
  const hash = findSourceHash(page.frontMatter) ?? "";
  const base = isMadeFrom(document, hash) ? current : undefined;
  return judgePage(page, withOwnHalves({ ...NO_SOURCES, current, base }, path, page));
}

function unwrapped({ text, frontMatter, segments }: Document): (nth: number) => string {
  return (nth) =>
    text.slice(
      nth === 0 ? (frontMatter?.span.end ?? 0) : segments[nth - 1]?.span.end,
      segments[nth]?.span.start ?? text.length,
    );
}

test(
  "every page is current beside the English that it was made from, segment by segment, too",
  {
    skip: PAGES.skip || MADE_FROM.skip,
  },
  (context: TestContext) => {
    let files = 0;
    let segments = 0;
    for (const each of casesOf(MADE_FROM.folder)) {
      assert.equal(judge(each).state, "current", each.path);
      // Without the hash, too, nothing of it has changed.
      const sources = each.page.segments.map(({ source }) => source);
      const { verdicts, added } = compareSegments(sources, parseDocument(each.now), unwrapped(each.page));
      assert.deepEqual(
        verdicts.filter(({ state }) => state !== "current"),
        [],
        each.path,
      );
      assert.deepEqual(added, [], each.path);
      files += 1;
      segments += verdicts.length;
    }
    context.diagnostic(`${files} of ${files} pages and ${segments} of ${segments} segments are current`);
  },
);

for (const tree of ["office-js.en-2021-08", "office-js.en-2021-12"]) {
  const english = sharedFolder("corpus", tree);
  test(
    `what is said of pages beside ${tree} is true`,
    {
      skip: PAGES.skip || MADE_FROM.skip || english.skip,
    },
    (context: TestContext) => {
      const tally = {
        files: 0,
        silent: 0,
        segments: 0,
        differing: [] as string[],
        news: 0,
        missedNews: [] as string[],
      };
      for (const each of casesOf(english.folder)) {
        const freshness = judge(each);
        tally.files += 1;
        // Two landing pages have no segments: without the file that they were made from nobody can tell more.
        const isSilent = freshness.segments === undefined;
        const truth = isSilent ? "outdated" : trueState(each.page.text, each.madeFrom, each.now);
        if (isSilent) tally.silent += 1;
        assert.equal(freshness.state, truth, each.path);
        if (freshness.state !== "current") compareWithTruth(each, freshness, tally);
        tally.segments += freshness.state === "current" ? each.page.segments.length : 0;
      }
      const agreement = 1 - tally.differing.length / tally.segments;
      context.diagnostic(
        `${tally.files} of ${tally.files} file states agree, ${tally.silent} of pages without segments`,
      );
      context.diagnostic(`${(agreement * 100).toFixed(3)} % of ${tally.segments} segment verdicts agree`);
      context.diagnostic(`${tally.missedNews.length} of ${tally.news} new lines were not told of`);
      assert.ok(agreement >= 0.999, tally.differing.join("\n"));
      assert.ok(tally.missedNews.length <= tally.news * 0.005, tally.missedNews.join("\n"));
    },
  );
}

interface Tally {
  segments: number;
  readonly differing: string[];
  news: number;
  readonly missedNews: string[];
}

function compareWithTruth({ path, page, madeFrom, now }: Case, freshness: Freshness, tally: Tally): void {
  const { segments = [], added, others } = freshness;
  const truth = trueVerdicts(
    segments.map(({ source }) => source),
    now,
  );
  for (const [nth, { source, verdict }] of segments.entries()) {
    tally.segments += 1;
    // Whether another sentence stands in the place of one that is gone is for a person to say.
    const said: TrueVerdict = verdict.state === "removed" ? "changed" : verdict.state;
    if (said !== truth[nth]) {
      tally.differing.push(
        `${path} ${page.segments[nth]?.id ?? ""}: ${said}, not ${truth[nth] ?? ""}: ${source}`,
      );
    }
  }
  const told = [
    ...added.map(({ place }) => place.span),
    ...others.map(({ span }) => span),
    ...segments.map(({ verdict }) => (verdict.state === "removed" ? undefined : verdict.place?.span)),
  ].filter((span) => span !== undefined);
  for (const { start, end } of trueNews(madeFrom, now)) {
    tally.news += 1;
    if (!told.some((span) => span.start < end && span.end > start)) {
      tally.missedNews.push(`${path}: ${now.slice(start, end)}`);
    }
  }
}
