import { normalizeName } from "../../people/normalize-name";
import { isPerson, type NoteFacts } from "../../people/people-rules";
import { readTexts } from "../../people/read-values";
import { DEFAULT_SETTINGS, type Settings } from "../../people/settings/settings";
import { detectPeople, rulesOf, type Candidate } from "./detect-people";
import { detectSpellings, namesFrom, type SpellingFound } from "./detect-spellings";
import { detectPlugins, type PluginId } from "./plugin-marks";
import type { VaultConfig } from "./vault-config";

/** What is known of a note without reading it whole. */
export interface SurveyedNote extends NoteFacts {
  /** The titles of its headings. */
  readonly headings: readonly string[];
}

/** What a first look at a vault proposes, with the evidence; nothing holds until a person confirms it. */
export interface Proposal {
  readonly candidates: readonly Candidate[];
  readonly spellings: readonly SpellingFound[];
  readonly circles: readonly { readonly name: string; readonly count: number; readonly known: boolean }[];
  readonly logHeading: string;
  readonly peopleCount: number;
  /** The plugins whose data person notes hold: it can be adopted. */
  readonly plugins: readonly { readonly plugin: PluginId; readonly count: number }[];
  readonly config: VaultConfig;
}

const LOG_TITLES = ["log", "contact log", "interaction log", "interactions", "touches", "history", "conversations"];

/** Proposes how this vault keeps its people. */
export function propose(notes: readonly SurveyedNote[], config: VaultConfig): Proposal {
  const candidates = detectPeople(notes, config.templateFolders);
  const rules = rulesOf(candidates, config.templateFolders);
  const people = notes.filter((note) => isPerson(note, rules));
  let plugins: Proposal["plugins"] | null = null;
  return {
    candidates,
    spellings: detectSpellings(people.map((note) => note.properties)),
    circles: circlesOf(people),
    logHeading: logHeadingOf(people),
    peopleCount: people.length,
    // Asked for by who shows a proposal, not by who goes on with it.
    get plugins() {
      return (plugins ??= detectPlugins(people));
    },
    config,
  };
}

/** The settings that a proposal comes to, with the candidates that were kept. */
export function settingsFrom(
  proposal: Proposal,
  kept: readonly Candidate[] = proposal.candidates,
  base: Settings = DEFAULT_SETTINGS,
): Settings {
  const { dailyNotes, templateFolders } = proposal.config;
  const folder = kept.map(({ rule }) => (rule.kind === "folder" ? rule.folder : "")).find((name) => name !== "");
  return {
    ...base,
    people: rulesOf(kept, templateFolders),
    propertyNames: namesFrom(proposal.spellings),
    logHeading: proposal.logHeading,
    newPersonFolder: folder ?? base.newPersonFolder,
    dailyNotes,
  };
}

function circlesOf(people: readonly NoteFacts[]): Proposal["circles"] {
  const known = new Set(DEFAULT_SETTINGS.circles.map((circle) => normalizeName(circle.name)));
  const counts = new Map<string, { name: string; count: number }>();
  for (const { properties } of people) {
    const circles = readTexts(properties.get("circle"));
    for (const name of circles.kind === "value" ? circles.value : []) {
      const found = counts.get(normalizeName(name)) ?? { name, count: 0 };
      counts.set(normalizeName(name), { ...found, count: found.count + 1 });
    }
  }
  return [...counts.values()]
    .map(({ name, count }) => ({ name, count, known: known.has(normalizeName(name)) }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** The heading under which most people of this vault have their history; ours where none is used. */
function logHeadingOf(people: readonly SurveyedNote[]): string {
  const counts = new Map<string, { title: string; count: number }>();
  for (const { headings } of people) {
    for (const title of headings) {
      const folded = title.trim().toLowerCase();
      if (!LOG_TITLES.includes(folded)) continue;
      const found = counts.get(folded) ?? { title: title.trim(), count: 0 };
      counts.set(folded, { ...found, count: found.count + 1 });
    }
  }
  const best = [...counts.entries()].sort(
    ([a, x], [b, y]) => y.count - x.count || LOG_TITLES.indexOf(a) - LOG_TITLES.indexOf(b),
  )[0];
  return best && !counts.has("log") ? best[1].title : "Log";
}
