import { alternate } from "../alternate.mjs";

const ROUNDS = 21;

/** How long it takes until the command line could do something. */
export const name = "start";

export async function measure(bench) {
  const series = await alternate(
    [
      bench.program("ours", bench.lockstep("--version")),
      bench.program("node", [process.execPath, "-e", "0"]),
    ],
    { rounds: bench.isQuick ? 9 : ROUNDS },
  );
  const [ours, node] = [series.get("ours"), series.get("node")];
  return [
    {
      title: "Start",
      rows: [
        { name: "lockstep --version", series: ours },
        {
          name: "node -e 0",
          series: node,
          goals: [{ of: "wall", value: ours.over(node, "wall"), limit: 1.5 }],
        },
      ],
    },
  ];
}
