// Looks at the processes of a Linux system without the program ps, which a bare one does not have.
import fs from "node:fs";

/**
 * @param {number} ancestor
 * @returns {number[]} The process itself and all that it has started, directly or not.
 */
export function findDescendants(ancestor) {
  const all = fs
    .readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(all.map((pid) => [pid, readStat(pid)?.parent]));
  const found = [ancestor];
  for (const pid of found) found.push(...all.filter((each) => parents.get(each) === pid));
  return found;
}

/**
 * @param {number} pid
 * @returns {{ parent: number } | undefined} Undefined when there is no such process, or only its exit code is kept.
 */
function readStat(pid) {
  try {
    const text = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program stands in parentheses and may hold anything.
    const [state, parent] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? undefined : { parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
export function isAlive(pid) {
  return readStat(pid) !== undefined;
}
