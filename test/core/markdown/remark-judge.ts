import type { ImageReference, LinkReference, Nodes } from "mdast";
import { remark } from "remark";
import remarkGfm from "remark-gfm";
import { CleanText } from "../../../server/src/core/document/clean-text.ts";
import { scanMarkdown } from "../../../server/src/core/markdown/scan-markdown.ts";
import { normalizeLabel } from "../../../server/src/core/markdown/unescape.ts";
import type { Span } from "../../../server/src/core/text/span.ts";

/** One construct as `kind start-end detail`, so that two readings of a text can be compared as sets. */
export type Reading = ReadonlyMap<string, { readonly span: Span; readonly kind: string }>;

const processor = remark().use(remarkGfm);

/** What remark sees in a text. */
export function readWithRemark(text: string): Reading {
  const reading = new Map<string, { span: Span; kind: string }>();
  const tree = processor.parse(text);
  const targets = new Map<string, string>();
  visit(tree, (node) => {
    if (node.type !== "definition") return;
    const label = normalizeLabel(node.label ?? node.identifier);
    if (!targets.has(label)) targets.set(label, node.url);
  });
  visit(tree, (node) => {
    const span = { start: node.position?.start.offset ?? -1, end: node.position?.end.offset ?? -1 };
    // URLs and addresses that remark finds in a second pass have no position.
    if (span.start < 0) return;
    const named = describe(node, text.slice(span.start, span.end), targets);
    if (named !== undefined) reading.set(keyOf(named.kind, span, named.detail), { span, kind: named.kind });
  });
  return reading;
}

/** `undefined`: a node that the scanner does not look for. */
function describe(
  node: Nodes,
  written: string,
  targets: ReadonlyMap<string, string>,
): { kind: string; detail: string } | undefined {
  const targetOf = (reference: LinkReference | ImageReference): string =>
    targets.get(normalizeLabel(reference.label ?? reference.identifier)) ?? "?";
  if (node.type === "link") return describeLink(node.url, written);
  if (node.type === "image") return { kind: "image", detail: node.url };
  if (node.type === "linkReference") return { kind: "link", detail: targetOf(node) };
  if (node.type === "imageReference") return { kind: "image", detail: targetOf(node) };
  if (node.type === "heading") return { kind: "heading", detail: String(node.depth) };
  if (node.type === "inlineCode") return { kind: "code-span", detail: node.value.replace(/\s+/g, " ") };
  if (node.type === "code") return { kind: "code-block", detail: node.value.replace(/\s+/g, " ").trim() };
  if (node.type === "table") return { kind: "table", detail: "" };
  return node.type === "definition" ? { kind: "definition", detail: node.url } : undefined;
}

function describeLink(url: string, written: string): { kind: string; detail: string } | undefined {
  if (/^[[<]/.test(written)) return { kind: "link", detail: url };
  // E-mail addresses in running text lead nowhere that a rule could check.
  return url.startsWith("mailto:") ? undefined : { kind: "bare-url", detail: "" };
}

/** What our scanner sees in the same text. */
export function readWithScanner(text: string): Reading {
  const reading = new Map<string, { span: Span; kind: string }>();
  const structure = scanMarkdown(CleanText.of(text, 0, []), text, []);
  const add = (kind: string, span: Span, detail: string): void => {
    reading.set(keyOf(kind, span, detail), { span, kind });
  };
  for (const link of structure.links) {
    if (link.form === "html" || link.form === "directive") continue;
    if (link.form === "bare") add("bare-url", link.span, "");
    else add(link.isImage ? "image" : "link", link.span, link.target);
  }
  for (const { span, level } of structure.headings) add("heading", span, String(level));
  // remark leaves the escape of a pipe in a table cell out of the code's value.
  for (const { span, content } of structure.codeSpans) {
    const inTable = structure.tables.some(
      (table) => table.span.start <= span.start && span.end <= table.span.end,
    );
    add("code-span", span, (inTable ? content.replaceAll("\\|", "|") : content).replace(/\s+/g, " "));
  }
  for (const { span, lineSpans } of structure.codeBlocks) {
    const code = lineSpans.map((line) => text.slice(line.start, line.end)).join("\n");
    add("code-block", span, code.replace(/\s+/g, " ").trim());
  }
  for (const { span } of structure.tables) add("table", span, "");
  for (const { span, target } of structure.definitions) add("definition", span, target);
  return reading;
}

function keyOf(kind: string, span: Span, detail: string): string {
  // Blocks: remark's ends differ by trailing blanks and by what lies between a container's end and the block's.
  // Bare URLs: remark's run on through the Chinese or Japanese sentence behind them, up to the next blank.
  const isBlock =
    kind === "bare-url" ||
    kind === "table" ||
    kind === "code-block" ||
    kind === "heading" ||
    kind === "definition";
  return isBlock ? `${kind} ${span.start} ${detail}` : `${kind} ${span.start}-${span.end} ${detail}`;
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ("children" in node) for (const child of node.children) visit(child, see);
}
