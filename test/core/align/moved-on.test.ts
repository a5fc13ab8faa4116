import assert from "node:assert/strict";
import { test } from "node:test";
import { CERTAIN } from "../../../server/src/core/align/confidence.ts";
import { createRandom, type Random } from "../../random.ts";
import { align } from "./lines.ts";

/** A block that can be told from all others by its number, and its translation. */
interface Block {
  readonly english: string;
  readonly translation: string;
}

const SUBJECTS = ["The lid", "This part", "A sensor", "The cable", "Every drawer", "The old handle"] as const;
const VERBS = [
  "opens",
  "is closed slowly",
  "must be cleaned well",
  "works",
  "moves to the left side",
] as const;

/** Each word of the English as some Chinese characters: as alike as two languages are in length, and no more. */
function translate(text: string): string {
  const words = (part: string): string => part.replace(/[A-Za-z]+/g, toChinese);
  return text
    .split(/(`[^`]*`|\]\([^)]*\)|\bmm\b)/)
    .map((part, nth) => (nth % 2 === 0 ? words(part) : part))
    .join("")
    .replaceAll(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g, "")
    .replaceAll(/\.(?= |$)/g, "。");
}

function toChinese(word: string): string {
  const letters = Array.from({ length: Math.ceil(word.length / 3) }, (_, nth) => word.charCodeAt(nth));
  return String.fromCodePoint(...letters.map((code) => 0x4e00 + code));
}

function createBlock(nth: number, random: Random): Block {
  const sentence = (): string => `${random.pick(SUBJECTS)} ${random.pick(VERBS)}.`;
  const token = random.pick([`\`call${nth}()\``, `[part](part-${nth}.md)`, `${nth} mm`, ""]);
  const text = [sentence(), token === "" ? "" : `It needs ${token}.`, sentence()]
    .filter((each) => each !== "")
    .join(" ");
  const mark = random.pick(["", "- ", "> ", "## "]);
  return { english: `${mark}${text}\n`, translation: `${mark}${translate(text)}\n` };
}

/** English that has gone on: some blocks are gone, some are new, some stand twice, one has moved. */
function moveOn(blocks: readonly Block[], random: Random): Block[] {
  const later = blocks.filter(() => random.below(8) > 0);
  for (let nth = 0; nth < 3; nth++)
    later.splice(random.below(later.length), 0, createBlock(9000 + nth, random));
  later.splice(random.below(later.length), 0, random.pick(later));
  const [moved] = later.splice(random.below(later.length), 1);
  if (moved !== undefined) later.splice(random.below(later.length), 0, moved);
  return later;
}

const PAGES = 60;

test("blocks that English still has find it again, and rules are not led astray", () => {
  const counts = { all: 0, right: 0, certain: 0, wrong: 0 };
  for (let seed = 1; seed <= PAGES; seed++) {
    const random = createRandom(seed);
    const blocks = Array.from({ length: 30 }, (_, nth) => createBlock(nth + 10, random));
    const later = moveOn(blocks, random);
    const page = blocks.map(({ translation }) => translation).join("\n");
    const english = later.map((block) => block.english).join("\n");
    for (const { source, target, confidence } of align(page, english)) {
      if (target === undefined || source === undefined) continue;
      counts.all += 1;
      const isRight = translate(source.text) === target.text;
      counts.right += isRight ? 1 : 0;
      if (confidence < CERTAIN) continue;
      counts.certain += 1;
      counts.wrong += isRight ? 0 : 1;
    }
  }
  assert.ok(counts.all > PAGES * 55, `paired: ${counts.all}`);
  assert.ok(counts.right / counts.all > 0.97, `right: ${counts.right} of ${counts.all}`);
  assert.ok(counts.certain / counts.all > 0.6, `certain: ${counts.certain} of ${counts.all}`);
  assert.ok(counts.wrong / counts.certain < 0.005, `wrong: ${counts.wrong} of ${counts.certain}`);
});

test("a page against its own English has every sentence, and no rule doubts any", () => {
  for (let seed = 1; seed <= PAGES; seed++) {
    const random = createRandom(seed);
    const blocks = Array.from({ length: 20 }, (_, nth) => createBlock(nth + 10, random));
    const aligned = align(
      blocks.map(({ translation }) => translation).join("\n"),
      blocks.map(({ english }) => english).join("\n"),
    );
    for (const { source, target } of aligned) assert.equal(translate(source?.text ?? ""), target?.text);
  }
});
