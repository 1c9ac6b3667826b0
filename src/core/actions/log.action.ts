import type { CivilDate } from "../text/dates/civil-date";
import { problemAt } from "../text/note/problem";
import { nameBook, type Nameable } from "../entry/find-people";
import type { UnsurePerson } from "../entry/parse-quick-entry";
import { noteFormat } from "../index/note-format";
import { normalizeName } from "../people/normalize-name";
import { noteName } from "../people/people-rules";
import { joined } from "../words/parts";
import { words } from "../words/words";
import type { Action } from "./action";
import { DRY_RUN } from "./answers";
import { logTouch } from "./log-touch";
import { checkDraft } from "./touch-draft";
import { openTouchForm, touchForm, type TouchForm, type TouchFormState } from "./touch-form";

/** What a line leaves open, and what could be answered. */
interface Question {
  readonly about: "person" | "day" | "new-person";
  readonly message: string;
  readonly options: readonly string[];
}

export const logAction: Action = {
  id: "log",
  about: 'Log a touch from one line: "coffee with Ada yesterday: talked about the move"',
  takes: [
    { name: "line", kind: "text", about: "the line, in quotes", required: true, positional: true },
    { name: "date", kind: "day", about: "the day, whatever the line says", weekday: "last" },
    { name: "person", kind: "people", about: "whom the line means, or who was there too; may be given again" },
    { name: "new", kind: "people", about: "who is new: a note is made; may be given again" },
    DRY_RUN,
  ],
  commands: [{ id: "quick-log", label: "Log touch in one line", does: "touch" }],
  async run(context, args) {
    const { today } = context;
    const everyone = await context.store.readPeople();
    const { found, refused: unfound } = args.people("person", everyone);
    const { log } = noteFormat(context.settings);
    const book = nameBook(everyone);
    const date = args.day("date");
    const asked = { ...openTouchForm([], date === null ? {} : { day: date }), line: args.text("line") ?? "" };
    const state = answered(asked, found, args.texts("new"), (now) => touchForm(now, book, today, log.knownChannels));
    const form = touchForm(state, book, today, log.knownChannels);
    const checked = checkDraft(form.draft, today, log);
    const questions = questionsOf(form, checked.ok || checked.field !== "day" ? null : checked.message);
    const day: CivilDate | null = checked.ok && form.openDay === null ? checked.touch.date : null;
    const data = {
      people: form.people.map(({ path }) => path),
      newPeople: form.newNames,
      date: day,
      channel: form.draft.channel === "" ? null : form.draft.channel,
      direction: form.draft.direction,
      text: form.draft.note,
      line: day !== null && checked.ok ? checked.line : null,
      questions,
    };
    const isAsking = questions.length > 0 || !checked.ok || unfound.length > 0;
    if (args.flag("dry-run")) {
      const who = [...form.people.map(({ name }) => name), ...form.newNames].join(", ");
      const text = joined([who, data.line ?? "", ...questions.map(({ message }) => message)], "\n");
      return { data: { ...data, written: [], refused: unfound }, text, refused: unfound };
    }
    if (isAsking) {
      const refused = [...unfound, ...questions.map(({ message }) => problemAt("", message))];
      if (questions.length === 0 && !checked.ok) refused.push(problemAt("", checked.message));
      return { data: { ...data, written: [], refused }, text: "", refused };
    }
    const { written, refused, lastContact } = await logTouch(context, form.people, checked.touch, {
      newNames: form.newNames,
    });
    return {
      data: { ...data, written, refused },
      text: written.map((path) => words.done.touch(noteName(path), lastContact[path] ?? today)).join("\n"),
      refused,
    };
  },
};

/** The form with what the options say: first they answer what the line leaves open, then they name more people. */
function answered(
  asked: TouchFormState,
  people: readonly Nameable[],
  newNames: readonly string[],
  read: (state: TouchFormState) => TouchForm,
): TouchFormState {
  let state = asked;
  const left: Nameable[] = [];
  const choose = (one: UnsurePerson, chosen: TouchFormState["chosen"][string]): void => {
    state = { ...state, chosen: { ...state.chosen, [normalizeName(one.text)]: chosen } };
  };
  for (const person of people) {
    const { open, people: settled } = read(state);
    const fits = open.find((one) => one.people.some(({ path }) => path === person.path));
    if (fits) choose(fits, { path: person.path });
    else if (!settled.some(({ path }) => path === person.path)) left.push(person);
  }
  const added: string[] = [];
  for (const newName of newNames) {
    const open = read(state).open.filter((one) => one.newName !== null);
    const same = open.find(({ text }) => ` ${normalizeName(newName)}`.includes(` ${normalizeName(text)}`));
    const fits = same ?? (open.length === 1 ? open[0] : undefined);
    if (fits) choose(fits, { newName });
    else added.push(newName);
  }
  for (const person of left) {
    const [fits] = read(state).open;
    if (fits) choose(fits, { path: person.path });
    else state = { ...state, people: [...state.people, person] };
  }
  return { ...state, newNames: added };
}

function questionsOf(form: TouchForm, badDay: string | null): Question[] {
  const questions = form.open.map(({ text, people, newName }): Question => {
    const options = optionsOf(people);
    if (people.length === 0)
      return {
        about: "new-person",
        message: words.touchForm.isItNew(text),
        options: newName === null ? [] : [newName],
      };
    return { about: "person", message: words.touchForm.whichPerson(text, words.names(options)), options };
  });
  if (form.people.length + form.newNames.length + form.open.length === 0)
    questions.push({ about: "person", message: words.touchForm.nobodyNamed, options: [] });
  if (form.openDay) {
    const { text, options } = form.openDay;
    questions.push({ about: "day", message: words.touchForm.whichDay(text), options });
  } else if (badDay !== null) questions.push({ about: "day", message: badDay, options: [] });
  return questions;
}

/** Names, and paths where two have one. */
function optionsOf(people: readonly Nameable[]): string[] {
  const isOnly = (name: string): boolean => people.filter((one) => one.name === name).length === 1;
  return people.map(({ name, path }) => (isOnly(name) ? name : path));
}
