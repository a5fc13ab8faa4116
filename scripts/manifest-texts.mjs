// The texts of the manifest, in English and in the languages that it is translated into: `package.nls.json` and
// `package.nls.LANGUAGE.json`, which VS Code reads. What stands there for settings and rules comes from their declarations.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const ENGLISH = "package.nls.json";
const LANGUAGES = /^package\.nls\.[a-z-]+\.json$/;

/** Which texts are written by `npm run generate`: those whose keys begin like this. */
const GENERATED = /^(?:setting|rule)\./;

/** The key of a setting's description. */
export const settingKey = (name) => `setting.${name}`;

/** The key of a rule's summary, or of what `link/*` and `*` stand for. */
export const ruleKey = (id) => `rule.${id}`;

/**
 * Every file of texts with its content. English takes over what is declared. A translation leaves when its English changes
 * or is gone, so that VS Code shows English until it is translated anew.
 * @param {string} root
 * @param {Readonly<Record<string, string>>} declared English texts of settings and rules, by their keys.
 * @returns {Promise<[string, string][]>}
 */
export async function manifestTexts(root, declared) {
  const before = await readTexts(root, ENGLISH);
  const written = Object.entries(before).filter(([key]) => !GENERATED.test(key));
  const english = { ...Object.fromEntries(written), ...declared };
  const languages = (await readdir(root)).filter((name) => LANGUAGES.test(name)).sort();
  const translated = await Promise.all(
    languages.map(async (name) => {
      const texts = await readTexts(root, name);
      const valid = Object.keys(english).filter((key) => key in texts && english[key] === before[key]);
      return [name, toJson(Object.fromEntries(valid.map((key) => [key, texts[key]])))];
    }),
  );
  return [[ENGLISH, toJson(english)], ...translated];
}

async function readTexts(root, name) {
  return JSON.parse(await readFile(join(root, name), "utf8"));
}

function toJson(texts) {
  return `${JSON.stringify(texts, undefined, 2)}\n`;
}
