import type { Document } from "../core/document/document.ts";
import { parseDocument } from "../core/document/parse-document.ts";
import { localeOfPath } from "../core/front-matter/locale.ts";
import { findEntry, textOf } from "../core/front-matter/front-matter.ts";
import { countSegments, type SegmentCounts } from "../core/freshness/count-segments.ts";
import { type FreshnessState, judgePage } from "../core/freshness/judge-page.ts";
import { isMarkdown } from "../core/links/paths.ts";
import { findVantages } from "../core/source/find-source-root.ts";
import { withOwnHalves } from "../core/source/find-sources.ts";
import { findMarks } from "../core/sync/find-marks.ts";
import { toSlashes } from "../io/paths.ts";
import type { Project } from "./load-project.ts";
import type { Log } from "./log.ts";
import type { Page, Root } from "./roots.ts";

/** How one page stands to its English. */
export interface PageStatus {
  /** As the root was named on the command line, where there are several. */
  readonly root: string | undefined;
  /** Relative to the root; of an English page without a page here, where that would be. */
  readonly file: string;
  /** As a person finds it from where the command was run. */
  readonly shownPath: string;
  readonly state: FreshnessState | "not-localized";
  /** `undefined`: there is no English to compare with. */
  readonly segments: SegmentCounts | undefined;
  /** Segments and lines of the header that a sync has marked, and that wait for a person. */
  readonly marked: number;
  /** `ms.translationtype` as written; `undefined`: the page does not say. */
  readonly translationType: string | undefined;
  /** `ms.contentlocale` as written; `undefined`: the page does not say. */
  readonly locale: string | undefined;
}

/** The pages of a root that were asked for, in order of their paths; on demand those that nobody has localized, too. */
export async function* statusOf(
  root: Root,
  project: Project,
  withMissing: boolean,
  log: Log,
): AsyncGenerator<PageStatus> {
  const missing = withMissing ? findMissing(root, project) : [];
  const asked = project.pages.filter(({ path }) => !project.config.isIgnored(path));
  const pages = asked.filter((page) => !isEnglish(page, root, project));
  if (asked.length > 0 && pages.length === 0) {
    const where = Array.from(root.chosen, root.show).join(", ");
    log.note(`${where}: English pages, which translations are compared with. Name a folder of translations.`);
  }
  const all = [...pages, ...missing.map((path) => ({ path, text: undefined }))];
  for (const { path, text } of all.sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const place = { root: root.label, file: path, shownPath: root.show(path) };
    if (text === undefined) {
      yield {
        ...place,
        state: "not-localized",
        segments: undefined,
        marked: 0,
        translationType: undefined,
        locale: undefined,
      };
      continue;
    }
    log.progress.show(`Comparing ${root.show(path)}`);
    yield { ...place, ...(await judge({ path, text }, project)) };
  }
}

type Judgement = Omit<PageStatus, "root" | "file" | "shownPath">;

async function judge({ path, text }: Page, { sources, config }: Project): Promise<Judgement> {
  const document = parseDocument(text);
  const freshness = judgePage(document, withOwnHalves(await sources.find(path, document), path, document));
  return {
    state: freshness.state,
    segments: countSegments(freshness),
    marked: findMarks(document).length,
    translationType: valueOf("ms.translationtype", document),
    locale: valueOf("ms.contentlocale", document) ?? config.locale,
  };
}

function valueOf(key: string, { frontMatter }: Document): string | undefined {
  const entry = findEntry(frontMatter, key);
  const text = entry && textOf(entry);
  return text === "" ? undefined : text;
}

/** Whether a page is one of the English pages themselves: beside the folders of other locales, or in a root of English. */
function isEnglish({ path, text }: Page, root: Root, { sources }: Project): boolean {
  const folder = toSlashes(root.folder);
  const source = sources.found?.source;
  if (source === undefined) {
    const isNamedEnglish = findVantages(folder).length === 0 && isInEnglish(`${folder}/${path}`);
    // The name may be that of any folder around the root.
    return isNamedEnglish && parseDocument(text).form === "source";
  }
  return source.folder === folder && source.prefixes.some((prefix) => path.startsWith(prefix.source));
}

function isInEnglish(path: string): boolean {
  return localeOfPath(path)?.locale === "en-US";
}

/** Where English pages would have their localized ones, and have none. */
function findMissing(root: Root, { workspace, config }: Project): string[] {
  const isChosen = (path: string): boolean =>
    [...root.chosen].some((each) => each === "" || path === each || path.startsWith(`${each}/`));
  return Array.from(workspace.source?.files() ?? []).filter(
    (path) =>
      isMarkdown(path) &&
      isChosen(path) &&
      !config.isIgnored(path) &&
      !workspace.hasFile(path) &&
      workspace.findFileIgnoringCase(path) === undefined,
  );
}
