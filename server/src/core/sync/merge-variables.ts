/** What one line of a page has in place of another text: the text of a picture, the name of an anchor. */
const VARIABLE =
  /(?<=!\[)(?:[^[\]\n]|\[[^[\]\n]*\])*(?=\][([])|(?<=\b(?:alt-text|alt|title|name)=)(?:"[^"\n]*"|&quot;[^"\n]*?(?:"|&quot;))/g;

export interface MergedLine {
  readonly text: string;
  /** Set where both sides changed the same text. */
  readonly conflict: string | undefined;
}

/**
 * Merges a line that is the same on three sides but for such texts. `base` is `undefined` where the base has no such
 * line: then the localized texts stay.
 */
export function mergeVariables(localized: string, base: string | undefined, current: string): MergedLine {
  const whole = base === undefined ? undefined : choose(localized, base, current);
  if (whole !== undefined) return { text: whole, conflict: undefined };

  const variablesOf = (line: string | undefined): readonly string[] => line?.match(VARIABLE) ?? [];
  const [mine, old, its] = [variablesOf(localized), variablesOf(base), variablesOf(current)];
  if (mine.length !== its.length || (base !== undefined && old.length !== its.length)) {
    return { text: current, conflict: undefined };
  }
  let conflict: string | undefined;
  let nth = 0;
  const text = current.replace(VARIABLE, (there) => {
    const [here, before] = [mine[nth] as string, old[nth]];
    nth += 1;
    // An anchor has one right name.
    const chosen = choose(here, before, there) ?? (ANCHOR_NAME.test(here) ? there : undefined);
    if (chosen !== undefined) return chosen;
    if (before !== undefined)
      conflict ??= `English changed \`${before}\` to \`${there}\`; the translation \`${here}\` was kept.`;
    return here;
  });
  return { text, conflict };
}

const ANCHOR_NAME = /^(?:"|&quot;)[\w-]*(?:"|&quot;)$/;

function choose(localized: string, base: string | undefined, current: string): string | undefined {
  const [mine, old, its] = [localized, base, current].map((text) => text?.replaceAll("\r", ""));
  if (mine === its || old === its) return localized;
  return mine === old ? current : undefined;
}
