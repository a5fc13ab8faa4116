import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { type GitOptions, startGit } from "./git-process.ts";

/** An object of a repository. */
export interface GitObject {
  /** Its name in hexadecimal digits. */
  readonly id: string;
  readonly type: string;
  /** `undefined`: it is larger than any page. */
  readonly content: Buffer | undefined;
}

interface Waiting {
  readonly name: string;
  /** Whether it was asked before a process ended that did not answer. */
  readonly isRepeated: boolean;
  readonly resolve: (object: GitObject | undefined) => void;
}

/** An object being received. */
interface Incoming {
  readonly id: string;
  readonly type: string;
  readonly size: number;
}

/** Requests beyond this are answered `undefined` at once: something asks in a loop. */
const MOST_WAITING = 1000;
const LARGEST_OBJECT = 16 * 1024 * 1024;
const PATIENCE = 20_000;
/** A process that ends so often without an answer is not started again. */
const MOST_CRASHES = 3;

/**
 * Reads objects of one repository through one long-lived `git cat-file --batch`: a process for each page would take
 * longer than the check of the page. Started by the first request, again after a crash, ended by `dispose`; it ends by
 * itself, too, when this process does. Requests are answered one after the other.
 */
export class GitObjects {
  readonly #folder: string;
  readonly #options: GitOptions;
  readonly #waiting: Waiting[] = [];
  #process: ChildProcessWithoutNullStreams | undefined;
  #current: Waiting | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #received: Buffer[] = [];
  #length = 0;
  #incoming: Incoming | undefined;
  #crashes = 0;
  #isDisposed = false;

  constructor(folder: string, options: GitOptions = {}) {
    this.#folder = folder;
    this.#options = options;
  }

  /** The object of a name such as `COMMIT:path`. `undefined`: there is none, or Git does not answer. Never throws. */
  read(name: string): Promise<GitObject | undefined> {
    // A line is a request: a name with a line end in it would be two.
    const isRefused = this.#isDisposed || this.#crashes >= MOST_CRASHES || /[\n\r\0]/.test(name);
    if (isRefused || this.#waiting.length >= MOST_WAITING) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#waiting.push({ name, isRepeated: false, resolve });
      this.#askNext();
    });
  }

  dispose(): void {
    this.#isDisposed = true;
    const child = this.#process;
    this.#process = undefined;
    child?.stdin.end();
    child?.kill();
    this.#giveUp();
  }

  #askNext(): void {
    if (this.#current !== undefined) return;
    this.#current = this.#waiting.shift();
    if (this.#current === undefined) return;
    const child = (this.#process ??= this.#start());
    this.#timer = setTimeout(() => child.kill(), this.#options.patience ?? PATIENCE);
    child.stdin.write(`${this.#current.name}\n`);
  }

  #start(): ChildProcessWithoutNullStreams {
    const child = startGit(this.#folder, ["cat-file", "--batch"], this.#options);
    const onEnd = (): void => {
      if (this.#process !== child) return;
      this.#process = undefined;
      this.#crashes++;
      this.#afterCrash();
    };
    child.stdout.on("data", (chunk: Buffer) => {
      if (this.#process === child) this.#receive(chunk);
    });
    child.stderr.resume();
    child.on("error", onEnd).on("close", onEnd);
    child.stdin.on("error", onEnd);
    return child;
  }

  /** Asks once more what was not answered: the process may have been killed by somebody who cleans up. */
  #afterCrash(): void {
    const unanswered = this.#current;
    if (this.#crashes >= MOST_CRASHES) this.#giveUp();
    else if (unanswered === undefined || unanswered.isRepeated) this.#answer(undefined);
    else {
      this.#waiting.unshift({ ...unanswered, isRepeated: true });
      this.#current = undefined;
      this.#answer(undefined);
    }
  }

  #receive(chunk: Buffer): void {
    this.#length += chunk.length;
    const isKept = this.#incoming === undefined || this.#incoming.size <= LARGEST_OBJECT;
    if (isKept) this.#received.push(chunk);
    if (this.#incoming === undefined) this.#readHeader();
    const { size } = this.#incoming ?? {};
    // A line end follows the content.
    if (this.#incoming === undefined || size === undefined || this.#length < size + 1) return;
    const { id, type } = this.#incoming;
    this.#crashes = 0;
    const content = size > LARGEST_OBJECT ? undefined : Buffer.concat(this.#received).subarray(0, size);
    this.#answer({ id, type, content });
  }

  /** `ID TYPE SIZE`, or a line that ends in `missing` or in another reason why there is nothing. */
  #readHeader(): void {
    const received = Buffer.concat(this.#received);
    const end = received.indexOf(0x0a);
    if (end === -1) return;
    const header = /^([0-9a-f]{40,64}) ([a-z]+) (\d+)$/.exec(received.toString("latin1", 0, end));
    if (header === null) {
      this.#answer(undefined);
      return;
    }
    const [, id = "", type = "", size = ""] = header;
    this.#incoming = { id, type, size: Number(size) };
    this.#received.splice(0, Infinity, received.subarray(end + 1));
    this.#length = received.length - end - 1;
  }

  #answer(object: GitObject | undefined): void {
    clearTimeout(this.#timer);
    this.#received.length = 0;
    this.#length = 0;
    this.#incoming = undefined;
    const answered = this.#current;
    this.#current = undefined;
    answered?.resolve(object);
    this.#askNext();
  }

  #giveUp(): void {
    const open = this.#waiting.splice(0);
    this.#answer(undefined);
    for (const { resolve } of open) resolve(undefined);
  }
}
