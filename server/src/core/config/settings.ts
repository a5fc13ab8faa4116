import type { Severity } from "../rules/rule.ts";

/** What a rule can be set to: a severity, or not to run. */
export type RuleLevel = Severity | "off";

/** Every level, the strictest first. */
export const RULE_LEVELS = [
  "error",
  "warning",
  "info",
  "hint",
  "off",
] as const satisfies readonly RuleLevel[];

/** One setting, as the manifest, the documentation, the schema of `.lockstep.json` and the types need it. */
export interface SettingDeclaration {
  /** `levels` is a map from rule id to level; `globs` a list of path patterns; `choice` one of `choices`. */
  readonly kind: "flag" | "text" | "choice" | "globs" | "levels";
  readonly default: unknown;
  /** Markdown, one sentence or more, for the settings editor and for the documentation. */
  readonly description: string;
  /** `resource`: may differ from folder to folder; `window`: one for the editor. */
  readonly scope: "resource" | "window";
  /** Whether `.lockstep.json` has a key of the same name. */
  readonly isInProjectFile: boolean;
  /** Whether VS Code leaves out the workspace's value until the workspace is trusted. */
  readonly isRestricted?: boolean;
  readonly choices?: readonly string[];
}

/**
 * The only place where a setting is named, without the `lockstep.` before it. `package.json`, `docs/settings.md`,
 * `schemas/lockstep.schema.json` and the types come from here by `node scripts/generate.mjs`.
 */
export const SETTINGS = {
  enable: {
    kind: "flag",
    default: true,
    description: "Whether Lockstep checks pages. Hover, completion and navigation stay on.",
    scope: "resource",
    isInProjectFile: false,
  },
  rules: {
    kind: "levels",
    default: {},
    description:
      'Severity of single rules, for example `{ "link/insecure-link": "off" }`. ' +
      "A rule that is not named keeps the severity of `.lockstep.json`, or its default.",
    scope: "resource",
    isInProjectFile: true,
  },
  ignore: {
    kind: "globs",
    default: [],
    description:
      "Pages that are not checked: globs relative to the folder, for example `archive/**`. " +
      "They add to those of `.lockstep.json`.",
    scope: "resource",
    isInProjectFile: true,
  },
  locale: {
    kind: "text",
    default: "",
    description:
      "Locale that the pages of the folder are written in, for example `zh-CN`. " +
      "Empty: told by the name of the folder and by the pages themselves.",
    scope: "resource",
    isInProjectFile: true,
  },
  sourceRoot: {
    kind: "text",
    default: "",
    description:
      "Folder of the English pages, relative to the workspace folder (in `.lockstep.json`: to the file). " +
      "The English page of `a/b.md` is `a/b.md` in it. Empty: the folder `en-us` beside `zh-cn`, the repository `docs` " +
      "beside `docs.zh-cn`, or another folder of the workspace with such a name.",
    scope: "resource",
    isInProjectFile: true,
    isRestricted: true,
  },
  codeLens: {
    kind: "flag",
    default: true,
    description:
      "Whether an English page shows, above its headings, which translations have segments that go stale with what is being typed.",
    scope: "resource",
    isInProjectFile: false,
  },
  "trace.server": {
    kind: "choice",
    default: "off",
    description: "What the output channel `Lockstep` shows of the talk between editor and language server.",
    scope: "window",
    isInProjectFile: false,
    choices: ["off", "messages", "verbose"],
  },
} as const satisfies Record<string, SettingDeclaration>;

interface ValueOfKind {
  flag: boolean;
  text: string;
  globs: readonly string[];
  levels: Readonly<Record<string, RuleLevel>>;
}

type ValueOf<D> = D extends { readonly kind: "choice"; readonly choices: readonly (infer Choice)[] }
  ? Choice
  : D extends { readonly kind: infer Kind extends keyof ValueOfKind }
    ? ValueOfKind[Kind]
    : never;

/** The editor's settings for one folder, every one of them set. An empty text means: not set. */
export type Settings = { readonly [Name in keyof typeof SETTINGS]: ValueOf<(typeof SETTINGS)[Name]> };
