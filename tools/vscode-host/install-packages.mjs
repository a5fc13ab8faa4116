import fs from "node:fs";
import path from "node:path";

import { REPOSITORY } from "./hosts.mjs";
import { runNpm } from "./npm.mjs";

/**
 * Installs the packages of this repository when they are missing or others than its lock file asks for.
 * @param {(message: string) => void} say
 * @returns {Promise<void>}
 */
export async function installPackages(say) {
  if (isInstalled()) return;
  say("Installing the packages of this repository (npm ci) ...");
  await runNpm(["ci", "--no-audit", "--no-fund"], REPOSITORY);
}

function isInstalled() {
  const asked = readPackages("package-lock.json");
  const installed = readPackages(path.join("node_modules", ".package-lock.json"));
  return Object.entries(asked).every(
    // The package without a path is this repository itself; optional ones may be for another kind of computer.
    ([at, { version, optional }]) => at === "" || optional === true || installed[at]?.version === version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(REPOSITORY, file), "utf8")).packages;
  } catch {
    return {};
  }
}
