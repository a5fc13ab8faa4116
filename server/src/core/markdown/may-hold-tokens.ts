// No code span without a backtick, no tag and no autolink without `<`, no link without `]`; the rest are bare URLs.
const MARK = /[`<\]]|:\/\/|[Ww]{3}\./;
const NEXT_MARK = new RegExp(MARK, "g");

/** Whether a text can hold anything that `scanInline` finds. A cheap test, which most table cells do not pass. */
export function mayHoldTokens(text: string): boolean {
  return MARK.test(text);
}

/**
 * The same for one stretch of a text after another, in text order: the text is searched once, and who asks for a stretch
 * before the next mark costs nothing.
 */
export class TokenMarks {
  private readonly text: string;
  /** Offset of the last character of the first mark behind the start of the stretch that was asked for last. */
  private next = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Whether a stretch may hold tokens. Its start must not be smaller than that of the one before. */
  mayStandIn(start: number, end: number): boolean {
    if (this.next < start) {
      NEXT_MARK.lastIndex = start;
      this.next = NEXT_MARK.test(this.text) ? NEXT_MARK.lastIndex - 1 : Infinity;
    }
    return this.next < end;
  }
}
