import { posix } from "node:path";
import type { Link } from "../../server/src/core/markdown/structure.ts";
import type { TextEdit } from "../../server/src/core/text/edit.ts";
import type { Random } from "../random.ts";
import { type CleanPage, type Kind, replace } from "./kind.ts";

export const linkKinds: readonly Kind[] = [
  onPageLink("link: no such file", ({ targetSpan: { start } }, path) => {
    const name = path.lastIndexOf("/") + 1;
    return [replace(start + name, start + name, "x-")];
  }),
  onPageLink("link: other letter case", ({ targetSpan: { start } }, path, random) => {
    const letters = [...path.matchAll(/[a-z]/g)];
    if (letters.length === 0) return undefined;
    const { index, 0: letter } = random.pick(letters);
    return [replace(start + index, start + index + 1, letter.toUpperCase())];
  }),
  onPageLink("link: backslash", ({ targetSpan: { start } }, path) => {
    const slash = path.search(/\/[a-z]/i);
    return slash === -1 ? undefined : [replace(start + slash, start + slash + 1, "\\")];
  }),
  onPageLink("link: redirected page", ({ targetSpan: { start } }, path, random, page) => {
    const known = page.redirectedPaths.filter((from) => !page.workspace.hasFile(from));
    if (known.length === 0) return undefined;
    const to = posix.relative(posix.dirname(page.path), random.pick(known));
    return [replace(start, start + path.length, to)];
  }),
  onLink("link: dead bookmark", ({ targetSpan: { start, end }, target }, _random, page) => {
    const hash = target.indexOf("#");
    const isTab = target.startsWith("#tab/");
    if (hash === -1 || isTab || (hash > 0 && !page.workspace.hasFile(pathOf(target, page)))) return undefined;
    return end - start === target.length ? [replace(end, end, "-x")] : undefined;
  }),
  onLink("link: no such definition", ({ form, textSpan, span }) =>
    form !== "inline" || textSpan === undefined
      ? undefined
      : [replace(textSpan.end + 1, span.end, "[no-such-label]")],
  ),
  onLink("link: locale in the URL", ({ target, targetSpan: { start } }) => {
    const host = /^https:\/\/(?:docs|support|azure|msdn|technet|go|learn)\.microsoft\.com(?=\/)/.exec(
      target,
    )?.[0];
    return host === undefined ? undefined : [replace(start + host.length, start + host.length, "/en-us")];
  }),
  onLink("link: http for https", ({ target, targetSpan: { start } }) =>
    /^https:\/\/(?:[a-z]+\.)?(?:microsoft\.com|office\.com|aka\.ms|github\.com)\//.test(target)
      ? [replace(start, start + "https".length, "http")]
      : undefined,
  ),
];

/** A kind that damages an inline link of the page. */
function onLink(
  name: string,
  damage: (link: Link, random: Random, page: CleanPage) => readonly TextEdit[] | undefined,
): Kind {
  return {
    name,
    plant(page, random) {
      const ways = page.document.structure.links.flatMap((link) => {
        if (link.form !== "inline" || link.isImage || link.role !== "link") return [];
        const edits = damage(link, random, page);
        return edits === undefined ? [] : [edits];
      });
      return ways.length === 0 ? undefined : random.pick(ways);
    },
  };
}

/** A kind that damages a link to another page of the root; `path` is the target without its bookmark. */
function onPageLink(
  name: string,
  damage: (link: Link, path: string, random: Random, page: CleanPage) => readonly TextEdit[] | undefined,
): Kind {
  return onLink(name, (link, random, page) => {
    const path = /^[^#?]*/.exec(link.target)?.[0] ?? "";
    const isPlain = page.document.text.startsWith(path, link.targetSpan.start);
    if (path === "" || !isPlain || !page.workspace.hasFile(pathOf(link.target, page))) return undefined;
    return damage(link, path, random, page);
  });
}

function pathOf(target: string, { path }: CleanPage): string {
  return posix.join(posix.dirname(path), /^[^#?]*/.exec(target)?.[0] ?? "");
}
