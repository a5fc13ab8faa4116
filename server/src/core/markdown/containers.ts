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
