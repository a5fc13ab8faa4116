import {
  type Connection,
  type ProgressToken,
  WorkDoneProgress,
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
} from "vscode-languageserver/node";

/** Tells the client how far long work is. */
export interface Progress {
  report(done: number, total: number): void;
  done(): void;
}

/** Progress on a token that the client gave with its request; without one, nothing is told. */
export function openProgress(
  connection: Connection,
  token: ProgressToken | undefined,
  title: string,
): Progress {
  if (token === undefined) return { report: () => undefined, done: () => undefined };
  const send = (value: WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd): void =>
    void connection.sendProgress(WorkDoneProgress.type, token, value);
  send({ kind: "begin", title, cancellable: true, percentage: 0 });
  let shown = 0;
  return {
    report(done, total) {
      const percentage = Math.floor((100 * done) / Math.max(1, total));
      // Hundreds of messages in a second would be read by nobody.
      if (percentage === shown) return;
      shown = percentage;
      send({ kind: "report", message: `${done} of ${total} pages`, percentage });
    },
    done: () => {
      send({ kind: "end" });
    },
  };
}
