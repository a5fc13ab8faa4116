/** A file's name without extension, in lower case, with its path. */
interface Named {
  readonly stem: string;
  readonly path: string;
}

/** The names of a folder, sorted from both ends when somebody asks, so that no question looks at all of them. */
export class FolderNames {
  readonly #names: Named[] = [];
  #forwards: readonly Named[] | undefined;
  #backwards: readonly Named[] | undefined;

  add(stem: string, path: string): void {
    this.#names.push({ stem, path });
  }

  /** Paths whose names are `stem` with a word more: `China-billing.md` for `billing.md`; at most `most` for each end. */
  extending(stem: string, most: number): string[] {
    this.#forwards ??= sortBy(this.#names);
    this.#backwards ??= sortBy(this.#names.map(({ stem: each, path }) => ({ stem: reverse(each), path })));
    const before = startingWith(this.#backwards, reverse(`-${stem}`), most);
    return [...startingWith(this.#forwards, `${stem}-`, most), ...before];
  }
}

function sortBy(names: readonly Named[]): Named[] {
  return [...names].sort((a, b) => byText(a.stem, b.stem) || byText(a.path, b.path));
}

function startingWith(sorted: readonly Named[], start: string, most: number): string[] {
  const paths: string[] = [];
  const first = firstFrom(sorted, start, ({ stem }) => stem);
  for (let nth = first; nth < sorted.length && paths.length < most; nth++) {
    const { stem, path } = sorted[nth] as Named;
    if (!stem.startsWith(start)) break;
    paths.push(path);
  }
  return paths;
}

/** UTF-16 units from the last to the first; two names start alike when they end alike. */
function reverse(text: string): string {
  return text.split("").reverse().join("");
}

/** The members of a sorted list around the place of a text, at most `most`. */
export function around(sorted: readonly string[], text: string, most: number): readonly string[] {
  if (sorted.length <= most) return sorted;
  const place = firstFrom(sorted, text, (each) => each);
  const start = Math.min(Math.max(0, place - (most >> 1)), sorted.length - most);
  return sorted.slice(start, start + most);
}

/** Index of the first member that does not stand before a text. */
function firstFrom<T>(sorted: readonly T[], text: string, textOf: (item: T) => string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byText(textOf(sorted[middle] as T), text) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By UTF-16 units, on every machine the same. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
