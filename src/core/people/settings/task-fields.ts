import { words } from "../../words/words";
import { isCalendarPath } from "./calendar-path";
import { isHeading, noPlace, noTag } from "./field-checks";
import type { SettingField } from "./setting-fields";

const { fields } = words.taskSettings;

/** The settings of recurring tasks and of the calendar. */
export const TASK_FIELDS: readonly SettingField[] = [
  {
    key: "tasks.practicesNote",
    group: "tasks",
    ...fields.practicesNote,
    control: "text",
    show: (s) => s.tasks.practicesNote,
    put: (s, value) => {
      const practicesNote = notePath(String(value));
      return noPlace([practicesNote]) === null
        ? { ...s, tasks: { ...s.tasks, practicesNote } }
        : words.settings.badPlace(practicesNote);
    },
  },
  {
    key: "tasks.heading",
    group: "tasks",
    ...fields.heading,
    control: "text",
    show: (s) => s.tasks.heading,
    put: (s, value) =>
      isHeading(String(value))
        ? { ...s, tasks: { ...s.tasks, heading: String(value).trim() } }
        : words.settings.badHeading,
  },
  {
    key: "tasks.followUps",
    group: "tasks",
    ...fields.followUps,
    control: "choice",
    choices: words.taskSettings.followUps,
    show: (s) => s.tasks.followUps,
    put: (s, value) => ({
      ...s,
      tasks: { ...s.tasks, followUps: value === "people" || value === "tag" ? value : "anywhere" },
    }),
  },
  {
    key: "tasks.followUpTag",
    group: "tasks",
    ...fields.followUpTag,
    control: "text",
    show: (s) => s.tasks.followUpTag,
    put: (s, value) => {
      const followUpTag = String(value).trim().replace(/^#/, "");
      return followUpTag !== "" && noTag([followUpTag]) === null
        ? { ...s, tasks: { ...s.tasks, followUpTag } }
        : words.settings.badTag(followUpTag);
    },
  },
  {
    key: "tasks.format",
    group: "tasks",
    ...fields.format,
    control: "choice",
    choices: words.taskSettings.formats,
    show: (s) => s.tasks.format,
    put: (s, value) => ({
      ...s,
      tasks: { ...s.tasks, format: value === "emoji" || value === "dataview" ? value : "auto" },
    }),
  },
  {
    key: "tasks.calendarFile",
    group: "tasks",
    ...fields.calendarFile,
    control: "text",
    show: (s) => s.tasks.calendarFile,
    put: (s, value) =>
      isCalendarPath(String(value).trim())
        ? { ...s, tasks: { ...s.tasks, calendarFile: String(value).trim() } }
        : words.taskSettings.badCalendarFile,
  },
  {
    key: "tasks.alarms",
    group: "tasks",
    ...fields.alarms,
    control: "choice",
    choices: words.taskSettings.alarms,
    show: (s) => (s.tasks.alarms ? "on" : "off"),
    put: (s, value) => ({ ...s, tasks: { ...s.tasks, alarms: value === "on" } }),
  },
];

/** `[[Practices]]`, `Notes/Practices` and `Notes/Practices.md` are one note; "" is none. */
function notePath(text: string): string {
  const path = text
    .trim()
    .replace(/^\[\[([^\]|#]*)(?:[|#][^\]]*)?\]\]$/, "$1")
    .trim()
    .replace(/^\/+/, "");
  return path === "" || /\.md$/i.test(path) ? path : `${path}.md`;
}
