import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const LINES_SHOWN = 40;

/** Collects what two programs did otherwise, and prints it by command. */
export class Differences {
  constructor(known, shown) {
    this.known = known;
    this.shown = shown;
    this.unknown = new Map();
    this.covered = new Map();
    this.count = 0;
    this.folder = mkdtempSync(join(tmpdir(), "reconnect-diff-"));
  }

  /** Compares one thing; says whether it was the same, or differs only in what is known. */
  compare(at, where, before, after) {
    if (before === after) return true;
    if (this.isKnown({ ...at, where }, before, after)) return true;
    this.count++;
    const what = ["stdout", "stderr", "code"].includes(where) ? where : "note";
    const group = `${at.command}: ${what}`;
    this.unknown.set(group, [...(this.unknown.get(group) ?? []), { ...at, where, diff: this.diff(before, after) }]);
    return false;
  }

  /** Whether the known differences are all there is; counts those without which there were more. */
  isKnown(place, before, after) {
    if (before === undefined || after === undefined) return false;
    const isAlike = (entries) => {
      const likened = (text) => entries.reduce((text, { liken }) => liken(text, place), text);
      return likened(before) === likened(after);
    };
    if (!isAlike(this.known)) return false;
    for (const entry of this.known) {
      if (isAlike(this.known.filter((other) => other !== entry))) continue;
      this.covered.set(entry.fault, (this.covered.get(entry.fault) ?? 0) + 1);
    }
    return true;
  }

  diff(before, after) {
    const files = [
      ["old", before],
      ["new", after],
    ].map(([name, text]) => {
      const file = join(this.folder, name);
      // Notes come one character a byte; what a command said comes as text.
      writeFileSync(file, text ?? "", /[^\0-\xff]/.test(text ?? "") ? "utf8" : "latin1");
      return file;
    });
    const { stdout } = spawnSync("git", ["diff", "--no-index", "--no-color", "--text", "-U2", ...files], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    return stdout.split("\n").slice(4, -1);
  }

  /** Prints all; gives how many were not known. */
  print(out) {
    rmSync(this.folder, { recursive: true });
    for (const [group, all] of [...this.unknown].sort(([a], [b]) => (a < b ? -1 : 1))) {
      out(`\n== ${group}: ${all.length}`);
      for (const { vault, script, argv, where, diff } of all.slice(0, this.shown)) {
        out(`\n-- ${vault}, ${script}: ${argv.join(" ")}\n   ${where}`);
        for (const line of diff.slice(0, LINES_SHOWN)) out(`   ${line.replaceAll("\r", "␍")}`);
        if (diff.length > LINES_SHOWN) out(`   … ${diff.length - LINES_SHOWN} lines more`);
      }
      if (all.length > this.shown) out(`\n… ${all.length - this.shown} more (--show ${all.length})`);
    }
    for (const { fault } of this.known) {
      const times = this.covered.get(fault);
      out(times === undefined ? `\nKnown, but nowhere to be seen: ${fault}` : `\nKnown, ${times} times: ${fault}`);
    }
    return this.count;
  }
}
