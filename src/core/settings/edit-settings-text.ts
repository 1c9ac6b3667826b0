import { applyEdits, modify, parse, type ParseError } from "jsonc-parser";
import type { SettingsChange } from "../ports";
import { words } from "../words/words";
import { changeSettings, type ChangedSettings } from "./change-settings";
import { readSettings } from "./repair-settings";
import type { Settings } from "./settings";
import { writeSpellings, type Spellings } from "./write-spellings";

/** The text of data.json after a change, or why it was not made. */
export type EditedSettings = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** Changes in the text of data.json what an action does to the settings; everything else in it stays as it is written. */
export function editSettings(text: string, { marks, circle }: SettingsChange): EditedSettings {
  const marked = marks ? edited(text, ["mentions", "notContact"], (settings) => part(changeSettings(settings, { marks }), ({ mentions }) => mentions.notContact)) : { ok: true as const, text };
  return marked.ok && circle ? edited(marked.text, ["circles"], (settings) => part(changeSettings(settings, { circle }), ({ circles }) => circles)) : marked;
}

function part(changed: ChangedSettings, of: (settings: Settings) => unknown): Change {
  return changed.ok ? { ok: true, value: of(changed.settings) } : changed;
}

/** Puts spellings first in the text of data.json; everything else in it stays as it is written. */
export function editSpellings(text: string, spellings: Spellings): EditedSettings {
  return edited(text, ["propertyNames"], ({ propertyNames }) => {
    const names = writeSpellings(propertyNames, spellings);
    return { ok: true, value: names === propertyNames ? undefined : names };
  });
}

type Change = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

/** The text with one of its values changed; `undefined` leaves all as it is. */
function edited(text: string, path: string[], change: (settings: Settings) => Change): EditedSettings {
  const errors: ParseError[] = [];
  const data: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || typeof data !== "object" || data === null || Array.isArray(data)) return { ok: false, message: words.mentions.damaged };
  const changed = change(readSettings(data).settings);
  if (!changed.ok) return changed;
  if (changed.value === undefined) return { ok: true, text };
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return { ok: true, text: applyEdits(text, modify(text, path, changed.value, { formattingOptions: { insertSpaces: true, tabSize: 2, eol } })) };
}
