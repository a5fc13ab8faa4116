import { findEntry } from "../../front-matter/front-matter.ts";
import { findNearestKey } from "../../front-matter/nearest-key.ts";
import { quote } from "../../text/quote.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Fix } from "../rule.ts";

/** No header has more keys; each is compared with all that are known. */
const MOST_SEARCHED = 1_000;

/** The build reads `ms.date`, letter case included; `mms.date` it passes over in silence. */
export const unknownKey = defineRule({
  id: "metadata/unknown-key",
  summary: "A key of the front matter is not a misspelt form of one that the build knows.",
  severity: "warning",
  check({ document: { frontMatter } }) {
    return findIn(frontMatter?.entries.slice(0, MOST_SEARCHED) ?? [], ({ key, keySpan }) => {
      const nearest = findNearestKey(key);
      if (nearest === undefined) return undefined;
      const isTaken = findEntry(frontMatter, nearest) !== undefined;
      const isSameButForCase = nearest.toLowerCase() === key.toLowerCase();
      // Beside `ms.date`, a key that resembles it is rather one of its own.
      if (isTaken && !isSameButForCase) return undefined;

      const fixes: Fix[] = isTaken
        ? []
        : [
            {
              title: `Change to \`${nearest}\``,
              edits: [{ span: keySpan, newText: nearest }],
              isPreferred: true,
              isSafe: isSameButForCase,
            },
          ];
      return { span: keySpan, message: `${quote(key)} is not a known key, expected \`${nearest}\`.`, fixes };
    });
  },
});
