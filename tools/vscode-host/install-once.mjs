import fs from "node:fs";
import path from "node:path";

import { HOSTS_FOLDER } from "./hosts.mjs";

/**
 * Runs `install` in the folder of a pinned package unless a stamp says that this lock file is installed already.
 * @param {string} name
 * @param {(folder: string) => Promise<void>} install
 * @returns {Promise<void>}
 */
export async function installOnce(name, install) {
  const folder = path.join(HOSTS_FOLDER, name);
  const stamp = path.join(folder, "node_modules", ".lockstep-installed");
  const lock = fs.readFileSync(path.join(folder, "package-lock.json"), "utf8");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === lock) return;
  await install(folder);
  // Written last, so that an interrupted installation is done again.
  fs.writeFileSync(stamp, lock);
}
