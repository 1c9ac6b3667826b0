import { isTemplateOrCopy, type PeopleRules } from "../people/people-rules";
import { linksInText } from "../tasks/links-in-text";
import { isOpen, type NoteTask } from "../tasks/note-task";

const INTRODUCTION = /intro\s*::/i;

/**
 * Whether a note's tasks may be anybody's promises, at a glance: an open box and a link, or an introduction; never in a
 * template or a copy.
 */
export function mayHoldPromises(path: string, text: string, rules: Pick<PeopleRules, "templateFolders">): boolean {
  return (mayLink(text) || (text.includes("::") && INTRODUCTION.test(text))) && !isTemplateOrCopy(path, rules);
}

/** Whether a task is open, or an introduction whatever became of it, and has a link in it. */
export function isLinkingTask(task: NoteTask): boolean {
  return (
    (isOpen(task) || task.fields.has("intro")) &&
    [task.text, ...task.fields.values()].some((part) => linksInText(part).length > 0)
  );
}

/** A quick look before the note is read: an open box, and a bracket behind it in the same line. */
function mayLink(text: string): boolean {
  return hasBoxAndBracket(text, "[ ]") || hasBoxAndBracket(text, "[/]");
}

function hasBoxAndBracket(text: string, box: string): boolean {
  for (let at = text.indexOf(box); at >= 0; at = text.indexOf(box, at + 1)) {
    const bracket = text.indexOf("[", at + box.length);
    if (bracket < 0) return false;
    if (text.slice(at, bracket).includes("\n")) continue;
    return true;
  }
  return false;
}
