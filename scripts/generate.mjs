// Writes what is derived from the settings and the rules: the manifest's `configuration`, `jsonValidation` and
// `restrictedConfigurations`, their texts in `package.nls.json`, `schemas/lockstep.schema.json`, `docs/settings.md` and
// `docs/rules/README.md`.
// `--check` writes nothing and fails when one of them is out of date.
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { loadBundle } from "./load-bundle.mjs";
import { manifestTexts, ruleKey, settingKey } from "./manifest-texts.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const isCheck = process.argv.includes("--check");

const { SETTINGS, RULE_LEVELS, rules } = await loadBundle(
  ROOT,
  `export { RULE_LEVELS, SETTINGS } from "./server/src/core/config/settings.ts";
   export { rules } from "./server/src/core/rules/registry.ts";`,
);
const stale = [];
for (const [path, content] of await generate()) {
  const file = join(ROOT, path);
  const before = await readFile(file, "utf8").catch(() => undefined);
  if (before === content) continue;
  stale.push(path);
  if (!isCheck) await writeFile(file, content);
}
for (const path of stale) process.stderr.write(`${isCheck ? "Out of date" : "Written"}: ${path}\n`);
if (isCheck && stale.length > 0) {
  process.stderr.write("Run `npm run generate` and commit the result.\n");
  process.exitCode = 1;
}

/** @returns {Promise<[string, string][]>} */
async function generate() {
  const manifest = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  manifest.contributes = {
    ...manifest.contributes,
    configuration: configuration(),
    jsonValidation: [{ fileMatch: ".lockstep.json", url: "./schemas/lockstep.schema.json" }],
  };
  const untrusted = manifest.capabilities?.untrustedWorkspaces;
  if (untrusted !== undefined) {
    const restricted = Object.entries(SETTINGS).filter(([, { isRestricted }]) => isRestricted === true);
    untrusted.restrictedConfigurations = restricted.map(([name]) => `lockstep.${name}`);
  }
  return [
    ["package.json", `${JSON.stringify(manifest, undefined, 2)}\n`],
    ...(await manifestTexts(ROOT, declaredTexts())),
    ["schemas/lockstep.schema.json", await pretty(JSON.stringify(projectFileSchema()), "json")],
    ["docs/settings.md", await pretty(settingsPage(), "markdown")],
    ["docs/rules/README.md", await pretty(await rulesIndex(), "markdown")],
  ];
}

async function pretty(content, parser) {
  return format(content, { ...(await resolveConfig(join(ROOT, "package.json"))), parser });
}

function configuration() {
  return {
    title: "Lockstep",
    properties: Object.fromEntries(
      Object.entries(SETTINGS).map(([name, setting], order) => [
        `lockstep.${name}`,
        {
          ...schemaOf(setting, localizedLevels),
          default: setting.default,
          markdownDescription: `%${settingKey(name)}%`,
          scope: setting.scope,
          order,
        },
      ]),
    ),
  };
}

/** What the manifest says of settings and rules, by the keys that stand there for it. */
function declaredTexts() {
  return Object.fromEntries([
    ...Object.entries(SETTINGS).map(([name, { description }]) => [settingKey(name), description]),
    ...groups().map(([id, description]) => [ruleKey(id), description]),
    ...rules.map(({ id, summary }) => [ruleKey(id), summary]),
  ]);
}

function projectFileSchema() {
  const shared = Object.entries(SETTINGS).filter(([, { isInProjectFile }]) => isInProjectFile);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Lockstep project configuration",
    description:
      "Holds for the folder that `.lockstep.json` stands in, in the editor and on the command line.",
    type: "object",
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      ...Object.fromEntries(
        shared.map(([name, setting]) => [name, { ...schemaOf(setting), description: setting.description }]),
      ),
    },
  };
}

function schemaOf({ kind, choices }, levels = englishLevels) {
  switch (kind) {
    case "flag":
      return { type: "boolean" };
    case "text":
      return { type: "string" };
    case "choice":
      return { type: "string", enum: choices };
    case "globs":
      return { type: "array", items: { type: "string" } };
    case "levels":
      return { type: "object", additionalProperties: false, properties: levels() };
  }
  throw new Error(`No schema for settings of the kind ${kind}.`);
}

/** For the project's file: VS Code shows a schema as it is, in English. */
function englishLevels() {
  return levelsOf(
    ({ summary, severity }) => ({ description: `${summary} Default: ${severity}.` }),
    ([, description]) => ({ description }),
  );
}

/** For the manifest, in which keys stand for texts. The default is a title of its own, so that no translation holds it. */
function localizedLevels() {
  return levelsOf(
    ({ id, severity }) => ({ title: `%default.${severity}%`, description: `%${ruleKey(id)}%` }),
    ([id]) => ({ description: `%${ruleKey(id)}%` }),
  );
}

function levelsOf(describeRule, describeGroup) {
  return Object.fromEntries([
    ...rules.map((rule) => [rule.id, { enum: RULE_LEVELS, default: rule.severity, ...describeRule(rule) }]),
    ...groups().map((group) => [group[0], { enum: RULE_LEVELS, ...describeGroup(group) }]),
  ]);
}

/** What stands for several rules, and what is said of it. */
function groups() {
  const areas = areasOf(rules).map((area) => [
    `${area}/*`,
    `All rules of the area \`${area}\` that are not named themselves.`,
  ]);
  return [...areas, ["*", "All rules that are not named, nor their areas."]];
}

function areasOf(list) {
  return [...new Set(list.map(({ id }) => id.slice(0, id.indexOf("/"))))];
}

function settingsPage() {
  const sections = Object.entries(SETTINGS).map(([name, setting]) => {
    const lines = [
      `## lockstep.${name}`,
      "",
      sentences(setting.description),
      "",
      `- Type: ${typeName(setting)}`,
      `- Default: \`${JSON.stringify(setting.default)}\``,
      `- Scope: ${setting.scope === "resource" ? "may differ from folder to folder" : "the whole window"}`,
    ];
    if (setting.isInProjectFile) lines.push(`- In \`.lockstep.json\`: \`${name}\``);
    if (setting.isRestricted === true)
      lines.push("- A workspace's own value counts once the workspace is trusted.");
    return lines.join("\n");
  });
  return `# Settings

<!-- Generated from server/src/core/config/settings.ts by \`npm run generate\`. -->

These are the settings of the editor.
What a whole team should see stands in the project's \`.lockstep.json\`, which the command line reads too; where both say something, the editor's setting wins.

${sections.join("\n\n")}
`;
}

function typeName({ kind, choices }) {
  const names = {
    flag: "`true` or `false`",
    text: "text",
    globs: "list of globs",
    levels: `object: rule id, area (\`link/*\`) or \`*\` to ${RULE_LEVELS.map((level) => `\`${level}\``).join(", ")}`,
  };
  return kind === "choice" ? choices.map((choice) => `\`${choice}\``).join(", ") : names[kind];
}

/** One sentence per line, as in all documentation of the repository. */
function sentences(text) {
  return text.replace(/(?<=[.:])[ ](?=[A-Z`])/g, "\n");
}

async function rulesIndex() {
  const sections = await Promise.all(
    areasOf(rules).map(async (area) => {
      const rows = await Promise.all(
        rules
          .filter(({ id }) => id.startsWith(`${area}/`))
          .map(async ({ id, severity, summary }) => {
            const fix = await fixOf(id);
            return `| [${id}](${id}.md) | ${severity} | ${fix} | ${summary.replaceAll("|", "\\|")} |`;
          }),
      );
      return [
        `## ${area}`,
        "",
        "| Rule | Severity | Fix | A page keeps it when |",
        "| --- | --- | --- | --- |",
        ...rows,
      ].join("\n");
    }),
  );
  return `# Rules

<!-- Generated from the rules by \`npm run generate\`. -->

Each rule can be given another severity, or turned off, in [\`.lockstep.json\` or in the settings](../settings.md), and silenced in a page by a comment:
\`<!-- lockstep-disable-next-line link/insecure-link -->\`.

${sections.join("\n\n")}
`;
}

/** Whether a rule has fixes stands in its page, which a test compares with the rule. */
async function fixOf(id) {
  const page = await readFile(join(ROOT, "docs/rules", `${id}.md`), "utf8").catch(() => "");
  const match = /^Default severity: .*Fix: (yes|no)/m.exec(page);
  return match?.[1] ?? "no";
}
