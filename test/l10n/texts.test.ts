import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { clientTexts } from "./client-texts.ts";
import { english, languages, type Texts } from "./files.ts";

interface Manifest {
  readonly l10n: string;
  readonly contributes: {
    readonly commands: readonly { readonly title: string; readonly shortTitle?: string }[];
  };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;

/** The keys that stand for texts somewhere in a value of the manifest. */
function keysIn(value: unknown): string[] {
  if (typeof value === "string") return Array.from(value.matchAll(/^%(.+)%$/g), ([, key = ""]) => key);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(keysIn) : [];
}

/** What has to stand in a translation as it stands in English, sorted. */
function fixedParts(text: string): string[] {
  return Array.from(text.matchAll(/\{\d\}|`[^`]*`|\]\(command:[^)]*\)/g), ([part]) => part).sort();
}

/** The texts of a language beside the English ones. */
function pairsOf({
  manifest: own,
  client,
}: {
  readonly manifest: Texts;
  readonly client: Texts;
}): [string, string][] {
  return [
    ...Object.entries(own).map(([key, text]): [string, string] => [english[key] ?? "", text]),
    ...Object.entries(client),
  ];
}

test("every text of the manifest has its English, and none is left over", () => {
  assert.deepEqual([...new Set(keysIn(manifest))].sort(), Object.keys(english).sort());
});

test("no title of a command is written into the manifest itself", () => {
  const titles = manifest.contributes.commands.flatMap(({ title, shortTitle = title }) => [
    title,
    shortTitle,
  ]);
  assert.deepEqual(
    titles.filter((title) => keysIn(title).length === 0),
    [],
  );
});

test("VS Code is told where the client's texts are, in five languages or more", () => {
  assert.equal(manifest.l10n, "./l10n");
  const names = new Set(languages.map(({ name }) => name));
  for (const name of ["zh-cn", "ja", "ko", "fr", "de"]) assert.ok(names.has(name), name);
});

test("the README names every language", () => {
  const readme = readFileSync("README.md", "utf8");
  const names = new Intl.DisplayNames("en", { type: "language" });
  for (const { name } of languages) assert.ok(readme.includes(names.of(name.slice(0, 2)) ?? name), name);
});

for (const language of languages) {
  describe(`in ${language.name}`, () => {
    test("the manifest has every text, but for rules, which may be in English", () => {
      const known = Object.keys(english);
      const missing = known.filter((key) => !key.startsWith("rule.") && !(key in language.manifest));
      assert.deepEqual(missing, []);
      assert.deepEqual(
        Object.keys(language.manifest).filter((key) => !known.includes(key)),
        [],
      );
    });

    test("the client has every text, and none is left over", () => {
      assert.deepEqual(Object.keys(language.client).sort(), [...clientTexts()].sort());
    });

    test("placeholders, code and links are those of the English", () => {
      for (const [source, target] of pairsOf(language)) {
        assert.notEqual(target.trim(), "", source);
        assert.deepEqual(fixedParts(target), fixedParts(source), source);
      }
    });

    test("a command is called what the palette calls it", () => {
      const titles = Object.keys(english).filter((key) => /^command\.\w+$/.test(key));
      const nameIn = (texts: Texts, key: string): string => `Lockstep: ${texts[key]}`;
      for (const [source, target] of pairsOf(language)) {
        for (const key of titles.filter((each) => source.includes(nameIn(english, each))))
          assert.ok(target.includes(nameIn(language.manifest, key)), `${source}: ${target}`);
      }
    });

    test("a button is called as its command is", () => {
      for (const text of Object.values(language.manifest)) {
        for (const [, label, name] of text.matchAll(/\[([^\]]+)\]\(command:lockstep\.(\w+)/g))
          assert.equal(label, language.manifest[`command.${name}`]);
      }
    });

    test("punctuation follows the house style of the language", () => {
      const wrong = HOUSE_STYLE[language.name];
      for (const [, target] of pairsOf(language)) {
        const prose = target.replace(/`[^`]*`|\(command:[^)]*\)/g, "`");
        if (wrong !== undefined) assert.doesNotMatch(prose, wrong);
      }
    });
  });
}

/** What Microsoft's style guides do not allow. */
const HOUSE_STYLE: Readonly<Record<string, RegExp>> = {
  // Full-width marks after Chinese, and a blank between it and Latin letters, numbers and code.
  "zh-cn": /\p{sc=Han}[,;!?](?!\d)|\p{sc=Han}[A-Za-z0-9`{]|[A-Za-z0-9`}]\p{sc=Han}/u,
  // Half-width marks but for 、 and 。, and a blank as in Chinese.
  ja: /[！？：；（）]|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}][A-Za-z0-9`{]|[A-Za-z0-9`}][\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u,
  ko: /[！？：；（）、。]/u,
  // A no-break space before high marks and inside quotation marks, and the typographic apostrophe.
  fr: /[^\u00A0][;!?»]|[^\u00A0](?<!Lockstep):|«[^\u00A0]|\w'\w/u,
  de: /["“](?=\p{L})| [;:!?]/u,
};
