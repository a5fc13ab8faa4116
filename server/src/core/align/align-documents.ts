import type { Document } from "../document/document.ts";
import type { RawBlock } from "../markdown/scan-blocks.ts";
import { cutSentences } from "../segments/cut-sentences.ts";
import { findPassages, type Passage } from "../segments/find-passages.ts";
import type { Span } from "../text/span.ts";
export const CERTAIN = 0.9;
import { alignBlocks } from "./align-blocks.ts";
import { alignSentences, type LanguagePair } from "./align-sentences.ts";
import { featuresOf } from "./features.ts";
import { spacesSegments } from "./sentence-ends.ts";

/** A stretch of a page and its raw text, markers of containers left out. */
export interface Stretch {
  readonly text: string;
  /** UTF-16 offsets into its page. */
  readonly span: Span;
}

/** A sentence of the English and its translation, as told by structure and text alone. */
export interface AlignedSegment {
  /** `undefined`: the English has nothing like it. */
  readonly source: Stretch | undefined;
  /** `undefined`: it is not translated. */
  readonly target: Stretch | undefined;
  /** From 0 to 1; below 0.5 it is good enough to show and not to judge. */
  readonly confidence: number;
}

/** Lines up a localized page without segment markup with its English page, sentence by sentence. */
export function alignDocuments(target: Document, source: Document): AlignedSegment[] {
  const sources = groupByBlock(source);
  const targets = groupByBlock(target);
  const language = measureLanguage(sources, targets, target.form !== "source");
  const pairs = alignBlocks(sources, targets);
  return pairs.flatMap((pair) => {
    const from = pair.source === undefined ? [] : (sources[pair.source]?.passages ?? []);
    const to = pair.target === undefined ? [] : (targets[pair.target]?.passages ?? []);
    return alignPassages(from, to, language);
  });
}

interface BlockGroup {
  readonly block: RawBlock;
  readonly text: string;
  readonly passages: readonly Passage[];
}

function groupByBlock({ text, frontMatter }: Document): BlockGroup[] {
  const bodyStart = frontMatter?.span.end ?? 0;
  const groups: { block: RawBlock; text: string; passages: Passage[] }[] = [];
  for (const passage of findPassages(text, bodyStart)) {
    if (groups.at(-1)?.block !== passage.block) {
      const { span } = passage.block;
      groups.push({
        block: passage.block,
        text: text.slice(span.start + bodyStart, span.end + bodyStart),
        passages: [],
      });
    }
    groups.at(-1)?.passages.push(passage);
  }
  return groups;
}

function measureLanguage(
  sources: readonly BlockGroup[],
  targets: readonly BlockGroup[],
  isFromPipeline: boolean,
): LanguagePair {
  const lengthOf = (groups: readonly BlockGroup[]): number =>
    groups.reduce((sum, { text }) => sum + featuresOf(text).length, 1);
  const page = targets.map(({ text }) => text).join("\n");
  const letters = page.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => letter < "\u0250").length;
  return {
    ratio: lengthOf(targets) / lengthOf(sources),
    targetIsLatin: latin > letters.length * 0.7,
    spacesSegments: isFromPipeline || spacesSegments(page),
  };
}

function alignPassages(
  sources: readonly Passage[],
  targets: readonly Passage[],
  language: LanguagePair,
): AlignedSegment[] {
  if (sources.length === targets.length) {
    return sources.flatMap((source, nth) => alignPassage(source, targets[nth] as Passage, language));
  }
  // The passages of a block differ in number where one side breaks a line or leaves a cell empty.
  const shorter = Math.min(sources.length, targets.length);
  return [
    ...sources
      .slice(0, shorter)
      .flatMap((source, nth) => alignPassage(source, targets[nth] as Passage, language)),
    ...sources
      .slice(shorter)
      .map((source) => ({ source: stretchOf(source, source.span), target: undefined, confidence: 0 })),
    ...targets
      .slice(shorter)
      .map((target) => ({ source: undefined, target: stretchOf(target, target.span), confidence: 0 })),
  ];
}

function alignPassage(source: Passage, target: Passage, language: LanguagePair): AlignedSegment[] {
  const sourceText = source.flow.text.slice(source.span.start, source.span.end);
  const targetText = target.flow.text.slice(target.span.start, target.span.end);
  const sentences = source.isWhole ? [{ start: 0, end: sourceText.length }] : cutSentences(sourceText);
  const texts = sentences.map(({ start, end }) => sourceText.slice(start, end));
  return alignSentences(texts, targetText, language).map(
    ({ sources: [from, to], target: span, confidence }) => ({
      source:
        from === to ? undefined : stretchOf(source, shift(spanOver(sentences, from, to), source.span.start)),
      target: span === undefined ? undefined : stretchOf(target, shift(span, target.span.start)),
      confidence,
    }),
  );
}

function spanOver(spans: readonly Span[], from: number, to: number): Span {
  return { start: (spans[from] as Span).start, end: (spans[to - 1] as Span).end };
}

function shift({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function stretchOf({ flow }: Passage, span: Span): Stretch {
  return { text: flow.text.slice(span.start, span.end), span: flow.originOfSpan(span) };
}
