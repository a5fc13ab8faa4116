import fs from "node:fs";

/**
 * Passes on what is written to a file while it is being written. What mocha says reaches the terminal this way,
 * because an editor mixes the console of an extension host with messages of its own.
 * @param {string} file
 * @param {(text: string) => void} show
 */
export function followReport(file, show) {
  fs.writeFileSync(file, "");
  const descriptor = fs.openSync(file, "r");
  let all = "";
  const read = () => {
    const chunk = Buffer.alloc(64 * 1024);
    for (let size = fs.readSync(descriptor, chunk); size > 0; size = fs.readSync(descriptor, chunk)) {
      const text = chunk.toString("utf8", 0, size);
      all += text;
      show(text);
    }
  };
  const timer = setInterval(read, 200);
  return {
    /** Everything read so far. */
    text: () => all,
    /** Passes on what has been written up to now. */
    read,
    end: () => {
      clearInterval(timer);
      fs.closeSync(descriptor);
    },
  };
}
