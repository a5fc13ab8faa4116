/**
 * A problem that the person who started the command can do something about.
 * Its message is shown without a stack trace.
 */
export class Problem extends Error {
  /** @override */
  name = "Problem";
}

/**
 * What to print for a thrown value: the sentence of a `Problem`, the whole stack of anything unforeseen.
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
  if (error instanceof Problem) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
