import type { App } from "obsidian";
import { propose, type Proposal, type SurveyedNote } from "../../core/entry/detection/propose";
import { CONFIG_FILES, readVaultConfig } from "../../core/entry/detection/vault-config";
import { propertyTags } from "../../core/people/people-rules";
import { bodyTagsOf, headingsOf, propertiesOf } from "./note-source";

/** Looks at the vault through the metadata cache, reading no note, and proposes how it keeps its people. */
export async function surveyVault(app: App): Promise<Proposal> {
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
  return propose(
    notes,
    readVaultConfig((file) => config.get(file) ?? null),
  );
}
