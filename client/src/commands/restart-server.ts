import { type LanguageClient, State } from "vscode-languageclient/node";

/** Starts the server anew, also one that hangs or that was given up. */
export async function restartServer(client: LanguageClient): Promise<void> {
  const server = client.serverProcess;
  try {
    if (client.state === State.Running) await client.stop();
  } catch (error) {
    // It did not answer in time; it must not linger beside the new one.
    client.outputChannel.warn(`The server did not stop by itself: ${String(error)}`);
    server?.kill("SIGKILL");
  }
  await client.start();
}
