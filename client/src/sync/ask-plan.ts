import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { PLAN_SYNC, type PlanSyncParams, type SyncPlan } from "../../../server/src/protocol.ts";
import { requestWithProgress } from "../request-with-progress.ts";
import { canSyncAt } from "./place.ts";

/**
 * Asks the server what a sync would change, with progress that can be cancelled. Nothing is written. `undefined`: it was
 * cancelled, or refused, which the writer has been told. `isForNewPages`: about pages that English has and the folders
 * lack, and about nothing else.
 */
export async function askPlan(
  client: LanguageClient,
  uris: readonly vscode.Uri[],
  { isForNewPages = false }: Pick<PlanSyncParams, "isForNewPages"> = {},
): Promise<SyncPlan | undefined> {
  if (!uris.every(canSyncAt)) return undefined;
  const params: PlanSyncParams = {
    uris: uris.map((uri) => client.code2ProtocolConverter.asUri(uri)),
    ...(isForNewPages && { isForNewPages }),
  };
  const title = vscode.l10n.t("Lockstep: comparing with English");
  return requestWithProgress<SyncPlan>(client, title, PLAN_SYNC, params);
}
