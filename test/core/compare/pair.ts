import { segmentPair } from "../../segment-pair.ts";

/** A side-by-side pair: `target` may hold marks of the fixture notation. */
export function pair(target: string, source: string, number = 101): string {
  return segmentPair(`1a2b3-${number}`, target, source);
}
