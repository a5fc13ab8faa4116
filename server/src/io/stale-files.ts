import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const TEMPORARY = /^\.lockstep-(\d+)-\d+\.tmp$/;
/** Milliseconds. A temporary file is there for a moment; who writes on another machine is not seen here. */
const LONG_AGO = 60_000;

let written = 0;

/** A name for a temporary file that no other process and no other call gives. */
export function temporaryName(): string {
  return `.lockstep-${process.pid}-${written++}.tmp`;
}

/**
 * Removes the temporary files that runs which were killed left in a folder: their process is gone, and they are older
 * than `now`, by the clock of the disk. What cannot be removed stays.
 */
export function removeStaleFiles(folder: string, now: number): void {
  try {
    for (const name of readdirSync(folder)) {
      const id = TEMPORARY.exec(name)?.[1];
      if (id === undefined || isRunning(Number(id))) continue;
      const path = join(folder, name);
      if (now - statSync(path).mtimeMs > LONG_AGO) rmSync(path, { force: true });
    }
  } catch {
    // Another run was faster, or the folder may not be listed: nothing depends on it.
  }
}

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // Somebody else's process may not be signalled, but is there.
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
