import { digestOf } from "../io/cache-file.ts";
import type { FileTexts } from "../io/file-texts.ts";
import type { LoadedConfig } from "../io/load-config.ts";
import { toSlashes } from "../io/paths.ts";
import { readPage } from "../io/read-page.ts";
import { repositoryState } from "../io/repository-state.ts";
import type { ProjectSources } from "./project-sources.ts";

interface Parts {
  /** Absolute. */
  readonly folder: string;
  readonly configOrigin: LoadedConfig["origin"];
  readonly files: FileTexts;
  readonly sources: ProjectSources;
}

/**
 * What findings of a root depend on, as digests: whoever has kept findings knows by them whether they still hold. Rules
 * see a page, its root, its English and the day, and nothing else (`RuleContext`).
 */
export class ProjectEvidence {
  readonly #parts: Parts;
  readonly #digests = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get folder(): string {
    return this.#parts.folder;
  }

  /** The digest of a file of the root that was read. */
  digest(path: string): string {
    const known = this.#digests.get(path) ?? digestOf(this.#parts.files.bytesOf(path) ?? "");
    this.#digests.set(path, known);
    return known;
  }

  /**
   * All but the pages that are checked: which files there are, what shapes the workspace, the configuration, all pages of
   * an English tree beside the root, and what Git knows. `undefined`: nobody can tell what Git knows.
   */
  surroundings(checked: ReadonlySet<string>): string | undefined {
    const { folder, configOrigin, files, sources } = this.#parts;
    const { source, localeFolders, neighbours } = sources.found;
    const repositories = [folder, ...(source === undefined ? [] : [source.folder])].map(repositoryState);
    if (repositories.includes(undefined)) return undefined;
    const others = [...files.keys()].map((path) => [path, checked.has(path) || this.#digestIfRead(path)]);
    const english = source && [source.folder, source.foundBy, source.prefixes, this.#digestEnglish()];
    return JSON.stringify([folder, configOrigin, others, english, localeFolders, neighbours, repositories]);
  }

  /** Pages of other folders that were looked at, each with its digest; `null`: it was not there. */
  neighbours(): [string, string | null][] {
    const { sources } = this.#parts;
    return Array.from(sources.neighbours, ([file, text]) => [
      file,
      text === undefined ? null : digestOf(text),
    ]);
  }

  /** Pages of the root whose texts the findings of another one depend on: its English was sought in them. */
  readFor(path: string): readonly string[] {
    return [...(this.#parts.sources.readFor(path) ?? [])];
  }

  /** Whether Git answered wherever it should. */
  get isComplete(): boolean {
    return this.#parts.sources.refusedFolders.length === 0;
  }

  #digestIfRead(path: string): string | null {
    return this.#parts.files.bytesOf(path) === undefined ? null : this.digest(path);
  }

  #digestEnglish(): string | undefined {
    const { folder, sources } = this.#parts;
    const { source } = sources.found;
    // English pages of the root itself are checked pages as all others.
    if (source === undefined || source.folder === toSlashes(folder)) return undefined;
    const { texts } = source;
    return digestOf(
      JSON.stringify(
        Array.from(texts.keys(), (path) => {
          const bytes = texts.bytesOf(path);
          return [path, bytes === undefined ? null : digestOf(bytes)];
        }),
      ),
    );
  }
}

/** Whether a page beside the root is what it was, as `ProjectEvidence.neighbours` had it. */
export function isSameNeighbour(file: string, digest: string | null): boolean {
  const text = readPage(file, file).value;
  return (text === undefined ? null : digestOf(text)) === digest;
}
