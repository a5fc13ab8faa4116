import { type LanguageClient, State } from "vscode-languageclient/node";
import { PING } from "../../server/src/protocol.ts";
import { Watchdog } from "./watchdog.ts";

/** Watches over the server of a client. */
export function watchServer(client: LanguageClient): Watchdog {
  return new Watchdog(() => {
    const server = client.state === State.Running ? client.serverProcess : undefined;
    const end = (): void => {
      client.outputChannel.error("The server has not answered for too long and is ended.");
      server?.kill("SIGKILL");
    };
    return { end: server && end, ping: () => client.sendRequest(PING) };
  });
}
