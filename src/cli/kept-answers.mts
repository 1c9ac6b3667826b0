import { fileURLToPath } from "node:url";
import { digestOf, fileStamp, readDeviceFile, writeDeviceFile } from "./device-file.mjs";
import { isSettledAt, stampOf, type ListedNote } from "./list-notes.mjs";

/** What a command said, line by line where it said it, and its exit code. */
export interface Said {
  readonly said: readonly (readonly ["out" | "err", string])[];
  readonly code: number;
}

/** Where a command speaks. */
export interface Speech {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/**
 * What was worked out from all notes of a vault, kept on this device until one of them changes: whoever asks the same
 * again on the same day (a prompt, a status bar) waits for no more than a look at the files' times.
 */
export class KeptAnswers {
  /** What tells these notes from any others, and from the same ones changed. */
  private stamped: { readonly notes: readonly ListedNote[]; readonly stamp: string } | null = null;

  constructor(
    /** Where to keep them: the beginning of the files' names. */
    private readonly base: string,
    private readonly listed: () => readonly ListedNote[],
    private readonly now: () => number = Date.now,
    /** Whether every note that was listed could be read: one whose folder is away for a moment comes back with the same times. */
    private readonly isWhole: () => boolean = () => true,
  ) {}

  /** The answer kept for a question, else the one worked out now. `question`: everything besides the notes that it hangs on. */
  remember<T>(name: string, question: unknown, answer: () => T): T {
    const [kept] = readDeviceFile(this.file(name), this.key(question)) ?? [];
    if (kept) return JSON.parse(kept.toString("utf8")) as T;
    const fresh = answer();
    this.put(name, question, [JSON.stringify(fresh)]);
    return fresh;
  }

  /** The same for what a command says, and its exit code. */
  async rememberSaid(name: string, question: unknown, run: (speech: Speech) => Promise<number>): Promise<Said> {
    const [form, ...texts] = readDeviceFile(this.file(name), this.key(question)) ?? [];
    if (form) {
      const { where, code } = JSON.parse(form.toString("utf8")) as { where: ("out" | "err")[]; code: number };
      return { said: where.map((one, index) => [one, texts[index]?.toString("utf8") ?? ""]), code };
    }
    const said: ["out" | "err", string][] = [];
    const code = await run({ out: (text) => said.push(["out", text]), err: (text) => said.push(["err", text]) });
    this.put(name, question, [
      JSON.stringify({ where: said.map(([where]) => where), code }),
      ...said.map(([, text]) => text),
    ]);
    return { said, code };
  }

  /** Keeps an answer, unless a note could not be read, or was changed so lately that it could change again unseen. */
  private put(name: string, question: unknown, parts: readonly string[]): void {
    const now = this.now();
    if (this.isWhole() && this.listed().every((note) => isSettledAt(note, now)))
      writeDeviceFile(this.file(name), this.key(question), parts);
  }

  private file(name: string): string {
    return `${this.base}-${name}.kept`;
  }

  private key(question: unknown): string {
    const notes = this.listed();
    const { paths, times } = stampOf(notes);
    if (notes !== this.stamped?.notes) this.stamped = { notes, stamp: digestOf(paths, times) };
    return digestOf(JSON.stringify([BUILD, question, this.stamped.stamp]));
  }
}

/** What tells the text of the program from others: start.mts hands it over. Its sources, as in a test, have none. */
declare const programDigest: string | undefined;

/** This build of the program: what another has kept may mean something else. */
export const BUILD = `${typeof programDigest === "string" ? programDigest : ""} ${fileStamp(fileURLToPath(import.meta.url))}`;
