import type { Day, Rule } from "../core/rules/rule.ts";
import type { Workspace } from "../core/workspace/workspace.ts";
import { digestOf, readCacheFile, writeCacheFile } from "../io/cache-file.ts";
import type { PageFinding } from "./page-findings.ts";
import { isSameNeighbour, type ProjectEvidence } from "./project-evidence.ts";

/** Where a run of `check` keeps findings, and all that they depend on beside the root. */
export interface CacheOptions {
  readonly folder: string;
  /** Tells every build of the product from every other. */
  readonly product: string;
}

/** What a run of `check` has in common that findings depend on. */
interface RunParts {
  readonly rules: readonly Rule[];
  readonly today: Day;
}

/** A page as it was when it was checked. */
interface KeptPage {
  readonly path: string;
  readonly digest: string;
  /** Digest of all that checks of other pages may depend on; see `PageSummary`. */
  readonly looks: string;
  /** Other pages of the root whose texts it depends on, see `ProjectEvidence.readFor`. */
  readonly read: readonly string[];
  readonly contentLocale?: string | undefined;
  readonly findings: readonly PageFinding[];
}

interface Kept {
  readonly neighbours: readonly (readonly [string, string | null])[];
  readonly pages: readonly KeptPage[];
}

/**
 * The findings of a root's pages, kept between runs.
 *
 * A page's findings hold as long as its text is the same and that of the pages which its English was sought in, no other
 * page looks different to it, and its surroundings (`ProjectEvidence`), the rules, the product and the day are what they
 * were. Which page asked how another one looks is not kept: where one looks different, all are checked anew, which is
 * what an edit of a heading costs and one of a sentence does not.
 */
export class CheckCache {
  readonly #folder: string;
  readonly #name: string;
  readonly #key: string;
  readonly #evidence: ProjectEvidence;
  readonly #workspace: Workspace;
  readonly #neighbours = new Map<string, string | null>();
  readonly #held = new Map<string, KeptPage>();

  private constructor(
    folder: string,
    { name, key }: { readonly name: string; readonly key: string },
    evidence: ProjectEvidence,
    workspace: Workspace,
  ) {
    this.#folder = folder;
    this.#name = name;
    this.#key = key;
    this.#evidence = evidence;
    this.#workspace = workspace;
  }

  /** `undefined`: nobody can tell whether findings of this root would still hold. */
  static open(
    options: CacheOptions,
    { rules, today }: RunParts,
    evidence: ProjectEvidence,
    workspace: Workspace,
    checked: ReadonlySet<string>,
  ): CheckCache | undefined {
    const surroundings = evidence.surroundings(checked);
    if (surroundings === undefined) return undefined;
    const ids = rules.map(({ id }) => id);
    const key = JSON.stringify([options.product, ids, today, [...checked], surroundings]);
    // One file for each root and choice of rules, which the next such run finds and replaces.
    const name = `check-${digestOf(JSON.stringify([evidence.folder, ids]))}`;
    return new CheckCache(options.folder, { name, key }, evidence, workspace);
  }

  /** The findings that still hold, by page. */
  read(): Map<string, readonly PageFinding[]> {
    const kept = this.#load();
    if (kept?.neighbours.every(([file, digest]) => isSameNeighbour(file, digest)) !== true) return new Map();
    const edited = kept.pages.filter(({ path, digest }) => digest !== this.#evidence.digest(path));
    if (edited.some(({ path, looks }) => looks !== this.#looksOf(path))) return new Map();
    const texts = new Set(edited.map(({ path }) => path));
    const same = kept.pages.filter(
      ({ path, read }) => !texts.has(path) && !read.some((each) => texts.has(each)),
    );
    for (const [file, digest] of kept.neighbours) this.#neighbours.set(file, digest);
    for (const page of same) this.#held.set(page.path, page);
    return new Map(same.map(({ path, findings }) => [path, findings]));
  }

  /** What the pages state as their locale that `read` gave findings of. */
  locales(): Map<string, string | undefined> {
    return new Map(Array.from(this.#held, ([path, { contentLocale }]) => [path, contentLocale]));
  }

  /** Keeps the findings of all pages: those that `read` gave, and `anew`. */
  write(anew: ReadonlyMap<string, readonly PageFinding[]>): void {
    if (anew.size === 0 || !this.#evidence.isComplete) return;
    const checked = Array.from(anew, ([path, findings]): KeptPage => {
      const contentLocale = this.#workspace.findPage(path)?.contentLocale;
      return {
        path,
        digest: this.#evidence.digest(path),
        looks: this.#looksOf(path),
        read: this.#evidence.readFor(path),
        contentLocale,
        findings,
      };
    });
    const neighbours = [...new Map([...this.#neighbours, ...this.#evidence.neighbours()])];
    const kept: Kept = { neighbours, pages: [...this.#held.values(), ...checked] };
    writeCacheFile(this.#folder, this.#name, this.#key, JSON.stringify(kept));
  }

  #load(): Kept | undefined {
    const body = readCacheFile(this.#folder, this.#name, this.#key);
    // The digest has told that it is one of ours, made with the same key, and whole.
    return body && (JSON.parse(body.toString("utf8")) as Kept);
  }

  #looksOf(path: string): string {
    const summary = this.#workspace.findPage(path);
    return summary === undefined ? "" : digestOf(summary.looks);
  }
}
