import tseslint from "typescript-eslint";

/** Packages that need Node or an editor; the pure core may import none of them. */
const IMPURE = ["node:*", "vscode", "vscode-*", "vscode-*/**", "fs", "path", "os", "child_process"];

/** What Node gives every script. */
const NODE_GLOBALS = [
  ...["AbortSignal", "Buffer", "URL", "console", "fetch", "performance", "process"],
  ...["clearInterval", "clearTimeout", "setImmediate", "setInterval", "setTimeout"],
];

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "node_modules/**", "tools/**/node_modules/**", ".vscode-test/**"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-console": "error",
      // All lines, as whoever opens the file meets them; of a function those with code.
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 12],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    // Plain scripts: no compiler looks for a name that nothing defines, and they would end at it, if it is ever reached.
    files: ["**/*.mjs"],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, "readonly"])) },
    rules: { "no-undef": "error", "no-unused-vars": "error" },
  },
  {
    files: ["server/src/core/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: IMPURE, message: "The core is pure." },
            {
              group: ["**/engine/**", "**/io/**", "**/lsp/**", "**/cli/**"],
              message: "The core knows no other layer.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["server/src/engine/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: IMPURE, message: "The engine asks whoever runs it." },
            { group: ["**/io/**", "**/lsp/**", "**/cli/**"], message: "The engine knows the core only." },
          ],
        },
      ],
    },
  },
  {
    files: ["server/src/cli/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["**/lsp/**", "vscode", "vscode-languageclient*"],
              message: "The command line does not speak the protocol.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // A suite is a list of cases; its length says nothing about its complexity.
      "max-lines-per-function": "off",
      // node:test returns promises that the runner awaits itself.
      "@typescript-eslint/no-floating-promises": "off",
    },
  },
);
