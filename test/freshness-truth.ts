/**
 * What became of a page's English, told from the texts alone by other and slower means than the product's: nothing of
 * `core/` is used here. Segments are found by a regular expression, texts are searched letter by letter, and file states
 * come from the English file that the page was made from, which the product does not get to see.
 */
import { createHash } from "node:crypto";

export type TrueState = "current" | "metadata-only" | "outdated";
export type TrueVerdict = "current" | "moved" | "changed" | "removed";

const PAIR =
  /<span data-ttu-id=(?:"|&quot;)([^"&]+)(?:"|&quot;)>([\s\S]*?)<\/span><span class=(?:"|&quot;)sxs-lookup(?:"|&quot;)><span data-stu-id=(?:"|&quot;)\1(?:"|&quot;)>([\s\S]*?)<\/span><\/span>/g;

/** Ids and English halves of a side-by-side page, in page order. */
export function englishOf(page: string): { id: string; english: string }[] {
  return Array.from(page.matchAll(PAIR), ([, id = "", , english = ""]) => ({ id, english }));
}

export function hashOf(page: string): string | undefined {
  return /^ms\.openlocfilehash: ([0-9a-f]{40})$/m.exec(page)?.[1];
}

function isHashOf(hash: string | undefined, english: string): boolean {
  const lf = english.replaceAll("\r\n", "\n");
  return [english, lf, lf.replaceAll("\n", "\r\n")].some(
    (text) => createHash("sha1").update(text).digest("hex") === hash,
  );
}

function bodyOf(english: string): string {
  return english.replace(/^\ufeff?---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/, "\n");
}

/** The steps of the ladder one after the other; blanks are left to `squeeze`. */
function climb(markdown: string): string {
  return markdown
    .replace(/\]\([^\s)]+/g, (target) => target.toLowerCase())
    .replace(/\n[ \t]*>[> \t]*/g, "\n")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("&quot;", '"')
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/[*_`]/g, "");
}

function squeeze(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060]+/g, "");
}

/**
 * How the English file changed, from the one that the page was made from. Which mark a list has, and which number, no
 * reader of another language has to be told; and what English says of an image, a side-by-side page does not tell.
 */
export function trueState(page: string, madeFrom: string, now: string): TrueState {
  if (isHashOf(hashOf(page), now)) return "current";
  const read = (english: string): string => {
    const body = bodyOf(english)
      .replace(/^([ \t>]*)(?:[-+*]|\d+[.)])[ \t]+/gm, "$1")
      .replace(/!\[[^\]]*\]\(/g, "![](")
      .replace(/<img\b[^>]*\bsrc="([^"]*)"[^>]*>/g, "![]($1)");
    return squeeze(climb(body));
  };
  return read(madeFrom) === read(now) ? "metadata-only" : "outdated";
}

/** A piece of the page that ends where a line, a cell, a bracket, a tag or a sentence ends. */
interface Text {
  readonly letters: string;
  /** Positions in `letters` between two pieces. */
  readonly seams: ReadonlySet<number>;
  /** Positions in `letters` between two words. */
  readonly gaps: ReadonlySet<number>;
}

function readText(english: string): Text {
  const seams = new Set<number>([0]);
  const gaps = new Set<number>([0]);
  let letters = "";
  for (const line of climb(bodyOf(english)).split("\n")) {
    seams.add(letters.length);
    const [marker = ""] = /^[ \t>]*(?:(?:[-+]|\d+[.)]|#{1,6})[ \t]+)*/.exec(line) ?? [];
    letters += squeeze(marker);
    for (let nth = 0; nth <= squeeze(marker).length; nth += 1) {
      seams.add(letters.length - nth);
      gaps.add(letters.length - nth);
    }
    for (const piece of line
      .slice(marker.length)
      .split(/(\||[[\]]|<[^<>]*>|[.!?:;…][)"'”’]*(?=\s)|\s+|\W)/)) {
      const isMark = /^(?:\||[[\]]|<)/.test(piece);
      gaps.add(letters.length);
      if (isMark) seams.add(letters.length);
      letters += squeeze(piece);
      gaps.add(letters.length);
      if (isMark || /^[.!?:;…]/.test(piece)) seams.add(letters.length);
    }
  }
  return { letters, seams: seams.add(letters.length), gaps: gaps.add(letters.length) };
}

interface Occurrence {
  readonly nth: number;
  readonly start: number;
  readonly end: number;
}

/** Every place where a segment stands by itself, from seam to seam. */
function occurrences(keys: readonly string[], { letters, seams, gaps }: Text): Occurrence[] {
  return keys.flatMap((key, nth) => {
    const found: Occurrence[] = [];
    for (
      let start = letters.indexOf(key);
      start !== -1 && key !== "";
      start = letters.indexOf(key, start + 1)
    ) {
      const end = start + key.length;
      if (!gaps.has(start) || !gaps.has(end)) continue;
      const endsPiece = seams.has(end) || /[.!?:;…][)"'”’]*$/.test(key);
      if (seams.has(start) && endsPiece) found.push({ nth, start, end });
    }
    return found;
  });
}

interface Link extends Occurrence {
  readonly length: number;
  readonly before: Link | undefined;
}

/** The chain of occurrences, in order in page and English, that covers most letters. */
function longestChain(all: readonly Occurrence[]): Map<number, Occurrence> {
  // Chains worth going on with, by where they end: one that ends later is longer.
  let open: Link[] = [];
  let links: Link[] = [];
  for (const [at, here] of all.entries()) {
    const before = open.findLast(({ end }) => end <= here.start);
    links.push({ ...here, before, length: (before?.length ?? 0) + here.end - here.start + 1 });
    // A segment cannot follow itself: its places join the chains together.
    if (all[at + 1]?.nth === here.nth) continue;
    const ends = [...open, ...links].sort((a, b) => a.end - b.end || b.length - a.length);
    open = [];
    for (const link of ends) if (link.length > (open.at(-1)?.length ?? 0)) open.push(link);
    links = [];
  }
  const chain = new Map<number, Occurrence>();
  for (let link = open.at(-1); link !== undefined; link = link.before) chain.set(link.nth, link);
  return chain;
}

/** What became of each segment's English. */
export function trueVerdicts(halves: readonly string[], now: string): TrueVerdict[] {
  const text = readText(now);
  const keys = halves.map((half) => squeeze(climb(half)));
  const all = occurrences(keys, text);
  const chain = longestChain(all);
  const taken = [...chain.values()];
  return keys.map((key, nth) => {
    if (key === "" || chain.has(nth)) return "current";
    const elsewhere = all.find(
      (each) => each.nth === nth && taken.every(({ start, end }) => end <= each.start || start >= each.end),
    );
    if (elsewhere !== undefined) {
      taken.push(elsewhere);
      return "moved";
    }
    return "changed";
  });
}

/**
 * Lines of running text whose words are nowhere in the English file that the page was made from. Headers, code, pictures
 * and tables' rules are not among them.
 */
export function trueNews(madeFrom: string, now: string): { start: number; end: number }[] {
  const before = squeeze(climb(madeFrom));
  const news: { start: number; end: number }[] = [];
  let position = now.length - bodyOf(now).length + 1;
  let isCode = false;
  for (const line of now.slice(position).split("\n")) {
    const start = position;
    position += line.length + 1;
    if (/^[ \t>]*(?:[-+*]|\d+\.)?[ \t]*(?:```|~~~)/.test(line)) isCode = !isCode;
    else if (!isCode && !/^(?: {4}|\t)/.test(line)) {
      const text = line.replace(/^[ \t>]*(?:(?:[-+*]|\d+[.)]|#{1,6})[ \t]+)*/, "");
      const isProse = /\p{L}{2}/u.test(text) && !/^(?:\[!|!\[|\[[^\]]*\]:|:::|<|\|)/.test(text);
      if (isProse && !before.includes(squeeze(climb(text)))) news.push({ start, end: start + line.length });
    }
  }
  return news;
}
