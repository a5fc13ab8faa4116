import { test } from "node:test";
import { insecureLink } from "../../../../server/src/core/rules/link/insecure-link.ts";
import { checkFix, checkRule } from "../../../check.ts";

test("http to a site that serves https is reported", () => {
  checkRule(
    insecureLink,
    `参阅[文档]([|http|]://docs.microsoft.com/skylark) <[|HTTP|]://aka.ms/x>
//^ link/insecure-link: \`docs.microsoft.com\` serves \`https\`, the link uses \`http\`.
//^ link/insecure-link: \`aka.ms\` serves \`https\`, the link uses \`http\`.`,
  );
});

test("https, sites nothing is known of, and names that are no places are fine", () => {
  checkRule(
    insecureLink,
    "[a](https://docs.microsoft.com) [b](http://example.com) [c](http://localhost:3000) [d](http://contoso.com) " +
      "[e](http://schemas.microsoft.com/x) [f](http://notmicrosoft.com) [g](http://microsoft.com.example) " +
      "[h](http://crl.microsoft.com/pki/x.crl) [i](http://www.microsoft.com/pki/y) [j](http://server.microsoft.com:8080) " +
      "[k](page.md) [l](//docs.microsoft.com)",
  );
});

test("code is not a link", () => {
  checkRule(
    insecureLink,
    '`http://docs.microsoft.com`\n\n```xml\n<a href="http://docs.microsoft.com"/>\n```',
  );
});

test("the fix changes the scheme, CRLF and wide characters or not", () => {
  checkFix(insecureLink, "🚀 [가](http://aka.ms/나)\r\n", "🚀 [가](https://aka.ms/나)\r\n");
});
