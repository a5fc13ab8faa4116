import { sourceHashOf } from "../../server/src/core/source/hash.ts";
import { PLAN_SYNC, type PlannedPage, type SyncPlan } from "../../server/src/protocol.ts";
import { segmentPair } from "../segment-pair.ts";
import { Editor, type EditorOptions, uriOf } from "./editor.ts";

export const OLD = "# Lights\n\nThe light is green. It never sleeps.\n";
export const NEW = "# Lights\n\nThe light is blue now. It never sleeps. It hums.\n";
export const PAGE = "/docs/zh-cn/a.md";
const HALVES = [
  ["灯", "Lights"],
  ["灯是绿的。", "The light is green."],
  ["它从不睡觉。", "It never sleeps."],
] as const;

/** A segment of the page. */
export function pair(nth: number): string {
  const [target, source] = HALVES[nth] ?? ["", ""];
  return segmentPair(`1a2b3-${101 + nth}`, target, source);
}

/** The header of a page that was made from an English one. */
export function header(english: string): string {
  return (
    `---\ntitle: T\nms.openlocfilehash: ${sourceHashOf(english)}\nms.sourcegitcommit: ${"0".repeat(40)}\n` +
    "ms.contentlocale: zh-CN\n---\n"
  );
}

export const SXS = `${header(OLD)}# ${pair(0)}\n\n${pair(1)} ${pair(2)}\n`;
export const FILES = { "/docs/en-us/a.md": NEW, [PAGE]: SXS };

/** An editor with these files, once it is ready. */
export async function open(
  files: Readonly<Record<string, string>>,
  options: EditorOptions = {},
): Promise<Editor> {
  const editor = await Editor.open(files, options);
  await editor.ready();
  return editor;
}

/** What the server plans for pages and folders. */
export function plan(editor: Editor, ...paths: string[]): Promise<SyncPlan> {
  return editor.connection.sendRequest<SyncPlan>(PLAN_SYNC, { uris: paths.map(uriOf) });
}

/** The text that a page has once all changes are made, as an editor makes them. */
export function applied(text: string, { changes }: PlannedPage): string {
  const lines = text.split("\n");
  const offsetOf = ({ line, character }: { line: number; character: number }): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  let result = text;
  for (const { start, end, newText } of [...changes].reverse()) {
    result = result.slice(0, offsetOf(start)) + newText + result.slice(offsetOf(end));
  }
  return result;
}
