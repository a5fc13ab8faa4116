import type { KeyValues } from "../front-matter/key-values.ts";
import type { KeyWriter, KnownKey } from "../front-matter/keys.ts";

const WRITERS: Readonly<Record<KeyWriter, string>> = {
  author: "Written by the author of the English page.",
  pipeline: "Written by the localization pipeline; not to be edited by hand.",
  build: "Read by the site's build; often set for the whole repository in `docfx.json`.",
  legacy: "Left over from an older system; it has no effect any more.",
};

/** What a front matter key means, who writes it and which values it takes, as Markdown. */
export function describeKey({ name, description, writtenBy, values, isTranslated }: KnownKey): string {
  const writer = isTranslated
    ? `${WRITERS[writtenBy]} The translator translates its value.`
    : WRITERS[writtenBy];
  return [`**${name}**`, description, writer, describeValues(values)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function describeValues(values: KeyValues): string {
  switch (values.kind) {
    case "text":
      return "";
    case "list":
      return "Value: one text, or a list of them.";
    case "boolean":
      return "Value: `true` or `false`.";
    case "date":
      return "Value: a date as `MM/DD/YYYY`.";
    case "hash":
      return "Value: a hash in lower-case hexadecimal digits, usually 40.";
    case "locale":
      return "Value: a language tag such as `zh-CN`.";
    case "quoted-number":
      return 'Value: digits in double quotes, such as `"57584290"`.';
    case "choice": {
      const listed = values.values.map((value) => `\`${value}\``).join(", ");
      return values.isOpen ? `Usual values: ${listed}.` : `Values: ${listed}.`;
    }
  }
}
