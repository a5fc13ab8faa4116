import type { ProjectConfig } from "../config/project-config.ts";
import type { Document } from "../document/document.ts";
import type { PageSources } from "../source/page-sources.ts";
import type { TextEdit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** How bad a finding is, the worst first. */
export type Severity = "error" | "warning" | "info" | "hint";

/** A calendar day, month from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** All that a rule may look at. */
export interface RuleContext {
  readonly document: Document;
  /** Path of the page relative to its root, with `/`. */
  readonly path: string;
  /** The other files, as they were when the request came. */
  readonly workspace: Workspace;
  /** What is known of the page's English. */
  readonly sources: PageSources;
  readonly config: ProjectConfig;
  /** The core has no clock: who runs the rules says which day it is. */
  readonly today: Day;
}

/** A way out of a finding. Its edits apply to the finding's own page. */
export interface Fix {
  /** What the writer reads in the menu: an imperative, no full stop. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The best of several; at most one a finding. `check --fix` applies it. */
  readonly isPreferred?: boolean;
  /** Certain enough for `source.fixAll`: it cannot change what a reader reads, except to what was surely meant. */
  readonly isSafe?: boolean;
  /** A page to be created, in place of edits to this one. */
  readonly createFile?: { readonly path: string; readonly text: string };
}

/** A place that explains a finding. */
export interface RelatedPlace {
  /** `undefined`: in the finding's own page. */
  readonly path?: string;
  /** Whether the path is one of the English tree, as in `SourcePage`, not of the page's own root. */
  readonly isSource?: boolean;
  readonly span: Span;
  readonly message: string;
}

/** One defect at one place. */
export interface Finding {
  readonly span: Span;
  /** One sentence that names what was found and what was expected; then, where it helps, one on what to do. */
  readonly message: string;
  readonly fixes?: readonly Fix[] | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
}

/** A check. Rules know neither each other nor who runs them. */
export interface Rule {
  /** `area/defect`. */
  readonly id: string;
  /** The state of a page that keeps the rule, as a sentence. First line of its docs page. */
  readonly summary: string;
  readonly severity: Severity;
  /**
   * Whether it holds the page as a whole against the English that the page was made from (`PageSources.base`). Where only
   * the halves of another locale's page tell that, its findings are hints and nothing of them is applied unasked: that
   * page may have lost the very line that this one is said to have too much.
   */
  readonly comparesWithBase?: true;
  /** An empty list says at once that there is nothing: most rules have nothing to say of most pages. */
  check(context: RuleContext): Iterable<Finding>;
}

/** Keeps the literal id, so that the registry knows the union of all ids. */
export function defineRule<const R extends Rule>(rule: R): R {
  return rule;
}
