import { introduce, introductionTask, noteIntroduction } from "../../../core/actions/introduce";
import type { CivilDate } from "../../../core/text/dates/civil-date";
import { readDay } from "../../../core/text/dates/day-words";
import { taskLine } from "../../../core/tasks/add-task";
import type { Person } from "../../../core/index/person";
import type { Introduction } from "../../../core/relationships/introductions/introductions";
import { taskFormat } from "../../../core/tasks/task-format";
import { words } from "../../../core/words/words";
import { PickPersonModal } from "../pick-person-modal";
import type { PluginHost } from "../../plugin-host";
import { todayHere } from "../../adapter/calendar-day";
import { LineFormModal } from "./line-form-modal";

/** Asks to whom somebody is to be introduced, then why. */
export function pickIntroduction(host: PluginHost, a: Person): void {
  const others = host.index.people().filter(({ path }) => path !== a.path);
  new PickPersonModal(host.plugin.app, others, (b) => {
    openIntroduceForm(host, a, b, "");
  }).open();
}

/** Asks why and when, and plans the introduction as a task in the first one's note. */
export function openIntroduceForm(host: PluginHost, a: Person, b: Person, why: string): void {
  const { form, pair, done, acts } = words.introductions;
  const dayOf = (values: Readonly<Record<string, string>>): CivilDate | null => {
    const day = readDay((values["day"] ?? "").trim() || "in 1 week", todayHere(), "next");
    return day !== null && day >= todayHere() ? day : null;
  };
  new LineFormModal(host.plugin.app, {
    title: form.title(pair(a.name, b.name)),
    fields: [
      { key: "day", label: form.day, value: "in 1 week" },
      { key: "why", label: form.why, value: why },
    ],
    save: acts.plan,
    taskFormat: taskFormat(host.desk.context()),
    check: (values, format) => {
      const day = dayOf(values);
      return day === null
        ? { ok: false, message: form.badDay }
        : { ok: true, line: taskLine(introductionTask(host.desk.context(), a, b, values["why"] ?? "", day), format) };
    },
    onSave: (values) =>
      void host.desk.act(done.planned(pair(a.name, b.name)), (context) =>
        introduce(context, a, b, values["why"] ?? "", dayOf(values)),
      ),
  }).open();
}

/** Asks how an introduction went, and keeps it on its line. */
export function openWentForm(host: PluginHost, one: Introduction): void {
  const { form, pair, done, acts } = words.introductions;
  new LineFormModal(host.plugin.app, {
    title: pair(one.a.name, one.b.name),
    fields: [{ key: "how", label: form.went }],
    save: words.lineForm.save,
    check: (values) => {
      const how = (values["how"] ?? "").trim();
      return how === "" || /[[\]]/.test(how)
        ? { ok: false, message: how === "" ? acts.went : form.wentMissing }
        : { ok: true, line: `[went:: ${how}]` };
    },
    onSave: (values) =>
      void host.desk.act(done.went(pair(one.a.name, one.b.name)), (context) =>
        noteIntroduction(context, one.id, values["how"] ?? ""),
      ),
  }).open();
}
