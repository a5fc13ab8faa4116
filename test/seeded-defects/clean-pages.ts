import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readProjectConfig } from "../../server/src/core/config/read-project-config.ts";
import { parseDocument } from "../../server/src/core/document/parse-document.ts";
import { rules } from "../../server/src/core/rules/registry.ts";
import type { RuleContext } from "../../server/src/core/rules/rule.ts";
import { type Report, runRules } from "../../server/src/core/rules/run.ts";
import { NO_SOURCES } from "../../server/src/core/source/page-sources.ts";
import { buildWorkspace } from "../../server/src/core/workspace/build-workspace.ts";
import type { Workspace } from "../../server/src/core/workspace/workspace.ts";
import type { Random } from "../random.ts";
import type { CleanPage } from "./kind.ts";

/** Larger ones take long and teach nothing more. */
const LARGEST_PAGE = 60_000;
const REDIRECTIONS = ".openpublishing.redirection.json";

/** The findings that a writer is asked to act on. */
export function findDefects(context: RuleContext): Report[] {
  return runRules(rules, context, {
    onCrash: (rule, error) => {
      throw new Error(`${rule.id} crashed on ${context.path}`, { cause: error });
    },
  }).filter(({ severity }) => severity === "error" || severity === "warning");
}

/** A folder with everything that rules may ask for. */
export function openRoot(
  folder: string,
  source?: Workspace,
): { workspace: Workspace; texts: Map<string, string> } {
  const files = new Map<string, string | undefined>();
  const texts = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length + 1).replaceAll("\\", "/");
    const isRead = /\.(?:md|json)$/.test(path);
    const text = isRead ? readFileSync(file, "utf8") : undefined;
    files.set(path, text);
    if (text !== undefined) texts.set(path, text);
  }
  return { workspace: buildWorkspace({ name: basename(folder), files, source }), texts };
}

/** Up to `count` side-by-side pages without a warning or error, chosen at random. */
export function pickCleanPages(
  folder: string,
  count: number,
  random: Random,
  source?: Workspace,
): CleanPage[] {
  const { workspace, texts } = openRoot(folder, source);
  const { config } = readProjectConfig(undefined);
  const redirectedPaths = readRedirectedPaths(texts.get(REDIRECTIONS));
  const candidates = [...texts.keys()].filter((path) => path.endsWith(".md")).sort();
  const pages: CleanPage[] = [];
  while (pages.length < count && candidates.length > 0) {
    const [path] = candidates.splice(random.below(candidates.length), 1);
    const text = texts.get(path ?? "");
    if (path === undefined || text === undefined || text.length > LARGEST_PAGE) continue;
    const document = parseDocument(text);
    if (document.segments.length < 3) continue;
    const today = { year: 2024, month: 6, day: 15 };
    const page = { document, path, workspace, sources: NO_SOURCES, config, today, redirectedPaths };
    if (findDefects(page).length === 0) pages.push(page);
  }
  return pages;
}

function readRedirectedPaths(text: string | undefined): string[] {
  if (text === undefined) return [];
  const { redirections = [] } = JSON.parse(text) as { redirections?: { source_path?: string }[] };
  return redirections.flatMap(({ source_path: path }) => (path?.endsWith(".md") === true ? [path] : []));
}
