import { fork } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HOST = fileURLToPath(new URL("./program-host.mjs", import.meta.url));
const CALLS_A_PROCESS = 250;
const PATIENCE_MS = 60_000;

/** A built terminal program with a vault and a state folder of its own below `home`. */
export class Program {
  constructor(file, home) {
    this.file = resolve(file);
    this.folder = join(home, "vault");
    this.home = home;
    this.scripts = 0;
    this.calls = 0;
  }

  /** A fresh copy of a vault, and nothing remembered of the one before. */
  begin(source) {
    rmSync(this.home, { recursive: true, force: true });
    cpSync(source, this.folder, { recursive: true });
    // Caches do not trust a note that is younger than they are.
    const hourAgo = Date.now() / 1000 - 3600;
    for (const path of filesIn(this.folder)) utimesSync(join(this.folder, path), hourAgo, hourAgo);
    this.state = join(this.home, `state-${++this.scripts}`);
    this.known = new Map();
    this.texts = new Map();
    this.changed();
  }

  /** Runs one command; paths of this machine are taken out of what it said. */
  async run(argv, today) {
    if (this.process === undefined || this.calls % CALLS_A_PROCESS === 0) this.restart();
    this.calls++;
    const host = this.process;
    const result = await new Promise((done) => {
      const end = (result) => {
        clearTimeout(patience);
        host.removeAllListeners();
        done(result);
      };
      const patience = setTimeout(() => end({ code: "no end", stdout: "", stderr: "" }), PATIENCE_MS);
      host.once("message", end);
      host.once("exit", (code, signal) => end({ code: `died: ${code ?? signal}`, stdout: "", stderr: "" }));
      host.send({ argv: [...argv, "--vault", this.folder, "--today", today], state: this.state });
    });
    if (typeof result.code === "string") this.restart();
    const clean = (text) => text.replaceAll(this.home, "").replaceAll(this.file, "reconnect.mjs");
    return { code: String(result.code), stdout: clean(result.stdout), stderr: clean(result.stderr) };
  }

  restart() {
    this.end();
    this.process = fork(HOST, [this.file], {
      env: { PATH: process.env.PATH, HOME: this.home, TZ: "America/New_York", LANG: "en_US.UTF-8" },
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
  }

  end() {
    this.process?.removeAllListeners();
    this.process?.kill();
    this.process = undefined;
  }

  /** The paths that were written, made or removed since this was last asked. */
  changed() {
    const paths = filesIn(this.folder);
    const gone = [...this.known.keys()].filter((path) => !paths.has(path));
    for (const path of gone) {
      this.known.delete(path);
      this.texts.delete(path);
    }
    const written = [...paths].filter((path) => {
      const { mtimeNs, ctimeNs, ino } = statSync(join(this.folder, path), { bigint: true });
      const mark = `${mtimeNs} ${ctimeNs} ${ino}`;
      if (this.known.get(path) === mark) return false;
      this.known.set(path, mark);
      const text = readFileSync(join(this.folder, path), "latin1");
      const isSame = this.texts.get(path) === text;
      this.texts.set(path, text);
      return !isSame;
    });
    return [...gone, ...written];
  }

  /** The bytes of a file as `changed` last saw them, one character a byte; undefined where there is none. */
  bytes(path) {
    return this.texts.get(path);
  }

  text(path) {
    return Buffer.from(this.texts.get(path) ?? "", "latin1").toString("utf8");
  }

  paths() {
    return [...this.known.keys()].sort();
  }

  /** A write by another program; null removes. */
  write(path, text) {
    const file = join(this.folder, path);
    if (text === null) return rmSync(file);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function filesIn(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Set(files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1)));
}
