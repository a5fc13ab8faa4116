import { test } from "node:test";
import { insecureLink } from "../../../server/src/core/rules/link/insecure-link.ts";
import { unknownKey } from "../../../server/src/core/rules/metadata/unknown-key.ts";
import { checkRule } from "../../check.ts";

const FINDING = "link/insecure-link: `www.microsoft.com` serves `https`, the link uses `http`.";

test("a comment turns a rule off for the line below it", () => {
  checkRule(
    insecureLink,
    `<!-- lockstep-disable-next-line link/insecure-link -->
[a](http://www.microsoft.com/a)
[b]([|http|]://www.microsoft.com/b)
//^ ${FINDING}`,
  );
});

test("a comment turns a rule off up to the comment that turns it on again", () => {
  checkRule(
    insecureLink,
    `<!-- lockstep-disable link/insecure-link -->

[a](http://www.microsoft.com/a)

<!-- lockstep-enable link/insecure-link -->

[b]([|http|]://www.microsoft.com/b)
//^ ${FINDING}`,
  );
});

test("without an end it is off to the end of the page, and without ids it means all rules", () => {
  checkRule(
    insecureLink,
    "<!-- lockstep-disable -->\n\n[a](http://www.microsoft.com/a)\n\n[b](http://www.microsoft.com/b)",
  );
});

test("a comment for another rule, or one in code, turns nothing off", () => {
  checkRule(
    insecureLink,
    `\`<!-- lockstep-disable -->\`

<!-- lockstep-disable-next-line link/redirected -->
[a]([|http|]://www.microsoft.com/a)
//^ ${FINDING}`,
  );
});

test("the front matter has YAML comments for it", () => {
  checkRule(
    unknownKey,
    `---
# lockstep-disable-next-line metadata/unknown-key
ms.autor: a
[|ms.reviwer|]: b
//^ metadata/unknown-key: \`ms.reviwer\` is not a known key, expected \`ms.reviewer\`.
---
`,
  );
});

test("blank lines between the comment and its line do not count", () => {
  checkRule(
    insecureLink,
    "<!-- lockstep-disable-next-line link/insecure-link -->\n\n[a](http://www.microsoft.com/a)",
  );
});

test("rules are turned on one by one, whatever turned them off", () => {
  checkRule(
    insecureLink,
    `<!-- lockstep-disable link/insecure-link, link/redirected -->

[a](http://www.microsoft.com/a)

<!-- lockstep-enable link/insecure-link -->

[b]([|http|]://www.microsoft.com/b)
//^ ${FINDING}

<!-- lockstep-disable -->

[c](http://www.microsoft.com/c)

<!-- lockstep-enable link/redirected -->

[d](http://www.microsoft.com/d)`,
  );
});

test("a whole area is named with an asterisk", () => {
  checkRule(insecureLink, "<!-- lockstep-disable-next-line link/* -->\n[a](http://www.microsoft.com/a)");
});
