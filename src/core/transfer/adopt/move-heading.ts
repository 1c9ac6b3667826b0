import { planned, refused, type EditPlan } from "../../text/note/note-edit";
import { noteFormat } from "../../index/note-format";
import { readLog } from "../../log/read-log";
import { words } from "../../words/words";
import type { AdoptNote, AdoptRules, Move } from "./move";
import { noteLines } from "../../text/note/body-lines";

/** A log under another heading: the heading gets our title, and every line below it stays as it is. */
export function moveHeading(id: string, title: string): Move {
  return {
    id,
    from: words.adopt.heading(title),
    to: words.adopt.log,
    property: null,
    canKeep: false,
    canRemove: false,
    look(note, rules) {
      if (
        rules.settings.logHeading.trim().toLowerCase() === title.toLowerCase() ||
        !note.headings.some((one) => one.toLowerCase() === title.toLowerCase())
      )
        return null;
      const heading = rules.settings.logHeading.trim();
      const entries = readLog(note.text, { ...noteFormat(rules.settings).log, heading: title }).entries.length;
      return {
        here: words.adopt.entries(entries),
        becomes: words.adopt.heading(heading),
        state: "new",
        plan: () => planHeading(note, title, rules),
      };
    },
  };
}

function planHeading({ text }: AdoptNote, title: string, { settings }: AdoptRules): EditPlan {
  const format = noteFormat(settings).log;
  const lines = noteLines(text).filter(
    (line) => line.kind === "heading" && line.title.toLowerCase() === title.toLowerCase(),
  );
  const splices = lines.map((line) => {
    const at = line.from + line.text.toLowerCase().lastIndexOf(title.toLowerCase());
    return { from: at, to: at + title.length, insert: format.heading.trim() };
  });
  const result = [...splices]
    .reverse()
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
  const [ours, theirs, after] = [
    readLog(text, format),
    readLog(text, { ...format, heading: title }),
    readLog(result, format),
  ];
  if (after.entries.length !== ours.entries.length + theirs.entries.length)
    return refused(`Below "${title}" the log would read differently; it was left as it is.`, lines[0]?.number ?? null);
  return planned(...splices);
}
