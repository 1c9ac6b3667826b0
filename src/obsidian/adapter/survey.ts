import type { App } from "obsidian";
import { propose, type Proposal, type SurveyedNote } from "../../core/entry/detection/propose";
import { CONFIG_FILES, readVaultConfig } from "../../core/entry/detection/vault-config";
import type { NoteUse } from "../../core/entry/first-people";
import { contactDay } from "../../core/index/dated-note";
import { linkFactsIn } from "../../core/index/link-facts";
import { propertyTags } from "../../core/people/people-rules";
import type { Settings } from "../../core/people/settings/settings";
import { noteLines } from "../../core/text/note/body-lines";
import { bodyTagsOf, headingsOf, propertiesOf } from "./note-source";

/** A first look at a vault: what it proposes, and what the sheet that asks needs of the notes. */
export interface Survey {
  readonly proposal: Proposal;
  readonly notes: readonly SurveyedNote[];
  readonly useOf: NoteUse;
  /** The text of a note; "" where there is none. */
  textOf(path: string): Promise<string>;
  /** A few of the vault's own lines in which a note with a day links to one of these people. */
  mentions(people: ReadonlySet<string>, settings: Settings): Promise<readonly string[]>;
}

const MENTION_LINES = 3;
/** The newest notes with a day are looked through, and no more. */
const MENTION_NOTES = 30;

/** Looks at the vault through the metadata cache, reading no note, and proposes how it keeps its people. */
export async function surveyVault(app: App): Promise<Survey> {
  const notes = app.vault.getMarkdownFiles().map((file): SurveyedNote => {
    const cache = app.metadataCache.getFileCache(file);
    const properties = propertiesOf(cache);
    const tags = [...propertyTags(properties), ...bodyTagsOf(cache)];
    return { path: file.path, properties, tags, headings: headingsOf(cache) };
  });
  const config = new Map<string, string>();
  for (const file of CONFIG_FILES) {
    const path = `${app.vault.configDir}/${file}`;
    if (await app.vault.adapter.exists(path)) config.set(file, await app.vault.adapter.read(path));
  }
  const proposal = propose(
    notes,
    readVaultConfig((file) => config.get(file) ?? null),
  );
  const links = linkCounts(app);
  const textOf = async (path: string): Promise<string> => {
    const file = app.vault.getFileByPath(path);
    return file ? await app.vault.cachedRead(file) : "";
  };
  return {
    proposal,
    notes,
    useOf: (path) => ({
      links: links.get(path) ?? 0,
      editedAt: app.vault.getFileByPath(path)?.stat.mtime ?? 0,
    }),
    textOf,
    mentions: (people, settings) => mentionLines(app, notes, people, settings, textOf),
  };
}

/** How many notes link to each note. */
export function linkCounts(app: App): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [from, links] of Object.entries(app.metadataCache.resolvedLinks)) {
    for (const to of Object.keys(links)) if (to !== from) counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return counts;
}

async function mentionLines(
  app: App,
  notes: readonly SurveyedNote[],
  people: ReadonlySet<string>,
  settings: Settings,
  textOf: Survey["textOf"],
): Promise<string[]> {
  const dated = notes.flatMap(({ path, properties }) => {
    const day = contactDay(path, properties, people.has(path), settings);
    const links = Object.keys(app.metadataCache.resolvedLinks[path] ?? {});
    return day !== null && links.some((to) => people.has(to)) ? [{ path, day }] : [];
  });
  const found: string[] = [];
  for (const { path } of dated.sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, MENTION_NOTES)) {
    const lines = noteLines(await textOf(path));
    for (const { target, line } of linkFactsIn(lines)) {
      const to = app.metadataCache.getFirstLinkpathDest(target, path)?.path ?? "";
      const text = lines.find(({ number }) => number === line)?.text.trim();
      if (people.has(to) && text !== undefined && !found.includes(text)) found.push(text);
      if (found.length === MENTION_LINES) return found;
    }
  }
  return found;
}
