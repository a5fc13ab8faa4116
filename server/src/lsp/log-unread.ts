import type { Session } from "./session.ts";

/** Says in the log why files have no text, and what to do: rules take them for files like pictures. Paths are absolute. */
export async function logUnread(session: Session, paths: Iterable<string>): Promise<void> {
  for (const path of paths) {
    const problem = await session.environment.fileSystem.explainUnread(path, path);
    if (problem !== undefined) session.log.warn(problem);
  }
}
