import { readDate } from "../../text/dates/read-date";
import { addTask, type NewTask } from "../../tasks/add-task";
import { readTasks } from "../../tasks/read-tasks";
import { composePlans } from "../../text/note/compose-plans";
import { escapeMarkdown } from "../../text/note/escape-markdown";
import { foldPropertyName } from "../../text/note/property-name";
import { plainWords } from "../../tasks/linked-names";
import { EMOJI_FORMAT } from "../../tasks/task-format";
import { words } from "../../words/words";
import type { AdoptNote, Move } from "./move";
import { removeProperty } from "./remove-property";
import { noteLines } from "../../text/note/body-lines";

/** A list of ideas that becomes open tasks in the note; those that are done stay in the property. */
export function moveTasks(id: string, key: string, applies: (note: AdoptNote) => boolean): Move {
  return {
    id,
    from: key,
    to: words.adopt.tasks,
    property: null,
    canKeep: true,
    canRemove: true,
    look(note, { parseYaml, settings, taskFormat = EMOJI_FORMAT }) {
      const source = applies(note)
        ? [...note.properties.keys()].find((one) => foldPropertyName(one) === key)
        : undefined;
      const value = source === undefined ? undefined : note.properties.get(source);
      if (source === undefined || !Array.isArray(value) || value.length === 0) return null;
      const items: readonly unknown[] = value;
      const tasks = items.flatMap((item) => taskOf(item) ?? []);
      const here = words.adopt.entries(items.length);
      const [first] = tasks;
      if (!first) return { here, becomes: "", state: "unreadable", plan: () => ({ ok: true, splices: [] }) };
      const there = new Set(readTasks(noteLines(note.text)).flatMap(({ text }) => [text.trim(), plainWords(text)]));
      const missing = tasks.filter(({ text }) => !there.has(plainWords(text)));
      const left = items.length - tasks.length;
      const keeps = left > 0 || items.some(saysMore);
      return {
        here: left > 0 ? words.adopt.someStay(here, left) : here,
        becomes: `- [ ] ${first.text}`,
        state: missing.length > 0 ? "new" : "same",
        ...(keeps ? { keeps } : {}),
        plan: (remove) =>
          composePlans(note.text, [
            ...missing.map((task) => (now: string) => addTask(now, task, taskFormat, settings.logHeading)),
            ...(remove && !keeps ? [removeProperty(source, parseYaml)] : []),
          ]),
      };
    },
  };
}

function taskOf(item: unknown): NewTask | null {
  if (typeof item === "string") return item.trim() === "" ? null : { text: escapeMarkdown(item), due: null };
  if (typeof item !== "object" || item === null || Array.isArray(item)) return null;
  const fields = new Map<string, unknown>(Object.entries(item));
  const text = ["text", "title", "idea", "name"]
    .map((name) => fields.get(name))
    .find((one): one is string => typeof one === "string" && one.trim() !== "");
  if (text === undefined || ["done", "completed", "archived"].some((name) => fields.get(name) === true)) return null;
  const day = ["resurface", "resurfaceOn", "resurfaceDate", "date", "due"]
    .map((name) => readDate(fields.get(name) ?? null))
    .find(({ kind }) => kind === "value");
  return { text: escapeMarkdown(text), due: day?.kind === "value" ? day.value : null };
}

const USED = new Set([
  "text",
  "title",
  "idea",
  "name",
  "done",
  "completed",
  "archived",
  "resurface",
  "resurfaceOn",
  "resurfaceDate",
  "date",
  "due",
]);

/** Whether an idea has fields that its task leaves out. */
function saysMore(item: unknown): boolean {
  return (
    typeof item === "object" &&
    item !== null &&
    Object.entries(item).some(([key, value]) => !USED.has(key) && value !== null && value !== "")
  );
}
