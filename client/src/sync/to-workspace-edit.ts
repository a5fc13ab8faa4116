import * as vscode from "vscode";
import type { SyncChange, SyncChangeKind, SyncOffer } from "../../../server/src/protocol.ts";

/** Changes to one page. */
export interface PageChanges {
  readonly uri: vscode.Uri;
  readonly changes: readonly SyncChange[];
  /** Where the page moves to. */
  readonly moveTo?: vscode.Uri;
  /** The text of a page that is not there yet. */
  readonly newText?: string;
  /** The page is created or removed only when the writer asks for it. */
  readonly offer?: SyncOffer;
}

/** What groups stand for. */
type GroupKind = SyncChangeKind | "moved" | "split" | SyncOffer["kind"];

/** Groups of what is done only when the writer ticks it. */
const OFFERED: ReadonlySet<GroupKind> = new Set<GroupKind>(["create", "remove", "redirections"]);

/** The kinds of all that is to be done about a page. */
export function kindsOf({
  changes,
  moveTo,
  newText,
  offer,
}: Omit<PageChanges, "uri" | "moveTo"> & { moveTo?: unknown }): readonly GroupKind[] {
  const kinds: GroupKind[] = changes.map(({ kind }) => kind);
  if (moveTo !== undefined) kinds.push("moved");
  if (offer !== undefined) kinds.push(offer.kind);
  else if (newText !== undefined) kinds.push("split");
  return kinds;
}

/** Whether all that is to be done about a page is done only when the writer asks for it. */
export function isOffered(page: Parameters<typeof kindsOf>[0]): boolean {
  const kinds = kindsOf(page);
  return kinds.length > 0 && kinds.every((kind) => OFFERED.has(kind));
}

/** How a kind of changes is shown. */
interface Kind {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
}

/**
 * An edit with a group for each kind of changes, which says how many there are. `isPreviewed`: VS Code shows it first,
 * with a box to untick for each group and each change.
 */
export function toWorkspaceEdit(pages: readonly PageChanges[], isPreviewed: boolean): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const first = pages.find(({ newText }) => newText === undefined);
  // VS Code shows a preview when something in the edit needs confirmation, and leaves just that unticked. This creates a
  // file that is there already: it does nothing, the preview leaves it out, and all that matters stays ticked.
  if (isPreviewed && first !== undefined) {
    const label = vscode.l10n.t("Sync with English");
    edit.createFile(first.uri, { ignoreIfExists: true }, { label, needsConfirmation: true });
  }
  // Where all pages are new, those have to be confirmed one by one.
  const groups = groupsFor(pages, isPreviewed && first === undefined);
  for (const { uri, changes, moveTo, newText, offer } of pages) {
    if (newText !== undefined) {
      edit.createFile(uri, { contents: Buffer.from(newText) }, groups.get(offer?.kind ?? "split"));
    }
    if (offer?.kind === "remove") edit.deleteFile(uri, {}, groups.get("remove"));
    for (const { kind, start, end, newText: text } of changes) {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      edit.replace(uri, range, text, groups.get(kind));
    }
    if (moveTo !== undefined) edit.renameFile(uri, moveTo, {}, groups.get("moved"));
  }
  return edit;
}

/** What VS Code shows of each kind that occurs. */
function groupsFor(
  pages: readonly PageChanges[],
  needsConfirmation: boolean,
): ReadonlyMap<GroupKind, vscode.WorkspaceEditEntryMetadata> {
  const numbers = new Map<GroupKind, number>();
  for (const kind of pages.flatMap(kindsOf)) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  const kinds = describeKinds();
  return new Map(
    Array.from(numbers, ([kind, number]) => {
      const { label, description, icon } = kinds[kind];
      const group: vscode.WorkspaceEditEntryMetadata = {
        label: vscode.l10n.t("{0}: {1}", label, number),
        description,
        iconPath: new vscode.ThemeIcon(icon),
        needsConfirmation: needsConfirmation || OFFERED.has(kind),
      };
      return [kind, group];
    }),
  );
}

function describeKinds(): Readonly<Record<GroupKind, Kind>> {
  const { t } = vscode.l10n;
  return {
    changed: {
      label: t("Changed"),
      description: t("English has other words; the translation stays, and is marked"),
      icon: "edit",
    },
    new: {
      label: t("New"),
      description: t("English stands there, marked, until it is translated"),
      icon: "add",
    },
    reused: {
      label: t("Reused"),
      description: t("translated elsewhere from the same English; marked, to be read"),
      icon: "copy",
    },
    carried: {
      label: t("Carried over"),
      description: t("links, code and punctuation of English, put into the translation"),
      icon: "arrow-right",
    },
    kept: { label: t("Kept"), description: t("translations that stay, in their new place"), icon: "check" },
    removed: { label: t("Removed"), description: t("English has them no longer"), icon: "trash" },
    links: { label: t("Links"), description: t("to pages that move"), icon: "link" },
    moved: { label: t("Moved pages"), description: t("after their English"), icon: "file-symlink-file" },
    split: {
      label: t("Split pages"),
      description: t("of English that left another page"),
      icon: "split-horizontal",
    },
    create: {
      label: t("New pages"),
      description: t("English has them, the locale has not; tick those to create"),
      icon: "new-file",
    },
    remove: {
      label: t("Pages to remove"),
      description: t("their English is gone; tick those to remove"),
      icon: "trash",
    },
    redirections: {
      label: t("Redirections"),
      description: t("for readers of pages to remove; tick them along with those"),
      icon: "link-external",
    },
    metadata: {
      label: t("Metadata"),
      description: t("front matter, and which English the page is in step with"),
      icon: "settings",
    },
  };
}
