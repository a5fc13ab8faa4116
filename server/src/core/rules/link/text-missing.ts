import { comparablePairAt } from "../../compare/pairs/comparable-pairs.ts";
import { placeOf } from "../../compare/markup/link-difference.ts";
import { pageLinks } from "../../links/page-links.ts";
import { kindOf } from "../../links/parse-target.ts";
import { plainText } from "../../markdown/slug.ts";
import type { Link } from "../../markdown/structure.ts";
import { quote } from "../../text/quote.ts";
import { textAt } from "../../text/span.ts";
import { findIn } from "../find-in.ts";
import { defineRule, type Finding, type Fix, type RuleContext } from "../rule.ts";

/**
 * Machine translation moves the words out of the brackets of a link or a picture and leaves these behind. Measured: 145
 * links on 504 translated pages, none on their English ones.
 */
export const textMissing = defineRule({
  id: "link/text-missing",
  summary: "A link has a text, and a picture that of its English.",
  severity: "warning",
  check: (context) =>
    findIn(pageLinks(context).all, (link) => {
      if (!isInvisible(context, link)) return undefined;
      const english = englishText(context, link);
      if (link.role === "image") return english === undefined ? undefined : emptiedPicture(link, english);
      const before = english === undefined ? "" : ` The English link is ${quote(plainText(english))}.`;
      return {
        span: link.span,
        message: `The link to ${quote(link.target)} has no text: readers do not see it.${before}`,
        fixes: english === undefined ? [] : [useEnglishText(link, english)],
      };
    }),
});

/** A picture may be there for the eye alone, but not where the English describes it. */
function emptiedPicture(link: Link, english: string): Finding {
  return {
    span: link.span,
    message: `The picture ${quote(link.target)} has no text for who cannot see it. The English text is ${quote(plainText(english))}.`,
    fixes: [useEnglishText(link, english)],
  };
}

/** More blanks than that are no slip of a translation engine. */
const LONGEST = 3;
/** Blanks, and marks of writing direction. */
const SHOWN_AS_NOTHING = /^[\s\u061c\u200b\u200e\u200f\u2060]*$/;
/** Characters of the English that are read for this: each link of a sentence goes through all of its links. */
const LONGEST_ENGLISH = 2_000;

/**
 * Whether a link is shown as nothing, or a picture has no text. The build fills in the text of a link to a name (`xref:`).
 */
function isInvisible({ document: { text } }: RuleContext, link: Link): boolean {
  const { form, role, textLength, target } = link;
  if (textLength === undefined || textLength > LONGEST || form !== "inline") return false;
  if (role !== "link" && role !== "image") return false;
  const { textSpan } = link;
  // Three letters are a text.
  if (textSpan !== undefined && !SHOWN_AS_NOTHING.test(textAt(text, textSpan))) return false;
  const kind = kindOf(target);
  return kind !== "empty" && kind !== "xref" && !target.startsWith("@");
}

/**
 * What the English of the sentence has between the brackets. `undefined`: nobody knows, or nothing in one of its
 * pictures either.
 */
function englishText(context: RuleContext, { span, target, role }: Link): string | undefined {
  const pair = comparablePairAt(context, span.start);
  if (pair === undefined || pair.source.text.length > LONGEST_ENGLISH) return undefined;
  const place = placeOf(target);
  const { text: half, tokens } = pair.source;
  const texts = tokens.links
    .filter(
      (each) =>
        each.target !== undefined && each.isImage === (role === "image") && placeOf(each.target) === place,
    )
    .map(({ textSpan }) => (textSpan === undefined ? "" : textAt(half, textSpan).trim()));
  const [text = ""] = texts;
  return text === "" || (role === "image" && texts.includes("")) ? undefined : text;
}

function useEnglishText({ textSpan, span }: Link, english: string): Fix {
  return {
    title: `Insert the English text ${quote(english)}, to be translated`,
    edits: [{ span: textSpan ?? span, newText: english }],
  };
}
