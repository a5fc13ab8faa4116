import { remember } from "../text/remember.ts";

/**
 * Locales that Learn publishes in, lower case. A folder or a repository with such a name holds pages in this language;
 * other words of the same shape (`in-ap`, `ps-vm`) do not.
 */
const LOCALES = new Set(
  (
    "ar-sa az-latn-az bg-bg bn-in bs-latn-ba ca-es cs-cz cy-gb da-dk de-at de-ch de-de el-gr en-au en-ca en-gb en-ie " +
    "en-in en-my en-nz en-sg en-us en-za es-es es-mx et-ee eu-es fa-ir fi-fi fil-ph fr-be fr-ca fr-ch fr-fr ga-ie " +
    "gl-es gu-in he-il hi-in hr-hr hu-hu hy-am id-id is-is it-ch it-it ja-jp ka-ge kk-kz kn-in ko-kr lb-lu lt-lt " +
    "lv-lv mk-mk ml-in mr-in ms-my mt-mt nb-no nl-be nl-nl nn-no pa-in pl-pl pt-br pt-pt ro-ro ru-ru sk-sk sl-si " +
    "sq-al sr-cyrl-ba sr-cyrl-rs sr-latn-rs sv-se ta-in te-in th-th tr-tr uk-ua ur-pk uz-latn-uz vi-vn zh-cn zh-hans " +
    "zh-hant zh-hk zh-mo zh-sg zh-tw"
  ).split(" "),
);
/** Names that older tools have for two Chinese locales. */
const OLD_NAMES = new Map([
  ["chs", "zh-CN"],
  ["cht", "zh-TW"],
  ["zh-chs", "zh-CN"],
  ["zh-cht", "zh-TW"],
]);

/** Made when the first locale is asked about: making them takes longer than starting the rest of the engine. */
let names: Readonly<Record<"languages" | "regions", Intl.DisplayNames>> | undefined;

function namesOfLocales(): NonNullable<typeof names> {
  names ??= {
    languages: new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }),
    regions: new Intl.DisplayNames(["en"], { type: "region", fallback: "none" }),
  };
  return names;
}

/**
 * A language tag in its canonical form, with its region or script: `zh_cn`, `ZH-CN` and `zh` give `zh-CN`.
 * `undefined`: it names no language or region that exists.
 */
export const canonicalLocale = remember(askIntl);

// All pages of a repository ask about the same one: `Intl` takes as long as parsing a header.
function askIntl(text: string): string | undefined {
  const old = OLD_NAMES.get(text.toLowerCase());
  if (old !== undefined) return old;
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim().replaceAll("_", "-"));
    if (tag === undefined) return undefined;
    // Nearly all pages have one of these, whose names need not be loaded.
    if (LOCALES.has(tag.toLowerCase())) return tag;
    const { language, script, region } = new Intl.Locale(tag);
    const { languages, regions } = namesOfLocales();
    if (languages.of(language) === undefined) return undefined;
    if (region !== undefined && regions.of(region) === undefined) return undefined;
    if (region !== undefined || script !== undefined) return tag;
    const likely = new Intl.Locale(tag).maximize().region;
    return likely === undefined ? undefined : `${language}-${likely}`;
  } catch {
    // Not a tag at all: getCanonicalLocales throws a RangeError.
    return undefined;
  }
}

/** Whether two canonical tags mean the same readers: `zh-Hans` and `zh-CN`, `de` and `de-DE`. */
export function isSameLocale(a: string, b: string): boolean {
  return a === b || new Intl.Locale(a).maximize().toString() === new Intl.Locale(b).maximize().toString();
}

/** The locale that the innermost folder of a path is named after, canonical, with the folder's name. */
export function localeOfPath(path: string): { locale: string; folder: string } | undefined {
  return localeOfFolder(path.slice(0, Math.max(0, path.lastIndexOf("/"))));
}

const localeOfFolder = remember(readFolder);

function readFolder(path: string): { locale: string; folder: string } | undefined {
  const folder = path.split("/").findLast((segment) => LOCALES.has(segment.toLowerCase()));
  const locale = folder === undefined ? undefined : canonicalLocale(folder);
  return folder === undefined || locale === undefined ? undefined : { locale, folder };
}

/**
 * The locale that the name of a repository holds, canonical: `docs.zh-cn`, `docs-pr.ja-JP`, `docs.fr-fr-sxs`.
 * `undefined`: it holds none, or several.
 */
export const localeOfName = remember(readName);

function readName(name: string): string | undefined {
  const found = new Set<string>();
  const words = name.toLowerCase().split(/[._-]/);
  for (let start = 0; start < words.length; start += 1) {
    // The longest first: `sr-latn-rs` before `latn-rs`.
    const length = [3, 2].find((count) => LOCALES.has(words.slice(start, start + count).join("-")));
    if (length === undefined) continue;
    found.add(words.slice(start, start + length).join("-"));
    start += length - 1;
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? canonicalLocale(only) : undefined;
}
