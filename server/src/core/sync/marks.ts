/** Why a segment needs a person. */
export type MarkKind =
  /** Its English changed; the translation is that of the old English. */
  | "changed"
  /** It is not translated yet: English stands there. */
  | "new"
  /** Its translation was taken from another place with the same English. */
  | "reused";

/** A mark that a sync left in a page. */
export interface Mark {
  readonly kind: MarkKind;
  /** UTF-16 offset in the text without marks. */
  readonly offset: number;
}

/** A page's text with its marks taken out. */
export interface Unmarked {
  readonly text: string;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
  /** The offset in the page that an offset of `text` stands for. At a mark: behind it. */
  toMarked(offset: number): number;
}

const MARK = /<!--lockstep:(changed|new|reused)-->/g;

/** A mark, as it follows the text of a segment: an HTML comment, which no reader sees. */
export function markFor(kind: MarkKind): string {
  return `<!--lockstep:${kind}-->`;
}

/** Takes the marks out of a text. */
export function takeMarks(page: string): Unmarked {
  const marks: Mark[] = [];
  /** How much was taken out up to each mark, with it. */
  const removed: number[] = [];
  let text = "";
  let position = 0;
  for (const match of page.matchAll(MARK)) {
    text += page.slice(position, match.index);
    marks.push({ kind: match[1] as MarkKind, offset: text.length });
    removed.push((removed.at(-1) ?? 0) + match[0].length);
    position = match.index + match[0].length;
  }
  text += page.slice(position);
  const toMarked = (offset: number): number => {
    let [low, high] = [0, marks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle] as Mark).offset <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (low === 0 ? 0 : (removed[low - 1] as number));
  };
  return { text, marks, toMarked };
}

/** The text without marks. */
export function withoutMarks(text: string): string {
  return text.includes("<!--lockstep:") ? text.replace(MARK, "") : text;
}

/** Whether a mark says at this place that what stands before it is not translated, or that its English changed. */
export function hasMarkAt(page: string, offset: number): boolean {
  return page.startsWith(markFor("changed"), offset) || page.startsWith(markFor("new"), offset);
}
