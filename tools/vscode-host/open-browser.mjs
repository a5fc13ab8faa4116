import { chromium } from "playwright-core";

/** Nothing but the page under test may use the network, and no graphics card is needed. */
const FLAGS = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Opens an empty page in a headless browser with a profile of its own. Requests to other computers are refused and
 * noted in `foreign`.
 * @param {import("./find-chromium.mjs").Browser} found
 * @returns {Promise<{ page: import("playwright-core").Page, foreign: string[], close: () => Promise<void> }>}
 */
export async function openBrowser({ executable, environment }) {
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...environment },
    args: FLAGS,
    // It works neither for the root user nor where a system restricts namespaces, and only pages of this computer are
    // opened.
    chromiumSandbox: false,
    // The launchers clean up on signals themselves; the browser is one of several things that have to end in order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  /** @type {string[]} */
  const foreign = [];
  await page.route(
    (url) => url.protocol.startsWith("http") && url.hostname !== "127.0.0.1",
    (route) => {
      foreign.push(route.request().url());
      return route.abort();
    },
  );
  return { page, foreign, close: () => browser.close() };
}
