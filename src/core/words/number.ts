/** The language of every sentence here, whatever the locale of its numbers and days. */
const LANGUAGE = "en";

const categories = new Intl.PluralRules(LANGUAGE);
let numbers = new Intl.NumberFormat(LANGUAGE);

/** Has numbers written as a locale writes them (BCP 47, "pt-BR"); one that Intl does not know changes nothing. */
export function writeNumbersAs(locale: string): void {
  try {
    numbers = new Intl.NumberFormat(locale);
  } catch {
    // "en" is what was there before.
  }
}

/** `1,204`, `1.204`, `١٬٢٠٤`. */
export function number(count: number): string {
  return numbers.format(count);
}

/** "1 week", "2 weeks": the form by the language's own rule (CLDR), the number by the locale. */
export function plural(count: number, one: string, many: string): string {
  return `${number(count)} ${categories.select(count) === "one" ? one : many}`;
}
