import type { RuleContext } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";
import { completeFrontMatter } from "./complete-front-matter.ts";
import { completeLink } from "./complete-link.ts";

/** One thing that can be written at a place. */
export interface CompletionItem {
  readonly kind: "key" | "value" | "file" | "folder" | "bookmark";
  readonly label: string;
  /** A word or two beside the label; empty where there is nothing to say. */
  readonly detail: string;
  /** Markdown; empty where there is nothing to say. */
  readonly documentation: string;
  /** What is replaced: the part that is written already. */
  readonly span: Span;
  readonly newText: string;
  /** Orders the list; items with an equal one are ordered by their label. */
  readonly rank: number;
}

/** What the editor completes without us. */
export interface CompletionOptions {
  /** Whether the editor itself completes paths in ordinary Markdown links, so that nothing should be listed twice. */
  readonly skipsMarkdownPaths?: boolean;
}

/** Front matter keys and values; paths and bookmarks in link targets. Empty in code and anywhere else. */
export function findCompletions(
  context: RuleContext,
  offset: number,
  options: CompletionOptions = {},
): readonly CompletionItem[] {
  const { frontMatter, structure } = context.document;
  if (frontMatter !== undefined && offset < frontMatter.span.end) {
    return completeFrontMatter(context, frontMatter, offset);
  }
  const isInside = ({ span }: { readonly span: Span }): boolean => span.start < offset && offset < span.end;
  if (structure.codeBlocks.some(isInside) || structure.codeSpans.some(isInside)) return [];
  return completeLink(context, offset, options);
}
