/** Two programs that are told the same, call by call; whatever they do otherwise goes to `differences`. */
export class Lockstep {
  constructor(old, now, differences) {
    this.both = [old, now];
    this.old = old;
    this.differences = differences;
    /** Every command, and every option of it, that was ever tried. */
    this.tried = new Set();
    this.count = 0;
  }

  /** Runs a script over fresh copies of a vault. It ends early where notes differ in more than is known. */
  async script(name, { vault, source, today }, steps) {
    this.at = { vault, script: name };
    this.today = today;
    this.turn = 0;
    for (const program of this.both) program.begin(source);
    try {
      await steps(this);
    } catch (error) {
      if (!(error instanceof Apart)) throw error;
    }
  }

  /** Runs a command, in turn as text and as JSON, and compares what was said and every note. */
  run(...argv) {
    return this.call(argv.includes("--json") || ++this.turn % 3 === 0 ? argv : [...argv, "--json"]);
  }

  /** Runs a command; gives the old program's JSON, or null where it gave none. */
  async ask(...argv) {
    const { stdout } = await this.call([...argv, "--json"]);
    try {
      return JSON.parse(stdout);
    } catch {
      return null;
    }
  }

  async call(argv) {
    const [command = ""] = argv;
    this.count++;
    this.tried.add(command);
    for (const word of argv) if (word.startsWith("--")) this.tried.add(`${command} ${word.split("=")[0]}`);
    const [old, now] = await Promise.all(this.both.map((program) => program.run(argv, this.today)));
    const at = { ...this.at, command, argv: [...argv, "--today", this.today] };
    for (const where of ["code", "stderr", "stdout"]) this.differences.compare(at, where, old[where], now[where]);
    this.compareNotes(at);
    return old;
  }

  compareNotes(at) {
    const changed = new Set(this.both.flatMap((program) => program.changed()));
    const isSame = [...changed].map((path) => {
      const [before, after] = this.both.map((program) => program.bytes(path));
      return this.differences.compare(at, path, before, after);
    });
    if (isSame.includes(false)) throw new Apart();
  }

  /** A write by another program in both vaults: `change` gets the text and gives another, or null to remove. */
  outside(path, change) {
    const text = change(this.old.text(path));
    for (const program of this.both) {
      program.write(path, text);
      program.changed();
    }
  }

  paths() {
    return this.old.paths();
  }

  text(path) {
    return this.old.text(path);
  }
}

class Apart extends Error {}
