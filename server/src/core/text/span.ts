/** A half-open stretch of a text: UTF-16 offsets, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text that a span covers. */
export function textAt(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether `inner` lies wholly inside `outer`; equal spans contain each other. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A span moved by a number of UTF-16 units, which may be negative. */
export function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/**
 * The member of a list of spans, ascending and not overlapping, that covers `offset` (its end excluded).
 * `undefined` when none does. Binary search.
 */
export function findAt<T>(items: readonly T[], offset: number, spanOf: (item: T) => Span): T | undefined {
  const nth = indexAt(items, offset, spanOf);
  return nth === -1 ? undefined : items[nth];
}

/** The number of the item that `findAt` finds; -1: there is none. */
export function indexAt<T>(items: readonly T[], offset: number, spanOf: (item: T) => Span): number {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spanOf(items[middle] as T);
    if (offset < span.start) high = middle - 1;
    else if (offset >= span.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
