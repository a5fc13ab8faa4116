import type { Definition, Nodes } from "mdast";
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
  const definitions = new Map<string, Definition>();
  visit(tree, (node) => {
    if (node.type !== "definition") return;
    const label = normalizeLabel(node.label ?? node.identifier);
    if (!definitions.has(label)) definitions.set(label, node);
  });
  visit(tree, (node) => {
    const span = { start: node.position?.start.offset ?? -1, end: node.position?.end.offset ?? -1 };
    const add = (kind: string, detail: string): void => {
      reading.set(keyOf(kind, span, detail), { span, kind });
    };
    switch (node.type) {
      case "link":
        // Autolinked e-mail addresses and URLs that remark finds in a second pass have no position.
        if (span.start < 0 || isBareEmail(text, span, node.url)) break;
        if (/^[[<]/.test(text.slice(span.start, span.end))) add("link", node.url);
        else add("bare-url", "");
        break;
      case "image":
        add("image", node.url);
        break;
      case "linkReference":
      case "imageReference": {
        const target = definitions.get(normalizeLabel(node.label ?? node.identifier));
        add(node.type === "linkReference" ? "link" : "image", target?.url ?? "?");
        break;
      }
      case "heading":
        add("heading", String(node.depth));
        break;
      case "inlineCode":
        add("code-span", node.value.replace(/\s+/g, " "));
        break;
      case "code":
        add("code-block", node.value.replace(/\s+/g, " ").trim());
        break;
      case "table":
        add("table", "");
        break;
      case "definition":
        add("definition", node.url);
        break;
      default:
    }
  });
  return reading;
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

function isBareEmail(text: string, span: Span, url: string): boolean {
  return url.startsWith("mailto:") && !/^[<[]/.test(text.slice(span.start, span.end));
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ("children" in node) for (const child of node.children) visit(child, see);
}
