/**
 * A value that is made when it is first asked for. Meant for expressions that only some commands or pages need and that
 * hold classes of Unicode (`\p{L}`), which V8 puts together when it makes the expression: 0.1 ms each, at every start.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}
