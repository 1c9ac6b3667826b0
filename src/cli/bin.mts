import { runCli } from "./run-cli.mjs";
import { StopSignals } from "./stop-signals.mjs";

runProgram().catch(printFault);

async function runProgram(): Promise<void> {
  // Whoever reads our output may stop early, as `| head` does: that is no failure.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });

  const signals = new StopSignals();
  process.exitCode = await runCli(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${shownOn(process.stdout, text)}\n`),
    err: (text) => process.stderr.write(`${shownOn(process.stderr, text)}\n`),
    env: process.env,
    now: () => new Date(),
    signals,
  });
  // Whoever called us shall see that it was the signal that ended us.
  if (signals.caught) process.kill(process.pid, signals.caught);
}

/** Unexpected error: print the stack, not Node's dump of the bundled line. */
function printFault(error: unknown): void {
  process.stderr.write(
    `${shownOn(process.stderr, error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`,
  );
  process.exitCode = 1;
}

/** Words of a note are no commands to the terminal they are shown on; files and pipes get every byte. */
function shownOn({ isTTY }: NodeJS.WriteStream, text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what is meant
  return isTTY ? text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, "\ufffd") : text;
}
