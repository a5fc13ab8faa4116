import { isLocaleFolder } from "./locale-folders.ts";

/** The name of a localized repository or folder, taken apart: `docs-pr.zh-CN-live-sxs`, `zh-cn`. */
export interface LocalizedName {
  /** `docs-pr`; `""` where the name is a locale alone. */
  readonly stem: string;
  /** What stands between the two: `.`; `""` where there is no stem. */
  readonly separator: string;
  readonly locale: string;
  /** The rest; as a rule the name of a branch that a checkout adds: `-live-sxs`. */
  readonly suffix: string;
}

/** A folder beside a localized one. */
export interface Neighbours {
  /** Names that may be the English one's, the likeliest first. */
  readonly english: readonly string[];
  /** Names of the same thing in other locales, and of its own locale in another branch, the likeliest first. */
  readonly localized: readonly string[];
}

/** `undefined`: the name holds no locale but English. */
export function readLocalizedName(name: string): LocalizedName | undefined {
  for (const { index } of name.matchAll(/(?<![^._-])[a-z]/gi)) {
    const rest = name.slice(index);
    const locale = LOCALES_AT_START.map((pattern) => pattern.exec(rest)?.[0]).find(
      (each) => each !== undefined && isLocaleFolder(each.replaceAll("_", "-")),
    );
    if (locale === undefined || /^en[-_]us$/i.test(locale)) continue;
    return {
      stem: name.slice(0, Math.max(0, index - 1)),
      separator: index === 0 ? "" : name.slice(index - 1, index),
      locale,
      suffix: rest.slice(locale.length),
    };
  }
  return undefined;
}

/** The longest first: `sr-latn-rs` is not `sr-latn`. */
const LOCALES_AT_START = [
  /^[a-z]{2,3}[-_][a-z]{4}[-_][a-z]{2}(?![a-z0-9])/i,
  /^[a-z]{2,3}[-_](?:[a-z]{4}|[a-z]{2})(?![a-z0-9])/i,
];

/** `-sxs`, `-live-sxs`, `-main`: a second checkout, of another branch, of what has no suffix. */
const BRANCH = /^[-_.](?:live|main|master|sxs|release|branch)(?![a-z])/i;

/** Which of the folders beside `name` belong together with it. `undefined`: `name` is no localized one. */
export function findNeighbours(name: string, folders: Iterable<string>): Neighbours | undefined {
  const own = readLocalizedName(name);
  if (own === undefined) return undefined;
  // Disks and people disagree about letter case.
  const byLowerCase = new Map<string, string[]>();
  for (const folder of [...folders].sort()) {
    const lowered = folder.toLowerCase();
    byLowerCase.set(lowered, [...(byLowerCase.get(lowered) ?? []), folder]);
  }
  const english = [...new Set(englishNames(own).map((each) => each.toLowerCase()))];
  return {
    english: english.flatMap((each) => byLowerCase.get(each) ?? []).filter((each) => each !== name),
    localized: [...byLowerCase.values()]
      .flat()
      .filter((each) => each !== name && isSameStem(own, each))
      .sort((a, b) => rank(own, a) - rank(own, b)),
  };
}

/** First the page's own locale in another branch, then what calls itself side by side. */
function rank({ locale }: LocalizedName, folder: string): number {
  if (readLocalizedName(folder)?.locale.toLowerCase() === locale.toLowerCase()) return 0;
  return /sxs$/i.test(folder) ? 1 : 2;
}

function englishNames({ stem, separator, suffix }: LocalizedName): string[] {
  // There is no side-by-side branch of English.
  const branch = suffix.replace(/[-_.]sxs$/i, "");
  const suffixes = BRANCH.test(suffix) ? [branch, ""] : [suffix];
  if (stem === "") return suffixes.flatMap((each) => [`en-us${each}`, `en${each}`, each.slice(1)]);
  // Microsoft writes in a private repository, `docs-pr`, and publishes it as `docs`.
  const twin = /-pr$/i.test(stem) ? stem.slice(0, -"-pr".length) : `${stem}-pr`;
  const endings = [...suffixes, "", "-live", "-main", "-master"];
  return [stem, twin].flatMap((each) => [
    ...endings.map((ending) => each + ending),
    ...suffixes.map((ending) => `${each}${separator}en-us${ending}`),
  ]);
}

function isSameStem({ stem, suffix }: LocalizedName, folder: string): boolean {
  const other = readLocalizedName(folder);
  if (other?.stem.toLowerCase() !== stem.toLowerCase()) return false;
  return [suffix, other.suffix].every((each) => each === "" || BRANCH.test(each)) || suffix === other.suffix;
}
