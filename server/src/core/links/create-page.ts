import type { Document } from "../document/document.ts";
import { plainText } from "../markdown/slug.ts";
import type { Link } from "../markdown/structure.ts";
import type { Fix } from "../rules/rule.ts";
import { fileNameOf } from "./paths.ts";
import { lineEndOf } from "../text/line-end.ts";
import { startsWithLetter } from "../text/signs.ts";

/** Creates the page that a link looks for, titled as the link calls it. Its text is written for who asks: no check does. */
export function createPage(document: Document, link: Link, path: string): Fix {
  return {
    title: `Create \`${path}\``,
    edits: [],
    get createFile() {
      return { path, text: textOf(document, link, path) };
    },
  };
}

function textOf(document: Document, link: Link, path: string): string {
  const title = titleFrom(document, link) || fileNameOf(path).replace(/\.md$/i, "");
  const newline = lineEndOf(document.text);
  const lines = ["---", `title: ${toYaml(title)}`, "---", `# ${title}`, ""];
  return lines.join(newline);
}

/** The link's text as a reader sees it. */
function titleFrom({ text, segments }: Document, { textSpan }: Link): string {
  if (textSpan === undefined) return "";
  const inside = segments.filter(
    ({ targetSpan }) => textSpan.start <= targetSpan.start && targetSpan.end <= textSpan.end,
  );
  const raw =
    inside.length > 0
      ? inside.map(({ target }) => target).join(" ")
      : text.slice(textSpan.start, textSpan.end);
  return plainText(raw);
}

/** Plain where YAML reads it back as the same text, else in double quotes. */
function toYaml(title: string): string {
  return startsWithLetter(title) &&
    !/[:#"'\\[\]{}&*!|>%@`]/.test(title) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(title)
    ? title
    : JSON.stringify(title);
}
