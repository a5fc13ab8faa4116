import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import type { PlannedPage, PlanSyncParams, SyncPlan, SyncProblem } from "../../protocol.ts";
import { throwIfCancelled } from "../guard.ts";
import type { Page } from "../page.ts";
import { type PagePlan, planPage } from "../plan-page.ts";
import { openProgress } from "../progress.ts";
import type { Server } from "../server.ts";
import { findTargets, type SyncTarget } from "../sync-targets.ts";

/** `lockstep/planSync`: what a sync would change. Nothing is written. */
export async function planSync(
  server: Server,
  { uris, workDoneToken }: PlanSyncParams,
  token: CancellationToken,
): Promise<SyncPlan> {
  const { session, connection } = server;
  if (!session.isTrusted) {
    const message = "A sync asks Git for English pages, which needs a trusted workspace.";
    throw new ResponseError(LSPErrorCodes.RequestFailed, message);
  }
  const progress = openProgress(connection, workDoneToken, "Comparing with English");
  try {
    await session.whenIndexed(token);
    session.settle();
    const targets = findTargets(session, uris);
    const plans: { target: SyncTarget; plan: PagePlan }[] = [];
    for (const [nth, target] of targets.entries()) {
      progress.report(nth, targets.length);
      throwIfCancelled(token);
      await session.giveWay();
      const plan = await planPage(server, target, token);
      if (plan !== undefined) plans.push({ target, plan });
    }
    return await combine(server, plans, token);
  } finally {
    progress.done();
  }
}

/** A page that changed while others were compared is compared again. */
async function combine(
  server: Server,
  plans: readonly { readonly target: SyncTarget; readonly plan: PagePlan }[],
  token: CancellationToken,
): Promise<SyncPlan> {
  const pages: PlannedPage[] = [];
  const problems: SyncProblem[] = [];
  let unchanged = 0;
  for (const { target, plan } of plans) {
    throwIfCancelled(token);
    const isOld = plan.kind === "page" && !(await isCurrent(server, plan.page));
    const newest = isOld ? await planPage(server, target, token) : plan;
    if (newest?.kind === "page") pages.push(newest.planned);
    else if (newest?.kind === "problem") problems.push(newest.problem);
    else if (newest?.kind === "unchanged") unchanged++;
  }
  return { pages, unchanged, problems };
}

async function isCurrent({ session }: Server, page: Page): Promise<boolean> {
  const now = await session.read(page.uri);
  return now?.version === page.version && now?.text.getText() === page.text.getText();
}
