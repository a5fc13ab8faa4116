import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Sizes of side-by-side pages as measured on real ones: half are smaller than this, in bytes ... */
const MEDIAN_SIZE = 12_000;
/** ... and their logarithms spread like this. A page has 22 kB on average then. */
const SPREAD = 0.95;
/** One page is a single table, as in reference documentation. */
const LARGE_SIZE = 370_000;
const PAGES_IN_FOLDER = 40;
/**
 * Clauses that sentences of pages of any size have: there are ids for 9,899 pairs (three or four digits, from 101), which
 * make 4 MB of such sentences. Larger numbers would make something else of the page, ids that no rule accepts.
 */
const CLAUSES_OF_LARGE_PAGES = 5;

/** What a page is made of: shares of blocks. With them, spans, links, tables and code come as often as in real pages. */
const BLOCKS = [
  [0.25, heading],
  [0.28, paragraph],
  [0.14, list],
  [0.07, table],
  [0.15, code],
  [0.03, image],
  [0.03, include],
  [0.05, alert],
];

/**
 * Writes made-up pages below a folder, the same bytes every time: `pages` side by side, `english` what they were made
 * from, and `next-english` the same some months later.
 */
export function generatePages(folder, count) {
  for (let nth = 0; nth < count; nth++) {
    const page = newPage(nth, count);
    const size = MEDIAN_SIZE * Math.exp(SPREAD * normal(page.random));
    const blocks = nth === 0 ? largeTable(page, LARGE_SIZE) : ordinaryBlocks(page, size);
    const english = `${header(page)}---\n\n${blocks.map(toEnglish).join("\n")}`;
    write(folder, "english", nth, english);
    write(
      folder,
      "next-english",
      nth,
      `${header(page)}---\n\n${evolve(page, blocks).map(toEnglish).join("\n")}`,
    );
    write(folder, "pages", nth, sideBySide(page, blocks, english));
  }
}

/** A made-up page of about so many bytes, of paragraphs, lists and the like. */
export function ordinaryPage(size) {
  const page = { ...newPage(1, 1), clauses: CLAUSES_OF_LARGE_PAGES };
  return sideBySide(page, ordinaryBlocks(page, size), "");
}

/** A made-up page of about so many bytes that is one table. */
export function tablePage(size) {
  const page = { ...newPage(0, 1), clauses: CLAUSES_OF_LARGE_PAGES };
  return sideBySide(page, largeTable(page, size), "");
}

function newPage(nth, count) {
  return { nth, count, random: randomFrom(nth + 1), prefix: hex(nth), slugs: ["overview"], clauses: 1 };
}

function write(folder, tree, nth, text) {
  const path = join(folder, tree, pathOf(nth));
  if (nth % PAGES_IN_FOLDER === 0) mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function pathOf(nth) {
  return `docs/part-${Math.floor(nth / PAGES_IN_FOLDER)}/page-${nth}.md`;
}

function header({ nth }) {
  return `---\ntitle: Telescopes of part ${nth}\ndescription: How to look after telescope ${nth}.\nms.date: 01/15/2024\n`;
}

function sideBySide(page, blocks, english) {
  const hash = createHash("sha1").update(english).digest("hex");
  const origin = [
    `title: 第 ${page.nth} 部分的望远镜`,
    `description: 如何保养望远镜 ${page.nth}。`,
    "ms.date: 01/15/2024",
    `ms.openlocfilehash: ${hash}`,
    `ms.sourcegitcommit: ${hash.split("").reverse().join("")}`,
    "ms.translationtype: MT",
    "ms.contentlocale: zh-CN",
    "ms.lasthandoff: 01/20/2024",
    `ms.locfileid: "${10_000_000 + page.nth}"`,
  ];
  let id = 103;
  const body = blocks.map((parts) =>
    parts.map((part) => toSideBySide(part, page.prefix, () => id++)).join(""),
  );
  return `---\n${origin.join("\n")}\n---\n\n${body.join("\n")}`;
}

/** A part of a block: text of both languages as a string, a sentence as `{ en, zh }`, or what only one of them has. */
function toSideBySide(part, prefix, nextId) {
  if (typeof part === "string") return part;
  if (part.en === undefined) return part.zh;
  const id = `${prefix}-${nextId()}`;
  return `<span data-ttu-id="${id}">${part.zh}</span><span class="sxs-lookup"><span data-stu-id="${id}">${part.en}</span></span>`;
}

function toEnglish(parts) {
  return parts.map((part) => (typeof part === "string" ? part : (part.en ?? ""))).join("");
}

function ordinaryBlocks(page, size) {
  const blocks = [["# ", { zh: '<a name="overview"></a>' }, { en: "Overview", zh: "概述" }, "\n"]];
  for (let length = 0; length < size; length += lengthOf(blocks.at(-1)))
    blocks.push(pick(page.random, BLOCKS)(page));
  return blocks;
}

function lengthOf(parts) {
  return Buffer.byteLength(parts.map((part) => toSideBySide(part, "1a2b3", () => 100)).join(""));
}

function largeTable(page, size) {
  const blocks = [["# ", { zh: '<a name="overview"></a>' }, { en: "Overview", zh: "概述" }, "\n"]];
  const rows = ["|Name|Task|More|\n|:---|:---|:---|\n"];
  for (let length = 0; length < size;) {
    const row = ["|", sentence(page), "|", sentence(page), "|", sentence(page), "|\n"];
    rows.push(...row);
    length += lengthOf(row);
  }
  return [...blocks, rows];
}

/** English goes on: a part of the pages gets blocks that are new, gone or worded in another way. */
function evolve({ random, ...page }, blocks) {
  if (random() < 0.6) return blocks;
  return blocks.flatMap((parts) => {
    const chance = random();
    if (chance < 0.03) return [];
    if (chance < 0.06) return [parts, paragraph({ ...page, random })];
    if (chance < 0.12) return [parts.map((part) => (part.en?.endsWith(".") ? reworded(part) : part))];
    return [parts];
  });
}

function reworded(part) {
  return { ...part, en: `${part.en.slice(0, -1)}, as long as the sky is clear.` };
}

function heading(page) {
  const { random, slugs } = page;
  const [noun, verb] = [choose(random, NOUNS), choose(random, TASKS)];
  const en = `${verb[0]} the ${noun[0]} ${slugs.length}`;
  const slug = en.toLowerCase().replaceAll(" ", "-");
  slugs.push(slug);
  return [
    random() < 0.7 ? "## " : "### ",
    { zh: `<a name="${slug}"></a>` },
    { en, zh: `${verb[1]}${noun[1]} ${slugs.length - 1}` },
    "\n",
  ];
}

function paragraph(page) {
  const sentences = Array.from({ length: 1 + Math.floor(page.random() * 3) }, () => sentence(page));
  return [...sentences.flatMap((each) => [each, " "]).slice(0, -1), "\n"];
}

function list(page) {
  const items = Array.from({ length: 2 + Math.floor(page.random() * 4) }, () => sentence(page));
  return items.flatMap((each) => ["- ", each, "\n"]);
}

function table(page) {
  const rows = Array.from({ length: 3 + Math.floor(page.random() * 12) }, () => [
    "|",
    term(page),
    "|",
    sentence(page),
    "|\n",
  ]);
  return [
    "|",
    { en: "Name", zh: "名称" },
    "|",
    { en: "Task", zh: "任务" },
    "|\n|:---|:---|\n",
    ...rows.flat(),
  ];
}

function code({ random }) {
  const lines = Array.from(
    { length: 3 + Math.floor(random() * 12) },
    () => `mount.slew({ axis: ${Math.floor(random() * 9)}, speed: ${random().toFixed(2)} });`,
  );
  return ["```javascript\n", `${lines.join("\n")}\n`, "```\n"];
}

function image({ random }) {
  const [noun] = [choose(random, NOUNS)];
  return [
    "![",
    { en: `A picture of the ${noun[0]}.`, zh: `${noun[1]}的图片。` },
    `](https://example.com/${Math.floor(random() * 99)}.png)\n`,
  ];
}

function include({ nth }) {
  return [`[!INCLUDE [note](page-${nth - (nth % PAGES_IN_FOLDER)}.md)]\n`];
}

function alert(page) {
  return ["> [!NOTE]\n> ", sentence(page), "\n"];
}

function term({ random }) {
  const [noun] = [choose(random, NOUNS)];
  return { en: noun[0], zh: noun[1] };
}

function sentence(page) {
  const { random, clauses } = page;
  const [quality, noun, verb, other] = [QUALITIES, NOUNS, VERBS, NOUNS].map((words) => choose(random, words));
  const rest = Array.from({ length: clauses }, () => (random() < 0.8 ? choose(random, CLAUSES) : ["", ""]));
  const [en, zh] = [0, 1].map((language) => rest.map((clause) => clause[language]).join(""));
  const more = extra(page);
  return {
    en: `The ${quality[0]} ${noun[0]} ${verb[0]} the ${other[0]}${en}${more[0]}.`,
    zh: `${quality[1]}的${noun[1]}${verb[1]}${other[1]}${zh}${more[1]}。`,
  };
}

/** Links, code and bold text; few of them are broken, as in real pages. */
function extra({ random, nth, count, slugs }) {
  const chance = random();
  const number = Math.floor(random() * 90) + 10;
  if (chance < 0.22) {
    const target = linkTarget({ random, nth, count, slugs });
    return [`, see [page ${number}](${target})`, `，请参阅[第 ${number} 页](${target})`];
  }
  if (chance < 0.34) return [` with \`park --axis ${number}\``, `，使用 \`park --axis ${number}\``];
  if (chance < 0.44)
    return [` in the **night plan**`, random() < 0.06 ? "，在** 夜间计划**中" : "，在**夜间计划**中"];
  return ["", ""];
}

function linkTarget({ random, nth, count, slugs }) {
  const kind = random();
  if (kind < 0.1) return `https://example.com/telescopes/${Math.floor(random() * 1000)}`;
  if (kind < 0.2) return `#${choose(random, slugs)}`;
  if (kind < 0.204) return `missing-${nth}.md`;
  const other = Math.floor(random() * count);
  const bookmark = random() < 0.4 ? (random() < 0.01 ? "#overviews" : "#overview") : "";
  const [from, to] = [nth, other].map((each) => Math.floor(each / PAGES_IN_FOLDER));
  return `${from === to ? "" : `../part-${to}/`}page-${other}.md${bookmark}`;
}

function pick(random, shares) {
  let chance = random();
  return (shares.find(([share]) => (chance -= share) < 0) ?? shares[1])[1];
}

function choose(random, items) {
  return items[Math.floor(random() * items.length)];
}

/** Pseudo-random numbers from 0 to 1 (mulberry32). */
function randomFrom(seed) {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function hex(nth) {
  return (0x10000 + (nth % 0xf0000)).toString(16);
}

const NOUNS = [
  ["telescope", "望远镜"],
  ["mirror", "镜面"],
  ["antenna", "天线"],
  ["control room", "控制室"],
  ["dome", "圆顶"],
  ["sensor", "传感器"],
  ["observer", "观测员"],
  ["archive", "存档"],
  ["calibration file", "校准文件"],
  ["mount", "支架"],
  ["filter wheel", "滤镜轮"],
  ["weather station", "气象站"],
];

const VERBS = [
  ["opens", "打开"],
  ["checks", "检查"],
  ["updates", "更新"],
  ["removes", "移除"],
  ["stores", "保存"],
  ["moves", "移动"],
  ["cools", "冷却"],
  ["reports", "报告"],
];

const TASKS = [
  ["Open", "打开"],
  ["Check", "检查"],
  ["Clean", "清洁"],
  ["Replace", "更换"],
  ["Turn", "转动"],
];

const QUALITIES = [
  ["large", "大型"],
  ["reliable", "可靠"],
  ["remote", "远程"],
  ["new", "新"],
  ["automatic", "自动"],
];

const CLAUSES = [
  [" before the night begins and the first picture is taken", "，在夜晚开始并拍摄第一张图片之前"],
  [" when the wind is too strong or rain is on its way", "，当风太大或即将下雨时"],
  [" for every observer of the group who has asked for it", "，供小组中每位提出请求的观测员使用"],
  [" until somebody who has the key stops it by hand", "，直到有钥匙的人手动将其停止"],
];
