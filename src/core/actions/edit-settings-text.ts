import { applyEdits, modify, parse, type ParseError } from "jsonc-parser";
import type { SettingsChange } from "../ports";
import { words } from "../words/words";
import { changeSettings } from "./change-settings";
import { readSettings } from "../people/settings/repair-settings";
import type { Settings } from "../people/settings/settings";

/** The text of data.json after a change, or why it was not made. */
export type EditedSettings =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** Where in data.json stands what an action may change. */
const PARTS: readonly (readonly [path: string[], of: (settings: Settings) => unknown])[] = [
  [["mentions", "notContact"], ({ mentions }) => mentions.notContact],
  [["circles"], ({ circles }) => circles],
  [["propertyNames"], ({ propertyNames }) => propertyNames],
];

/**
 * Changes in the text of data.json what an action does to the settings; everything else in it stays as it is written.
 */
export function editSettings(text: string, change: SettingsChange): EditedSettings {
  const errors: ParseError[] = [];
  const data: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof data !== "object" || data === null || Array.isArray(data))
    return { ok: false, message: words.mentions.damaged };
  const { settings } = readSettings(data);
  const changed = changeSettings(settings, change);
  if (!changed.ok) return changed;
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: text.includes("\r\n") ? "\r\n" : "\n" };
  const result = PARTS.filter(([, of]) => of(changed.settings) !== of(settings)).reduce(
    (now, [path, of]) => applyEdits(now, modify(now, path, of(changed.settings), { formattingOptions })),
    text,
  );
  return { ok: true, text: result };
}
