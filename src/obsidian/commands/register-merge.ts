import { mergePeople, previewMerge } from "../../core/actions/merge.action";
import type { Person } from "../../core/index/person";
import { noteName } from "../../core/people/people-rules";
import { words } from "../../core/words/words";
import { PickTextModal } from "../forms/pick-text-modal";
import type { PluginHost } from "../plugin-host";
import { addPersonCommand } from "./register-commands";
import { MergeModal } from "../forms/merge-modal";

/** Registers putting a duplicate, or a copy that a sync left, into its person. */
export function registerMerge(host: PluginHost): void {
  addPersonCommand(host, "merge", words.merge.command, (person) => {
    new PickTextModal(
      host.plugin.app,
      words.merge.pick,
      duplicatesOf(host, person),
      (from) => void show(host, from, person.path),
    ).open();
  });
}

/** Copies that a sync left first: those are nobody, so the index does not know them. */
function duplicatesOf({ plugin, index }: PluginHost, person: Person): string[] {
  const copies = plugin.app.vault
    .getMarkdownFiles()
    .map(({ path }) => path)
    .filter((path) => /conflicted copy|\.sync-conflict-/i.test(path));
  const own = copies.filter((path) => noteName(path).startsWith(person.name));
  const others = index
    .people()
    .map(({ path }) => path)
    .sort();
  return [...new Set([...own, ...copies, ...others])].filter((path) => path !== person.path);
}

async function show({ plugin, desk }: PluginHost, from: string, into: string): Promise<void> {
  if (!(await desk.context().store.exists(from))) return;
  const preview = await previewMerge(desk.context(), from, into);
  new MergeModal(
    plugin.app,
    { from: noteName(from), into: noteName(into) },
    preview,
    () => void desk.act(words.merge.done(noteName(into)), (context) => mergePeople(context, from, into)),
  ).open();
}
