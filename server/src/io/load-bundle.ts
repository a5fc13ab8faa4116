import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { digestOf, readBuiltFile, readCacheFile, writeCacheFile } from "./cache-file.ts";
import { toText } from "./read-page.ts";

/** A program that another one loads. */
export interface Bundle<T> {
  readonly exports: T;
  /** Tells every build from every other: a digest of the program, by its last line where that states it. */
  readonly digest: string;
  /** Keeps what was compiled of it and of its parts until now, where that was not done before. */
  readonly keepCode: () => void;
}

/**
 * Runs a CommonJS bundle as `require` does, with what V8 compiled of it in an earlier run: compiling 800 kB takes longer
 * than looking whether any of 500 pages changed. Node.js has this only from version 22 on. Compiled code is looked for where
 * `npm run build` leaves it, in the folder `code` beside the bundle, which holds for the Node.js that built it, and then in
 * `folder`, where it is kept; `undefined`: nowhere. What the bundle requires as `./NAME.js` is a part of it: another bundle
 * beside it, which is loaded when something of it is first asked for.
 */
export function loadBundle<T>(path: string, folder: string | undefined): Bundle<T> {
  const source = readFileSync(path);
  const digest = statedDigest(source) ?? digestOf(source);
  // V8 itself refuses code of another version, other flags, and code or source of another length, and that is all.
  const name = `code-${process.version}-${process.arch}-${digest}`;
  const cachedData =
    readBuiltFile(join(dirname(path), "code"), name) ??
    (folder === undefined ? undefined : readCacheFile(folder, name, name));
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) {${toText(source)}\n})`,
    {
      filename: path,
      ...(cachedData === undefined ? {} : { cachedData }),
    },
  );
  const isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  const module = { exports: {} };
  const parts = new Map<string, Bundle<object>>();
  const loadPart = (name: string): object => {
    const part = parts.get(name) ?? loadBundle<object>(join(dirname(path), name), folder);
    parts.set(name, part);
    return part.exports;
  };
  const require = (name: string): unknown =>
    name.startsWith("./") ? whenAsked(() => loadPart(name)) : requireBuiltin(name);
  const start = script.runInThisContext() as (...values: unknown[]) => void;
  start(module.exports, require, module, path, dirname(path));
  return {
    exports: module.exports as T,
    digest,
    keepCode: () => {
      if (folder !== undefined && !isKept) writeCacheFile(folder, name, name, script.createCachedData());
      for (const part of parts.values()) part.keepCode();
    },
  };
}

/** The exports of a part, for whoever has its name only and may never ask for one. */
function whenAsked(load: () => object): object {
  let exports: object | undefined;
  return new Proxy({}, { get: (_, name) => Reflect.get((exports ??= load()), name) as unknown });
}

const DIGEST_LINE = /\n\/\/ SHA-256: ([0-9a-f]{64})\n$/;
const DIGEST_LINE_LENGTH = "\n// SHA-256: \n".length + 64;

/** What the build has written into the last line, which takes less than to work it out. */
function statedDigest(source: Buffer): string | undefined {
  return DIGEST_LINE.exec(source.subarray(-DIGEST_LINE_LENGTH).toString("latin1"))?.[1];
}

/**
 * A bundle holds all that it needs but Node.js itself. `require` would also find what lies in a `node_modules` around us:
 * gray-matter's YAML reader asks for a JavaScript parser, and goes on without one.
 */
function requireBuiltin(name: string): unknown {
  const found: unknown = process.getBuiltinModule(name);
  if (found === undefined) throw new Error(`There is no \`${name}\` in the bundle.`);
  return found;
}
