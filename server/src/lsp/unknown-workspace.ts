import type { Document } from "../core/document/document.ts";
import type { PageSummary } from "../core/workspace/page-summary.ts";
import { summarizePage } from "../core/workspace/summarize-page.ts";
import type { Workspace } from "../core/workspace/workspace.ts";

/**
 * The workspace of a page that stands alone, or whose workspace has not been read yet: anything may be there, so that
 * no link is called broken. Only the page itself is known.
 */
export function unknownWorkspace(path: string, document: Document): Workspace {
  let summary: PageSummary | undefined;
  const own = (): PageSummary => (summary ??= summarizePage(path, document, []));
  return {
    name: undefined,
    source: undefined,
    hasFile: () => true,
    hasFolder: () => true,
    findFileIgnoringCase: () => undefined,
    files: () => [path],
    findPage: (asked) => (asked === path ? own() : undefined),
    pages: () => [own()],
    // One page is no evidence of what others state.
    contentLocales: () => [],
    pagesLinkingTo: () => [],
    findRedirection: () => undefined,
    findDocset: () => undefined,
    docsets: () => [],
    isMounted: () => false,
  };
}
