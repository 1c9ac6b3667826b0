// One process that runs a built terminal program again and again: a process for each call would take three times as
// long.
// Started by program.mjs; each message is one call. A call is over when nothing is left to wait for.
import { pathToFileURL } from "node:url";

const [program] = process.argv.slice(2);
const NOON = new Date(2026, 10, 22, 12).getTime();
let calls = 0;
let said = null;

// The time of day gets into notes from templates. Date.now stays true: caches and locks live by it.
globalThis.Date = new Proxy(Date, {
  construct: (real, given, target) => Reflect.construct(real, given.length === 0 ? [NOON] : given, target),
});
process.stdout.setMaxListeners(0);
for (const name of ["stdout", "stderr"]) {
  process[name].write = (text) => {
    if (said !== null) said[name] += text;
    return true;
  };
}
process.on("uncaughtException", (error) => {
  process.stderr.write(`uncaught: ${error.stack}\n`);
  process.exitCode = 70;
});

process.on("message", ({ argv, state }) => {
  // Waiting for the next message is no reason to stay: only so does the loop run empty.
  process.channel.unref();
  said = { stdout: "", stderr: "" };
  process.exitCode = undefined;
  process.env.XDG_STATE_HOME = state;
  process.argv = [process.argv[0], program, ...argv];
  // eslint-disable-next-line no-unsanitized/method -- the caller names the program
  import(`${pathToFileURL(program).href}?call=${++calls}`);
});
process.on("beforeExit", () => {
  if (said === null) return;
  // What a program leaves for its end is done at the end of the call, and holds on to nothing.
  for (const listener of process.listeners("exit")) listener(0);
  process.removeAllListeners("exit");
  const result = { code: Number(process.exitCode ?? 0), ...said };
  said = null;
  process.channel.ref();
  process.send(result);
});
