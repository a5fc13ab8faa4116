import type { RuleContext } from "../rules/rule.ts";
import type { Rule } from "../rules/rule.ts";
import type { Span } from "../text/span.ts";
import { completeFrontMatter } from "./complete-front-matter.ts";
import { completeLink } from "./complete-link.ts";
import { completeRule } from "./complete-rule.ts";
import { completeSuppression } from "./complete-suppression.ts";

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
  /** The same in the syntax of snippets, for an editor that knows it. */
  readonly snippet?: string;
  /** Orders the list; items with an equal one are ordered by their label. */
  readonly rank: number;
}

/** What is offered depends on more than the page. */
export interface CompletionOptions {
  /** Rules that a comment can silence. */
  readonly rules?: readonly Rule[];
  /** Whether the editor itself completes paths in ordinary Markdown links: only those of English pages are left to add. */
  readonly skipsMarkdownPaths?: boolean;
}

/**
 * Front matter keys and values; paths and bookmarks in link targets; comments that silence rules, and the rules in them.
 * Empty in code and anywhere else.
 */
export function findCompletions(
  context: RuleContext,
  offset: number,
  options: CompletionOptions = {},
): readonly CompletionItem[] {
  const { text, frontMatter, structure } = context.document;
  const { rules = [] } = options;
  if (frontMatter !== undefined && offset < frontMatter.span.end) {
    return completeRule(text, offset, rules, true) ?? completeFrontMatter(context, frontMatter, offset);
  }
  const isInside = ({ span }: { readonly span: Span }): boolean => span.start < offset && offset < span.end;
  if (structure.codeBlocks.some(isInside) || structure.codeSpans.some(isInside)) return [];
  return (
    completeRule(text, offset, rules, false) ??
    completeSuppression(text, offset) ??
    completeLink(context, offset, options)
  );
}
