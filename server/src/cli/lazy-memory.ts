import { isMarkdown } from "../core/links/paths.ts";
import { readMemoryPage } from "../core/memory/read-memory-page.ts";
import { ExactMemory } from "../core/memory/exact-memory.ts";
import type { Project } from "./load-project.ts";

/** What the side-by-side pages of a root say, as they were before the sync. They are read when somebody asks. */
export function lazyMemory({ workspace, documents }: Project): () => ExactMemory {
  let memory: ExactMemory | undefined;
  return () => {
    if (memory !== undefined) return memory;
    memory = new ExactMemory((path) => documents.open(path)?.text);
    for (const path of workspace.files()) {
      const text = isMarkdown(path) ? documents.open(path)?.text : undefined;
      const page = text === undefined ? undefined : readMemoryPage(text);
      if (page !== undefined) memory.add(path, page);
    }
    return memory;
  };
}
