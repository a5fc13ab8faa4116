import { CST, Lexer } from "../libraries.ts";

/**
 * Far more than any header needs. The `yaml` package recurses: some hundred levels fill the stack, where V8 may end the
 * whole process instead of throwing. And each `? ` in a row costs it more than the one before: a thousand, a minute.
 */
const MOST_LEVELS = 50;

/** A line of block YAML whose content is still open: deeper lines below belong to it. */
interface OpenLine {
  readonly indent: number;
  /** Levels that its `-`, `?` and `:` open. */
  levels: number;
}

/** Whether a header is nested deeper than the `yaml` package can safely read. Linear: its lexer does not recurse. */
export function isTooDeep(yaml: string): boolean {
  const nesting = new Nesting();
  let isScalar = false;
  for (const token of new Lexer().lex(yaml)) {
    if (isScalar) nesting.addScalar(token);
    else nesting.add(token);
    if (nesting.depth > MOST_LEVELS) return true;
    isScalar = !isScalar && token === CST.SCALAR;
  }
  return false;
}

class Nesting {
  readonly #lines: OpenLine[] = [];
  #blockDepth = 0;
  #flowDepth = 0;
  /** The blanks that the line starts with, as long as nothing else has come; `undefined` once it has. */
  #indent: number | undefined = 0;

  get depth(): number {
    return this.#blockDepth + this.#flowDepth;
  }

  /** A plain scalar, or the text of a block scalar: no brackets or colons in there count. */
  addScalar(text: string): void {
    this.#startLine();
    if (text.endsWith("\n")) this.#indent = 0;
  }

  add(token: string): void {
    const type = CST.tokenType(token);
    if (type === "newline") this.#indent = 0;
    else if (type === "space")
      this.#indent = this.#indent === undefined ? undefined : this.#indent + token.length;
    else if (type !== "comment") this.#open(type);
  }

  #open(type: CST.TokenType | null): void {
    this.#startLine();
    if (type === "flow-seq-start" || type === "flow-map-start") this.#flowDepth += 1;
    else if (type === "flow-seq-end" || type === "flow-map-end") {
      this.#flowDepth = Math.max(0, this.#flowDepth - 1);
    } else if (type === "flow-error-end") this.#flowDepth = 0;
    else if (type === "seq-item-ind" || type === "explicit-key-ind" || type === "map-value-ind") {
      this.#addLevel();
    }
  }

  /** Ends the lines that are no deeper than this one. In brackets indentation means nothing. */
  #startLine(): void {
    const indent = this.#indent;
    this.#indent = undefined;
    if (indent === undefined || this.#flowDepth > 0) return;
    while (this.#lines.length > 0 && (this.#lines.at(-1) as OpenLine).indent >= indent) {
      this.#blockDepth -= (this.#lines.pop() as OpenLine).levels;
    }
    this.#lines.push({ indent, levels: 0 });
  }

  #addLevel(): void {
    const line = this.#lines.at(-1);
    if (line === undefined || this.#flowDepth > 0) return;
    line.levels += 1;
    this.#blockDepth += 1;
  }
}
