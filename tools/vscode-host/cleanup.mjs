import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/**
 * Remembers what has to be undone, and undoes it once, last thing first, whether the command ends by itself or is
 * interrupted.
 */
export class Cleanup {
  /** @type {(() => unknown)[]} */
  #tasks = [];
  /** @type {Promise<void> | undefined} */
  #running;

  /** @param {() => unknown} task */
  add(task) {
    this.#tasks.push(task);
  }

  /** Whether the end has begun; whatever fails from then on fails because of it. */
  get isRunning() {
    return this.#running !== undefined;
  }

  /**
   * Makes a folder that is removed in the end.
   * Its real path is given: on macOS the folder for temporary files is a link, and an editor shows real paths.
   * @param {string} name
   * @returns {string}
   */
  makeFolder(name) {
    // The usual folder of macOS has so long a name that the sockets of VS Code would not fit into a path below it.
    const parent = process.platform === "darwin" ? "/tmp" : os.tmpdir();
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(parent, `${name}-`)));
    // An extension host that is just ending may still write a file, so the removal is tried more than once.
    this.add(() => fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
    return folder;
  }

  /** @returns {Promise<void>} */
  run() {
    this.#running ??= this.#runAll();
    return this.#running;
  }

  /**
   * Runs the clean-up and ends the process as soon as nobody is there any more: on a signal from the terminal, the
   * system or another process, and when what reads the output is gone.
   * @param {number} exitCode
   */
  runWhenLeft(exitCode) {
    const end = () => void this.run().then(() => process.exit(exitCode));
    // A second signal while the clean-up runs must not cut it short, hence `on` and not `once`.
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, end);
    process.stdout.on("error", end);
    process.stderr.on("error", end);
    if (process.env["npm_lifecycle_event"] !== undefined) this.#watchNpm(end);
  }

  /**
   * A signal that is sent to npm alone ends npm and the shell that it has started, but does not reach this process,
   * which would go on unseen.
   * @param {() => void} end
   */
  #watchNpm(end) {
    const parent = process.ppid;
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      end();
    }, 500);
    timer.unref();
  }

  async #runAll() {
    for (const task of this.#tasks.reverse()) {
      try {
        await task();
      } catch (error) {
        process.stderr.write(
          `Could not clean up: ${error instanceof Error ? error.message : String(error)}\n`,
        );
      }
    }
  }
}
