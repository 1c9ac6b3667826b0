import { withoutEnd } from "../../text/note/without-end";

/** What an event's title says of whose birthday it is. */
export interface BirthdayTitle {
  readonly name: string;
  /** The year of birth, where the title names one. */
  readonly year: string | null;
}

const WORD =
  "(?:birthday|b-?day|geburtstag|anniversaire|cumplea\u00f1os|cumple|compleanno|anivers\u00e1rio|verjaardag|f\u00f6delsedag|f\u00f8dselsdag|bursdag|syntym\u00e4p\u00e4iv\u00e4|urodziny|narozeniny|\u0434\u0435\u043d\u044c \u0440\u043e\u0436\u0434\u0435\u043d\u0438\u044f)";
const NTH = "(?:\\d{1,3}(?:st|nd|rd|th|\\.|\u00ba|\u00aa|er|e|de|ste)?\\s+)?";
const OF = "(?:of|for|to|von|vom|de|du|des|d['\u2019]|do|da|di|del|della|dell['\u2019]|van|af|av)";

/** How calendars of different languages say it, the whole title each: "Buy a gift for Ada's birthday" is nobody's. */
const NAMED: readonly RegExp[] = [
  pattern(`(?:(?:today is|it['\u2019]s|it is)\\s+)?(.+?)['\u2019\u0060\u00b4]s\\s+${NTH}${WORD}`),
  pattern(`(.+?[sxz])['\u2019]\\s+${NTH}${WORD}`),
  pattern(`(?:happy\\s+)?${NTH}${WORD}\\s+${OF}\\s+(.+)`),
  pattern(`(?:happy\\s+)?${NTH}${WORD}\\s+d['\u2019](.+)`),
  pattern(`(?:happy\\s+)?${NTH}${WORD}\\s*[-\u2013\u2014:,!|(]+\\s*(.+)`),
  pattern(`(.+?)\\s*[-\u2013\u2014:,|(]+\\s*${NTH}${WORD}`),
  pattern(`(.+?)\\s+hat\\s+(?:heute\\s+)?(?:ihren\\s+|seinen\\s+)?${NTH}geburtstag`),
  pattern(
    "(.+?)\\s+(?:turns|wird|f\u00fcllt|fyller|fylder|cumple|is jarig|wordt)(?:\\s+\\d{1,3})?(?:\\s*(?:years old|jahre(?: alt)?|\u00e5r|a\u00f1os|jaar))?",
  ),
  pattern(`(?:happy\\s+)${WORD}\\s+(.+)`),
  pattern("(.+?)\\s*(?:\u306e|\u7684|\uc758)?\\s*(?:\u8a95\u751f\u65e5|\u751f\u65e5|\uc0dd\uc77c)"),
  // A language's own way to say whose it is without a sign between.
  pattern(`(.+?)\\s+${NTH}${WORD}`),
  pattern(
    "(?:geburtstag|anniversaire|cumplea\u00f1os|cumple|compleanno|anivers\u00e1rio|verjaardag|urodziny|narozeniny)\\s+(.+)",
  ),
];
/** What "Xs Geburtstag" and its like could be a part of: a name that ends so by itself. */
const ENDS_IN_S = /(?:as|es|is|os|us|ns|ss|ys)$/i;
const GENITIVE = /^(.+\S)s\s+(?:\d{1,3}\.\s+)?(?:geburtstag|f\u00f6delsedag|f\u00f8dselsdag|bursdag)$/iu;
const DECORATION = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u200d/gu;
/** Longer titles name nobody. */
const LONGEST = 300;
const CAKE = /[\u{1f382}\u{1f370}]/u;
/** What a title begins with that is about a birthday and names nobody: "Party for …", "Buy a gift for Ada". */
const NOBODY =
  /^(?:(?:my|mein|mon|mi|mio|the|a|an|happy|wedding|work|today|list|calendar)$|(?:party|dinner|gifts?|presents?|cards?|cake|reminder|buy|plan|call|get|order|send|bake|book|invite|geschenk|feier|party|kuchen|cadeau|fête|regalo|fiesta|feest)(?!\p{L}))/iu;

/** What a day is that calendars of birthdays have besides them. */
export type OtherOccasion = "wedding" | "death" | "nameDay";

const NAME_DAY =
  /name[\s-]?day|namens(?:tag|dag)|\bf[êe]te d(?:e|u)\b|\bsanto\b|onomastic|onom[áa]stic|imieniny|svátek|n[ée]vnap|navnedag|namnsdag|nimip[äa]iv|именины|день ангела|γιορτή/iu;
const DEATH =
  /[\u2020\u271d\u26b0\u26b1\u{1faa6}]|\b(?:death|died|passed away|in memoriam|memorial|yahrzeit|funeral)\b|todestag|gestorben|sterbetag|beerdigung|d[ée]c[èe]s|\bmorte? d[eiu]\b|fallecimiento|muerte|overleden|overlijden|sterfdag|falecimento|[śs]mierc|忌日|смерт/iu;
const WEDDING =
  /[\u26ad\u{1f48d}\u{1f492}\u{1f470}]|wedding|\banniversar(?:y|io)\b|\bmarried\b|engagement|hochzeit|jahrestag|mariage|\bnoces\b|\bbodas?\b|casamento|matrimonio|trouwdag|huwelijk|bryllup|br[öo]llop|h[äa][äa]p[äa]iv|rocznica|výročí|結婚|结婚|결혼|свадьб|годовщин/iu;
const OF_BIRTH = /birthday|b-?day|geburtstag|anniversaire de naissance|🎂|🍰/iu;

/** What a day is that is no birthday, by its title or its category; null where nothing says so. */
export function otherOccasion(title: string, categories = ""): OtherOccasion | null {
  const text = title.slice(0, LONGEST);
  if (OF_BIRTH.test(text) && !/[\u2020\u26ad]/.test(text)) return null;
  for (const said of [text, categories]) {
    if (NAME_DAY.test(said)) return "nameDay";
    if (DEATH.test(said)) return "death";
    if (WEDDING.test(said)) return "wedding";
  }
  return null;
}

/**
 * Whose birthday a title says it is ("Ada\u2019s birthday", "Geburtstag von Ada", "\ud83c\udf82 Ada (1990)"); null for
 * other titles.
 * With `isBirthday`, what says nothing of it is the name itself.
 */
export function readBirthdayTitle(title: string, isBirthday: boolean): BirthdayTitle | null {
  const { text, year } = withoutYear(title.slice(0, LONGEST).replace(DECORATION, " ").replace(/\s+/g, " ").trim());
  const said = NAMED.map((one) => one.exec(text)?.[1]).find((found) => found !== undefined);
  const genitive = GENITIVE.exec(text)?.[1];
  const own = genitive !== undefined && !ENDS_IN_S.test(`${genitive}s`) ? genitive : said;
  const found = own ?? (isBirthday || CAKE.test(title) ? text : "");
  const inner = withoutYear(withoutSignsAround(found));
  const name = inner.text.replace(/['\u2019]$/u, "");
  return name === "" || NOBODY.test(name) ? null : { name, year: year ?? inner.year };
}

/** A bracket that was opened in the words is closed in them. */
function withoutSignsAround(text: string): string {
  const begun = text.replace(/^[\s\-\u2013\u2014:,!|(*]+/, "");
  const bare = withoutEnd(begun, /[\s\-\u2013\u2014:,!|)*]/);
  return text.includes("(") && begun.slice(bare.length).includes(")") ? `${bare})` : bare;
}

/** "Ada (1990)", "Ada *1990", "Ada, 1990": a year of birth. "(34)" and "(turns 34)" are an age, which goes. */
function withoutYear(title: string): { text: string; year: string | null } {
  const found =
    /^(.*\S)\s*(?:\((?:\*|born|geb\.?|n\u00e9e?|b\.)?\s*((?:19|20)\d{2})\)|\[((?:19|20)\d{2})\]|[*,]\s*((?:19|20)\d{2}))$/iu.exec(
      title,
    );
  if (found) return { text: (found[1] ?? "").trim(), year: found[2] ?? found[3] ?? found[4] ?? null };
  return {
    text: title
      .replace(/\(\*\)$/, "")
      .trimEnd()
      .replace(
        /\((?:turns\s+|wird\s+)?\d{1,3}(?:\s*(?:years(?: old)?|jahre(?: alt)?|ans|a\u00f1os|anni|jaar))?\)$/iu,
        "",
      )
      .trimEnd(),
    year: null,
  };
}

function pattern(source: string): RegExp {
  return new RegExp(`^${source}\\s*[)!.]*$`, "iu");
}
