import type { CancellationToken } from "vscode-languageserver/node";
import type { CheckWorkspaceParams, CheckWorkspaceResult } from "../../protocol.ts";
import { openProgress } from "../progress.ts";
import type { Server } from "../server.ts";

/** `lockstep/checkWorkspace`: checks all pages, shows what it finds, and keeps it right from then on. */
export async function checkWorkspace(
  server: Server,
  { workDoneToken }: CheckWorkspaceParams,
  token: CancellationToken,
): Promise<CheckWorkspaceResult> {
  const { session, sweep, publisher, connection } = server;
  const progress = openProgress(connection, workDoneToken, "Checking pages");
  try {
    await session.whenIndexed(token);
    // From here on: what was published before a cancellation must not grow stale either.
    session.isWorkspaceChecked = true;
    const uris = sweep.uris();
    const result = { pages: 0, error: 0, warning: 0, info: 0, hint: 0 };
    for (const uri of uris) {
      progress.report(result.pages, uris.length);
      const swept = await sweep.check(uri, token);
      if (swept === undefined) continue;
      publisher.publish(swept);
      result.pages++;
      for (const severity of ["error", "warning", "info", "hint"] as const)
        result[severity] += swept.counts[severity];
    }
    return result;
  } finally {
    progress.done();
  }
}

/** `lockstep/clearWorkspace`: back to the pages that are open. */
export function clearWorkspace({ session, publisher, client }: Server): null {
  session.isWorkspaceChecked = false;
  for (const uri of [...session.pushed.keys()]) {
    const isShownAnyway = !client.pullsDiagnostics && session.pages.get(uri) !== undefined;
    if (!isShownAnyway) publisher.retract(uri);
  }
  return null;
}
