import type { Random } from "../../random.ts";

/** An edit that an author makes to an English page, given as its blocks. */
type Edit = (blocks: string[], random: Random) => void;

const WORDS = "amber birch copper delta ember fjord grove harbor island juniper kettle lantern".split(" ");

function sentence(random: Random): string {
  const words = Array.from(
    { length: 3 + random.below(6) },
    () => WORDS[random.below(WORDS.length)] as string,
  );
  return `New ${words.join(" ")}.`;
}

function isParagraph(block: string): boolean {
  return /^[A-Z]/.test(block) && !block.includes("\n|") && !block.includes("```");
}

/** A random block that fits; -1: there is none. */
function pick(blocks: readonly string[], random: Random, fits: (block: string) => boolean): number {
  const found = blocks.flatMap((block, nth) => (nth > 0 && fits(block) ? [nth] : []));
  return found.length === 0 ? -1 : (found[random.below(found.length)] as number);
}

function change(
  blocks: string[],
  random: Random,
  fits: (block: string) => boolean,
  to: (block: string) => string,
): void {
  const at = pick(blocks, random, fits);
  if (at > 0) blocks[at] = to(blocks[at] as string);
}

const isHeading = (block: string): boolean => block.startsWith("#");
const isTable = (block: string): boolean => block.startsWith("|");

export const EDITS: Readonly<Record<string, Edit>> = {
  "insert a paragraph": (blocks, random) => {
    blocks.splice(1 + random.below(blocks.length), 0, `${sentence(random)} ${sentence(random)}`);
  },
  "delete a block": (blocks, random) => {
    if (blocks.length > 2) blocks.splice(1 + random.below(blocks.length - 1), 1);
  },
  "move a block": (blocks, random) => {
    if (blocks.length < 3) return;
    const [block] = blocks.splice(1 + random.below(blocks.length - 1), 1);
    blocks.splice(1 + random.below(blocks.length), 0, block as string);
  },
  "split a paragraph": (blocks, random) => {
    change(
      blocks,
      random,
      (block) => isParagraph(block) && block.includes(". "),
      (block) => block.replace(". ", ".\n\n"),
    );
  },
  "join two paragraphs": (blocks, random) => {
    const at = pick(blocks, random, isParagraph);
    const next = blocks[at + 1];
    if (at > 0 && next !== undefined && isParagraph(next))
      blocks.splice(at, 2, `${blocks[at] as string} ${next}`);
  },
  "rename a heading": (blocks, random) => {
    change(
      blocks,
      random,
      isHeading,
      (block) => `${block} and ${WORDS[random.below(WORDS.length)] as string}`,
    );
  },
  "delete a row": (blocks, random) => {
    change(
      blocks,
      random,
      (block) => isTable(block) && block.split("\n").length > 3,
      (block) => {
        const rows = block.split("\n");
        rows.splice(2 + random.below(rows.length - 2), 1);
        return rows.join("\n");
      },
    );
  },
  "insert a row": (blocks, random) => {
    change(blocks, random, isTable, (block) => {
      const columns = (block.split("\n")[1] ?? "").split("|").length - 2;
      return `${block}\n|${Array.from({ length: columns }, () => ` ${sentence(random)} |`).join("")}`;
    });
  },
  "append a sentence": (blocks, random) => {
    change(blocks, random, isParagraph, (block) => `${block} ${sentence(random)}`);
  },
  "change a word": (blocks, random) => {
    change(blocks, random, isParagraph, (block) =>
      block.replace(/[a-z]{4,}/, WORDS[random.below(WORDS.length)] as string),
    );
  },
  "insert a list item": (blocks, random) => {
    change(
      blocks,
      random,
      (block) => /^[-*] /.test(block),
      (block) => `${block}\n- ${sentence(random)}`,
    );
  },
  "insert a column": (blocks, random) => {
    change(blocks, random, isTable, (block) =>
      block
        .split("\n")
        .map((row, nth) => `${row}${nth === 1 ? "---|" : ` ${sentence(random)} |`}`)
        .join("\n"),
    );
  },
  "make a list of a paragraph": (blocks, random) => {
    change(blocks, random, isParagraph, (block) => `- ${block.replaceAll("\n", "\n  ")}`);
  },
  "put a paragraph into a quote": (blocks, random) => {
    change(blocks, random, isParagraph, (block) => `> ${block.replaceAll("\n", "\n> ")}`);
  },
  "put a link around a paragraph's first word": (blocks, random) => {
    change(blocks, random, isParagraph, (block) => block.replace(/^[A-Z][a-z]+/, "[$&](new.md)"));
  },
  "reorder the sentences of a paragraph": (blocks, random) => {
    change(
      blocks,
      random,
      (block) => isParagraph(block) && block.includes(". "),
      (block) =>
        block
          .split(/(?<=\.) /)
          .reverse()
          .join(" "),
    );
  },
  "change the level of a heading": (blocks, random) => {
    change(blocks, random, isHeading, (block) => `#${block}`);
  },
  "insert code": (blocks, random) => {
    blocks.splice(1 + random.below(blocks.length), 0, "```js\nrun();\n```");
  },
};

/** The page after some edits. Its header, the first block, stays. */
export function editAtRandom(page: string, random: Random, count: number): string {
  const blocks = page.replace(/\n+$/, "").split(/\n{2,}/);
  const edits = Object.values(EDITS);
  for (let nth = 0; nth < count; nth += 1) (edits[random.below(edits.length)] as Edit)(blocks, random);
  return `${blocks.join("\n\n")}\n`;
}
