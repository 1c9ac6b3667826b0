// What the tests of many processes run in each of them: bundled by them, never a test itself.
//   worker touch VAULT STATE NAME CHAINS TIMES   CHAINS callers at once, each TIMES touches one after another
//   worker write VAULT STATE PATH                turns a note's text between two long ones until it is killed
//   import VAULT STATE FILE                      imports a file
//   run VAULT STATE COMMAND...                   runs one command
import { FolderStore } from "../../src/cli/folder-store.mjs";
import { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
import { runCli } from "../../src/cli/run-cli.mjs";
import { StopSignals } from "../../src/cli/stop-signals.mjs";
import { DEFAULT_SETTINGS } from "../../src/core/people/settings/settings";

const [mode, vault = "", state = "", name = "", chains = "1", times = "1"] = process.argv.slice(2);

if (mode === "touch") {
  const chain = async (id: number): Promise<void> => {
    for (let count = 0; count < Number(times); count++) await touch(`${name}-${id}-${count}`);
  };
  await Promise.all(Array.from({ length: Number(chains) }, (_, id) => chain(id)));
} else if (mode === "import") {
  await run(["import", name, "--vault", vault, "--today", "2026-11-22", "--json"]);
} else if (mode === "run") {
  await run([...process.argv.slice(5), "--vault", vault, "--today", "2026-11-22"]);
} else {
  const store = new FolderStore(vault, `${state}/locks`, parseFrontmatter, () => DEFAULT_SETTINGS);
  const [a, b] = ["a", "b"].map((letter) => `${letter.repeat(99)}\n`.repeat(3_000));
  process.stdout.write("ready\n");
  for (;;) await store.process(name, (text) => (text === a ? (b ?? "") : (a ?? "")));
}

async function touch(note: string): Promise<void> {
  await run(["touch", "Ada", "--note", note, "--vault", vault, "--today", "2026-11-22", "--json"]);
}

async function run(args: readonly string[]): Promise<void> {
  const signals = new StopSignals();
  const code = await runCli([...args], {
    out: () => undefined,
    err: (text) => process.stderr.write(`${text}\n`),
    env: { XDG_STATE_HOME: state },
    now: () => new Date(2026, 10, 22),
    signals,
  });
  if (signals.caught) process.kill(process.pid, signals.caught);
  if (code !== 0) process.exitCode = code;
}
