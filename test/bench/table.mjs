/** Rows are objects with the same keys, which are the columns' titles. */
export function formatTable(rows) {
  if (rows.length === 0) return "";
  const titles = Object.keys(rows[0]);
  const lines = [titles, ...rows.map((row) => titles.map((title) => show(row[title])))];
  const widths = titles.map((_, nth) => Math.max(...lines.map((line) => line[nth].length)));
  return lines
    .map((line) => `  ${line.map((cell, nth) => pad(cell, widths[nth], nth)).join("  ")}`.trimEnd() + "\n")
    .join("");
}

function show(value) {
  if (typeof value !== "number") return value ?? "";
  return Number.isInteger(value) ? String(value) : value.toFixed(4);
}

/** The first column is text, the others are figures. */
function pad(cell, width, nth) {
  return nth === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** Precision, recall and their mean of what was found against what is true. */
export function score({ real, predicted, both }) {
  const precision = both / predicted;
  const recall = both / real;
  return { precision, recall, F1: (2 * precision * recall) / (precision + recall) };
}
