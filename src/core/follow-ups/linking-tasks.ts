import { bodyLines } from "../note/body-lines";
import { findHead } from "../note/head";
import { isTemplateOrCopy, type PeopleRules } from "../people/people-rules";
import { linksInText } from "./links-in-text";
import { isOpen, type TaskNote } from "./note-task";
import { readTasks } from "./read-tasks";

/** A quick look: an open box and a link in one line. */
const LINKING_BOX = /^.*\[[ /]\][^\n]*\[[^\n]*$/m;

/** The tasks of a note where an open one has a link in it; null for any other note. */
export function linkingTasksIn(path: string, text: string, rules: Pick<PeopleRules, "templateFolders">): TaskNote | null {
  if (!LINKING_BOX.test(text) || isTemplateOrCopy(path, rules)) return null;
  const tasks = readTasks(bodyLines(text, findHead(text).bodyFrom));
  const links = tasks.some((task) => isOpen(task) && [task.text, ...task.fields.values()].some((part) => linksInText(part).length > 0));
  return links ? { path, tasks } : null;
}
