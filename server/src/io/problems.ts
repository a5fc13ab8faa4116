/** Something of a file, or one sentence on why it could not be had and what to do. */
export type Outcome<T> =
  | { readonly value: T; readonly problem?: undefined }
  | { readonly value?: undefined; readonly problem: string };

/** A file or folder of a root that could not be read. */
export interface UnreadPath {
  /** Relative to the root, with `/`; `""` for the root itself. */
  readonly path: string;
  /** One sentence on why it could not be had and what to do. */
  readonly problem: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EEXIST: "there is a file of that name",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is a file, not a folder",
  ELOOP: "its symbolic links run in a circle",
  EMFILE: "too many files are open; close other programs and try again",
  ENFILE: "too many files are open; close other programs and try again",
  ENAMETOOLONG: "the name is too long",
  ENOSPC: "the disk is full; free some space and try again",
  EDQUOT: "your share of the disk is used up; free some space and try again",
  EROFS: "the disk is read-only",
  EBUSY: "another program uses it; close that and try again",
  ETXTBSY: "another program uses it; close that and try again",
};

/** Why the file system refused, in words, without a full stop. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  return (code === undefined ? undefined : REASONS[code]) ?? error.message;
}
