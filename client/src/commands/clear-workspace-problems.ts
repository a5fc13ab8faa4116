import type { LanguageClient } from "vscode-languageclient/node";
import { CLEAR_WORKSPACE } from "../../../server/src/protocol.ts";

/** Takes the problems of pages that are not open out of the list again. */
export async function clearWorkspaceProblems(client: LanguageClient): Promise<void> {
  await client.sendRequest(CLEAR_WORKSPACE);
}
