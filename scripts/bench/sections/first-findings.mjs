import { alternate } from "../alternate.mjs";
import { describe, largestPage } from "../corpora.mjs";
import { pause, withServer } from "../language-client.mjs";
import { MARKDOWN_SETTINGS, markdownRequests } from "../markdown-client.mjs";

/** From the start of a language server to the findings of the page that is open. */
export const name = "first";

/** Milliseconds. */
const CODE_KEPT_AFTER = 8_000;

export async function measure(bench) {
  const { main } = bench.corpora;
  const corpus = bench.corpora.copyWithEnglish(main);
  const page = largestPage(corpus);
  const { rumdl, markdownServer } = bench.peers;
  await startOnce(bench, corpus, page);
  const contestants = [
    { name: "ours", run: () => measureServer(bench, bench.server, corpus, page) },
    ...(markdownServer === undefined
      ? []
      : [{ name: "markdown", run: () => measureMarkdownServer(bench, markdownServer, corpus, page) }]),
    ...(rumdl === undefined
      ? []
      : [{ name: "rumdl", run: () => measureServer(bench, rumdl.server, corpus, page) }]),
  ];
  const series = await alternate(contestants, { rounds: Math.max(bench.rounds, bench.isQuick ? 3 : 9) });
  const title = `Start of the server to first findings: page of ${Math.round(page.size / 1000)} kB in ${describe(main)}`;
  return [{ title, rows: toRows(series) }];
}

/**
 * Our server keeps its compiled code a few seconds after its first start, which is not the one that writers have every
 * day.
 */
function startOnce(bench, corpus, { path }) {
  return withServer(bench.server, bench.serverOptions(corpus), async (client) => {
    await client.pull(await client.open(path));
    await pause(CODE_KEPT_AFTER);
  });
}

function toRows(series) {
  const [ours, markdown, rumdl] = ["ours", "markdown", "rumdl"].map((each) => series.get(each));
  const rows = [{ name: "Lockstep, all rules, with the English tree", series: ours }];
  const reference = "VS Code's Markdown server 0.3.0, all validations";
  rows.push(
    markdown === undefined
      ? { name: reference, note: "could not be installed" }
      : {
          name: reference,
          series: markdown,
          goals: [{ of: "wall", value: ours.over(markdown, "wall"), limit: 0.8 }],
        },
  );
  if (rumdl !== undefined) {
    rows.push({
      name: "rumdl server",
      series: rumdl,
      goals: [{ of: "wall", value: ours.over(rumdl, "wall") }],
    });
  }
  return rows;
}

function measureMarkdownServer(bench, command, corpus, page) {
  const pages = new Map();
  const requests = markdownRequests(bench.peers.modules, corpus.folder, pages);
  return measureServer(bench, command, corpus, page, { pages, requests, toConfigure: MARKDOWN_SETTINGS });
}

function measureServer(bench, command, corpus, { path }, { toConfigure, ...options } = {}) {
  return withServer(command, { ...bench.serverOptions(corpus), ...options }, async (client, started) => {
    if (toConfigure !== undefined) await client.configure(toConfigure);
    const page = await client.open(path);
    const { items } = await client.pull(page);
    return { wall: (performance.now() - started) / 1000, peak: client.peak, findings: items.length };
  });
}
