/** What we write into a property. */
export type HeadValue = string | boolean | readonly string[];

export type QuoteStyle = "plain" | "single" | "double";

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
const SIMPLE_WORDS = /^[A-Za-z][A-Za-z0-9]*(?:[ _-][A-Za-z0-9]+)*$/;
const COUNTED_WORDS = /^\d{1,5} [A-Za-z]+$/;
const MONTH_DAY = /^\d{2}-\d{2}$/;
/** Words that some YAML reader, of 1.1 or 1.2, takes for something other than text. */
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/**
 * A text as a YAML scalar that every dialect reads back as the same text. Plain only for days and
 * simple words; otherwise in the quotes that stood there before, or JSON's, which YAML includes.
 */
export function scalarText(value: string, style: QuoteStyle = "plain"): string {
  if (style === "single" && /^[\x20-\x7e\u00a0-\u2027\u202a-\ud7ff]*$/.test(value))
    return `'${value.replace(/'/g, "''")}'`;
  if (style === "plain" && isPlain(value)) return value;
  // JSON leaves these as they are; to YAML they are line breaks or not printable.
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escapeCharacter);
}

/** A property's name as a YAML key: as it is where every dialect reads it so, else in quotes. */
export function keyText(name: string): string {
  return /^[A-Za-z_](?:[\w -]*\w)?$/.test(name) && !RESERVED.test(name) ? name : scalarText(name, "double");
}

function isPlain(value: string): boolean {
  if (RESERVED.test(value)) return false;
  return ISO_DAY.test(value) || SIMPLE_WORDS.test(value) || COUNTED_WORDS.test(value) || MONTH_DAY.test(value);
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
