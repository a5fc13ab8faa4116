import { placeOf } from "../compare/markup/link-difference.ts";
import type { Link } from "../markdown/structure.ts";
import type { MatchedBlock } from "../structure/compare-structure.ts";

/**
 * Links of a block that lead elsewhere than those of its English, side by side. Links may change places in a
 * translation; where some were lost or added, nobody can say which is which.
 */
export function changedLinks({ source, target }: MatchedBlock): (readonly [english: Link, link: Link])[] {
  if (haveSameTargets(source.links, target.links)) return [];
  const left = source.links.filter(isOther(target.links));
  const found = target.links.filter(isOther(source.links));
  if (left.length !== found.length) return [];
  const pairs = left.map((english, nth) => [english, found[nth] as Link] as const);
  return pairs.every(([english, link]) => english.role === link.role) ? pairs : [];
}

/** As nearly all blocks have. */
function haveSameTargets(english: readonly Link[], links: readonly Link[]): boolean {
  return english.length === links.length && english.every(({ target }, nth) => target === links[nth]?.target);
}

function isOther(links: readonly Link[]): (link: Link) => boolean {
  const places = new Set(links.map(keyOf));
  return (link) => !places.has(keyOf(link));
}

/** The pipeline drops characters that nobody sees, and changes letter case in URLs; files have a rule for theirs. */
function keyOf({ target }: Link): string {
  return placeOf(target.replace(/[\u200B-\u200D\u2060\uFEFF]/g, "")).toLowerCase();
}
