import { cpSync, existsSync, mkdirSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { generatePages } from "./generate-pages.mjs";

/** Real pages that lie beside the repository where somebody has put them. */
const REAL = "../shared/corpus";
const GENERATED_PAGES = 500;

/** Folders of pages to measure with: real ones where they are at hand, and generated ones of any size. */
export class Corpora {
  #scratch;
  #real;

  constructor(root, scratch) {
    this.#scratch = scratch;
    const real = join(root, REAL);
    this.#real = existsSync(join(real, "office-js.zh-cn-sxs")) ? real : undefined;
  }

  /** The folder with all real pages; `undefined`: there are none. */
  get realFolder() {
    return this.#real;
  }

  /** The corpus that most goals are stated for: localized pages, the English they were made from, and a later English. */
  get main() {
    if (this.#real === undefined) return this.generated(GENERATED_PAGES);
    return this.#at(
      "office-js zh-cn",
      "office-js.zh-cn-sxs",
      "office-js.en-at-handoff",
      "office-js.en-2021-08",
    );
  }

  /** Further real pages. */
  get others() {
    if (this.#real === undefined) return [];
    return [this.#at("partner-center zh-cn", "partner-center.zh-cn-sxs")];
  }

  #at(name, ...folders) {
    const [folder, english, nextEnglish] = folders.map((each) => join(this.#real, each));
    return corpus(name, folder, english, nextEnglish);
  }

  /** As many made-up pages; the same every time. */
  generated(count) {
    const folder = join(this.#scratch, `generated-${count}`);
    if (!existsSync(folder)) generatePages(folder, count);
    const [pages, english, next] = ["pages", "english", "next-english"].map((tree) => join(folder, tree));
    return corpus(`generated ${count}`, pages, english, next);
  }

  /** A copy of the pages alone, under a name of its own. */
  copy({ name, folder }, word) {
    const target = join(this.#scratch, word);
    cpSync(folder, target, { recursive: true });
    return corpus(name, target);
  }

  /** A copy whose English tree lies beside it, where it is found without a setting. */
  copyWithEnglish({ name, folder, english }) {
    const parent = join(this.#scratch, `${name.replaceAll(" ", "-")}-with-english`);
    const trees = ["zh-cn", "en-us"].map((tree) => join(parent, tree));
    if (!existsSync(parent)) {
      mkdirSync(parent);
      for (const [nth, tree] of [folder, english].entries()) cpSync(tree, trees[nth], { recursive: true });
    }
    return corpus(name, ...trees);
  }
}

function corpus(name, folder, english, nextEnglish) {
  const pages = pagesIn(folder);
  const bytes = pages.reduce((sum, { size }) => sum + size, 0);
  return { name, folder, english, nextEnglish, pages, megabytes: bytes / 1e6 };
}

function pagesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".md"))
    .map((path) => ({ path: join(folder, path), size: statSync(join(folder, path)).size }));
}

/** The page whose size in bytes is nearest. */
export function pageOfSize({ pages }, size) {
  const distance = (page) => Math.abs(page.size - size);
  return pages.reduce((best, page) => (distance(page) < distance(best) ? page : best));
}

/** The largest page. */
export function largestPage(corpus) {
  return pageOfSize(corpus, Number.MAX_SAFE_INTEGER);
}

/** Words for a title: how many pages, and how large they are together. */
export function describe({ name, pages, megabytes }) {
  return `${name}, ${pages.length.toLocaleString("en")} pages, ${megabytes.toFixed(1)} MB`;
}

/** A page's path as readers know it. */
export function nameOf(corpus, page) {
  return relative(corpus.folder, page.path).replaceAll("\\", "/");
}
