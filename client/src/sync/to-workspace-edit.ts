import * as vscode from "vscode";
import type { SyncChange, SyncChangeKind } from "../../../server/src/protocol.ts";

/** Changes to one page. */
export interface PageChanges {
  readonly uri: vscode.Uri;
  readonly changes: readonly SyncChange[];
  /** Where the page moves to. */
  readonly moveTo?: vscode.Uri;
  /** The text of a page that is not there yet. */
  readonly newText?: string;
}

/** What groups stand for. */
type GroupKind = SyncChangeKind | "created" | "moved";

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
  for (const { uri, changes, moveTo, newText } of pages) {
    if (newText !== undefined)
      edit.createFile(uri, { contents: Buffer.from(newText) }, groups.get("created"));
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
  for (const { changes, moveTo, newText } of pages) {
    const kinds: GroupKind[] = changes.map(({ kind }) => kind);
    if (moveTo !== undefined) kinds.push("moved");
    if (newText !== undefined) kinds.push("created");
    for (const kind of kinds) numbers.set(kind, (numbers.get(kind) ?? 0) + 1);
  }
  const kinds = describeKinds();
  return new Map(
    Array.from(numbers, ([kind, number]) => {
      const { label, description, icon } = kinds[kind];
      const group: vscode.WorkspaceEditEntryMetadata = {
        label: `${label}: ${number}`,
        description,
        iconPath: new vscode.ThemeIcon(icon),
        needsConfirmation,
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
    created: { label: t("New pages"), description: t("of English that left another page"), icon: "new-file" },
    metadata: {
      label: t("Metadata"),
      description: t("front matter, and which English the page is in step with"),
      icon: "settings",
    },
  };
}
