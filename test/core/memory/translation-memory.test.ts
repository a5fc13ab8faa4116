import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDocument } from "../../../server/src/core/document/parse-document.ts";
import { TranslationMemory } from "../../../server/src/core/memory/translation-memory.ts";
import { pair } from "../features/at-cursor.ts";

type Pairs = readonly (readonly [english: string, translation: string, mark?: string])[];

function pageOf(pairs: Pairs, { kind = "MT", locale = "zh-CN" } = {}): ReturnType<typeof parseDocument> {
  const body = pairs.map(
    ([english, translation, mark = ""], nth) =>
      `${pair(`1a2b3-${101 + nth}`, translation, english)}${mark}\n\n`,
  );
  return parseDocument(
    `---\nms.contentlocale: ${locale}\nms.translationtype: ${kind}\n---\n\n${body.join("")}`,
  );
}

function memoryOf(pages: Readonly<Record<string, ReturnType<typeof parseDocument>>>): TranslationMemory {
  const memory = new TranslationMemory();
  for (const [path, page] of Object.entries(pages)) memory.add(path, page);
  return memory;
}

const ASKING = pageOf([]);

/** What is suggested, as a person reads it. */
function suggest(memory: TranslationMemory, english: string, path = "new.md", page = ASKING): string[] {
  return memory
    .findSimilar(english, path, page, 3)
    .map(
      ({ similarity, translation, path: from }) => `${Math.floor(similarity * 100)} % ${translation} ${from}`,
    );
}

test("finds the translation of the same English, however its blanks are written", () => {
  const memory = memoryOf({ "a.md": pageOf([["Press the **red** button.", "按**红色**按钮。"]]) });
  assert.equal(memory.find("Press the  **red**\n> button.", "b.md", ASKING), "按**红色**按钮。");
  assert.equal(memory.find("Press the red button.", "b.md", ASKING), undefined);
});

test("prefers a person's translation, then the page's own, then a neighbour's, then that of the first page by name", () => {
  const said = (translation: string, kind = "MT"): ReturnType<typeof parseDocument> =>
    pageOf([["Wait.", translation]], { kind });
  const pages = {
    "c/z.md": said("最后"),
    "c/a.md": said("按名"),
    "docs/b.md": said("相邻"),
    "docs/here.md": said("本页"),
    "far/h.md": said("人工", "HT"),
  };
  const paths = Object.keys(pages) as (keyof typeof pages)[];
  const found: (string | undefined)[] = [];
  for (let best = paths.pop(); best !== undefined; best = paths.pop()) {
    const left = Object.fromEntries([...paths, best].map((path) => [path, pages[path]]));
    found.push(memoryOf(left).find("Wait.", "docs/here.md", ASKING));
  }
  assert.deepEqual(found, ["人工", "本页", "相邻", "按名", "最后"]);
});

test("gives the same answer whatever order the pages were read in", () => {
  const pages: [string, ReturnType<typeof parseDocument>][] = ["b.md", "a.md", "d.md", "c.md"].map((path) => [
    path,
    pageOf([
      ["Open the lid slowly.", `${path} 一`],
      ["Open the lid slowly, please.", `${path} 二`],
      ["Open the lid slowly today.", `${path} 三`],
    ]),
  ]);
  const answers = [pages, pages.toReversed()].map((order) => {
    const memory = memoryOf(Object.fromEntries(order));
    return [
      memory.find("Open the lid slowly.", "x.md", ASKING),
      ...suggest(memory, "Open the lid slowly now."),
    ];
  });
  assert.deepEqual(answers[0], answers[1]);
  assert.equal(answers[0]?.[0], "a.md 一");
});

test("knows nothing of other locales", () => {
  const memory = memoryOf({
    "fr-fr/a.md": pageOf([["Wait for the light.", "Attendez le voyant."]], { locale: "fr-FR" }),
  });
  assert.equal(memory.find("Wait for the light.", "zh-cn/a.md", ASKING), undefined);
  assert.deepEqual(suggest(memory, "Wait for the light."), []);
  const french = pageOf([], { locale: "fr_fr" });
  assert.equal(memory.find("Wait for the light.", "fr-fr/b.md", french), "Attendez le voyant.");
});

test("takes the locale of a page that does not name it from its folder", () => {
  const unnamed = parseDocument(pair("1a2b3-101", "等待。", "Wait."));
  const memory = memoryOf({ "zh-cn/a.md": unnamed });
  assert.equal(memory.find("Wait.", "b.md", ASKING), "等待。");
});

test("learns nothing from segments that wait for a translator, and trusts reused ones least", () => {
  const memory = memoryOf({
    "a.md": pageOf([
      ["Turn it on.", "Turn it on.", "<!--lockstep:new-->"],
      ["Turn it off.", "打开。", "<!--lockstep:changed-->"],
      ["Lock it.", "再用", "<!--lockstep:reused-->"],
    ]),
    "b.md": pageOf([["Lock it.", "锁上。"]]),
  });
  assert.equal(memory.find("Turn it on.", "a.md", ASKING), undefined);
  assert.equal(memory.find("Turn it off.", "a.md", ASKING), undefined);
  assert.equal(memory.find("Lock it.", "a.md", ASKING), "锁上。");
});

test("suggests the most similar English first, and what is the same as 100 %", () => {
  const memory = memoryOf({
    "a.md": pageOf([
      ["Mount the sensor on the roof.", "将传感器安装在屋顶上。"],
      ["Mount the sensor on a wall.", "将传感器安装在墙上。"],
      ["Mount the *sensor* on the wall.", "将*传感器*装在墙上。"],
      ["Something else altogether is said here.", "别的。"],
    ]),
  });
  assert.deepEqual(suggest(memory, "Mount the sensor on the wall."), [
    "99 % 将*传感器*装在墙上。 a.md",
    "89 % 将传感器安装在墙上。 a.md",
    "86 % 将传感器安装在屋顶上。 a.md",
  ]);
  assert.match(suggest(memory, "Mount the sensor on a wall.")[0] ?? "", /^100 % 将传感器安装在墙上。/);
});

test("suggests each translation once, and none that was left in English", () => {
  const memory = memoryOf({
    "a.md": pageOf([
      ["Select Save now.", "选择保存。"],
      ["Select Save, now.", "选择保存。"],
      ["Select Save now!", "Select Save now!"],
    ]),
  });
  assert.deepEqual(suggest(memory, "Select Save now."), ["100 % 选择保存。 a.md"]);
});

test("where a link leads makes no difference to what is similar", () => {
  const memory = memoryOf({
    "a.md": pageOf([
      ["See the [guide](https://example.com/a/very/long/address/indeed).", "请参阅[指南](x)。"],
    ]),
  });
  assert.deepEqual(suggest(memory, "See the [guide](y)."), ["99 % 请参阅[指南](x)。 a.md"]);
});

test("what is less similar than 70 % is not suggested", () => {
  const memory = memoryOf({ "a.md": pageOf([["abcdefghij", "七"]]) });
  assert.deepEqual(suggest(memory, "abcdefgxyz"), ["70 % 七 a.md"]);
  assert.deepEqual(suggest(memory, "abcdefwxyz"), []);
});

test("a page that is added again says what it says now; English that left it is still known", () => {
  const memory = memoryOf({
    "a.md": pageOf([
      ["Charge the battery.", "充电。"],
      ["Close the lid of the hub.", "关闭集线器的盖子。"],
    ]),
  });
  memory.add("a.md", pageOf([["Charge the battery.", "给电池充电。"]]));
  assert.equal(memory.find("Charge the battery.", "a.md", ASKING), "给电池充电。");
  assert.deepEqual(suggest(memory, "Close the lid of the hub!"), ["96 % 关闭集线器的盖子。 a.md"]);

  memory.add("b.md", pageOf([["Close the lid of the hub.", "盖上盖子。"]]));
  assert.equal(memory.find("Close the lid of the hub.", "a.md", ASKING), "盖上盖子。");
});

test("a page that was removed, or that has another locale now, is forgotten", () => {
  const memory = memoryOf({ "a.md": pageOf([["Wait.", "等待。"]]), "b.md": pageOf([["Go.", "走。"]]) });
  memory.remove("a.md");
  memory.remove("never-there.md");
  memory.add("b.md", pageOf([["Go.", "Allez."]], { locale: "fr-FR" }));
  assert.equal(memory.find("Wait.", "a.md", ASKING), undefined);
  assert.equal(memory.find("Go.", "b.md", ASKING), undefined);
  assert.deepEqual(suggest(memory, "Wait."), []);
});

test("is not confused by letters of any script", () => {
  const hebrew = "לחץ על הכפתור האדום כדי להתחיל.";
  const composed = "Ouvrez le caf\u00e9 apr\u00e8s midi.";
  const memory = memoryOf({
    "a.md": pageOf([
      ["Press the red button to start.", hebrew],
      ["打开盖子并等待五分钟。", "Öffnen Sie."],
      [composed, "打开咖啡馆。"],
      ["👩‍🔧 Call a technician today.", "致电👩‍🔧。"],
      ["A lone \ud83d half.", "半"],
    ]),
  });
  assert.deepEqual(suggest(memory, "Press the red button to stop."), [`90 % ${hebrew} a.md`]);
  assert.deepEqual(suggest(memory, "打开盖子并等待六分钟。"), ["90 % Öffnen Sie. a.md"]);
  assert.deepEqual(suggest(memory, composed.normalize("NFD")), ["99 % 打开咖啡馆。 a.md"]);
  assert.deepEqual(suggest(memory, "👩‍🔧 Call a technician now."), ["86 % 致电👩‍🔧。 a.md"]);
  assert.equal(memory.find("A lone \ud83d half.", "b.md", ASKING), "半");
});

test("nothing is similar to nothing", () => {
  const memory = memoryOf({
    "a.md": pageOf([
      ["**", "*"],
      ["a", "一"],
      ["", "空"],
    ]),
  });
  assert.deepEqual(suggest(memory, ""), []);
  assert.deepEqual(suggest(memory, " ** "), []);
  assert.deepEqual(suggest(memory, "a"), ["100 % 一 a.md"]);
  assert.deepEqual(suggest(new TranslationMemory(), "a"), []);
});

test("finds a changed word in a segment of ten thousand letters", () => {
  const long = Array.from({ length: 1500 }, (_, nth) => `word${nth % 97}`).join(" ");
  const memory = memoryOf({ "a.md": pageOf([[long, "很长。"]]) });
  assert.deepEqual(suggest(memory, long.replace("word50", "other")), ["99 % 很长。 a.md"]);
});
