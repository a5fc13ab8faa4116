// The numbers in the ids: what a segment would be numbered, from the English page alone.
import { score } from "./table.mjs";
export function measureNumbering() { void score; return { title: "Numbering", notes: [], rows: [], differences: [] }; }
