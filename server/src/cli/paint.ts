import type { Host, Output } from "./host.ts";

/** Colours by what they mean. */
export interface Paint {
  bad(text: string): string;
  poor(text: string): string;
  good(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

/** Colours for a terminal, unless `NO_COLOR` is set (no-color.org: to anything but an empty text). */
export function paintFor(output: Output, { env }: Host): Paint {
  const isOn = output.isTerminal && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
  const code =
    (open: number, close: number) =>
    (text: string): string =>
      isOn ? `\u001B[${open}m${text}\u001B[${close}m` : text;
  return {
    bad: code(31, 39),
    poor: code(33, 39),
    good: code(32, 39),
    strong: code(1, 22),
    faint: code(2, 22),
  };
}
