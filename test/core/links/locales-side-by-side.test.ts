import assert from "node:assert/strict";
import { test } from "node:test";
import { resolveLink } from "../../../server/src/core/links/resolve-link.ts";
import { buildWorkspace } from "../../../server/src/core/workspace/build-workspace.ts";

const docset = JSON.stringify({
  build: { globalMetadata: { breadcrumb_path: "/skylark/breadcrumb/toc.json" } },
});

test("of locales that publish under the same URL, a page's own answers a site-absolute link", () => {
  const files = new Map<string, string | undefined>();
  for (const locale of ["en-us", "ja-jp", "zh-cn"]) {
    files.set(`${locale}/docfx.json`, docset);
    files.set(`${locale}/breadcrumb/toc.yml`, undefined);
    files.set(`${locale}/status-lights.md`, "# Lights");
  }
  const workspace = buildWorkspace({ name: "docs", files });
  const resolution = resolveLink(workspace, "ja-jp/index.md", "/skylark/status-lights");
  assert.equal(resolution.kind === "found" ? resolution.path : resolution.kind, "ja-jp/status-lights.md");
});
