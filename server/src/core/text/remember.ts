import { copyOf } from "./copy.ts";

/** How many answers are kept. A repository asks for a few dozen; a page made to be hostile must not fill the memory. */
const MOST = 1_000;

/** The same function of a text, asked once for each text. For what takes long and is asked for on every page. */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    let entry = known.get(text);
    if (entry === undefined) {
      entry = { answer: read(text) };
      if (known.size >= MOST) known.clear();
      known.set(copyOf(text), entry);
    }
    return entry.answer;
  };
}
