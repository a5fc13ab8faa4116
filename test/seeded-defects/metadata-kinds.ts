import { pipelineKeys } from "../../server/src/core/front-matter/keys.ts";
import type { FrontMatterEntry } from "../../server/src/core/front-matter/front-matter.ts";
import { lineAt } from "../../server/src/core/text/lines.ts";
import type { TextEdit } from "../../server/src/core/text/edit.ts";
import type { Random } from "../random.ts";
import { type CleanPage, type Kind, mistype, replace } from "./kind.ts";

export const metadataKinds: readonly Kind[] = [
  {
    name: "front matter: closing fence deleted",
    plant: ({ document: { frontMatter } }) =>
      frontMatter && [replace(frontMatter.yamlSpan.end, frontMatter.span.end, "")],
  },
  {
    name: "front matter: quotation mark deleted",
    plant: (page) =>
      onEntry(page, "ms.locfileid", ({ valueSpan }) => [replace(valueSpan.end - 1, valueSpan.end, "")]),
  },
  {
    name: "front matter: line written twice",
    plant(page, random) {
      const entry = anyEntry(page, random);
      const line = entry && lineAt(page.document.text, entry.keySpan.start);
      return line && [replace(line.end, line.end, `\n${page.document.text.slice(line.start, line.end)}`)];
    },
  },
  {
    name: "front matter: pipeline key deleted",
    plant: (page, random) => onEntry(page, random.pick(pipelineKeys), (entry) => deleteLine(page, entry)),
  },
  {
    name: "front matter: title deleted",
    plant: (page) =>
      onEntry(page, "title", (entry) => (entry.style === "block" ? undefined : deleteLine(page, entry))),
  },
  {
    name: "front matter: key misspelt",
    plant: (page, random) =>
      onEntry(
        page,
        random.pick([...pipelineKeys, "ms.date", "ms.topic", "title", "description"]),
        ({ key, keySpan }) => [
          replace(
            keySpan.start,
            keySpan.end,
            random.pick([mistype(key, random), `m${key}`, key.replace(/.$/, "")]),
          ),
        ],
      ),
  },
  {
    name: "front matter: date in another form",
    plant: (page, random) =>
      onDate(page, random, (month, day, year) =>
        random.pick([
          `${year}-${month}-${day}`,
          `${day}.${month}.${year}`,
          `${month}/${day}/${year.slice(2)}`,
        ]),
      ),
  },
  {
    name: "front matter: no such day",
    plant: (page, random) =>
      onDate(page, random, (month, day, year) =>
        random.pick([
          `13/${day}/${year}`,
          `${month}/32/${year}`,
          `02/30/${year}`,
          `${month}/${day}/20${year}`,
        ]),
      ),
  },
  {
    name: "front matter: day in the future",
    plant: (page, random) =>
      onDate(page, random, (month, day) => `${month}/${day}/2${random.pick(["1", "9"])}21`),
  },
  {
    name: "front matter: hash damaged",
    plant: (page, random) =>
      onEntry(page, random.pick(["ms.openlocfilehash", "ms.sourcegitcommit"]), ({ valueSpan, rawValue }) => {
        const nth = random.below(rawValue.length);
        const broken = [
          rawValue.slice(0, nth) + rawValue.slice(nth + 1),
          `${rawValue.slice(0, nth)}g${rawValue.slice(nth + 1)}`,
        ];
        return [replace(valueSpan.start, valueSpan.end, random.pick(broken))];
      }),
  },
  {
    name: "front matter: locfileid damaged",
    plant: (page, random) =>
      onEntry(page, "ms.locfileid", ({ valueSpan, rawValue }) => {
        const digits = rawValue.replaceAll('"', "");
        return [
          replace(
            valueSpan.start,
            valueSpan.end,
            random.pick([digits, `"${digits.slice(0, 5)}"`, `"${digits}O"`]),
          ),
        ];
      }),
  },
  {
    name: "front matter: locale in another form",
    plant: (page, random) =>
      onEntry(page, "ms.contentlocale", ({ valueSpan, rawValue }) => [
        replace(
          valueSpan.start,
          valueSpan.end,
          random.pick([
            rawValue.replace("-", "_"),
            rawValue.toLowerCase(),
            rawValue.toUpperCase(),
            `${rawValue}x`,
          ]),
        ),
      ]),
  },
  {
    name: "front matter: another page's locale",
    plant: (page, random) =>
      onEntry(page, "ms.contentlocale", ({ valueSpan }) => [
        replace(valueSpan.start, valueSpan.end, random.pick(["de-DE", "pt-BR", "it-IT"])),
      ]),
  },
  {
    name: "front matter: translation type mistyped",
    plant: (page, random) =>
      onEntry(page, "ms.translationtype", ({ valueSpan }) => [
        replace(valueSpan.start, valueSpan.end, random.pick(["TM", "mt", "H", "HTT"])),
      ]),
  },
];

function anyEntry({ document }: CleanPage, random: Random): FrontMatterEntry | undefined {
  const entries =
    document.frontMatter?.entries.filter(({ style }) => style !== undefined && style !== "block") ?? [];
  return entries.length === 0 ? undefined : random.pick(entries);
}

function onEntry(
  { document }: CleanPage,
  key: string,
  damage: (entry: FrontMatterEntry) => readonly TextEdit[] | undefined,
): readonly TextEdit[] | undefined {
  const entry = document.frontMatter?.entries.find((each) => each.key === key);
  return entry && damage(entry);
}

function deleteLine({ document: { text } }: CleanPage, { keySpan }: FrontMatterEntry): readonly TextEdit[] {
  const line = lineAt(text, keySpan.start);
  return [replace(line.start, text.indexOf("\n", line.end) + 1, "")];
}

function onDate(
  page: CleanPage,
  random: Random,
  rewrite: (month: string, day: string, year: string) => string,
): readonly TextEdit[] | undefined {
  return onEntry(page, random.pick(["ms.date", "ms.lasthandoff"]), ({ valueSpan, rawValue }) => {
    const [month = "", day = "", year] = rawValue.split("/");
    return year === undefined
      ? undefined
      : [replace(valueSpan.start, valueSpan.end, rewrite(month, day, year))];
  });
}
