import { scanInline } from "../markdown/scan-inline.ts";
import { shift, type Span } from "../text/span.ts";
import { cutSentences } from "./cut-sentences.ts";
import type { Passage } from "./find-passages.ts";
import { linkTextOf } from "./link-text.ts";
import { isPicture, needsTranslation } from "./needs-translation.ts";

/**
 * The segments that the pipeline makes of a passage, in order, as offsets into its flow's text: its sentences, except
 * for those without anything to translate; of a sentence that is nothing but a link, the text of that link.
 */
export function cutPassage({ flow, span, isWhole }: Passage): Span[] {
  if (isWhole) return [span];
  const passage = flow.text.slice(span.start, span.end);
  const sentences = cutSentences(passage);
  const [first] = sentences;
  // A passage has something to translate, or it would be none.
  if (sentences.length === 1 && first?.start === 0 && first.end === passage.length)
    return [shift(insideLink(passage, first), span.start)];
  return sentences
    .filter(({ start, end }) => {
      const sentence = passage.slice(start, end);
      return needsTranslation(sentence) || isPicture(sentence);
    })
    .map((sentence) => insideLink(passage.slice(sentence.start, sentence.end), sentence))
    .map((sentence) => shift(sentence, span.start));
}

function insideLink(sentence: string, span: Span): Span {
  if (!sentence.startsWith("[")) return span;
  const inner = linkTextOf(sentence, scanInline(sentence), { start: 0, end: sentence.length });
  return inner === undefined ? span : shift(inner, span.start);
}
