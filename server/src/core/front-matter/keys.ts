import { AUTHOR_KEYS, BUILD_KEYS, LEGACY_KEYS, PIPELINE_KEYS } from "./key-descriptions.ts";
import { KEY_VALUES, type KeyValues } from "./key-values.ts";

/** Who puts a key into a header. */
export type KeyWriter =
  /** The person who writes the English page; a translator leaves it as it is, but for `title` and `description`. */
  | "author"
  /** The localization pipeline. Nobody edits it by hand. */
  | "pipeline"
  /** The site or its build: usually set once for a whole repository, in `docfx.json`. */
  | "build"
  /** A migration from an older system. It has no effect any more. */
  | "legacy";

/** What is known of a front matter key. */
export interface KnownKey {
  readonly name: string;
  /** One or two sentences in plain words. */
  readonly description: string;
  readonly writtenBy: KeyWriter;
  readonly values: KeyValues;
  /** Whether a translator translates its value. */
  readonly isTranslated: boolean;
}

/** Keys whose values are shown to readers, in the page's own language. */
const TRANSLATED = new Set(["title", "titleSuffix", "description", "keywords", "TOCTitle"]);

/**
 * The six keys that the localization pipeline writes, in its order. In 9,340 real pages they are always all there, and
 * always the last six.
 */
export const pipelineKeys = [
  "ms.openlocfilehash",
  "ms.sourcegitcommit",
  "ms.translationtype",
  "ms.contentlocale",
  "ms.lasthandoff",
  "ms.locfileid",
] as const;

/** All keys that are known, those of the pipeline first, then what people write. */
export const knownKeys: readonly KnownKey[] = [
  ...toKnownKeys(PIPELINE_KEYS, "pipeline"),
  ...toKnownKeys(AUTHOR_KEYS, "author"),
  ...toKnownKeys(BUILD_KEYS, "build"),
  ...toKnownKeys(LEGACY_KEYS, "legacy"),
];

const byName: ReadonlyMap<string, KnownKey> = new Map(knownKeys.map((key) => [key.name, key]));

/** What is known of a key, letter case included: keys are case-sensitive. `undefined`: nothing. */
export function findKnownKey(name: string): KnownKey | undefined {
  return byName.get(name);
}

function toKnownKeys(descriptions: Readonly<Record<string, string>>, writtenBy: KeyWriter): KnownKey[] {
  return Object.entries(descriptions).map(([name, description]) => ({
    name,
    description,
    writtenBy,
    values: KEY_VALUES[name] ?? { kind: "text" },
    isTranslated: TRANSLATED.has(name),
  }));
}
