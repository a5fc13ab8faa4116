/** What went wrong, with where: for a log, or for whoever reports it. */
export function explainError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
