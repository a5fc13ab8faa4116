import type { RuleContext } from "../../server/src/core/rules/rule.ts";
import type { Segment } from "../../server/src/core/segments/segment.ts";
import type { TextEdit } from "../../server/src/core/text/edit.ts";
import type { Random } from "../random.ts";

/** A page without any warning or error, in its workspace. */
export interface CleanPage extends RuleContext {
  /** Paths that the root's redirections lead away from. */
  readonly redirectedPaths: readonly string[];
}

/** One way to damage a page, as a writer does by accident. */
export interface Kind {
  readonly name: string;
  /** The edits that plant it at a random place. `undefined`: the page has no place for it. */
  plant(page: CleanPage, random: Random): readonly TextEdit[] | undefined;
}

export function replace(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

/** A kind that damages one segment. */
export function segmentKind(
  name: string,
  damage: (segment: Segment, page: CleanPage, random: Random) => readonly TextEdit[] | undefined,
): Kind {
  return {
    name,
    plant(page, random) {
      const { segments } = page.document;
      if (segments.length === 0) return undefined;
      const start = random.below(segments.length);
      // From a random place on, so that a kind that needs something special finds it wherever it is.
      for (let nth = 0; nth < segments.length; nth++) {
        const segment = segments[(start + nth) % segments.length] as Segment;
        const edits = damage(segment, page, random);
        if (edits !== undefined) return edits;
      }
      return undefined;
    },
  };
}

/** A word with one letter mistyped. */
export function mistype(word: string, random: Random): string {
  const letters = [...word.matchAll(/[a-z]/gi)];
  if (letters.length === 0) return `${word}x`;
  const { index, 0: letter } = random.pick(letters);
  const code = letter.toLowerCase() === "z" ? 97 : letter.toLowerCase().charCodeAt(0) + 1;
  return word.slice(0, index) + String.fromCharCode(code) + word.slice(index + 1);
}
