import { Notice } from "obsidian";
import { daysElsewhere, deleteTouch, editTouch, ownLineOf } from "../../../core/actions/edit-touch";
import type { TouchRow } from "../../../core/lists/touch-rows";
import type { Person } from "../../../core/index/person";
import { noteFormat } from "../../../core/index/note-format";
import { words } from "../../../core/words/words";
import { markNoContact } from "../mentions-modal";
import type { PluginHost } from "../../plugin-host";
import { todayHere } from "../../adapter/calendar-day";
import { EditTouchModal } from "./edit-touch-modal";
import { TouchesModal } from "./touches-modal";

/** Shows the touches with a person, to look through, edit and delete. */
export function showTouches(host: PluginHost, path: string): void {
  const { plugin, index, runner } = host;
  const onPerson = (act: (person: Person) => void): void => {
    const person = index.person(path);
    if (person) act(person);
  };
  new TouchesModal(plugin.app, {
    person: () => index.person(path),
    onChange: (listener) => index.onChange(listener),
    log: () => {
      onPerson((person) => {
        host.do("touch", { people: [person] });
      });
    },
    edit: (row) => {
      onPerson((person) => void openEdit(host, person, row));
    },
    delete: (row) => {
      onPerson(
        (person) =>
          void runner.perform(words.touches.deleted, (context) =>
            deleteTouch(context, row.touch, daysElsewhere(person)),
          ),
      );
    },
    open: (row) => void runner.openNote(row.touch.path, row.touch.line, false),
    notContact: (row) => {
      onPerson((person) => {
        markNoContact(host, person, row.touch.path);
      });
    },
  }).open();
}

async function openEdit({ plugin, runner, settings }: PluginHost, person: Person, { touch }: TouchRow): Promise<void> {
  const context = runner.context();
  const own = ownLineOf(await context.store.read(touch.path), touch, context);
  if (!own) {
    new Notice(words.touches.gone);
    return;
  }
  const options = {
    name: person.name,
    own,
    hasBelow: own.text !== touch.text,
    today: todayHere(),
    format: noteFormat(settings.get()).log,
  };
  new EditTouchModal(plugin.app, options, (patch) => {
    if (Object.keys(patch).length === 0) return;
    void runner.perform(words.touches.changed, (now) => editTouch(now, touch, patch, daysElsewhere(person)));
  }).open();
}
