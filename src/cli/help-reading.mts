import type { MessagePort } from "node:worker_threads";
import type { ParseYaml } from "../core/text/note/parse-head";
import { readNote } from "./read-note.mjs";
import { readPortions, type ReadingTask } from "./read-portions.mjs";

/** A task as it is handed to another thread. */
export interface HandedTask extends ReadingTask {
  readonly root: string;
}

/** By this the program knows that it is run in a thread that helps to read. */
export const HELPER = "helps to read";

/** The work of a helper: waits for a task, and hands back what it has read. */
export function helpReading(port: MessagePort, parseYaml: ParseYaml): void {
  port.once("message", (task: HandedTask) => {
    port.postMessage(readPortions(task, (path) => readNote(task.root, path, parseYaml), Date.now));
  });
}
