/** The language of every sentence here, whatever the locale of its numbers and days. */
const LANGUAGE = "en";

let locale = LANGUAGE;
let categories: Intl.PluralRules | null = null;
let numbers: Intl.NumberFormat | null = null;

/**
 * Below it no locale groups digits, and English writes them as they are: Intl takes longer to be there than all else at
 * a start.
 */
const PLAIN_BELOW = 1_000;

/** Has numbers written as a locale writes them (BCP 47, "pt-BR"); one that Intl does not know changes nothing. */
export function writeNumbersAs(wanted: string): void {
  try {
    numbers = new Intl.NumberFormat(wanted);
    locale = wanted;
  } catch {
    // "en" is what was there before.
  }
}

/** `1,204`, `1.204`, `١٬٢٠٤`. */
export function number(count: number): string {
  if (locale === LANGUAGE && isPlain(count)) return String(count);
  numbers ??= new Intl.NumberFormat(locale);
  return numbers.format(count);
}

/** "1 week", "2 weeks": the form by the language's own rule (CLDR), the number by the locale. */
export function plural(count: number, one: string, many: string): string {
  return `${number(count)} ${isOne(count) ? one : many}`;
}

function isOne(count: number): boolean {
  if (isPlain(count)) return count === 1;
  categories ??= new Intl.PluralRules(LANGUAGE);
  return categories.select(count) === "one";
}

/** Not so -0, which Intl writes with its sign. */
function isPlain(count: number): boolean {
  return Number.isInteger(count) && count < PLAIN_BELOW && (count > 0 || Object.is(count, 0));
}
