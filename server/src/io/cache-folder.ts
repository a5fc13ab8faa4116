import { join } from "node:path";

/**
 * Where what can be worked out again is kept between runs: `LOCKSTEP_CACHE_DIR`, else `lockstep` in the folder that the
 * platform has for it. `undefined`: nobody knows where, so nothing is kept.
 */
export function cacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const named = env["LOCKSTEP_CACHE_DIR"];
  if (named !== undefined && named !== "") return named;
  if (platform === "win32") return below(env["LOCALAPPDATA"], "lockstep", "Cache");
  if (platform === "darwin") return below(env["HOME"], "Library", "Caches", "lockstep");
  const shared = env["XDG_CACHE_HOME"];
  // The specification of these folders has relative ones ignored.
  return shared?.startsWith("/") === true
    ? join(shared, "lockstep")
    : below(env["HOME"], ".cache", "lockstep");
}

function below(folder: string | undefined, ...names: readonly string[]): string | undefined {
  return folder === undefined || folder === "" ? undefined : join(folder, ...names);
}
