import { hasWords } from "../text/signs.ts";
import type { LoosePiece, MergedPiece } from "./merge-tokens.ts";
import type { Token } from "./tokens.ts";

/** Tags, link targets and fences: what English decides about. */
const MARKUP = /<[^<>]*>|\]\([^()\s]*|^[ \t>]*(?:`{3,}|~{3,}).*/g;

/** Notes and pictures: somebody wrote or chose them, though there are no words for a reader in them. */
const CHOSEN = /<!--|<(?:img|iframe|video|audio|source|embed)\b|!\[[^[\]\n]*\]\(/i;

/** A blank line, or the row of dashes of a table: it belongs to the lines around it. */
const BETWEEN = /^[ \t>:|-]*\r?\n$/;

/** Whether somebody would miss it: more than blanks, markers and markup. */
export function isProse({ text, segment }: Token): boolean {
  return segment === undefined && (CHOSEN.test(text) || hasWords(text.replace(MARKUP, "")));
}

const DEFINITION = /^[ \t>]*\[((?:[^[\]\\]|\\.)+)\]:/;

/** What may stand for each other in two languages has the same kind: a definition that of the same label alone. */
export function kindOf({ text }: Token): string {
  const label = DEFINITION.exec(text)?.[1]?.toLowerCase() ?? "";
  return CHOSEN.test(text) ? `!${label}` : label;
}

/** Numbers of tokens that somebody wrote, one after the other: lines as a whole, or a piece of one. */
export interface OwnText {
  readonly tokens: readonly number[];
  readonly isLines: boolean;
}

/**
 * Of tokens from one number up to another, what somebody wrote that `isOld` does not know: whole lines with those
 * between them that make them a table, code or paragraphs, elsewhere prose alone.
 */
export function ownText(
  tokens: readonly Token[],
  { from, to }: { readonly from: number; readonly to: number },
  isOld: (nth: number) => boolean,
): OwnText[] {
  const own: OwnText[] = [];
  let run: number[] = [];
  const endRun = (): void => {
    const isWritten = (nth: number): boolean => !isOld(nth) && /\S/.test((tokens[nth] as Token).text);
    const lines = run.slice(run.findIndex(isWritten), run.findLastIndex(isWritten) + 1);
    if (run.some((nth) => isWritten(nth) && isProse(tokens[nth] as Token)))
      own.push({ tokens: lines, isLines: true });
    run = [];
  };
  for (let nth = from; nth < to; nth += 1) {
    const token = tokens[nth] as Token;
    const isOwn = token.segment === undefined && !isOld(nth);
    const belongs = isOwn || (run.length > 0 && token.segment === undefined && BETWEEN.test(token.text));
    if (belongs && isWholeLine(tokens, nth)) run.push(nth);
    else {
      endRun();
      if (isOwn && isProse(token)) own.push({ tokens: [nth], isLines: false });
    }
  }
  endRun();
  return own;
}

/** Whether a token is a line from its start to its end; the last one of a page may lack a line end. */
function isWholeLine(tokens: readonly Token[], nth: number): boolean {
  const token = tokens[nth];
  if (token === undefined || token.segment !== undefined) return false;
  const isEnded = token.text.endsWith("\n") || nth === tokens.length - 1;
  return isEnded && tokens[nth - 1]?.text.endsWith("\n") !== false;
}

/** Lines of somebody's own in a merged page, with the blank lines that part them from others. */
export interface OwnLines {
  /** A piece of a line has no line end yet. */
  readonly text: string;
  readonly blankBefore: string;
  readonly blankAfter: string;
}

/** The lines that such tokens are. */
export function ownLines(tokens: readonly Token[], numbers: readonly number[]): OwnLines {
  const blankAt = (nth: number): string => {
    const isBlank = isWholeLine(tokens, nth) && BLANK_LINE.test(tokens[nth]?.text ?? "");
    return isBlank ? (tokens[nth] as Token).text : "";
  };
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const blankBefore = blankAt(first - 1);
  return {
    text: numbers.map((nth) => tokens[nth]?.text ?? "").join(""),
    blankBefore,
    // What is the last of a page is apart from all that follows, as it was from what was before.
    blankAfter: last + 1 < tokens.length ? blankAt(last + 1) : blankBefore,
  };
}

const BLANK_LINE = /^[ \t>]*\r?\n$/;

/** Puts lines of somebody's own where the next line starts, so that they are in no other, and apart as they were. */
export function settleOwn(pieces: readonly LoosePiece[], lineEnd = "\n"): MergedPiece[] {
  const settled: MergedPiece[] = [];
  let waiting: OwnLines[] = [];
  const tail = (): string => {
    const last = settled.slice(-2).map((piece) => (piece.kind === "gap" ? piece.text : "x"));
    return settled.length < 3 ? `\n${last.join("")}` : last.join("");
  };
  const add = (text: string): void => {
    if (text !== "") settled.push({ kind: "gap", text });
  };
  const place = (next: string): void => {
    for (const { text, blankBefore, blankAfter } of waiting) {
      if (settled.length > 0 && !/\n[ \t>]*\r?\n$/.test(tail())) add(blankBefore);
      add(next !== "" && !text.endsWith("\n") ? text.trim() + lineEnd : text);
      if (next !== "" && !/^[ \t>]*\r?\n/.test(next)) add(blankAfter);
    }
    waiting = [];
  };
  for (const piece of pieces) {
    if (piece.kind === "own") waiting.push(piece.lines);
    else {
      const text = piece.kind === "gap" ? piece.text : "x";
      if (waiting.length > 0 && (settled.length === 0 || tail().endsWith("\n"))) place(text);
      settled.push(piece);
    }
  }
  if (waiting.length > 0 && settled.length > 0 && !tail().endsWith("\n")) add(lineEnd);
  place("");
  return settled;
}
