import MiniSearch from "minisearch";
import { normalizeName } from "../../people/normalize-name";
import { singular, wordsFoundIn, wordsOf } from "../introductions/matching-words";
import { words } from "../../words/words";

/** A note that might please somebody. */
export interface SharedNote {
  readonly path: string;
  readonly name: string;
  readonly text: string;
  /** Its tags and topics. */
  readonly topics: readonly string[];
  /** The people its text links to, by path. */
  readonly links: readonly string[];
}

/** A person as sharing sees them. */
export interface Reader {
  readonly path: string;
  readonly name: string;
  readonly interests: readonly string[];
  /** Tags of their note. */
  readonly tags: readonly string[];
  /** The prose of their note. */
  readonly text: string;
  /** Whether their note links to this one, other than as something sent. */
  readonly linksHere: boolean;
}

export interface Suited {
  readonly name: string;
  readonly path: string;
  readonly why: string;
}

const LONGEST_QUERY = 4_000;
const WEIGHT = { link: 12, topic: 8, tag: 6, mentioned: 3, word: 1 };
const MOST_WORDS = 3;
/** A word that more than this share of people have says nothing about one of them. */
const COMMON_SHARE = 0.15;

/** Ranks people by how well a note suits them, best first, each with why; whom it suits not at all is left out. */
export function rankPeople(note: SharedNote, readers: readonly Reader[]): Suited[] {
  return weighPeople(note, readers).map(({ name, path, why }) => ({ name, path, why }));
}

/** The same with how much speaks for it. */
export interface Weighed extends Suited {
  readonly weight: number;
}

export function weighPeople(note: SharedNote, readers: readonly Reader[]): Weighed[] {
  const topics = new Set([...note.topics, note.name].flatMap(wordsFoundIn));
  const known = new Set([...topics, ...wordsFoundIn(note.text.slice(0, LONGEST_QUERY))]);
  const tagged = new Set(note.topics.map(normalizeName));
  const common = wordsInCommon(note, readers);
  return readers
    .flatMap((reader) => {
      const liked = reader.interests.filter((interest) => allIn(interest, topics));
      const mentioned = reader.interests.filter((interest) => !liked.includes(interest) && allIn(interest, known));
      const tags = reader.tags.filter(
        (tag) => tagged.has(normalizeName(tag)) && !liked.some((one) => normalizeName(one) === normalizeName(tag)),
      );
      const isLinked = reader.linksHere || note.links.includes(reader.path);
      // What the note is (an article) is no word in common with a person.
      const said = new Set([...liked, ...mentioned, ...tags, ...note.topics].flatMap(wordsOf));
      const found = (common.get(reader.path) ?? []).filter((word) => !said.has(singular(word)));
      // One word alone is chance, whatever else speaks for it.
      const shared = found.length > 1 ? found : [];
      const weight =
        (isLinked ? WEIGHT.link : 0) +
        liked.length * WEIGHT.topic +
        tags.length * WEIGHT.tag +
        mentioned.length * WEIGHT.mentioned +
        Math.min(MOST_WORDS, shared.length) * WEIGHT.word;
      if (weight === 0) return [];
      return [
        { weight, name: reader.name, path: reader.path, why: whyOf(isLinked, [...liked, ...mentioned], tags, shared) },
      ];
    })
    .sort((a, b) => b.weight - a.weight || (normalizeName(a.name) < normalizeName(b.name) ? -1 : 1));
}

function whyOf(
  isLinked: boolean,
  interests: readonly string[],
  tags: readonly string[],
  shared: readonly string[],
): string {
  const { why } = words.share;
  return [
    ...(isLinked ? [why.linked] : []),
    ...(interests.length > 0 ? [why.interests(interests)] : []),
    ...(tags.length > 0 ? [why.tags(tags)] : []),
    ...(shared.length > 0 ? [why.words(shared.slice(0, MOST_WORDS))] : []),
  ].join("; ");
}

/** Words that join others say nothing, however few use them. */
const JOINING = new Set(
  "about above after home house good great nice time times year years day days life lives people person place thing things work works working world long little large small right left better best kind part parts often today morning evening night month months minute hour hours start started things find found feel felt call called talk talked meet meets meeting read write wrote children family friend friends after again against almost along also although always among another around away back because been before being below between both came come could does done down during each even ever every from gave give goes going have having here hers herself himself into itself just keep kept know last later less like made make many more most much must never next only once other over perhaps said same says seem send sent shall should since some soon still such take tell than that their them then there these they thing think this those though through told took under until upon used very want wanted week well went were what when where which while whom whose will with within without would year your yours"
    .split(" ")
    .map(singular),
);

/** The words that a note has in common with few people, for each of them; found by a search over their notes. */
function wordsInCommon(note: SharedNote, readers: readonly Reader[]): Map<string, string[]> {
  const search = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: wordsOf,
    processTerm: termOf,
  });
  search.addAll(readers.map(({ text }, id) => ({ id, text })));
  const results = search.search(`${note.name} ${note.topics.join(" ")} ${note.text.slice(0, LONGEST_QUERY)}`, {
    combineWith: "OR",
  });
  const count = new Map<string, number>();
  for (const { terms } of results) for (const term of terms) count.set(term, (count.get(term) ?? 0) + 1);
  const most = Math.max(2, readers.length * COMMON_SHARE);
  const rarest = (terms: readonly string[]): string[] =>
    terms
      .filter((term) => (count.get(term) ?? 0) <= most)
      .sort((a, b) => (count.get(a) ?? 0) - (count.get(b) ?? 0) || (a < b ? -1 : 1));
  return new Map(results.map(({ id, terms }) => [readers[id as number]?.path ?? "", rarest(terms)]));
}

/** Words of four letters and more, folded; numbers say nothing. */
function termOf(term: string): string | null {
  const word = singular(normalizeName(term).replace(/[^\p{L}\p{N}]/gu, ""));
  if (JOINING.has(word)) return null;
  // A sign of Han by itself is a syllable as often as a word.
  if (Array.from(word).length < 2) return null;
  return word.length < 4 && !/[^\u0020-\u024f]/.test(word) ? null : /^\d+$/.test(word) ? null : word;
}

function allIn(phrase: string, found: ReadonlySet<string>): boolean {
  const parts = wordsOf(phrase);
  const isWhole = parts.length > 1 && found.has(parts.join(""));
  return parts.length > 0 && (isWhole || parts.every((part) => found.has(part)));
}
