import { describe, test } from "node:test";
import { checkGrowth } from "../../count-steps.ts";
import { pair } from "../compare/pair.ts";
import { scan } from "./scan.ts";

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
