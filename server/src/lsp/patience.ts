/** Milliseconds for which somebody who types waits for Git: a long history takes seconds to search. */
const PATIENCE = 300;

/** What a search finds out before that time is over. `undefined`: it is still going on. */
export async function inTime<T>(search: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, PATIENCE);
  });
  const found = await Promise.race([search, patience]);
  clearTimeout(timer);
  return found;
}
