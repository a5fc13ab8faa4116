import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";

import { HOSTS_FOLDER } from "./hosts.mjs";
import { installOnce } from "./install-once.mjs";
import { runNpm } from "./npm.mjs";
import { Problem } from "./problem.mjs";

const FOLDER = path.join(HOSTS_FOLDER, "chromium", "node_modules");
const PARTS = path.join(FOLDER, "@sparticuz", "chromium", "bin");
const UNPACKED = path.join(FOLDER, ".unpacked");

const FONTS = path.join(UNPACKED, "fonts.conf");

/** A page that has no font at all crashes, so the one of the package joins those of the system. */
const FONTS_TEXT = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>${path.join(UNPACKED, "fonts")}</dir>
  <cachedir>${path.join(UNPACKED, "fonts-cache")}</cachedir>
</fontconfig>
`;

/** Whether npm has a Chromium for this kind of computer. */
export const HAS_CHROMIUM = process.platform === "linux" && process.arch === "x64";

/**
 * Installs a headless Chromium from npm, with the few libraries and the font that a bare system lacks.
 * The package's own code unpacks it anew into the folder for temporary files; here it is kept.
 * @param {(message: string) => void} say
 * @returns {Promise<import("./find-chromium.mjs").Browser>}
 */
export async function installChromium(say) {
  const executable = path.join(UNPACKED, "chromium");
  await installOnce("chromium", async (folder) => {
    say("No browser was found here. Installing a headless Chromium from npm (about 70 MB, once) ...");
    await runNpm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder);
    fs.mkdirSync(UNPACKED, { recursive: true });
    fs.writeFileSync(executable, await unpack("chromium.br"), { mode: 0o755 });
    for (const archive of ["al2023.tar.br", "fonts.tar.br"]) extract(await unpack(archive));
    fs.writeFileSync(FONTS, FONTS_TEXT);
  });
  return { executable, environment: { LD_LIBRARY_PATH: path.join(UNPACKED, "lib"), FONTCONFIG_FILE: FONTS } };
}

/** @param {string} name */
async function unpack(name) {
  return promisify(brotliDecompress)(await fs.promises.readFile(path.join(PARTS, name)));
}

/** @param {Buffer} archive */
function extract(archive) {
  const { status, stderr } = spawnSync("tar", ["-xf", "-", "-C", UNPACKED], { input: archive });
  if (status !== 0)
    throw new Problem(`The Chromium from npm could not be unpacked: ${String(stderr).trim()}`);
}
