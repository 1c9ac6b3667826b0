import type { Context } from "../ports";
import { words } from "../words/words";
import type { Action, Answer } from "./action";
import type { Restored } from "./interrupted";
import { redo, undo } from "./undo";

export const undoAction: Action = {
  id: "undo",
  about: "Undo the last action made on this device, or take back one that was interrupted",
  takes: [],
  commands: [{ id: "undo", label: "Undo last action", does: "undo" }],
  run: (context) => turned(context, undo),
};

export const redoAction: Action = {
  id: "redo",
  about: "Do again what was undone last, or finish what was interrupted",
  takes: [],
  commands: [{ id: "redo", label: "Redo last action", does: "redo" }],
  run: (context) => turned(context, redo),
};

async function turned(context: Context, turn: (context: Context) => Promise<Restored>): Promise<Answer> {
  const { restored, refused } = await turn(context);
  return { data: { restored, refused }, text: restored.map(words.done.restored).join("\n"), refused };
}
