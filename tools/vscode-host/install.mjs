// Installs the VS Code servers that are named (oldest, newest) ahead of their first use.
import { HOSTS, readHost } from "./hosts.mjs";
import { installHost } from "./install-host.mjs";
import { explain } from "./problem.mjs";

try {
  const names = process.argv.slice(2);
  for (const name of names.length === 0 ? Object.keys(HOSTS) : names) {
    await installHost(readHost(["--vscode", name]), (message) => process.stdout.write(`${message}\n`));
  }
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}
