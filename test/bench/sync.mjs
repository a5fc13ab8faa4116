// Pages that are brought up to a later English: is everything kept that is still valid, and does the rest follow?
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { align, toItem } from "./segments.mjs";
import { score } from "./table.mjs";

const LATER = ["office-js.en-2021-08", "office-js.en-2021-12"];
const ORIGIN = { commit: "0".repeat(40), handoff: "01/02/2022" };

/**
 * For each later English, side by side and stripped:
 *
 * - unchanged: segments whose English is cut out of both English pages as often; kept: those that stand in the result
 *   letter for letter as they stood in the page;
 * - F1: the English halves of the result against the new English as it is cut, see `measureSegments`; of a stripped
 *   page the sentences that are lined up with a sentence of the new English, in order;
 * - skeleton: pages whose links outside of changed segments, code, headings, tables and includes are those of the new English, or differ from it
 *   as the page differed from its own English before;
 * - again: pages that a second sync changes, also one that does not know of the first;
 * - findings: what `check` finds in results and found neither in the page nor in either English page.
 */
export function measureSync(corpora, core) {
  const rows = [];
  const differences = [];
  for (const corpus of corpora) {
    if (corpus.isRebuilt) continue;
    for (const later of LATER) {
      const root = join(corpus.folder, later);
      if (!existsSync(root)) continue;
      for (const form of ["side by side", "stripped"]) {
        const counts = newCounts();
        for (const page of corpus.pages()) {
          const file = join(root, page.path);
          if (!existsSync(file)) continue;
          const where = { english: later, form, path: page.path };
          const found = measurePage(page, readFileSync(file, "utf8"), form, counts, core);
          differences.push(...found.map((each) => ({ ...where, ...each })));
        }
        rows.push(toRow(`${later.replace("office-js.", "")}, ${form}`, counts));
      }
    }
  }
  return {
    title: "Sync with a later English",
    notes: ["See `measureSync` for what is counted."],
    rows,
    differences,
  };
}

function newCounts() {
  return {
    pages: 0,
    untouched: 0,
    ...{ kept: 0, carried: 0, reused: 0, new: 0, changed: 0, removed: 0, conflicts: 0 },
    ...{ unchanged: 0, keptUnchanged: 0, skeletons: 0, again: 0, findings: 0, outOfOrder: 0 },
    ...{ real: 0, predicted: 0, both: 0, milliseconds: 0, slowest: 0 },
  };
}

function toRow(name, counts) {
  return {
    english: name,
    pages: counts.pages,
    "as is": counts.untouched,
    kept: counts.kept,
    carried: counts.carried,
    reused: counts.reused,
    new: counts.new,
    changed: counts.changed,
    removed: counts.removed,
    conflicts: counts.conflicts,
    unchanged: counts.unchanged,
    "of these kept": counts.keptUnchanged / counts.unchanged,
    skeleton: counts.skeletons / counts.pages,
    F1: counts.real === 0 ? "-" : score(counts).F1,
    again: counts.again,
    findings: counts.findings,
    "id order": counts.outOfOrder,
    "ms/page": counts.milliseconds / counts.pages,
    "ms most": Math.round(counts.slowest),
  };
}

function measurePage({ path, document, english }, later, form, counts, core) {
  const text = form === "stripped" ? core.stripPage(document) : document.text;
  const input = {
    page: core.parseDocument(text),
    base: core.parseDocument(english),
    current: core.parseDocument(later),
    ...ORIGIN,
  };
  const start = performance.now();
  const result = core.syncPage(input);
  const time = performance.now() - start;
  const synced = unmark(result.text, core);
  const differences = [];
  counts.pages += 1;
  counts.milliseconds += time;
  counts.slowest = Math.max(counts.slowest, time);
  for (const [kind, count] of Object.entries(result.counts)) counts[kind] += count;
  counts.conflicts += result.conflicts.length;
  for (const { message } of result.conflicts) differences.push({ conflict: message });
  if (result.action === "unchanged") counts.untouched += 1;

  differences.push(...countKept(document, input, synced, counts, core));
  if (form === "side by side") differences.push(...countHalves(synced, input.current, counts, core));
  else countLinedUp(synced, input.current, counts, core);
  const lost = compareSkeletons(input, withEnglishOfMarked(result.text, core), form);
  if (lost.length === 0) counts.skeletons += 1;
  differences.push(...lost);
  differences.push(...countFindings(path, input, result.text, counts, core));
  if (syncsAgain(input, result.text, core)) {
    counts.again += 1;
    differences.push({ again: true });
  }
  return differences;
}

function unmark(text, core) {
  return core.parseDocument(core.takeMarks(core.parseDocument(text)).text);
}

/** Segments with the same English before and after have the same translation before and after. */
function countKept(document, { base, current }, synced, counts, core) {
  const before = countTexts(core.cutSource(base).map(({ text }) => toItem(text).key));
  const after = countTexts(core.cutSource(current).map(({ text }) => toItem(text).key));
  const halves = new Map();
  for (const { source, target } of synced.segments) {
    const { key } = toItem(source);
    halves.set(key, [...(halves.get(key) ?? []), target]);
  }
  const differences = [];
  for (const { source, target } of document.segments) {
    const { key } = toItem(source);
    if (!before.has(key) || before.get(key) !== after.get(key)) continue;
    counts.unchanged += 1;
    const isKept =
      synced.form === "sxs"
        ? (halves.get(key) ?? []).includes(target)
        : synced.text.includes(target.trim()) ||
          synced.text.includes(target.trim().replace(/\\([*_])/g, "$1"));
    if (isKept) counts.keptUnchanged += 1;
    else differences.push({ lost: source, target });
  }
  return differences;
}

function countTexts(texts) {
  const counts = new Map();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

function countHalves(synced, current, counts, core) {
  const truth = synced.segments.map(({ source, id }) => ({
    ...toItem(source),
    isParagraph: id.includes("-p"),
  }));
  const predicted = core.cutSource(current).map(({ text }) => toItem(text));
  const { paired, missed, extra } = align(truth, predicted);
  counts.real += paired + missed.length;
  counts.predicted += paired + extra.length;
  counts.both += paired;
  return [
    ...missed.map(({ text }) => ({ "only in the result": text })),
    ...extra.map(({ text }) => ({ "only in English": text })),
  ];
}

/** In a clean page, each segment of English should stand once, in order, as the result is lined up with it. */
function countLinedUp(synced, current, counts, core) {
  const pairs = core.alignDocuments(synced, current);
  counts.real += pairs.filter(({ target }) => target !== undefined).length;
  counts.predicted += pairs.filter(({ source }) => source !== undefined).length;
  const both = pairs.filter(({ source, target }) => source !== undefined && target !== undefined);
  both.sort((a, b) => a.source.span.start - b.source.span.start);
  let position = 0;
  for (const { target } of both) {
    if (target.span.start < position) continue;
    position = target.span.end;
    counts.both += 1;
  }
}

/** What differs from English in the result and did not in the page. */
function compareSkeletons({ page, base, current }, synced, form) {
  const known = differencesOf(skeletonOf(page), skeletonOf(base));
  const now = differencesOf(skeletonOf(synced), skeletonOf(current));
  const lost = [...now].filter((each) => !known.has(each));
  // In a clean page nothing tells where a changed segment starts, in which an old link may stand.
  const told = form === "stripped" ? lost.filter((each) => !/^-?\d+ (?:link|span) /.test(each)) : lost;
  return told.map((skeleton) => ({ skeleton }));
}

/** Old translations that wait for a translator have old links. */
function withEnglishOfMarked(text, core) {
  const english = text.replace(
    /<span data-ttu-id="([^"]+)">(?:(?!<span data-ttu-id)[^])*?<span data-stu-id="\1">((?:(?!<\/span><\/span>)[^])*)<\/span><\/span><!--lockstep:changed-->/g,
    "$2",
  );
  return unmark(english, core);
}

function skeletonOf({ text, structure }) {
  // The pipeline makes blanks of no-break spaces.
  const slice = ({ start, end }) => text.slice(start, end).replaceAll("\u00a0", " ").trimEnd();
  return [
    ...structure.links.map(({ target, role }) => `${role} ${target}`),
    ...structure.headings.map(({ level }) => `heading ${level}`),
    ...structure.codeBlocks.map(
      ({ info, lineSpans }) => `code ${info?.replaceAll("\u00a0", " ")} ${lineSpans.map(slice).join("\n")}`,
    ),
    ...structure.tables.map(({ rows, columnCount }) => `table ${rows.length} ${columnCount}`),
    ...structure.codeSpans.map(({ content }) => `span ${content}`),
    ...structure.alerts.map(({ kind }) => `alert ${kind}`),
  ];
}

function differencesOf(mine, its) {
  const counts = countTexts(its);
  for (const each of mine) counts.set(each, (counts.get(each) ?? 0) - 1);
  return new Set([...counts].filter(([, count]) => count !== 0).map(([each, count]) => `${-count} ${each}`));
}

function countFindings(path, { page, base, current }, text, counts, core) {
  const known = new Set();
  for (const [document, english] of [
    [page, base],
    [base, base],
    [current, current],
  ]) {
    for (const { keys } of findingsOf(path, document, english, core)) keys.forEach((key) => known.add(key));
  }
  const found = findingsOf(path, core.parseDocument(text), current, core).filter(
    ({ keys, rule }) => !keys.some((key) => known.has(key)) && !rule.startsWith("sync/"),
  );
  const others = found.filter(({ rule }) => rule !== "segment/id-out-of-order");
  counts.outOfOrder += found.length - others.length;
  counts.findings += others.length;
  return others.map(({ rule, message }) => ({ rule, message }));
}

/** A finding is known by its message, and by the translation that it is about: that may quote other English now. */
function findingsOf(path, document, english, core) {
  const source = { origin: "source-tree", path, revision: undefined, document: english };
  const context = {
    document,
    path,
    workspace: core.buildWorkspace({ name: undefined, files: new Map([[path, document.text]]) }),
    sources: { current: source, base: source, lost: undefined, committed: undefined },
    config: core.readProjectConfig(undefined).config,
    today: { year: 2022, month: 6, day: 1 },
  };
  const reports = core.runRules(core.rules, context, {
    onCrash: (rule, error) => {
      throw new Error(`${rule.id}: ${error.stack}`);
    },
  });
  return reports
    .filter(({ ruleId }) => !ruleId.startsWith("link/"))
    .map(({ ruleId, message, span }) => ({
      rule: ruleId,
      message,
      keys: [`${ruleId} ${message}`, `${ruleId}\n${translationAt(document, span)}`],
    }));
}

/** The translation that a span is part of; in a clean page, the line. */
function translationAt({ text, form, segments }, { start, end }) {
  const segment = segments.find(({ span }) => span.start <= start && end <= span.end);
  if (form === "sxs") return segment?.target ?? `nowhere ${start}`;
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, end + text.slice(end).search(/\n|$/));
  return line.replace(/<!--lockstep:[a-z]+-->|\]\([^)]*\)/g, "");
}

/** Both as it is done, and as if the page did not say that it was synced before. */
function syncsAgain(input, text, core) {
  const again = (page, base) =>
    core.syncPage({ ...input, page: core.parseDocument(page), base }).text !== page;
  if (again(text, input.base)) return true;
  const forgetful = text.replace(/^# lockstep:english .*\n/m, "");
  const bases = input.page.form === "sxs" ? [input.base, input.current] : [input.current];
  return bases.some((base) => {
    const result = core.syncPage({ ...input, page: core.parseDocument(forgetful), base }).text;
    return result.replace(/^# lockstep:english .*\n/m, "") !== forgetful;
  });
}
