import type { LinePosition } from "../../../server/src/protocol.ts";

/** A change to a text. */
export interface Change {
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly newText: string;
}

/** The text with line ends `\n`. */
export function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** The text with changes made, in page order and not overlapping. Line ends are `\n`. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  const plain = withPlainEnds(text);
  const offsetOf = offsetsIn(plain);
  let result = "";
  let position = 0;
  for (const { start, end, newText } of changes) {
    result += plain.slice(position, offsetOf(start)) + withPlainEnds(newText);
    position = offsetOf(end);
  }
  return result + plain.slice(position);
}

/**
 * Which of the changes, in page order and not overlapping, were made between two versions of a text. `undefined`:
 * something else happened to it, too.
 */
export function acceptedChanges<C extends Change>(
  before: string,
  after: string,
  changes: readonly C[],
): readonly C[] | undefined {
  const [old, now] = [withPlainEnds(before), withPlainEnds(after)];
  const offsetOf = offsetsIn(old);
  const accepted: C[] = [];
  let position = changes[0] === undefined ? old.length : offsetOf(changes[0].start);
  if (!now.startsWith(old.slice(0, position))) return undefined;
  for (const [nth, change] of changes.entries()) {
    const next = changes[nth + 1];
    const end = offsetOf(change.end);
    const kept = old.slice(end, next === undefined ? old.length : offsetOf(next.start));
    const isWay = (text: string): boolean =>
      now.startsWith(text + kept, position) &&
      (next !== undefined || now.length === position + text.length + kept.length);
    const written = withPlainEnds(change.newText);
    const stayed = old.slice(offsetOf(change.start), end);
    const way = [written, stayed].find(isWay);
    if (way === undefined) return undefined;
    if (way === written) accepted.push(change);
    position += way.length + kept.length;
  }
  return changes.length > 0 || now === old ? accepted : undefined;
}

/** What takes some of the changes that were made back again, in a text that has all of `made`. */
export function takeBack<C extends Change>(
  before: string,
  made: readonly C[],
  isTaken: (change: C) => boolean,
): readonly Change[] {
  const old = withPlainEnds(before);
  const offsetOf = offsetsIn(old);
  const positionOf = positionsIn(applyChanges(before, made));
  let growth = 0;
  return made.flatMap((change) => {
    const [from, to] = [offsetOf(change.start), offsetOf(change.end)];
    const { length } = withPlainEnds(change.newText);
    const start = from + growth;
    growth += length - (to - from);
    if (!isTaken(change)) return [];
    return [{ start: positionOf(start), end: positionOf(start + length), newText: old.slice(from, to) }];
  });
}

/** From offsets to lines, in a text with line ends `\n`. */
function positionsIn(text: string): (offset: number) => LinePosition {
  return (offset) => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  };
}

/** From lines to offsets, in a text with line ends `\n`. */
function offsetsIn(text: string): (position: LinePosition) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return ({ line, character }) => Math.min(text.length, (starts[line] ?? text.length) + character);
}
