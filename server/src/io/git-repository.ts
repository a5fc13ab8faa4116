import { isUtf8 } from "node:buffer";
import { isMadeFrom } from "../core/source/hash.ts";
import { lazyDocument } from "../core/source/lazy-document.ts";
import type { Document } from "../core/document/document.ts";
import { GitObjects } from "./git-objects.ts";
import { type GitOptions, runGit } from "./git-process.ts";

/** A page as it was in a commit. */
export interface Revision {
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** Relative to the folder that was opened, or with `../` where it was elsewhere at the time. */
  readonly path: string;
  readonly document: Document;
}

/** So many revisions of a page are compared with a hash: more than ten years of a page that changes every week. */
const MOST_REVISIONS = 600;
/** So often a page is followed from one name to the next. */
const MOST_RENAMES = 10;
/** So many branches are looked at for a side-by-side page. */
const MOST_BRANCHES = 5;

/**
 * A folder of a Git repository, read-only. Whatever Git cannot tell is `undefined`: a commit that a shallow clone
 * lacks, a page that was not there. Answers are remembered until `forget`, for what a fetch or a commit may change.
 */
export class GitRepository {
  readonly #top: string;
  /** Path of the folder in the repository, with a trailing `/`, or `""`. */
  readonly #prefix: string;
  readonly #options: GitOptions;
  readonly #objects: GitObjects;
  readonly #moves = new Map<string, Promise<Moves>>();
  readonly #revisions = new Map<string, Promise<Place | undefined>>();
  #branches: Promise<readonly string[]> | undefined;

  private constructor(top: string, prefix: string, options: GitOptions) {
    this.#top = top;
    this.#prefix = prefix;
    this.#options = options;
    this.#objects = new GitObjects(top, options);
  }

  /** `undefined`: the folder is in no repository, there is no Git, or it refuses (a stranger's repository). */
  static async open(folder: string, options: GitOptions = {}): Promise<GitRepository | undefined> {
    const output = await runGit(folder, ["rev-parse", "--show-prefix", "--show-toplevel"], options);
    // The names of folders may hold anything but a line end, which cannot be told from the one between the two.
    const [prefix, top, ...rest] = output?.split("\n") ?? [];
    if (prefix === undefined || top === undefined || top === "" || rest.join("") !== "") return undefined;
    return new GitRepository(top, prefix, options);
  }

  dispose(): void {
    this.#objects.dispose();
  }

  /** From now on, everything is asked anew: there was a commit or a fetch. */
  forget(): void {
    this.#moves.clear();
    this.#revisions.clear();
    this.#branches = undefined;
  }

  /** A page as it was at a commit, whatever path it has now. */
  async readAt(commit: string, path: string): Promise<Revision | undefined> {
    const inRepository = this.#toRepository(path);
    if (inRepository === undefined || !isCommit(commit)) return undefined;
    const found = await this.#readBlob(commit, inRepository);
    if (found !== undefined) return found;
    const before = (await this.#movesSince(commit)).before.get(inRepository);
    return before === undefined ? undefined : this.#readBlob(commit, before);
  }

  /** A page as it is in the commit that is checked out. */
  async readCommitted(path: string): Promise<Revision | undefined> {
    const inRepository = this.#toRepository(path);
    const head = inRepository === undefined ? undefined : await this.#objects.read("HEAD");
    return head && this.#readBlob(head.id, inRepository ?? "");
  }

  /** The newest revision of a page, under this path or an earlier one, whose text has a hash of `ms.openlocfilehash`. */
  async findByHash(path: string, hash: string): Promise<Revision | undefined> {
    const key = `${hash} ${path}`;
    const known = this.#revisions.get(key) ?? this.#searchByHash(path, hash);
    this.#revisions.set(key, known);
    // The place is remembered, not the text: a history holds more text than memory.
    const place = await known;
    return place && this.#readBlob(place.commit, place.path);
  }

  /** The path that a page has now, when it was renamed; `commit` is one at which it had its old path, where known. */
  async findNewPath(path: string, commit: string | undefined): Promise<string | undefined> {
    let current = this.#toRepository(path);
    if (current === undefined) return undefined;
    if (commit !== undefined && isCommit(commit)) {
      const after = (await this.#movesSince(commit)).after.get(current);
      if (after !== undefined) return this.#fromRepository(after);
    }
    // From one name to the next, by the commits that took the old ones away.
    for (let step = 0; step < MOST_RENAMES; step++) {
      const next: string | undefined = await this.#nextName(current);
      if (next === undefined) return undefined;
      if ((await this.#objects.read(`HEAD:${next}`)) !== undefined) return this.#fromRepository(next);
      current = next;
    }
    return undefined;
  }

  /** A page of the branches that hold side-by-side pages (`live-sxs`), those of this checkout's own name first. */
  async *readOnSxsBranches(path: string): AsyncGenerator<Revision> {
    const inRepository = this.#toRepository(path);
    if (inRepository === undefined) return;
    for (const commit of await (this.#branches ??= this.#findSxsBranches())) {
      const found = await this.#readBlob(commit, inRepository);
      if (found !== undefined) yield found;
    }
  }

  async #readBlob(commit: string, path: string): Promise<Revision | undefined> {
    const text = await this.#readText(`${commit}:${path}`);
    if (text === undefined) return undefined;
    return { commit, path: this.#fromRepository(path), document: lazyDocument(text) };
  }

  async #readText(name: string): Promise<string | undefined> {
    const blob = await this.#objects.read(name);
    if (blob?.type !== "blob" || blob.content === undefined || !isUtf8(blob.content)) return undefined;
    return blob.content.toString("utf8");
  }

  async #searchByHash(path: string, hash: string): Promise<Place | undefined> {
    const inRepository = this.#toRepository(path);
    if (inRepository === undefined) return undefined;
    const seen = new Set<string>();
    for (const { commit, blob, path: then } of await this.#revisionsOf(inRepository)) {
      if (seen.has(blob)) continue;
      seen.add(blob);
      const text = await this.#readText(blob);
      if (text !== undefined && isMadeFrom(lazyDocument(text), hash)) return { commit, path: then };
    }
    return undefined;
  }

  /** The revisions of a page, the newest first, followed through renames. */
  async #revisionsOf(path: string): Promise<(Place & { readonly blob: string })[]> {
    const format = ["--format=%H", "--raw", "-z", "--no-abbrev", "--follow", `--max-count=${MOST_REVISIONS}`];
    const output = await this.#run(["log", ...format, "--no-ext-diff", "--no-textconv", "--", path]);
    const revisions: (Place & { readonly blob: string })[] = [];
    let commit = "";
    for (const [nth, field] of (output ?? []).entries()) {
      const entry = /^\n?:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])/.exec(field);
      if (entry === null) {
        if (isCommit(field.trim())) commit = field.trim();
        continue;
      }
      const [, blob = "", status = ""] = entry;
      const then = output?.[nth + (status === "R" || status === "C" ? 2 : 1)];
      if (!/^0+$/.test(blob) && then !== undefined) revisions.push({ commit, blob, path: then });
    }
    return revisions;
  }

  /** The name that the commit which took a path away gave to its file. */
  async #nextName(path: string): Promise<string | undefined> {
    const found = await this.#run(["log", "--max-count=1", "--format=%H", "--diff-filter=D", "--", path]);
    const commit = found?.[0]?.trim();
    if (commit === undefined || !isCommit(commit)) return undefined;
    // A merge is compared with its first parent; it has no differences of its own.
    return (await this.#compare(`${commit}^`, commit)).after.get(path);
  }

  async #movesSince(commit: string): Promise<Moves> {
    const head = (await this.#objects.read("HEAD"))?.id;
    if (head === undefined) return NO_MOVES;
    const key = `${commit} ${head}`;
    const known = this.#moves.get(key) ?? this.#compare(commit, head);
    this.#moves.set(key, known);
    return known;
  }

  async #compare(from: string, to: string): Promise<Moves> {
    const format = ["--find-renames", "--diff-filter=R", "--name-status", "-z"];
    const fields = await this.#run(["diff", ...format, "--no-ext-diff", "--no-textconv", from, to, "--"]);
    const after = new Map<string, string>();
    const before = new Map<string, string>();
    for (let next = 0; next + 2 < (fields?.length ?? 0); next += 3) {
      const [old = "", renamed = ""] = fields?.slice(next + 1, next + 3) ?? [];
      after.set(old, renamed);
      before.set(renamed, old);
    }
    return { after, before };
  }

  async #findSxsBranches(): Promise<readonly string[]> {
    const patterns = ["refs/heads/*-sxs", "refs/remotes/*/*-sxs"];
    const format = "--format=%(objectname)%00%(refname)";
    const [listed, current] = await Promise.all([
      runGit(this.#top, ["for-each-ref", format, ...patterns], this.#options),
      runGit(this.#top, ["symbolic-ref", "--quiet", "HEAD"], this.#options),
    ]);
    const own = `/${(current ?? "").trim().replace(/^refs\/heads\//, "")}-sxs`;
    const branches = (listed ?? "").split("\n").flatMap((line) => {
      const [commit = "", name = ""] = line.split("\0");
      return isCommit(commit) ? [{ commit, isOwn: name.endsWith(own) }] : [];
    });
    const sorted = branches.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
    return [...new Set(sorted.map(({ commit }) => commit))].slice(0, MOST_BRANCHES);
  }

  /** What a command printed, cut at its NUL characters. */
  async #run(args: readonly string[]): Promise<string[] | undefined> {
    return (await runGit(this.#top, args, this.#options))?.split("\0");
  }

  /** `undefined`: no path that a page can have. */
  #toRepository(path: string): string | undefined {
    const isPath = path.split("/").every((name) => name !== "" && name !== "." && name !== "..");
    return isPath && !/[\n\r\0]/.test(path) ? this.#prefix + path : undefined;
  }

  #fromRepository(path: string): string {
    if (path.startsWith(this.#prefix)) return path.slice(this.#prefix.length);
    return "../".repeat(this.#prefix.split("/").length - 1) + path;
  }
}

/** A file of a commit; the path counts from the top of the repository. */
interface Place {
  readonly commit: string;
  readonly path: string;
}

/** Paths of renamed files between two commits. */
interface Moves {
  /** By the old path. */
  readonly after: ReadonlyMap<string, string>;
  /** By the new path. */
  readonly before: ReadonlyMap<string, string>;
}

const NO_MOVES: Moves = { after: new Map(), before: new Map() };

/** Names only: `--output=…` and the like, which a header could hold, are none. */
function isCommit(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text);
}
