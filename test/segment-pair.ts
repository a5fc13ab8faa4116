/** A pair as the localization pipeline writes it. `sourceId` is that of the English half, where it is another one. */
export function segmentPair(id: string, target: string, source: string, sourceId = id): string {
  return `<span data-ttu-id="${id}">${target}</span><span class="sxs-lookup"><span data-stu-id="${sourceId}">${source}</span></span>`;
}
