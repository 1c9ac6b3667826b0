import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { openVault, type OpenVault } from "../host/open-vault.mts";
import { closeSharedBrowser } from "../host/shared-browser.mts";

/** What is asked of the plugin through Obsidian's command line: an action and what it takes. */
export type Question = readonly [id: string, params: Readonly<Record<string, string>>];

export interface Recording {
  /** A folder to copy, with the plugin's settings in it. */
  readonly vault: string;
  readonly mainJs: string;
  readonly questions: readonly Question[];
  /** How many people have their card looked at. */
  readonly most: number;
}

interface Listed {
  readonly people: readonly { readonly path: string }[];
}

const BLOCKS = [
  "",
  "days: week",
  "show: birthdays, unknown-birthdays\ndays: year\ngroup: month",
  "show: picks, birthdays\ndays: 14\nlimit: 1\ngroup: none",
];
const TABS = ["Waiting", "Follow-ups", "Introductions", "Garden"];
const PANEL = '.workspace-leaf-content[data-type="reconnect-panel"]';

/** Opens a vault with a built plugin, and writes down, by name, what it answers, shows and writes. */
export async function recordPlugin({ vault: source, mainJs, questions, most }: Recording) {
  const said: Record<string, string> = {};
  const vault = await openVault({ vault: source, mainJs, now: "2026-11-22T10:00", patience: 120_000 });
  try {
    await vault.writeOutside("Blocks.md", BLOCKS.map((block) => `\`\`\`reconnect\n${block}\n\`\`\`\n`).join("\n"));
    await quiet(vault, PANEL);
    const ask = async (name: string, id: string, params: Readonly<Record<string, string>>): Promise<string> => {
      const answer = await vault.runCli(`reconnect:${id}`, { ...params, format: "json" });
      said[`${id}: ${name}`] = JSON.stringify(JSON.parse(answer), null, 2);
      return answer;
    };
    said["commands"] = await vault.page.evaluate(listCommands);
    for (const [id, params] of questions) await ask(JSON.stringify(params), id, params);
    const { people } = JSON.parse(await ask("everybody", "due", { all: "true" })) as Listed;
    const paths = people.map(({ path }) => path);
    for (const path of paths) await ask(path, "person", { person: path });
    said["panel"] = await shown(vault, PANEL);
    await recordScreens(
      vault,
      said,
      paths.filter((_, at) => at % Math.ceil(paths.length / most) === 0),
    );
    await ask("everybody", "touch", {
      person: paths.join(";"),
      channel: "letter",
      direction: "out",
      note: "[[thanks]]",
    });
    await ask("everybody", "snooze", { person: paths.join(";"), for: "2 weeks" });
    for (const [path, text] of notesIn(vault.dir)) said[`note: ${path}`] = text;
    said["panel: everybody touched and snoozed"] = await shown(vault, PANEL);
    await ask("snooze", "undo", {});
    await ask("touch", "undo", {});
    said["panel: all undone"] = await shown(vault, PANEL);
    said["console"] = vault.consoleErrors().join("\n");
  } finally {
    await vault.close();
  }
  return said;
}

/** The card of several people, the garden's tabs and the blocks of a note. */
async function recordScreens(vault: OpenVault, said: Record<string, string>, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await vault.openNote(path);
    said[`panel: beside ${path}`] = await shown(vault, PANEL);
  }
  await vault.openNote("Blocks.md", "preview");
  said["blocks"] = await shown(vault, ".markdown-preview-view");
  await vault.runCommand("reconnect:open-garden");
  const garden = vault.page.locator(".reconnect-garden");
  for (const name of TABS) {
    await garden.getByRole("tab", { name }).press("Enter");
    await garden.getByRole("tab", { name, selected: true }).waitFor();
    said[`garden: ${name}`] = await shown(vault, ".reconnect-garden");
  }
}

async function shown(vault: OpenVault, selector: string): Promise<string> {
  await quiet(vault, selector);
  return vault.page.locator(selector).first().innerText();
}

/** When what is shown has stood still for a while. */
async function quiet(vault: OpenVault, selector: string): Promise<void> {
  await vault.settled();
  await vault.page.locator(selector).first().waitFor();
  await vault.page.evaluate(async (selector) => {
    let [before, times] = ["", 0];
    while (times < 5) {
      await new Promise((done) => setTimeout(done, 100));
      const now = document.querySelector<HTMLElement>(selector)?.innerText ?? "";
      times = now === before ? times + 1 : 0;
      before = now;
    }
  }, selector);
}

function listCommands(): string {
  const { commands } = window.host.app as unknown as {
    commands: { commands: Record<string, { id: string; name: string; icon?: string }> };
  };
  const palette = Object.values(commands.commands).map(({ id, name, icon }) => `${id}\t${name}\t${icon ?? ""}`);
  const line = [...window.host.registered.cliHandlers].map(([id, { description, flags }]) =>
    JSON.stringify([id, description, flags]),
  );
  return [...palette.sort(), ...line.sort()].join("\n");
}

function notesIn(folder: string): (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".md") && statSync(join(folder, path)).isFile())
    .sort()
    .map((path) => [path, readFileSync(join(folder, path), "latin1")] as const);
}

/** When all is recorded. */
export const endRecording = closeSharedBrowser;
