/** Where the server says what it does. The client shows it in its log channel, which has levels of its own. */
export interface Log {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
}
