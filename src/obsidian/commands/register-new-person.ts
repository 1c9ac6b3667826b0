import type { Editor } from "obsidian";
import { addPerson, type PersonDraft } from "../../core/actions/add-person";
import { linkAt } from "../../core/text/note/link-at";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { EMPTY_START, NewPersonModal, type NewPersonStart } from "../forms/new-person-modal";
import { withoutMd } from "../../core/text/note/without-md";

/** Registers the ways to a new person: the palette, and a link to a note that is not there yet. */
export function registerNewPerson(host: PluginHost): void {
  const { plugin } = host;
  plugin.addCommand({
    id: "new-person",
    name: words.newPerson.command,
    callback: () => {
      openNewPerson(host);
    },
  });
  plugin.addCommand({
    id: "new-person-from-link",
    name: words.newPerson.fromLink,
    editorCheckCallback: (checking, editor) => {
      const start = startFromLink(host, editor);
      if (start && !checking) openNewPerson(host, start);
      return start !== null;
    },
  });
  plugin.registerEvent(
    plugin.app.workspace.on("editor-menu", (menu, editor) => {
      const start = startFromLink(host, editor);
      if (start)
        menu.addItem((item) =>
          item
            .setTitle(words.newPerson.fromLink)
            .setIcon("user-plus")
            .onClick(() => {
              openNewPerson(host, start);
            }),
        );
    }),
  );
}

/** Opens the form for a new person; what is made is shown, with its own undo. */
export function openNewPerson(host: PluginHost, start: NewPersonStart = EMPTY_START): void {
  const { plugin, desk, settings } = host;
  const circles = settings.get().circles.map(({ name }) => name);
  new NewPersonModal(
    plugin.app,
    start,
    circles,
    () => desk.context(),
    (draft) => void make(host, draft),
  ).open();
}

async function make({ desk }: PluginHost, draft: PersonDraft): Promise<void> {
  const changed = await desk.performNew((context) => addPerson(context, draft));
  const [path] = changed.written;
  if (path !== undefined) await desk.openNote(path, null, false);
}

/** The link under the cursor, where it leads to no note yet. */
function startFromLink({ plugin }: PluginHost, editor: Editor): NewPersonStart | null {
  const cursor = editor.getCursor();
  const target = linkAt(editor.getLine(cursor.line), cursor.ch);
  const here = plugin.app.workspace.getActiveFile()?.path ?? "";
  if (target === null || plugin.app.metadataCache.getFirstLinkpathDest(target, here)) return null;
  const name = withoutMd(target.slice(target.lastIndexOf("/") + 1));
  return { name, path: target.includes("/") ? target : null };
}
