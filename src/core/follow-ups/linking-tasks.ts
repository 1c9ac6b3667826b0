import { isTemplateOrCopy, type PeopleRules } from "../people/people-rules";
import { linksInText } from "./links-in-text";
import { isOpen, type NoteTask } from "./note-task";

/** A quick look: an open box and a link in one line, or an introduction. */
const LINKING_BOX = /^.*\[[ /]\][^\n]*\[[^\n]*$/m;
const INTRODUCTION = /intro\s*::/i;

/** Whether a note's tasks may be anybody's promises, at a glance: an open box and a link, or an introduction; never in a template or a copy. */
export function mayHoldPromises(path: string, text: string, rules: Pick<PeopleRules, "templateFolders">): boolean {
  return (LINKING_BOX.test(text) || INTRODUCTION.test(text)) && !isTemplateOrCopy(path, rules);
}

/** Whether a task is open, or an introduction whatever became of it, and has a link in it. */
export function isLinkingTask(task: NoteTask): boolean {
  return (isOpen(task) || task.fields.has("intro")) && [task.text, ...task.fields.values()].some((part) => linksInText(part).length > 0);
}
