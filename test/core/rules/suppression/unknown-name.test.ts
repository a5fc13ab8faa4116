import assert from "node:assert/strict";
import { test } from "node:test";
import { insecureLink } from "../../../../server/src/core/rules/link/insecure-link.ts";
import { unknownName } from "../../../../server/src/core/rules/suppression/unknown-name.ts";
import { checkFix, checkRule, fixTitles } from "../../../check.ts";

const NEXT_LINE = "<!-- lockstep-disable-next-line";

test("reports a misspelt rule, which leaves what it was written for as it is", () => {
  checkRule(
    unknownName,
    `${NEXT_LINE} [|link/insecure-lnk|] -->
//^ suppression/unknown-name: There is no rule \`link/insecure-lnk\`. Did you mean \`link/insecure-link\`?
[设置](http://www.microsoft.com/a)
`,
  );
});

test("reports a rule without its area, an area without its asterisk, and other letter case", () => {
  checkRule(
    unknownName,
    `<!-- lockstep-disable [|insecure-link|], [|link/|] [|Segment/Untranslated|] -->
//^ suppression/unknown-name: There is no rule \`insecure-link\`. Did you mean \`link/insecure-link\`?
//^ suppression/unknown-name: There is no rule \`link/\`. Did you mean \`link/*\`?
//^ suppression/unknown-name: There is no rule \`Segment/Untranslated\`. Did you mean \`segment/untranslated\`?
`,
  );
});

test("reports a comment that names nothing that resembles a rule, once", () => {
  checkRule(
    unknownName,
    `<!-- lockstep-enable [|MD013|] MD033 -->
//^ suppression/unknown-name: There is no rule \`MD013\`, so that this comment turns nothing off or on.
`,
  );
});

test("leaves a remark behind a rule alone, and what other tools and people say", () => {
  checkRule(
    unknownName,
    `${NEXT_LINE} link/insecure-link: the device has no certificate -->
<!-- lockstep-disable link/insecure-link the device has no certificate -->
<!-- lockstep-disable segment/code-mismatch left untranslated, as the segment is wrong in the source. -->
<!-- lockstep-disable link/*, segment/untranslated -->
<!-- lockstep-disable * -->
<!-- lockstep-disable -->
<!-- lockstep-demo link/insecure-lnk -->
<!--lockstep:changed-->
\`<!-- lockstep-disable link/insecure-lnk -->\`
`.replace("insecure-link: the", "insecure-link the"),
  );
});

test("takes plain words behind a misspelt rule for a remark, too", () => {
  checkRule(
    unknownName,
    `<!-- lockstep-disable [|link/insecur-link|] the source is wrong -->
//^ suppression/unknown-name: There is no rule \`link/insecur-link\`. Did you mean \`link/insecure-link\`?
<!-- lockstep-disable [|what/ever|] in the source -->
//^ suppression/unknown-name: There is no rule \`what/ever\`, so that this comment turns nothing off or on.
`,
  );
});

test("reports a command that is none", () => {
  checkRule(
    unknownName,
    `<!-- [|lockstep-disable-nextline|] link/insecure-link -->
//^ suppression/unknown-name: \`lockstep-disable-nextline\` turns no rule off or on. Did you mean \`lockstep-disable-next-line\`?
<!-- [|lockstep-disable:|]link/insecure-link -->
//^ suppression/unknown-name: \`lockstep-disable:link/insecure-link\` turns no rule off or on. Did you mean \`lockstep-disable\`?
`,
  );
  checkRule(
    unknownName,
    `a <!-- [|lockstep-disable-line|] link/insecure-link -->
//^ suppression/unknown-name: \`lockstep-disable-line\` turns no rule off or on. There are \`lockstep-disable-next-line\`, \`lockstep-disable\`, \`lockstep-enable\`.
`,
  );
  checkFix(
    unknownName,
    "<!-- lockstep-disable:link/insecure-link -->\n",
    "<!-- lockstep-disable link/insecure-link -->\n",
    "Change to `lockstep-disable`",
  );
});

test("reads the comments of the front matter, and CRLF", () => {
  checkRule(
    unknownName,
    `---\r
# lockstep-disable-next-line [|metadata/unknown-keys|]\r
//^ suppression/unknown-name: There is no rule \`metadata/unknown-keys\`. Did you mean \`metadata/unknown-key\`?
ms.autor: a\r
---\r
`,
  );
});

test("the fix makes the comment silence its line, and is never made unasked", () => {
  const link = "\n[设置](http://www.microsoft.com/a)\n";
  const before = `👍🏽 ${NEXT_LINE} link/insecure-lnk -->${link}`;
  const after = `👍🏽 ${NEXT_LINE} link/insecure-link -->${link}`;
  checkFix(unknownName, before, after, "Change to `link/insecure-link`");
  checkRule(insecureLink, after);
  assert.deepEqual(fixTitles(unknownName, after), []);
});
