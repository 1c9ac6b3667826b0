import { addMilestone, askHowTask, congratulation } from "../../../core/actions/congratulate";
import { logTouch } from "../../../core/actions/log-touch";
import { replyTouch } from "../../../core/actions/owed";
import type { Person } from "../../../core/index/person";
import { readMilestoneLine } from "../../../core/relationships/thanks/milestone-line";
import type { ToThank } from "../../../core/relationships/thanks/whom-to-thank";
import { taskLine } from "../../../core/tasks/add-task";
import { noteFormat } from "../../../core/index/note-format";
import { taskFormat } from "../../../core/tasks/task-format";
import type { Touch } from "../../../core/log/touch";
import { touchText } from "../../../core/log/touch-line";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { todayHere } from "../../adapter/calendar-day";
import { LineFormModal } from "./line-form-modal";

/** Takes a milestone in one line. */
export function openMilestoneForm(host: PluginHost, person: Person): void {
  const { form, done } = words.thanks;
  new LineFormModal(host.plugin.app, {
    title: form.milestone(person.name),
    fields: [
      { key: "line", label: form.what, placeholder: form.whatPlaceholder },
      { key: "ask", label: form.askHow, toggle: true },
    ],
    focus: "line",
    save: words.lineForm.save,
    taskFormat: taskFormat(host.desk.context()),
    check: (values, format) => {
      const read = readMilestoneLine(values["line"] ?? "", todayHere());
      if (!read) return { ok: false, message: form.whatMissing };
      const asks = values["ask"] === "yes" ? [taskLine(askHowTask(read), format)] : [];
      return { ok: true, line: [`${read.day} ${read.what}`, ...asks].join("\n") };
    },
    onSave: (values) => {
      const read = readMilestoneLine(values["line"] ?? "", todayHere());
      if (read)
        void host.desk.perform([person], done.milestone, (context) =>
          addMilestone(context, person, read, values["ask"] === "yes"),
        );
    },
  }).open();
}

/** Logs thanks for what somebody gave. */
export function openThankForm(host: PluginHost, person: Person, { gave }: ToThank): void {
  const { form, done } = words.thanks;
  openWord(host, person, form.thank(person.name), form.thanked(gave), done.thank);
}

/** Logs that you congratulated: on the milestone that is open, where one is. */
export function openCongratulateForm(host: PluginHost, person: Person): void {
  const { form, done } = words.thanks;
  openWord(
    host,
    person,
    form.congratulate(person.name),
    congratulation(person, host.desk.context()),
    done.congratulate,
  );
}

function openWord(
  host: PluginHost,
  person: Person,
  title: string,
  text: string,
  done: (names: string) => string,
): void {
  const format = noteFormat(host.settings.get()).log;
  const touchOf = (values: Readonly<Record<string, string>>): Touch | null =>
    replyTouch("answer", { day: "today", channel: values["channel"] ?? "", text: values["text"] ?? "" }, todayHere());
  new LineFormModal(host.plugin.app, {
    title,
    fields: [
      { key: "channel", label: words.lineForm.channel, placeholder: words.lineForm.channelPlaceholder },
      { key: "text", label: words.lineForm.text, value: text },
    ],
    save: words.lineForm.save,
    check: (values) => {
      const touch = touchOf(values);
      return touch
        ? { ok: true, line: `- ${touch.date} ${touchText(touch, format.knownChannels)}`.trimEnd() }
        : { ok: false, message: words.touchForm.badChannel };
    },
    onSave: (values) => {
      const touch = touchOf(values);
      if (touch) void host.desk.perform([person], done, (context) => logTouch(context, [person], touch));
    },
  }).open();
}
