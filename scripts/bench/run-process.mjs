import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** GNU time knows what a process and all that it started used. Without it, CPU time and memory are not measured. */
const GNU_TIME = "/usr/bin/time";
const canMeasure = process.platform === "linux" && existsSync(GNU_TIME);

/**
 * Runs a program to its end. Gives `wall` and `cpu` in seconds, `peak` memory in MiB (`undefined` where they cannot be
 * measured), its exit `code`, and `output` and `errors`, the files that hold what it printed.
 */
export function runProcess(scratch, [command, ...args], { cwd = scratch, env = {} } = {}) {
  const [output, errors, usage] = ["output", "errors", "usage"].map((name) => join(scratch, `${name}.txt`));
  const files = [output, errors].map((path) => openSync(path, "w"));
  const call = canMeasure
    ? [GNU_TIME, ["--quiet", "--format", "%U %S %M", "--output", usage, command, ...args]]
    : [command, args];
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(...call, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", ...files] });
    child.on("error", reject);
    child.on("exit", (code) => {
      const wall = (performance.now() - started) / 1000;
      files.forEach(closeSync);
      resolve({ wall, ...readUsage(usage), code, output, errors });
    });
  });
}

function readUsage(path) {
  if (!canMeasure) return { cpu: undefined, peak: undefined };
  const [user, system, kibibytes] = readFileSync(path, "utf8").trim().split(" ").map(Number);
  return { cpu: user + system, peak: kibibytes / 1024 };
}
