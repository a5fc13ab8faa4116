import { describe, test } from "node:test";
import { checkText } from "../check.ts";
import { checkGrowth } from "../count-steps.ts";
import { hostilePages } from "../hostile-pages.ts";

describe("the work of a whole check grows with the page, not faster", () => {
  for (const [name, build] of Object.entries(hostilePages)) {
    test(name, () => {
      checkGrowth(build, checkText);
    });
  }
});
