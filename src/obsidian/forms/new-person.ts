import type { Editor } from "obsidian";
import { addPerson, type PersonDraft } from "../../core/actions/add-person";
import { linkAt } from "../../core/text/note/link-at";
import { withoutMd } from "../../core/text/note/without-md";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { EMPTY_START, NewPersonModal, type NewPersonStart } from "./new-person-modal";

/** Opens the form for a new person; the note that is made is opened. */
export function openNewPerson({ plugin, runner, settings }: PluginHost, start: NewPersonStart = EMPTY_START): void {
  const circles = settings.get().circles.map(({ name }) => name);
  const make = async (draft: PersonDraft): Promise<void> => {
    const { written } = await runner.perform(
      (_, changed) => changed.written.map(words.newPerson.made).join(" "),
      (context) => addPerson(context, draft),
    );
    const [path] = written;
    if (path !== undefined) await runner.openNote(path, null, false);
  };
  new NewPersonModal(
    plugin.app,
    start,
    circles,
    () => runner.context(),
    (draft) => void make(draft),
  ).open();
}

/** The link under the cursor, if it leads to no note yet. */
export function startFromLink({ plugin }: PluginHost, editor: Editor): NewPersonStart | null {
  const cursor = editor.getCursor();
  const target = linkAt(editor.getLine(cursor.line), cursor.ch);
  const here = plugin.app.workspace.getActiveFile()?.path ?? "";
  if (target === null || plugin.app.metadataCache.getFirstLinkpathDest(target, here)) return null;
  const name = withoutMd(target.slice(target.lastIndexOf("/") + 1));
  return { name, path: target.includes("/") ? target : null };
}
