import { readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { describe } from "../corpora.mjs";
import { runProcess } from "../run-process.mjs";

/** What the rules of each tool are about. The text in quotes or backticks of a message is the target. */
const KINDS = [
  {
    title: "files that are not there",
    theirs: ["MD057"],
    ours: ["file-not-found", "case-mismatch", "redirected", "backslash"],
  },
  { title: "bookmarks that are not there", theirs: ["MD051"], ours: ["bookmark-not-found"] },
  { title: "references without a definition", theirs: ["MD052"], ours: ["definition-not-found"] },
  { title: "links without a target", theirs: ["MD042"], ours: ["target-missing"], hasNoTarget: true },
  { title: "definitions that nobody uses", theirs: ["MD053"], ours: [] },
];
const MARKDOWNLINT_RULES = ["MD042", "MD051", "MD052", "MD053"];
const MARKDOWNLINT_FINDING = /^(.*?):(\d+)(?::\d+)? (?:error |warning )?(MD\d+)\S* (.*)$/;

/** Whether the tools find the same broken links: findings as lists, by file, line and target. */
export const name = "links";

export async function measure(bench) {
  const groups = [];
  for (const corpus of [bench.corpora.main, ...bench.corpora.others]) {
    const ours = await findOurs(bench, corpus);
    for (const [tool, find] of [
      ["rumdl", findRumdl],
      ["markdownlint", findMarkdownlint],
    ]) {
      const theirs = bench.peers[tool] && (await find(bench, corpus));
      const title = `Broken links, Lockstep and ${tool}: ${describe(corpus)}`;
      const rows =
        theirs === undefined ? [{ name: tool, note: "could not be installed" }] : compare(ours, theirs, tool);
      groups.push({ title, rows });
    }
  }
  return groups;
}

function compare(ours, theirs, tool) {
  const has = tool === "rumdl" ? () => true : ({ theirs: [rule] }) => MARKDOWNLINT_RULES.includes(rule);
  return KINDS.filter(has).map((kind) => {
    const namesTarget = tool === "rumdl" && kind.hasNoTarget !== true;
    const own = placesOf(ours, kind.ours, namesTarget);
    const other = placesOf(theirs, kind.theirs, namesTarget);
    const onlyOurs = [...own].filter((place) => !other.has(place));
    const onlyTheirs = [...other].filter((place) => !own.has(place));
    return {
      name: kind.title,
      goals: [
        { of: "both", value: own.size - onlyOurs.length },
        { of: `only ${tool}`, value: onlyTheirs.length },
        { of: "only Lockstep", value: onlyOurs.length },
      ],
      ...{ onlyOurs, onlyTheirs },
    };
  });
}

/**
 * Each place once: tools that take the English half of a segment for text of the page find most things twice.
 * markdownlint cuts what it quotes, so that of its findings only the line is known.
 */
function placesOf(findings, rules, namesTarget) {
  const chosen = findings.filter(({ rule }) => rules.includes(rule));
  return new Set(
    chosen.map(({ file, line, message }) => `${file}:${line}${namesTarget ? ` ${targetIn(message)}` : ""}`),
  );
}

/** The last part of the path, the bookmark or the label that a message names, in small letters. */
function targetIn(message) {
  const [, quoted = ""] = /[`'"]([^`'"]*)[`'"]/.exec(message) ?? [];
  return quoted
    .replace(/^.*[\\/](?=.)/, "")
    .replace(/[#[\]]/g, "")
    .toLowerCase();
}

async function findOurs(bench, { folder }) {
  const run = await runProcess(bench.scratch, bench.check(folder, "--no-cache", "--rule", "link/*"));
  const { findings } = JSON.parse(readFileSync(run.output, "utf8"));
  return findings.map(({ file, rule, range, message }) => ({
    file,
    line: range.start.line + 1,
    rule: rule.replace("link/", ""),
    message,
  }));
}

async function findRumdl(bench, { folder }) {
  const run = await runProcess(bench.scratch, bench.peers.rumdl.links(folder));
  const findings = JSON.parse(readFileSync(run.output, "utf8"));
  return findings.map((finding) => ({ ...finding, file: pathIn(bench, folder, finding.file) }));
}

async function findMarkdownlint(bench, { folder }) {
  const config = join(bench.scratch, "links.markdownlint.json");
  writeFileSync(
    config,
    JSON.stringify({ default: false, ...Object.fromEntries(MARKDOWNLINT_RULES.map((rule) => [rule, true])) }),
  );
  const run = await runProcess(bench.scratch, [...bench.peers.markdownlint(folder), "--config", config]);
  return readFileSync(run.errors, "utf8")
    .split("\n")
    .flatMap((line) => {
      const [, file, number, rule, message] = MARKDOWNLINT_FINDING.exec(line) ?? [];
      return file === undefined
        ? []
        : [{ file: pathIn(bench, folder, file), line: Number(number), rule, message }];
    });
}

function pathIn({ scratch }, folder, path) {
  return relative(realpathSync(folder), realpathSync(resolve(scratch, path))).replaceAll("\\", "/");
}
