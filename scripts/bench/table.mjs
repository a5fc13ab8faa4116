const COLUMNS = ["", "wall s", "CPU s", "peak MiB", "findings", "measured", "goal", "met"];

/** All groups of rows as lines of text with aligned columns. */
export function formatTable(groups) {
  const lines = [
    COLUMNS,
    ...groups.flatMap(({ title, rows }) => [[title], ...rows.map((row) => indented(cellsOf(row)))]),
  ];
  const widths = COLUMNS.map((_, nth) =>
    Math.max(...lines.map((cells) => (cells.length === 1 ? 0 : cells[nth].length))),
  );
  const format = (cells) =>
    cells.length === 1
      ? `\n${cells[0]}`
      : cells
          .map((cell, nth) => (nth === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[nth])))
          .join("  ");
  return `${lines.map((cells) => format(cells).trimEnd()).join("\n")}\n`;
}

/** The same for a page in Markdown: one table for each group. */
export function toMarkdown(groups) {
  const tables = groups.map(({ title, rows }) => {
    const lines = [
      ["What", ...COLUMNS.slice(1)],
      COLUMNS.map((_, nth) => (nth === 0 ? "---" : "--:")),
      ...rows.map(cellsOf),
    ];
    return `**${title}**\n\n${lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")}\n`;
  });
  return tables.join("\n");
}

function indented([name, ...cells]) {
  return [`  ${name}`, ...cells];
}

function cellsOf({ name, figures = {}, goals = [], note }) {
  if (note !== undefined) return [`${name}: ${note}`, ...COLUMNS.slice(1).map(() => "")];
  const wall = figures.p50 === undefined ? show(figures.wall, 2) : timesOf(figures);
  const limits = goals.filter(({ limit, least }) => (limit ?? least) !== undefined);
  return [
    name,
    wall,
    show(figures.cpu, 2),
    show(figures.peak, 0),
    figures.findings?.toLocaleString("en") ?? "",
    goals.map(({ of, value, unit }) => `${LABELS[of] ?? of} ${withUnit(value, unit)}`).join(", "),
    limits
      .map(({ limit, least, unit }) => (least === undefined ? `≤ ${withUnit(limit, unit)}` : `≥ ${least}`))
      .join(", "),
    limits.length === 0 ? "" : limits.every(isMet) ? "yes" : "no",
  ];
}

/** Whether a goal is reached; what was not measured is not. */
export function isMet({ value, limit, least }) {
  return value !== undefined && value <= (limit ?? Infinity) && value >= (least ?? -Infinity);
}

const LABELS = { cpu: "CPU" };

function timesOf(figures) {
  const times = ["p50", "p95", "max"].filter((name) => figures[name] !== undefined);
  return `${times.map((name) => `${name} ${showTime(figures[name])}`).join(", ")} ms`;
}

function showTime(milliseconds) {
  return milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
}

function show(value, digits) {
  return value === undefined ? "" : value.toFixed(digits);
}

function withUnit(value, unit) {
  return unit === undefined ? showRatio(value) : `${showRatio(value)} ${unit}`;
}

function showRatio(value) {
  if (value === undefined) return "?";
  if (Number.isInteger(value)) return String(value);
  return value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 0);
}
