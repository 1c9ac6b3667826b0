import { replyTouch, type ReplyAct, type ReplyDraft } from "../../core/actions/owed";
import { logTouch } from "../../core/actions/log-touch";
import type { Person } from "../../core/index/person";
import { noteFormat } from "../../core/index/note-format";
import { touchText } from "../../core/log/touch-line";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { todayHere } from "../adapter/calendar-day";
import { LineFormModal } from "../forms/relationships/line-form-modal";

const STARTING_TEXT: Readonly<Record<ReplyAct, string>> = {
  theyWrote: "",
  answer: "",
  holding: words.owed.form.holdingText,
  decline: words.owed.form.declineText,
};

/** Asks for one line about a letter that came, is held, declined or answered, and logs it. */
export function openReplyForm(host: PluginHost, act: ReplyAct, person: Person): void {
  const today = todayHere();
  const format = noteFormat(host.settings.get()).log;
  const touch = (values: Readonly<Record<string, string>>): ReturnType<typeof replyTouch> =>
    replyTouch(act, draftOf(values), today);
  new LineFormModal(host.plugin.app, {
    title: words.owed.form[act](person.name),
    fields: [
      { key: "day", label: words.lineForm.day, value: "today" },
      { key: "channel", label: words.lineForm.channel, placeholder: words.lineForm.channelPlaceholder },
      { key: "text", label: words.lineForm.text, value: STARTING_TEXT[act] },
    ],
    save: words.lineForm.save,
    check: (values) => {
      const made = touch(values);
      return made
        ? { ok: true, line: `- ${made.date} ${touchText(made, format.knownChannels)}`.trimEnd() }
        : { ok: false, message: wrong(values) };
    },
    onSave: (values) => {
      const made = touch(values);
      if (made) void host.desk.perform([person], words.owed.done[act], (context) => logTouch(context, [person], made));
    },
  }).open();
}

function draftOf(values: Readonly<Record<string, string>>): ReplyDraft {
  return { day: values["day"] ?? "", channel: values["channel"] ?? "", text: values["text"] ?? "" };
}

function wrong(values: Readonly<Record<string, string>>): string {
  return /[\s:]/.test((values["channel"] ?? "").trim()) ? words.touchForm.badChannel : words.touchForm.badDay;
}
