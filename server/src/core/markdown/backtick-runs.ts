/** Runs of backticks, by length, so that the end of a code span is found without searching the text again. */
export class BacktickRuns {
  private readonly starts = new Map<number, number[]>();
  private readonly next = new Map<number, number>();

  /** Runs before `from` are not looked at. */
  constructor(text: string, from: number) {
    for (let start = text.indexOf("`", from), end = start; start !== -1; start = text.indexOf("`", end)) {
      end = start + 1;
      while (text.charCodeAt(end) === 0x60) end += 1;
      const starts = this.starts.get(end - start);
      if (starts === undefined) this.starts.set(end - start, [start]);
      else starts.push(start);
    }
  }

  /** Where a run of just this length starts, at or after `offset`; -1: none does. Offsets must not become smaller. */
  findClose(offset: number, length: number): number {
    const starts = this.starts.get(length);
    if (starts === undefined) return -1;
    let next = this.next.get(length) ?? 0;
    while (next < starts.length && (starts[next] as number) < offset) next += 1;
    this.next.set(length, next);
    return starts[next] ?? -1;
  }
}
