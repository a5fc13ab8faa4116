/** What the core needs of a cancellation token. The protocol's token has this shape. */
export interface Cancellation {
  readonly isCancellationRequested: boolean;
}

/** Thrown, never returned: an empty result would say "no problems". */
export class Cancelled extends Error {
  override readonly name = "Cancelled";
}

/** @throws Cancelled once cancellation is requested. */
export function throwIfCancelled(cancellation: Cancellation | undefined): void {
  if (cancellation?.isCancellationRequested === true) throw new Cancelled();
}
