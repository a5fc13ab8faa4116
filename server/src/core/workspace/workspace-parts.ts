import type { Document } from "../document/document.ts";
import type { Workspace } from "./workspace.ts";

/** What a root consists of. */
export interface WorkspaceParts {
  /** Name of the root's folder; `undefined`: not known. */
  readonly name: string | undefined;
  /**
   * Every file by its path relative to the root, with `/`. Texts are needed of `.md`, `docfx.json` and
   * `.openpublishing.*.json`, and of redirection files under other names; `undefined` for all else.
   */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** The English tree. */
  readonly source?: Workspace | undefined;
  /**
   * Parses a page, where the caller has more use for the document than the summary that is made of it; `undefined`: it
   * cannot be read. May be asked again for a page, as long as the snapshot is used, for what no check asks. Without it,
   * pages are parsed from `files`.
   */
  readonly openPage?: ((path: string) => Document | undefined) | undefined;
}
