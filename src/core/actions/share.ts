import { addDays, type CivilDate } from "../text/dates/civil-date";
import { linksInText } from "../tasks/links-in-text";
import { fingerprint } from "../text/note/fingerprint";
import { findFrontmatter } from "../text/note/frontmatter";
import { inlineTags } from "../text/note/inline-tags";
import { readFrontmatter, type Properties, propertiesOf } from "../text/note/read-frontmatter";
import { isTemplateOrCopy, noteName, propertyTags } from "../people/people-rules";
import type { Person } from "../index/person";
import { readTexts } from "../people/read-values";
import { NoteError, type Context } from "../ports";
import { isClosed } from "../today/standing";
import { rankPeople, type Reader, type SharedNote, type Suited } from "../relationships/share/rank-people";
import { sharesOfDay, type DayShare, type Sent } from "../relationships/share/shares-of-day";
import { touchOnDay, type Touch } from "../log/touch";
import { words } from "../words/words";
import { linkTo } from "./link-to";

/** Whom a note suits, best first, and to whom it was already sent. */
export interface ShareList {
  readonly path: string;
  readonly people: readonly Suited[];
  readonly sent: readonly { readonly name: string; readonly path: string; readonly date: CivilDate }[];
}

/** Ranks everybody for a note; whoever has had it already is named apart. Null where there is no such note. */
export async function suitedFor(context: Context, note: string): Promise<ShareList | null> {
  const path = context.store.resolveLink(note, "");
  if (path === null) return null;
  const people = (await context.store.readPeople()).filter(
    (person) => !isClosed(person, context.today) && person.path !== path,
  );
  const sent = people.flatMap((person) => {
    const touch = person.touches.find(({ text, gave }) =>
      linksInText(`${text} ${gave ?? ""}`).some((target) => context.store.resolveLink(target, person.path) === path),
    );
    return touch ? [{ name: person.name, path: person.path, date: touch.date }] : [];
  });
  const had = new Set(sent.map((one) => one.path));
  const readers: Reader[] = [];
  for (const person of people) if (!had.has(person.path)) readers.push(await readerOf(context, person, path));
  return { path, people: rankPeople(sharedNote(context, path, await context.store.read(path)), readers), sent };
}

/** The touch that sending a note to somebody is: `→ message: shared [[Note]]`. */
export function shareTouch(
  context: Pick<Context, "store" | "today">,
  person: Pick<Person, "path">,
  path: string,
  channel: string | null,
  text: string,
): Touch {
  const link = linkTo(context, { name: noteName(path), path }, person.path);
  const said = text.trim() === "" ? words.share.logged(link) : `${words.share.logged(link)}, ${text.trim()}`;
  return { ...touchOnDay(context.today), direction: "out", channel, text: said };
}

/** How many notes one day looks at, and for how many days somebody who had something is left in peace. */
const MOST_NOTES = 60;
const REST_DAYS = 14;

/** The one or two shares of today, from the notes in the folders that the settings name; none where they name none. */
export async function sharesToday(context: Context): Promise<DayShare[]> {
  const { shareFolders, sharesADay } = context.settings.relationships;
  const { store, today } = context;
  if (shareFolders.length === 0 || sharesADay === 0) return [];
  const everybody = await store.readPeople();
  const isPerson = new Set(everybody.map(({ path }) => path));
  const people = everybody.filter((person) => !isClosed(person, today));
  const found = (await store.listNotes()).filter(
    (path) =>
      shareFolders.some((folder) => path.toLowerCase().startsWith(`${folder.toLowerCase()}/`)) &&
      !isPerson.has(path) &&
      !isTemplateOrCopy(path, context.settings.people),
  );
  const paths = inTurn(found, today).slice(0, MOST_NOTES);
  const readers = people.map(({ path, name, interests }): Reader => ({
    path,
    name,
    interests,
    tags: [],
    text: "",
    linksHere: false,
  }));
  return sharesOfDay(
    await Promise.all(paths.map(async (path) => sharedNote(context, path, await textOf(context, path)))),
    readers,
    sentIn(people, context),
    today,
    sharesADay,
    addDays(today, -REST_DAYS),
  );
}

/** Everything that was sent: touches that link a note. */
function sentIn(people: readonly Person[], { store, today }: Pick<Context, "store" | "today">): Sent[] {
  return people.flatMap((person) =>
    person.touches
      .filter(({ date, text, gave }) => date <= today && (text.includes("[") || (gave?.includes("[") ?? false)))
      .flatMap(({ date, text, gave }) =>
        linksInText(`${text} ${gave ?? ""}`).flatMap((target): Sent[] => {
          const note = store.resolveLink(target, person.path);
          return note === null ? [] : [{ note, person: person.path, date }];
        }),
      ),
  );
}

/** Where there are more notes than one day looks at, each day looks at others. */
function inTurn(paths: readonly string[], today: CivilDate): string[] {
  const keyed = paths.map((path) => ({
    path,
    key: paths.length > MOST_NOTES ? fingerprint(`${today} ${path}`) : path,
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ path }) => path);
}

function sharedNote(context: Context, path: string, text: string): SharedNote {
  const properties = propertiesIn(text, context);
  const topics = [...properties]
    .filter(([key]) => /^(?:topics?|categor(?:y|ies)|subjects?|keywords?)$/i.test(key))
    .flatMap(([, value]) => {
      const texts = readTexts(value);
      return texts.kind === "value" ? texts.value : [];
    });
  const body = text.slice(findFrontmatter(text).bodyFrom);
  const links = linksInText(body).flatMap((target) => context.store.resolveLink(target, path) ?? []);
  return {
    path,
    name: noteName(path),
    text: body,
    topics: [...propertyTags(properties), ...inlineTags(text), ...topics],
    links,
  };
}

async function readerOf(context: Context, person: Person, shared: string): Promise<Reader> {
  const text = await textOf(context, person.path);
  const body = text.slice(findFrontmatter(text).bodyFrom);
  const linksHere = linksInText(body).some((target) => context.store.resolveLink(target, person.path) === shared);
  return {
    path: person.path,
    name: person.name,
    interests: person.interests,
    tags: [...propertyTags(propertiesIn(text, context)), ...inlineTags(text)],
    text: body,
    linksHere,
  };
}

function propertiesIn(text: string, context: Context): Properties {
  const head = readFrontmatter(text, context.parseYaml);
  return propertiesOf(head);
}

/** A note that cannot be read now has no words in common. */
async function textOf({ store }: Context, path: string): Promise<string> {
  try {
    return await store.read(path);
  } catch (error) {
    if (error instanceof NoteError) return "";
    throw error;
  }
}
