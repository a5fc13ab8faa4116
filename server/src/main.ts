import { join } from "node:path";
import { cacheFolder } from "./io/cache-folder.ts";
import { loadBundle } from "./io/load-bundle.ts";
import type { serve } from "./serve.ts";

/** Milliseconds after which what was compiled is kept: by then, pages have been checked, and their rules compiled. */
const KEEP_CODE_AFTER = 5_000;

// The server itself is a bundle of its own, whose compiled code is kept between runs: a third of the time to first findings.
const path = join(__dirname, "server-engine.js");
const { exports, keepCode } = loadBundle<{ readonly serve: typeof serve }>(path, cacheFolder(process.env));
exports.serve();
setTimeout(keepCode, KEEP_CODE_AFTER).unref();
