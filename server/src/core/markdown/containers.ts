import type { LineCursor } from "./line-cursor.ts";
import type { ContainerKind } from "./raw-block.ts";

/** A quotation or an item of a list that is open. */
export interface Container {
  kind: ContainerKind;
  /** Columns that belong to the item; 0 for quotes. */
  indent: number;
  /** A list item whose first line is bare must go on at the second. */
  isEmpty: boolean;
}

/** Kinds of the containers of what stands in none. */
export const NO_CONTAINERS: readonly ContainerKind[] = [];
const IN_QUOTE: readonly ContainerKind[] = ["quote"];
const IN_ITEM: readonly ContainerKind[] = ["list-item"];

/** Kinds of the first `depth` containers, from the outside in. */
export function kindsOf(containers: readonly Container[], depth: number): readonly ContainerKind[] {
  if (depth === 0) return NO_CONTAINERS;
  if (depth === 1) return containers[0]?.kind === "quote" ? IN_QUOTE : IN_ITEM;
  return containers.slice(0, depth).map(({ kind }) => kind);
}

/** Opens a container in the first `depth`. What is there for the next one is used again. */
export function pushContainer(
  containers: Container[],
  depth: number,
  kind: ContainerKind,
  indent: number,
  isEmpty: boolean,
): void {
  const unused = containers[depth];
  if (unused === undefined) containers.push({ kind, indent, isEmpty });
  else {
    unused.kind = kind;
    unused.indent = indent;
    unused.isEmpty = isEmpty;
  }
}

/** How many columns the first `depth` containers take of each line; -1: it takes more than blanks to go on in them. */
export function columnsOf(containers: readonly Container[], depth: number): number {
  let columns = 0;
  for (let nth = 0; nth < depth; nth++) {
    const { kind, indent, isEmpty } = containers[nth] as Container;
    if (kind === "quote" || isEmpty) return -1;
    columns += indent;
  }
  return columns;
}

/** Whether a container goes on in a blank line. */
export function goesOnBlank({ kind, isEmpty }: Container): boolean {
  return kind === "list-item" && !isEmpty;
}

/** Skips the prefixes of the first `depth` containers as far as they go on in a line. Gives how many do. */
export function matchContainers(cursor: LineCursor, containers: readonly Container[], depth: number): number {
  for (let nth = 0; nth < depth; nth++) {
    const container = containers[nth] as Container;
    if (container.kind === "quote") {
      if (cursor.contentStart >= cursor.lineEnd) return nth;
      if (cursor.text.charCodeAt(cursor.contentStart) !== 0x3e /* > */ || cursor.indent > 3) return nth;
      skipQuoteMarker(cursor);
    } else if (cursor.contentStart === cursor.lineEnd) {
      if (!goesOnBlank(container)) return nth;
      cursor.skipBlanks();
    } else if (cursor.indent >= container.indent) {
      cursor.skipColumns(container.indent);
      container.isEmpty = false;
    } else return nth;
  }
  return depth;
}

/** Skips the `>` that lies ahead, and the blank behind it. */
export function skipQuoteMarker(cursor: LineCursor): void {
  cursor.skipBlanks();
  cursor.skipCharacters(1);
  cursor.skipColumns(1);
}
