import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const SIZES = [
  { name: "40k", title: "40,000 segments", longest: 10 },
  { name: "200k", title: "200,000 segments", longest: 25, mostMegabytes: 100 },
];
const LEAST_RECALL = 0.98;

/** Similar English looked up in a translation memory. */
export const name = "memory";

export async function measure(bench) {
  const figures = measureApart(bench);
  const sizes = bench.isQuick ? SIZES.slice(0, 1) : SIZES;
  const rows = sizes.map(({ name: size, title, longest, mostMegabytes }) => {
    const of = (figure) => figures[`${size} ${figure}`];
    const recall = Number(/\(([\d.]+)\)/.exec(of("recall"))?.[1]);
    return {
      name: title,
      figures: { p50: of("similar p50 ms"), p95: of("similar p95 ms") },
      goals: [
        { of: "p95", value: of("similar p95 ms"), limit: longest, unit: "ms" },
        { of: "memory", value: of("megabytes with all texts"), limit: mostMegabytes, unit: "MB" },
        { of: "recall", value: recall, least: LEAST_RECALL },
      ],
    };
  });
  return [{ title: "Translation memory, similar segments", rows, all: figures }];
}

/** In a process of its own, whose memory holds nothing else. */
function measureApart(bench) {
  const module = pathToFileURL(join(bench.root, "scripts/bench/memory.mjs")).href;
  const script = `
    import { measureMemory } from ${JSON.stringify(module)};
    const figures = await measureMemory(...${JSON.stringify([bench.root, bench.corpora.realFolder ?? "", bench.isQuick])});
    process.stdout.write(JSON.stringify(figures));
  `;
  const args = ["--input-type=module", "--eval", script];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: bench.root, stdio: ["ignore", "pipe", "inherit"] }),
  );
}
