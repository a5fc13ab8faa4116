import type { FileSystem } from "../../server/src/lsp/file-system.ts";

/** A disk in memory. Paths are absolute. */
export class MemoryFiles implements FileSystem {
  readonly texts: Map<string, string>;

  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }

  /** Symbolic links from a path to where it leads; what can be read there is among the texts under the link's path. */
  readonly links = new Map<string, string>();

  realPath(path: string): Promise<string | undefined> {
    return Promise.resolve(this.links.get(path) ?? path);
  }

  kindOf(path: string): Promise<"file" | "folder" | undefined> {
    if (this.texts.has(path)) return Promise.resolve("file");
    return Promise.resolve(this.#below(path).length > 0 ? "folder" : undefined);
  }

  listFiles(folder: string): Promise<readonly string[] | undefined> {
    const isThere = this.#below(folder).length > 0;
    return Promise.resolve(isThere ? this.#listed(folder) : undefined);
  }

  listFilesAt(folder: string, path: string): Promise<readonly string[]> {
    return Promise.resolve(this.#listed(folder).filter((each) => `${each}/`.startsWith(`${path}/`)));
  }

  listFolders(folder: string): Promise<readonly string[]> {
    const names = this.#below(folder).filter((path) => path.includes("/"));
    return Promise.resolve([...new Set(names.map((path) => path.slice(0, path.indexOf("/"))))]);
  }

  /** Files whose text is not to be had: path -> why. */
  readonly unread = new Map<string, string>();

  readText(path: string): Promise<string | undefined> {
    return Promise.resolve(this.unread.has(path) ? undefined : this.texts.get(path));
  }

  explainUnread(path: string, name: string): Promise<string | undefined> {
    const reason = this.texts.has(path) ? this.unread.get(path) : undefined;
    return Promise.resolve(reason && `\`${name}\` ${reason}`);
  }

  #listed(folder: string): string[] {
    return this.#below(folder).filter((path) => {
      const isLeftOut = ([from, to]: [string, string]): boolean =>
        `${folder}/${path}/`.startsWith(`${from}/`) &&
        from.startsWith(`${folder}/`) &&
        (from !== `${folder}/${path}` || !to.startsWith(`${folder}/`));
      return ![...this.links].some(isLeftOut);
    });
  }

  #below(folder: string): string[] {
    const prefix = `${folder}/`;
    return [...this.texts.keys()].flatMap((path) =>
      path.startsWith(prefix) ? [path.slice(prefix.length)] : [],
    );
  }
}
