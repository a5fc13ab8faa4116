/** Languages that Microsoft's sites are published in, by the first part of a locale. */
const LANGUAGES = new Set(
  (
    "af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gd gl gu ha he hi hr hu hy id ig is it " +
    "ja ka kk km kn ko kok ku ky lb lo lt lv mi mk ml mn mr ms mt nb ne nl nn no or pa pl prs ps pt qu quc ro ru rw sd " +
    "si sk sl sq sr sv sw ta te tg th ti tk tl tn tr tt ug uk ur uz vi wo xh yo zh zu"
  ).split(" "),
);

const LOCALE = /^([a-z]{2,3})(?:-(?:cyrl|latn|hans|hant|arab|mong))?-[a-z]{2}$/;

/**
 * Whether a name in a URL is a locale: `en-us`, `zh-hans-cn`, any letter case. Names such as `go-to` have its shape, but
 * no language.
 */
export function isLocaleTag(name: string): boolean {
  const language = LOCALE.exec(name.toLowerCase())?.[1];
  return language !== undefined && LANGUAGES.has(language);
}
