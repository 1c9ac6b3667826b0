import type { CivilDate } from "../text/dates/civil-date";
import { readDay } from "../text/dates/day-words";
import type { NameBook, Nameable } from "../entry/find-people";
import { parseQuickEntry, type UnsureDay, type UnsurePerson } from "../entry/parse-quick-entry";
import { normalizeName } from "../people/normalize-name";
import { EMPTY_DRAFT, type TouchDraft } from "./touch-draft";
import { refuseNextStep, type NextStep } from "./touch-next-step";
import { joined } from "../words/parts";
import { words } from "../words/words";

/** What a person has done in the form so far. */
export interface TouchFormState {
  /** Those it was opened for, and those added by hand. */
  readonly people: readonly Nameable[];
  /** New people beside those that the line names. */
  readonly newNames: readonly string[];
  readonly line: string;
  /** Fields changed by hand; they go before what the line says. */
  readonly byHand: Partial<TouchDraft>;
  /** Paths, and names of new people, that were taken out again. */
  readonly excluded: readonly string[];
  /** Who is meant by words that are not sure, by the folded words. */
  readonly chosen: Readonly<Record<string, WhoIsMeant>>;
  readonly next: NextDraft;
}

/** Somebody known, somebody whose note is to be made, or nobody: the words are text. */
export type WhoIsMeant = { readonly path: string } | { readonly newName: string } | "nobody";

export interface NextDraft {
  readonly kind: NextStep["kind"];
  readonly text: string;
  readonly day: string;
}

const NO_NEXT: NextDraft = { kind: "follow-up", text: "", day: "" };

/** The form as it is to be shown. */
export interface TouchForm {
  readonly people: readonly Nameable[];
  /** Those whose notes will be made, as was said. */
  readonly newNames: readonly string[];
  /** Words that could be somebody: saving waits until it is said whom they mean. */
  readonly open: readonly UnsurePerson[];
  /** Words that could be the day, until a day is given. */
  readonly openDay: UnsureDay | null;
  readonly draft: TouchDraft;
}

export function openTouchForm(people: readonly Nameable[], byHand: Partial<TouchDraft> = {}): TouchFormState {
  return { people, newNames: [], line: "", byHand, excluded: [], chosen: {}, next: NO_NEXT };
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
  const unsure = entry.unsure.map((one) => ({ ...one, choice: state.chosen[normalizeName(one.text)] }));
  const chosen = unsure.flatMap(({ choice }) =>
    typeof choice === "object" && "path" in choice ? (book.people.find(({ path }) => path === choice.path) ?? []) : [],
  );
  const byPath = new Map(
    [...state.people, ...entry.people, ...chosen]
      .filter(({ path }) => !state.excluded.includes(path))
      .map((person) => [person.path, person]),
  );
  const newNames = unsure.flatMap(({ choice }) =>
    typeof choice === "object" && "newName" in choice ? [choice.newName] : [],
  );
  const texts = unsure.flatMap(({ text, choice }) => (choice === "nobody" ? [text] : []));
  return {
    people: [...byPath.values()],
    newNames: [...state.newNames, ...newNames].filter((name) => !state.excluded.includes(name)),
    // Those the form was opened for already settle whom a shared name means.
    open: unsure.flatMap(({ choice, ...one }) =>
      choice || (one.newName === null && one.people.some(({ path }) => byPath.has(path))) ? [] : [one],
    ),
    openDay: state.byHand.day === undefined ? entry.unsureDay : null,
    draft: {
      ...EMPTY_DRAFT,
      ...(isSaid
        ? {
            day: entry.date ?? entry.unsureDay?.text ?? EMPTY_DRAFT.day,
            channel: entry.channel ?? "",
            direction: entry.direction ?? EMPTY_DRAFT.direction,
            note: joined([entry.text, ...texts], " "),
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
