// The corpora: side-by-side pages, each with the English page that it was made from.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** `english` is the folder with the English pages; without it they are put together from the English halves. */
const CORPORA = [
  { name: "office-js zh-cn", sideBySide: "office-js.zh-cn-sxs", english: "office-js.en-at-handoff" },
  { name: "partner-center zh-cn", sideBySide: "partner-center.zh-cn-sxs" },
  { name: "partner-center ja-jp", sideBySide: "partner-center.ja-jp-sxs" },
  { name: "partner-center fr-fr", sideBySide: "partner-center.fr-fr-sxs" },
];

/**
 * Those that are at hand, each with its pages: path, parsed side-by-side page, English text, and the
 * published page where it is at hand. Folders that `folder`
 * holds beyond the known ones are measured too, when their name ends with `-sxs`.
 */
export function openCorpora(folder, { parseDocument }) {
  const known = new Set(CORPORA.map(({ sideBySide }) => sideBySide));
  const others = readdirSync(folder).filter((name) => name.endsWith("-sxs") && !known.has(name));
  return [...CORPORA, ...others.map((sideBySide) => ({ name: sideBySide, sideBySide }))]
    .filter(({ sideBySide }) => existsSync(join(folder, sideBySide)))
    .map(({ name, sideBySide, english }) => ({
      name,
      folder,
      isRebuilt: english === undefined,
      *pages() {
        const root = join(folder, sideBySide);
        for (const path of readdirSync(root, { recursive: true }).sort()) {
          // Tables of contents are translated without segments.
          if (!path.endsWith(".md") || path.endsWith("TOC.md")) continue;
          if (english !== undefined && !existsSync(join(folder, english, path))) continue;
          const document = parseDocument(readFileSync(join(root, path), "utf8"));
          const published = join(folder, sideBySide.replace(/-sxs$/, ""), path);
          yield {
            path,
            document,
            clean: existsSync(published) ? readFileSync(published, "utf8") : undefined,
            english:
              english === undefined
                ? rebuildEnglish(document)
                : readFileSync(join(folder, english, path), "utf8"),
          };
        }
      },
    }));
}

/** The page as it was before translation, except for what is translated without being wrapped: alternative texts. */
export function rebuildEnglish({ text, segments }) {
  let english = "";
  let position = 0;
  for (const { span, source, target } of segments) {
    english += text.slice(position, span.start) + withLinePrefixes(source, target);
    position = span.end;
  }
  return withoutHeadingAnchors(english + text.slice(position));
}

/** The English half of a pair in a quote lacks the `> ` of its later lines; the translation has it. */
function withLinePrefixes(source, target) {
  const prefix = /\n([ \t]*>[ \t>]*)/.exec(target)?.[1];
  return prefix === undefined ? source : source.replaceAll("\n", `\n${prefix}`);
}

/** The pipeline writes the English slug before each heading. */
function withoutHeadingAnchors(page) {
  return page.replace(/^([ \t>]*#{1,6}[ \t]*)<a name="[^"\n]*"><\/a>/gm, "$1");
}
