import type { Connection } from "vscode-languageserver/node";
import { DEFAULT_SETTINGS, readSettings } from "../core/config/read-settings.ts";
import type { Settings } from "../core/config/settings.ts";
import type { Client } from "./client.ts";
import type { Log } from "./log.ts";

/**
 * The settings that hold for a folder; without `uri` those that hold where no folder does. A value that is not what the
 * setting expects is named in the log, and its default taken.
 */
export async function fetchSettings(
  connection: Connection,
  client: Client,
  log: Log,
  uri?: string,
): Promise<Settings> {
  if (!client.answersConfiguration) return DEFAULT_SETTINGS;
  const value: unknown = await connection.workspace.getConfiguration({
    section: "lockstep",
    ...(uri !== undefined && { scopeUri: uri }),
  });
  const { settings, problems } = readSettings(value);
  for (const problem of problems) log.warn(problem);
  return settings;
}

/** Whether the editor completes paths in Markdown links by itself, as VS Code does. */
export async function completesPaths(connection: Connection, client: Client, uri: string): Promise<boolean> {
  if (!client.answersConfiguration) return false;
  const value: unknown = await connection.workspace.getConfiguration({
    section: "markdown.suggest.paths.enabled",
    scopeUri: uri,
  });
  return value === true;
}
