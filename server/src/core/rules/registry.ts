import type { Rule } from "./rule.ts";

/** Every rule the product ships. Adding a rule is adding one line here. */
export const rules: readonly Rule[] = [];
