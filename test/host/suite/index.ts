import fs from "node:fs";
import path from "node:path";
import { format } from "node:util";

import Mocha from "mocha";

/**
 * The entry that VS Code calls. It rejects when a test fails or when there is none, which gives the editor an exit
 * code other than 0.
 */
export async function run(): Promise<void> {
  const report = process.env["LOCKSTEP_TEST_REPORT"];
  if (report !== undefined) {
    // The console of an extension host is shared with the editor; the launcher shows this file instead.
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
      fs.appendFileSync(report, `${format(...args)}\n`);
    };
  }
  const mocha = new Mocha({ ui: "tdd", reporter: "spec", color: false, timeout: 60_000, slow: 2_000 });
  const grep = process.env["LOCKSTEP_TEST_GREP"] ?? "";
  if (grep !== "") mocha.fgrep(grep);
  for (const file of fs.readdirSync(__dirname).sort()) {
    if (file.endsWith(".test.js")) mocha.addFile(path.join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run((failed) => {
      resolve(runner.total === 0 ? 1 : failed);
    });
  });
  if (failures > 0) throw new Error(`${failures} of the tests failed.`);
}
