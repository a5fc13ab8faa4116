import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Location,
  type Range,
  type TextEdit,
} from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { RelatedPlace } from "../../core/rules/rule.ts";
import type { Report } from "../../core/rules/run.ts";
import type { TextEdit as Edit } from "../../core/text/edit.ts";
import type { Span } from "../../core/text/span.ts";
import type { Page } from "../page.ts";

const SEVERITY = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Where a file begins, for what has no better place in it. */
export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What a diagnostic carries with it: enough to find the finding again in the same text, and no more. */
export interface DiagnosticData {
  readonly rule: string;
  readonly version: number | undefined;
}

/** How diagnostics of one client are made. */
export interface DiagnosticStyle {
  /** URI of the folder with the rules' pages; `undefined`: the code of a diagnostic is no link. */
  readonly rulePages: string | undefined;
  /** Where a place in another page of the root, or of its English tree, is to be found. */
  readonly locate: (path: string, span: Span, isSource: boolean) => Location;
}

/** The lines and columns of a span. */
export function toRange(text: TextDocument, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

/** An edit as the protocol has it. */
export function toTextEdit(text: TextDocument, { span, newText }: Edit): TextEdit {
  return { range: toRange(text, span), newText };
}

/** A finding as the protocol has it. */
export function toDiagnostic(page: Page, report: Report, style: DiagnosticStyle): Diagnostic {
  const data: DiagnosticData = { rule: report.ruleId, version: page.version };
  const diagnostic: Diagnostic = {
    range: toRange(page.text, report.span),
    severity: SEVERITY[report.severity],
    code: report.ruleId,
    source: "lockstep",
    message: report.message,
    data,
  };
  if (style.rulePages !== undefined) {
    diagnostic.codeDescription = { href: `${style.rulePages}/${report.ruleId}.md` };
  }
  const related = (report.related ?? []).map((place) => toRelated(page, place, style));
  if (related.length > 0) diagnostic.relatedInformation = related;
  return diagnostic;
}

function toRelated(
  page: Page,
  { path, isSource = false, span, message }: RelatedPlace,
  style: DiagnosticStyle,
): DiagnosticRelatedInformation {
  const location =
    path === undefined
      ? { uri: page.uri, range: toRange(page.text, span) }
      : style.locate(path, span, isSource);
  return { location, message };
}
