import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly walkthroughs: readonly [{ readonly steps: readonly Step[] }];
  };
}

const { commands, configuration, walkthroughs } = (
  JSON.parse(readFileSync("package.json", "utf8")) as Manifest
).contributes;
const texts = JSON.parse(readFileSync("package.nls.json", "utf8")) as Readonly<Record<string, string>>;
const [{ steps }] = walkthroughs;

const textOf = (key: string): string => texts[key.slice(1, -1)] ?? "";
const isCommand = (id: string): boolean =>
  // Those of VS Code are its own business.
  !id.startsWith("lockstep.") || commands.some(({ command }) => command === id);

test("a step is done by commands and settings that there are", () => {
  for (const { id, completionEvents } of steps) {
    assert.ok(completionEvents.length > 0, id);
    for (const event of completionEvents) {
      const [kind, name = ""] = event.split(":");
      if (kind === "onSettingChanged") assert.ok(name in configuration.properties, event);
      else assert.ok(kind === "onCommand" && isCommand(name), event);
    }
  }
});

test("a button of a step runs a command that there is, under its name, and does the step", () => {
  for (const { description, completionEvents } of steps) {
    for (const [, label, command = ""] of textOf(description).matchAll(/\[([^\]]+)\]\(command:([^?)]+)/g)) {
      assert.ok(isCommand(command), command);
      if (!command.startsWith("lockstep.")) continue;
      assert.equal(label, texts[`command.${command.slice("lockstep.".length)}`]);
      assert.ok(completionEvents.includes(`onCommand:${command}`), command);
    }
  }
});

test("every step has a picture with a text beside it, and there is no other picture", () => {
  for (const { media } of steps) assert.match(textOf(media.altText), /^[A-Z].*\.$/);
  const used = steps.map(({ media }) => media.svg);
  assert.deepEqual(
    used.toSorted(),
    readdirSync("media/walkthrough")
      .map((name) => `media/walkthrough/${name}`)
      .sort(),
  );
});

test("pictures are small, run nothing, load nothing and take their colors from the theme", () => {
  for (const { media } of steps) {
    const picture = readFileSync(media.svg, "utf8");
    assert.ok(picture.length < 4_000, media.svg);
    assert.doesNotMatch(picture, /<script|<style|<image|href=|\son\w+=|style=/);
    for (const [, color = ""] of picture.matchAll(/(?:fill|stroke)="([^"]*)"/g))
      assert.match(color, /^(?:none|var\(--vscode-.*\))$/, media.svg);
  }
});
