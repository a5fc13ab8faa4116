import type { Document } from "../core/document/document.ts";
import { findEntry, textOf } from "../core/front-matter/front-matter.ts";
import { isMarkdown } from "../core/links/paths.ts";
import { createLocalizedPage, type Recalled } from "../core/moves/create-localized-page.ts";
import { sourceHashOf } from "../core/source/hash.ts";
import { findCommit } from "./find-english.ts";
import { byNearness, type UnlocalizedPage } from "./localized-paths.ts";
import type { PlannedCreation } from "./planned.ts";
import type { PageToSync, SyncAccess } from "./sync-access.ts";
import type { SyncOptions } from "./plan-page.ts";

/** The locale's way of writing pages, as the nearest page to the new one has it. */
interface Manner {
  readonly form: "sxs" | "clean";
  /** Whether pages have the keys of the pipeline; includes often have no header at all. */
  readonly hasHeader: boolean;
  /** `ms.contentlocale` */
  readonly locale: string;
  /** A page that says so. */
  readonly localeFrom: Document;
}

/** How a new page is to be filled. */
export interface Filling {
  /** A translation for the new page, whose locale is that of `page`. */
  readonly recall: (english: string, page: PageToSync) => Recalled | undefined;
  /** Whether it is made of what left other pages. */
  readonly isPart: boolean;
}

/**
 * Plans the first localized page of an English one, in the form and locale of the pages around it. `undefined`: there
 * are none around it, or the English page is not translated by segments.
 */
export async function planCreation(
  access: SyncAccess,
  { path, sourcePath }: UnlocalizedPage,
  { recall, isPart }: Filling,
  { handoff, omitMarks }: SyncOptions,
): Promise<PlannedCreation | undefined> {
  const document = (await access.answer({ ask: "source-page", path: sourcePath }))?.document;
  const manner = document && (await findManner(access, path));
  if (document === undefined || manner === undefined) return undefined;
  const current = { origin: "source-tree" as const, path: sourcePath, revision: undefined, document };
  const created = createLocalizedPage({
    english: document,
    form: manner.form,
    locale: manner.hasHeader || document.frontMatter !== undefined ? manner.locale : undefined,
    prefix: sourceHashOf(`${manner.locale}/${path}`).slice(0, 5),
    commit: await findCommit(access, undefined, current),
    handoff,
    recall: (english) => recall(english, { path, document: manner.localeFrom }),
    omitMarks: omitMarks === true,
  });
  if (created === undefined) return undefined;
  return { kind: "creation", path, text: "", newText: created.text, counts: created.counts, isPart };
}

async function findManner(access: SyncAccess, path: string): Promise<Manner | undefined> {
  const own = access.source?.prefixes.find(({ page }) => path.startsWith(page))?.page ?? "";
  const pages = Array.from(access.workspace.files()).filter(
    (each) => isMarkdown(each) && each.startsWith(own),
  );
  let nearest: Pick<Manner, "form" | "hasHeader"> | undefined;
  for (const each of byNearness(path, pages)) {
    const document = (await access.answer({ ask: "page", path: each }))?.document;
    // What says neither has not been localized; a look at the text spares parsing it.
    if (document === undefined || !/data-ttu-id|^ms\.contentlocale:/m.test(document.text)) continue;
    const locale = localeOf(document);
    if (document.form !== "source") nearest ??= { form: document.form, hasHeader: locale !== undefined };
    if (nearest !== undefined && locale !== undefined) return { ...nearest, locale, localeFrom: document };
  }
  return undefined;
}

function localeOf({ frontMatter }: Document): string | undefined {
  const entry = findEntry(frontMatter, "ms.contentlocale");
  const locale = entry && textOf(entry);
  return locale === "" ? undefined : locale;
}
