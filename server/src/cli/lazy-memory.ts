import { isMarkdown } from "../core/links/paths.ts";
import { readMemoryPage } from "../core/memory/read-memory-page.ts";
import { TranslationMemory } from "../core/memory/translation-memory.ts";
import type { Project } from "./load-project.ts";

/** What the side-by-side pages of a root say, as they were before the sync. They are read when somebody asks. */
export function lazyMemory({ workspace, documents }: Project): () => TranslationMemory {
  let memory: TranslationMemory | undefined;
  return () => {
    if (memory !== undefined) return memory;
    memory = new TranslationMemory();
    for (const path of workspace.files()) {
      const text = isMarkdown(path) ? documents.open(path)?.text : undefined;
      const page = text === undefined ? undefined : readMemoryPage(text);
      if (page !== undefined) memory.add(path, page);
    }
    return memory;
  };
}
