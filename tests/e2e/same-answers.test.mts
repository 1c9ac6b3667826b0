import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Action } from "../../src/core/actions/action";
import { ACTIONS } from "../../src/core/actions/catalogue";
import type { DueList } from "../../src/core/today/list-due";
import { openVault, type OpenVault } from "../host/open-vault.mts";
import { writeOddVault } from "../oracle/odd-vault.mjs";
import { OTHERWISE, SAMPLE, SAMPLE_SETTINGS, withSettings } from "../oracle/vaults.mjs";
import { TODAY, filesOf, testVault } from "../support/terminal.mts";
import { diceFrom } from "../vault/generate.mjs";

/** What an action is given, by parameter. */
type Given = Readonly<Record<string, string>>;

/** Actions that write though they are given nothing, or nothing but people. */
const WRITES = ["undo", "redo", "write-tasks", "touch", "congratulate", "introduce", "drifted", "stopping"];

/** What lists take beside. Every list is asked for without any of it, too. */
const WITH: Readonly<Record<string, readonly Given[]>> = {
  due: [{ all: "true" }, { soon: "30" }, { all: "true", soon: "0" }],
  export: [{ circle: "friends" }, { search: "@Lisbon" }],
  adopt: [
    { "dry-run": "true", take: "all" },
    { "dry-run": "true", take: "all", remove: "true" },
  ],
  coffee: [{ place: "os" }],
  capacity: [{ circle: "friends", cadence: "every 2 weeks" }],
  occasions: [{ from: "2026-02-01", to: "2028-03-02" }],
  tasks: [{ from: "2026-11-01", to: "2027-03-01" }],
  ticks: [{ left: "true" }],
};

/** The plugin in the browser and the terminal over the same notes: the same answers, the same bytes. */
describe.each(["sample", "generated"])("both faces, over a vault that is %s", (name) => {
  const terminal = testVault();
  const work = mkdtempSync(join(tmpdir(), "reconnect-same-"));
  let vault: OpenVault;
  let source: string;

  beforeAll(async () => {
    source = name === "sample" ? withSettings(work, name, SAMPLE, SAMPLE_SETTINGS).source : generated(work);
    cpSync(source, terminal.folder, { recursive: true });
    vault = await openVault({ vault: source, now: `${TODAY}T10:00` });
    await vault.settled();
  });
  afterAll(async () => {
    await vault.close();
    terminal.remove();
    rmSync(work, { recursive: true });
  });

  const inPlugin = async (id: string, given: Given): Promise<unknown> =>
    JSON.parse(await vault.runCli(`reconnect:${id}`, { ...given, format: "json" }));
  const inTerminal = async (id: string, given: Given): Promise<unknown> =>
    (await terminal.run(id, ...asArgv(id, given), "--json")).json();
  const everybody = async (): Promise<readonly string[]> =>
    ((await inTerminal("due", { all: "true" })) as DueList).people.map(({ path }) => path);

  it("answer every question alike, and write nothing", async () => {
    const before = filesOf(terminal.folder);
    const people = await everybody();
    expect(people.length).toBeGreaterThan(60);
    const notes = Object.keys(before).filter((path) => path.endsWith(".md") && !people.includes(path));
    for (const action of ACTIONS.filter(reads)) {
      for (const given of [...named(action, people, notes), ...(WITH[action.id] ?? [])]) {
        const [plugin, list] = [await inPlugin(action.id, given), await inTerminal(action.id, given)];
        expect.soft(likened(plugin), `${action.id} ${JSON.stringify(given)}`).toEqual(likened(list));
      }
    }
    const csv = (await terminal.run("export", "--format", "csv")).out;
    expect(await vault.runCli("reconnect:export", { format: "csv" })).toBe(csv);
    expect(filesOf(terminal.folder)).toEqual(before);
    expect(filesOf(vault.dir)).toEqual(before);
  }, 120_000);

  it("write the same bytes for a touch with everyone, and refuse the same notes", async () => {
    // Every third one: each write goes through the browser's bridge to the disk and back.
    const paths = (await everybody()).filter((_, index) => index % 3 === 0);
    const touch = { channel: "letter", direction: "out", note: "thanked “them” [for: it]", "they-gave": "a [[book]]" };
    const options = Object.entries(touch).flatMap(([name, value]) => [`--${name}`, value]);
    const terminalDid = (await terminal.run("touch", ...paths, ...options, "--json")).json() as unknown as Touched;
    const pluginDid = (await inPlugin("touch", { person: paths.join(";"), ...touch })) as Touched;
    expect(terminalDid.written.length).toBeGreaterThan(20);
    expect(pluginDid.written).toEqual(terminalDid.written);
    expect(pluginDid.refused.map(({ path }) => path)).toEqual(terminalDid.refused.map(({ path }) => path));
    for (const path of paths) expect(await vault.read(path), path).toBe(terminal.read(path));
    await vault.runCommand("reconnect:undo");
    await terminal.run("undo");
    for (const path of paths) {
      const before = readFileSync(join(source, path), "utf8");
      expect(terminal.read(path), path).toBe(before);
      await expect.poll(() => vault.read(path), { message: path }).toBe(before);
    }
  });
});

interface Touched {
  readonly written: readonly string[];
  readonly refused: readonly { readonly path: string }[];
}

/**
 * An answer without what each face's reader of YAML says, in its own words, of text that is none, and where it gave up.
 */
function likened(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (_, value: unknown) => {
    const { message = "", ...rest } = Object(value) as { message?: string };
    const [said] = /^The frontmatter is not valid YAML/.exec(message) ?? [];
    if (said === undefined) return value;
    return /duplicated|unique/.test(message) ? { ...rest, message: said } : { ...rest, message: said, line: null };
  });
}

function generated(work: string): string {
  const notes = join(work, "notes");
  mkdirSync(notes);
  writeOddVault(notes, { people: 60, seed: 5, dice: diceFrom(5) });
  return withSettings(work, "generated", notes, OTHERWISE).source;
}

/** Whether an action only answers, given nothing but a person and a note. */
function reads(action: Action): boolean {
  const isKnown = action.takes.every(({ required, kind, name }) => !required || kind === "person" || name === "note");
  return isKnown && !("change" in action) && !WRITES.includes(action.id);
}

/** What to give an action: nothing, or each of some people or notes. */
function named({ takes }: Action, people: readonly string[], notes: readonly string[]): readonly Given[] {
  const required = takes.find((parameter) => parameter.required);
  if (required === undefined) return [{}];
  const all = required.kind === "person" ? people : notes;
  const some = all.filter((_, index) => index % Math.ceil(all.length / 8) === 0);
  return some.map((path) => ({ [required.name]: path }));
}

function asArgv(id: string, given: Given): readonly string[] {
  const takes = ACTIONS.find((action) => action.id === id)?.takes ?? [];
  return Object.entries(given).flatMap(([name, value]) => {
    const parameter = takes.find((one) => one.name === name);
    if (parameter?.positional) return [value];
    return parameter?.kind === "flag" ? [`--${name}`] : [`--${name}`, value];
  });
}
