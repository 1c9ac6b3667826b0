import { applyEdits, modify, parse, type ParseError } from "jsonc-parser";
import { changeMarks } from "../mentions/change-marks";
import type { Marks } from "../ports";
import { words } from "../words/words";
import { readSettings } from "./repair-settings";

/** The text of data.json after a change, or why it was not made. */
export type EditedSettings = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** Changes in the text of data.json what is marked as no contact; everything else in it stays as it is written. */
export function editMarks(text: string, marks: Marks): EditedSettings {
  const errors: ParseError[] = [];
  const data: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof data !== "object" || data === null || Array.isArray(data)) return { ok: false, message: words.mentions.damaged };
  const changed = changeMarks(readSettings(data).settings.mentions.notContact, marks);
  if (!changed.ok) return changed;
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return { ok: true, text: applyEdits(text, modify(text, ["mentions", "notContact"], changed.notContact, { formattingOptions: { insertSpaces: true, tabSize: 2, eol } })) };
}
