import type { Person } from "../index/person";
import { noteFormat } from "../index/note-format";
import { touchText } from "../log/touch-line";
import type { Touch } from "../log/touch";
import type { Context } from "../ports";
import type { TaskFormat } from "../tasks/task-format";
import { words } from "../words/words";
import type { Changed } from "./change-notes";
import { logTouch } from "./log-touch";

/** One field of a short form. */
export interface LineField {
  readonly key: string;
  readonly label: string;
  readonly value?: string;
  readonly placeholder?: string;
  /** Its usual values, a tap each. */
  readonly choices?: readonly LineChoice[];
  /** A switch; its value is "yes" or "". */
  readonly toggle?: true;
}

export interface LineChoice {
  readonly title: string;
  readonly value: string;
}

/** The values of a form, by field; every field has one. */
export type LineValues = (key: string) => string;

/** What the values come to: the line that will be written and what writes it, or what is still wrong. */
export type CheckedLine =
  | { readonly ok: true; readonly line: string; readonly change: (context: Context) => Promise<Changed> }
  | { readonly ok: false; readonly message: string };

/** A short form whose result is shown as it will be written. */
export interface LineForm {
  readonly title: string;
  readonly fields: readonly LineField[];
  /** The field that has the focus first; the last one where absent. */
  readonly focus?: string;
  readonly save: string;
  /** Whether it writes a task, so that its check needs the vault's format. */
  readonly writesTask?: true;
  readonly check: (value: LineValues, taskFormat: TaskFormat) => CheckedLine;
  /** What is said afterwards of the people whose notes were written. */
  readonly said: (names: string) => string;
}

/** A short form that logs a touch with one person. */
export function touchLineForm(
  { settings }: Context,
  person: Person,
  form: Pick<LineForm, "title" | "fields" | "said"> & {
    /** The touch; null where a value is wrong. */
    readonly touch: (value: LineValues) => Touch | null;
    readonly wrong: (value: LineValues) => string;
  },
): LineForm {
  const { knownChannels } = noteFormat(settings).log;
  const { title, fields, said } = form;
  return {
    title,
    fields,
    said,
    save: words.lineForm.save,
    check: (value) => {
      const touch = form.touch(value);
      return touch
        ? {
            ok: true,
            line: `- ${touch.date} ${touchText(touch, knownChannels)}`.trimEnd(),
            change: (context) => logTouch(context, [person], touch),
          }
        : { ok: false, message: form.wrong(value) };
    },
  };
}

/** The fields that such forms share. */
export const CHANNEL_FIELD: LineField = {
  key: "channel",
  label: words.lineForm.channel,
  placeholder: words.lineForm.channelPlaceholder,
};
export function textField(value: string): LineField {
  return { key: "text", label: words.lineForm.text, value };
}
