import type { CivilDate } from "../text/dates/civil-date";
import { readDay } from "../text/dates/day-words";
import type { NameBook, Nameable } from "../entry/find-people";
import { parseQuickEntry } from "../entry/parse-quick-entry";
import { normalizeName } from "../people/normalize-name";
import { EMPTY_DRAFT, type TouchDraft } from "./touch-draft";
import { refuseNextStep, type NextStep } from "./touch-next-step";
import { words } from "../words/words";

/** What a person has done in the form so far. */
export interface TouchFormState {
  /** Those it was opened for, and those added by hand. */
  readonly people: readonly Nameable[];
  readonly line: string;
  /** Fields changed by hand; they go before what the line says. */
  readonly byHand: Partial<TouchDraft>;
  /** Paths, and names that nobody has, that were taken out again. */
  readonly excluded: readonly string[];
  /** Who was chosen for a name that several have, by the folded name. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly next: NextDraft;
}

export interface NextDraft {
  readonly kind: NextStep["kind"];
  readonly text: string;
  readonly day: string;
}

const NO_NEXT: NextDraft = { kind: "follow-up", text: "", day: "" };

/** The form as it is to be shown. */
export interface TouchForm {
  readonly people: readonly Nameable[];
  /** Names that nobody has: their notes will be made. */
  readonly newNames: readonly string[];
  /** Names that several have, not chosen among yet. */
  readonly open: readonly { readonly text: string; readonly people: readonly Nameable[] }[];
  readonly draft: TouchDraft;
}

export function openTouchForm(people: readonly Nameable[], byHand: Partial<TouchDraft> = {}): TouchFormState {
  return { people, line: "", byHand, excluded: [], chosen: {}, next: NO_NEXT };
}

/** What the line and the fields come to. */
export function touchForm(
  state: TouchFormState,
  book: NameBook,
  today: CivilDate,
  knownChannels: readonly string[],
): TouchForm {
  const entry = parseQuickEntry(state.line, book, today, knownChannels, state.people.length > 0);
  const isSaid = state.line.trim() !== "";
  const chosen = entry.ambiguous.map(({ text, people }) => ({
    text,
    people,
    choice: people.find(({ path }) => path === state.chosen[normalizeName(text)]),
  }));
  const people = [...state.people, ...entry.people, ...chosen.flatMap(({ choice }) => choice ?? [])];
  const byPath = new Map(
    people.filter(({ path }) => !state.excluded.includes(path)).map((person) => [person.path, person]),
  );
  // Those the form was opened for already settle whom a shared name means.
  const open = chosen.filter(({ choice, people: meant }) => !choice && !meant.some(({ path }) => byPath.has(path)));
  return {
    people: [...byPath.values()],
    newNames: entry.unknown.filter((name) => !state.excluded.includes(name)),
    open: open.map(({ text, people: meant }) => ({ text, people: meant })),
    draft: {
      ...EMPTY_DRAFT,
      ...(isSaid
        ? {
            day: entry.date ?? entry.unreadDay ?? EMPTY_DRAFT.day,
            channel: entry.channel ?? "",
            direction: entry.direction ?? EMPTY_DRAFT.direction,
            note: entry.text,
            owesReply: entry.owesReply,
          }
        : {}),
      ...state.byHand,
    },
  };
}

/** What comes next, checked; null where the form says nothing of it. */
export type CheckedNext =
  { readonly ok: true; readonly step: NextStep | null } | { readonly ok: false; readonly message: string };

export function checkNext({ kind, text, day }: NextDraft, today: CivilDate): CheckedNext {
  if (text.trim() === "" && day.trim() === "") return { ok: true, step: null };
  const date = day.trim() === "" ? null : readDay(day, today, "next");
  if (day.trim() !== "" && date === null) return { ok: false, message: words.touchForm.badDay };
  const step: NextStep = { kind, text: text.trim(), day: date };
  const message = refuseNextStep(step, today);
  return message === null ? { ok: true, step } : { ok: false, message };
}
