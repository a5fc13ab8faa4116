/** A side-by-side pair: `target` may hold marks of the fixture notation. */
export function pair(target: string, source: string, number = 101): string {
  const id = `1a2b3-${number}`;
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${id}">${source}</span></span>`;
}
