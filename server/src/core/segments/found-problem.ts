import type { Span } from "../text/span.ts";
import type { LostQuote } from "./lost-quotes.ts";
import type { MarkupDefect, MarkupProblem, Repair } from "./segment.ts";
import type { TagList } from "./tag-list.ts";

/** The side-by-side markup of a page, as far as problems are told from it. */
export interface PageMarkup {
  readonly text: string;
  readonly tags: TagList;
  /** In page order. */
  readonly quotes: readonly LostQuote[];
}

/** What a problem says, and what can be done about it. */
export type Description = Pick<MarkupProblem, "message" | "repairs" | "leftovers">;

/**
 * A problem that is described each time somebody asks. A page may be full of problems, of which a rule shows the first
 * few thousand: the messages and repairs of all would be most of what is kept of it.
 */
export class FoundProblem<S> implements MarkupProblem {
  readonly defect: MarkupDefect;
  readonly start: number;
  readonly end: number;
  readonly holdsInCode: boolean;
  private readonly markup: PageMarkup;
  private readonly subject: S;
  private readonly describe: (markup: PageMarkup, subject: S) => Description;

  /** `subject`: what is wrong, as `describe` takes it; `span`: the place to show. */
  constructor(
    defect: MarkupDefect,
    span: Span,
    holdsInCode: boolean,
    markup: PageMarkup,
    subject: S,
    describe: (markup: PageMarkup, subject: S) => Description,
  ) {
    this.defect = defect;
    this.start = span.start;
    this.end = span.end;
    this.holdsInCode = holdsInCode;
    this.markup = markup;
    this.subject = subject;
    this.describe = describe;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get message(): string {
    return this.describe(this.markup, this.subject).message;
  }

  get repairs(): readonly Repair[] {
    return this.describe(this.markup, this.subject).repairs;
  }

  get leftovers(): readonly Span[] {
    return this.describe(this.markup, this.subject).leftovers;
  }
}
