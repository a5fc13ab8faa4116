import { stripJsonComments } from "./strip-json-comments.ts";

/** Whether a value out of JSON is an object, and no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object that a JSON text holds, comments and trailing commas tolerated; empty for anything else. */
export function readJson(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined) return {};
  try {
    const content: unknown = JSON.parse(stripJsonComments(text));
    return isObject(content) ? content : {};
  } catch {
    return {};
  }
}
