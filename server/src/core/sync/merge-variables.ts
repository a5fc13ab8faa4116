/** What one line of a page has in place of another text: the text of a picture, the name of an anchor. */
const VARIABLE =
  /(?<=!\[)(?:[^[\]\n]|\[[^[\]\n]*\])*(?=\][([])|(?<=\b(?:alt-text|alt|title|name)=)(?:"[^"\n]*"|&quot;[^"\n]*?(?:"|&quot;))/g;

/** A line with what both sides made of its texts. */
export interface MergedLine {
  /** With a mark behind the picture where there is a conflict. */
  readonly text: string;
  /** Set where both sides changed the same text. */
  readonly conflict: string | undefined;
}

/** Whether a line has such a text. */
export function hasVariable(line: string): boolean {
  return line.search(VARIABLE) !== -1;
}

/** The three sides of a line. `base` is `undefined` where the base has no such line. */
interface LineSides {
  readonly localized: string;
  readonly base: string | undefined;
  readonly current: string;
}

/**
 * Merges a line that is the same on three sides but for such texts. Where the base has no such line, the localized texts
 * stay. A mark that the localized line has stays; where both sides changed a text, `mark` follows its picture.
 */
export function mergeVariables({ localized, base, current }: LineSides, mark: string): MergedLine {
  const bare = localized.replace(MARK, "");
  const whole = base === undefined ? undefined : choose(bare, base, current);
  if (whole === bare) return { text: localized, conflict: undefined };
  const [isMarked] = MARK.exec(localized) ?? [""];
  if (whole !== undefined) return { text: withMarkAtEnd(whole, isMarked), conflict: undefined };

  const merged = mergeEach({ localized: bare, base, current }, mark || isMarked);
  const hasMark = isMarked === "" || merged.text.includes(isMarked);
  return hasMark ? merged : { ...merged, text: withMarkAtEnd(merged.text, isMarked) };
}

function mergeEach({ localized, base, current }: LineSides, mark: string): MergedLine {
  const variablesOf = (line: string | undefined): readonly string[] => line?.match(VARIABLE) ?? [];
  const [mine, old, its] = [localized, base, current].map(variablesOf) as [string[], string[], string[]];
  if (mine.length !== its.length || (base !== undefined && old.length !== its.length)) {
    return { text: current, conflict: undefined };
  }
  let conflict: string | undefined;
  let text = "";
  let position = 0;
  for (const [nth, { 0: there, index }] of [...current.matchAll(VARIABLE)].entries()) {
    const [here, before] = [mine[nth] as string, old[nth]];
    const chosen = choose(here, before, there) ?? anchorName(here, there);
    text += current.slice(position, index) + (chosen ?? here);
    position = index + there.length;
    if (chosen !== undefined || before === undefined) continue;
    if (conflict !== undefined) continue;
    conflict = `English changed \`${before}\` to \`${there}\`; the translation \`${here}\` was kept.`;
    const end = endOfPicture(current, index, position);
    text += end === undefined ? "" : current.slice(position, end) + mark;
    position = end ?? position;
  }
  return { text: text + current.slice(position), conflict };
}

const MARK = /<!--lockstep:(?:changed|new|reused)-->/;

function withMarkAtEnd(line: string, mark: string): string {
  const end = line.search(/\r?\n?$/);
  return line.slice(0, end) + mark + line.slice(end);
}

/** Where a picture ends that has a text at a place. `undefined`: nobody knows where a comment would do no harm. */
function endOfPicture(line: string, start: number, end: number): number | undefined {
  const before = line.slice(0, start);
  const rest = line.slice(end);
  const close = before.endsWith("![")
    ? /^\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^[\]\n]*\])/
    : before.lastIndexOf("<") > before.lastIndexOf(">")
      ? /^[^<>\n]*>/
      : /:::[ \t]*image\b(?:(?!:::).)*$/.test(before)
        ? /^(?:(?!:::).)*:::/
        : undefined;
  const found = close?.exec(rest)?.[0];
  return found === undefined ? undefined : end + found.length;
}

/** An anchor has one right name. */
function anchorName(here: string, there: string): string | undefined {
  return ANCHOR_NAME.test(here) ? there : undefined;
}

const ANCHOR_NAME = /^(?:"|&quot;)[\w-]*(?:"|&quot;)$/;

function choose(localized: string, base: string | undefined, current: string): string | undefined {
  const [mine, old, its] = [localized, base, current].map((text) => text?.replaceAll("\r", ""));
  if (mine === its || old === its) return localized;
  return mine === old ? current : undefined;
}
