import type { InlineLink } from "./inline-tokens.ts";
import type { Link } from "./structure.ts";

const BEFORE_LINK = /\[!(include|code(?:-[\w+#-]*)?)[ \t]*$/i;
const BEFORE_URL = /\[!video[ \t]+$/i;
// Long enough for the longest marker, `[!code-javascript `.
const LOOK_BACK = 48;

/**
 * What a link is for that is no image, told by the marker before it: `[!INCLUDE[…](…)]`, `[!code-js[…](…)]`,
 * `[!VIDEO https://…]`.
 */
export function roleOf(link: InlineLink, text: string): Link["role"] {
  // Markers end with a letter, a digit, a sign or a blank of ASCII.
  if (link.start === 0 || text.charCodeAt(link.start - 1) > 0x7a /* z */) return "link";
  const before = text.slice(Math.max(0, link.start - LOOK_BACK), link.start);
  if (!before.includes("[!")) return "link";
  if (link.form === "bare" && BEFORE_URL.test(before)) return "video";
  if (link.form !== "inline") return "link";
  const marker = BEFORE_LINK.exec(before)?.[1]?.toLowerCase();
  if (marker === undefined) return "link";
  return marker === "include" ? "include" : "code";
}

const IMAGE_TAGS = new Set(["img", "source", "video", "audio", "embed", "input"]);

/** What a tag's attribute leads to; `undefined`: it is no link. `name` is the tag's. */
export function roleOfAttribute(name: string, attribute: string): "link" | "image" | "video" | undefined {
  if (attribute === "src") return IMAGE_TAGS.has(name) ? "image" : "video";
  return attribute === "href" && (name === "a" || name === "area") ? "link" : undefined;
}
