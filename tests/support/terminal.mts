import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCli } from "../../src/cli/run-cli.mjs";

/** The day the tests call today: a Sunday. */
export const TODAY = "2026-11-22";

/** What a command left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Standard output as the one JSON document it has to be. */
  json(): Record<string, unknown>;
}

/** A vault of its own on the disk, and a state folder of its own beside it. */
export interface TestVault {
  readonly folder: string;
  readonly state: string;
  run(...argv: readonly string[]): Promise<Ran>;
  read(path: string): string;
  bytes(path: string): Buffer;
  write(path: string, text: string | Buffer): void;
  /** The bytes of every file, by path, hidden ones too. */
  files(): Record<string, string>;
  remove(): void;
}

/** Makes a vault of these notes (text by path). */
export function testVault(notes: Readonly<Record<string, string>> = {}): TestVault {
  const base = mkdtempSync(join(tmpdir(), "reconnect-test-"));
  const [folder, state] = [join(base, "vault"), join(base, "state")];
  mkdirSync(folder);
  const vault: TestVault = {
    folder,
    state,
    run: (...argv) => runIn(folder, state, argv),
    read: (path) => readFileSync(join(folder, path), "utf8"),
    bytes: (path) => readFileSync(join(folder, path)),
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    files: () => filesOf(folder),
    remove() {
      rmSync(base, { recursive: true, force: true });
    },
  };
  for (const [path, text] of Object.entries(notes)) vault.write(path, text);
  return vault;
}

async function runIn(folder: string, state: string, argv: readonly string[]): Promise<Ran> {
  const [out, err]: [string[], string[]] = [[], []];
  const asked = (name: string): boolean => argv.some((word) => word === name || word.startsWith(`${name}=`));
  const common = [...(asked("--vault") ? [] : ["--vault", folder]), ...(asked("--today") ? [] : ["--today", TODAY])];
  const code = await runCli([...argv, ...common], {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    env: { XDG_STATE_HOME: state },
    now: () => new Date(2026, 10, 22, 12),
  });
  return {
    code,
    out: out.join("\n"),
    err: err.join("\n"),
    json: () => JSON.parse(out.join("\n")) as Record<string, unknown>,
  };
}

export function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path): [string, string] => [path.slice(folder.length + 1), readFileSync(path, "latin1")]),
  );
}

/** The lines of `after` that are not those of `before`, and the other way round: `+ added`, `- removed`. */
export function changedLines(before: string, after: string): string[] {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const result: string[] = [];
  let at = 0;
  for (const line of now) {
    const same = old.indexOf(line, at);
    if (same < 0) result.push(`+ ${line}`);
    else {
      result.push(...old.slice(at, same).map((gone) => `- ${gone}`));
      at = same + 1;
    }
  }
  return [...result, ...old.slice(at).map((gone) => `- ${gone}`)];
}
