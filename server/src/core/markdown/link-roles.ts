import type { Span } from "../text/span.ts";
import type { InlineLink } from "./scan-inline.ts";
import type { HtmlAttribute, Link } from "./structure.ts";

const BEFORE_LINK = /\[!(include|code(?:-[\w+#-]*)?)[ \t]*$/i;
const BEFORE_URL = /\[!video[ \t]+$/i;
// Long enough for the longest marker, `[!code-javascript `.
const LOOK_BACK = 48;

/** What a link is for, told by the marker before it: `[!INCLUDE[…](…)]`, `[!code-js[…](…)]`, `[!VIDEO https://…]`. */
export function roleOf(link: InlineLink, text: string): Link["role"] {
  if (link.isImage) return "image";
  if (link.span.start === 0) return "link";
  const before = text.slice(Math.max(0, link.span.start - LOOK_BACK), link.span.start);
  if (!before.includes("[!")) return "link";
  if (link.form === "bare" && BEFORE_URL.test(before)) return "video";
  if (link.form !== "inline") return "link";
  const marker = BEFORE_LINK.exec(before)?.[1]?.toLowerCase();
  if (marker === undefined) return "link";
  return marker === "include" ? "include" : "code";
}

const IMAGE_TAGS = new Set(["img", "source", "video", "audio", "embed", "input"]);

/** Links in `href` and `src` of a tag. `span` is the tag's. */
export function linksOfTag(name: string, attributes: readonly HtmlAttribute[], span: Span): Link[] {
  return attributes
    .filter(
      (each) =>
        each.value !== "" &&
        (each.name === "src" || (each.name === "href" && (name === "a" || name === "area"))),
    )
    .map((each) => {
      const isImage = each.name === "src" && IMAGE_TAGS.has(name);
      return {
        form: "html",
        isImage,
        role: isImage ? "image" : each.name === "src" ? "video" : "link",
        span,
        textSpan: undefined,
        target: each.value.trim(),
        targetSpan: each.valueSpan,
        label: undefined,
      };
    });
}
