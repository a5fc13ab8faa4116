import { remember } from "../text/remember.ts";

/** Pages that stand for the repository or for a table of contents, not for readers of the published site. */
const REPOSITORY_PAGES = new Set([
  "changelog",
  "code_of_conduct",
  "code-of-conduct",
  "contributing",
  "issue_template",
  "license-code",
  "pull_request_template",
  "readme",
  "thirdpartynotices",
  "third-party-notices",
  "toc",
]);
/** These do so only at the root: `get-help/support.md` is a page like any other. */
const ROOT_PAGES = new Set(["governance", "license", "notice", "security", "support"]);
/** Folders whose pages are parts of other pages, or stand for GitHub. */
const PART_FOLDERS =
  /^(?:\.github|_?includes?|_?snippets?|_?shared|_?templates?|issue_template|.*-includes?)$/;
/** Of these, what no repository is called: the folder that was opened or checked may be one of them. */
const INCLUDES = /^_?includes?$/i;

/**
 * Whether a page is published by itself and so needs a title. Measured on 9,438 localized pages: those without front
 * matter or without title are includes, tables of contents and pages such as README. The path is relative to the root,
 * `rootName` the name of the root's folder; `undefined`: not known.
 */
export function needsMetadata(path: string, rootName?: string): boolean {
  if (rootName !== undefined && INCLUDES.test(rootName)) return false;
  const nameStart = path.lastIndexOf("/") + 1;
  const name = path.slice(nameStart).toLowerCase().replace(/\.md$/, "");
  if (REPOSITORY_PAGES.has(name) || (nameStart === 0 && ROOT_PAGES.has(name))) return false;
  return !holdsParts(path.slice(0, nameStart));
}

const holdsParts = remember((path) =>
  path
    .toLowerCase()
    .split("/")
    .some((folder) => PART_FOLDERS.test(folder)),
);
