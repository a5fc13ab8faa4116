// `npm start`: tries Lockstep out in a real VS Code, with nothing installed by hand. `npm start -- --help` says more.
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { Cleanup } from "../tools/vscode-host/cleanup.mjs";
import { HOSTS, readHost } from "../tools/vscode-host/hosts.mjs";
import { installHost } from "../tools/vscode-host/install-host.mjs";
import { installPackages } from "../tools/vscode-host/install-packages.mjs";
import { findCode, openDesktop } from "../tools/vscode-host/open-desktop.mjs";
import { explain, Problem } from "../tools/vscode-host/problem.mjs";
import { runScript, VSIX } from "../tools/vscode-host/run-script.mjs";
import { copySamples, SAMPLE_PAGE } from "../tools/vscode-host/samples.mjs";
import { installExtension, startServer } from "../tools/vscode-host/start-server.mjs";

const HELP = `Usage: npm start [-- OPTIONS] [-- FOLDER]

Builds Lockstep, starts a real VS Code with it and prints the address of its page.
FOLDER is opened as it is; without it, a copy of samples/ is, which is thrown away in the end.

  --desktop         use the installed desktop VS Code (the command "code")
  --port NUMBER     the port of the page; a free one is taken otherwise
  --vscode VERSION  oldest (${HOSTS.oldest.version}, the default) or newest (${HOSTS.newest.version})
  --help            show this text
`;

const cleanup = new Cleanup();
cleanup.runWhenLeft(0);
try {
  await main();
} catch (error) {
  if (!cleanup.isRunning) process.stderr.write(`\n${explain(error)}\n`);
  process.exitCode = 1;
} finally {
  await cleanup.run();
}

async function main() {
  checkNode();
  const { values, folder } = readArguments();
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const host = readHost(values.vscode === undefined ? [] : ["--vscode", values.vscode]);
  const code = values.desktop ? findCode() : undefined;
  await installPackages(say);
  say("Building and packaging the extension ...");
  await runScript("package.mjs");

  const open = folder ?? copySamples(cleanup);
  const page = folder === undefined ? path.join(open, SAMPLE_PAGE) : undefined;
  const profile = cleanup.makeFolder("lockstep-vscode");
  cleanup.add(() => process.stdout.write("Lockstep has stopped; nothing of it is left running.\n"));
  if (code === undefined) await openInBrowser({ host, open, page, profile, port: values.port });
  else await openDesktop({ code, vsix: VSIX, open, page, profile, cleanup, say });
}

/**
 * Starts VS Code as a server, says where it is, and waits for its end.
 * @param {object} options
 * @param {import("../tools/vscode-host/hosts.mjs").Host} options.host
 * @param {string} options.open The folder to open.
 * @param {string | undefined} options.page A file to show.
 * @param {string} options.profile An empty folder.
 * @param {number | undefined} options.port
 */
async function openInBrowser({ host, open, page, profile, port }) {
  const installed = await installHost(host, say);
  say(`Starting VS Code ${host.version} ...`);
  const extensions = path.join(profile, "extensions");
  await installExtension(installed, VSIX, { folder: profile, extensions });
  const server = await startServer({ installed, folder: profile, extensions, port });
  cleanup.add(server.end);
  const address = server.address(open, page === undefined ? [] : [["openFile", server.remote(page)]]);
  say(`
Lockstep is ready. Open this address in Chrome, Edge, Firefox or Safari:

  ${address}

It shows ${page === undefined ? open : "a copy of the sample pages; changes are thrown away in the end"}.
The address lets its reader run programs as you: keep it to yourself. Press Ctrl+C to stop.
`);
  await server.ended;
  if (!cleanup.isRunning)
    throw new Problem(`VS Code has ended by itself. Its last messages:\n${server.log().slice(-2000)}`);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Problem(`Lockstep needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
}

function readArguments() {
  const { values, positionals } = parse();
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new Problem(`Expected a port number from 1 to 65535, found "${values.port}".`);
  }
  if (positionals.length > 1)
    throw new Problem(`Expected one folder, found ${positionals.length}.\n\n${HELP}`);
  // npm runs a script in the root of the repository; a relative path is meant from where the person is.
  const [given] = positionals;
  const folder =
    given === undefined ? undefined : path.resolve(process.env["INIT_CWD"] ?? process.cwd(), given);
  if (folder !== undefined && !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Problem(`There is no folder ${folder}.`);
  }
  return { values: { ...values, port }, folder };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        desktop: { type: "boolean", default: false },
        help: { type: "boolean", default: false, short: "h" },
        port: { type: "string" },
        vscode: { type: "string" },
      },
    });
  } catch (error) {
    throw new Problem(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

/** @param {string} message */
function say(message) {
  if (!cleanup.isRunning) process.stdout.write(`${message}\n`);
}
