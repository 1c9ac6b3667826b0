import { normalizeName } from "../people/normalize-name";
import type { Touch } from "./touch";

/** What the words of a touch say of birthdays, yearly days and milestones. */
export interface Wishes {
  /** The words, folded, with a space before and after each. */
  readonly text: string;
  /** Names a birthday. */
  readonly birthday: boolean;
  readonly anniversary: boolean;
  /** Says what one says on such a day: congratulates, wishes, sends greetings. */
  readonly greets: boolean;
  /** Names a card or gift. */
  readonly sends: boolean;
  /** Congratulates on something achieved. */
  readonly congratulates: boolean;
}

const BIRTHDAY = / (?:birth ?days?|birthday\S*|b ?days?|happy returns|🎂) /;
const ANNIVERSARY = / anniversar(?:y|ies) /;
const GREETS = / (?:congrat\S*|wish\S*|greetings?|happy|🎉|🥳) /;
const SENDS = / (?:(?:post)?cards?|gift\S*|presents?|🎁) /;
const CONGRATULATES =
  / (?:congrat\S*|gratz|grats|well done|well deserved|kudos|bravo|hats off|proud of|celebrat\S*|🎉|🥳|👏|🍾) /;
/** Words around a card or gift that was not for the day: thanks for one, or another feast's. */
const OTHERWISE = / (?:thank\S*|christmas|xmas|easter|new year\S*|hanukkah|diwali|eid|valentine\S*) /;

const CARD_CHANNELS: ReadonlySet<string> = new Set(["gift", "card", "postcard"]);

/** Reads what a touch says it wished. `name`: the person's, as a name may be such a word. */
export function wishesOf({ channel, text, gave }: Pick<Touch, "channel" | "text" | "gave">, name: string): Wishes {
  const said = wordsOf([channel ?? "", text, gave ?? ""].join(" ")).replaceAll(wordsOf(name), " ");
  const isOther = OTHERWISE.test(said);
  const isSent = channel !== null && CARD_CHANNELS.has(channel.toLowerCase());
  return {
    text: said,
    birthday: BIRTHDAY.test(said),
    anniversary: ANNIVERSARY.test(said),
    greets: GREETS.test(said) && !(isOther && !/ congrat/.test(said)),
    sends: isSent || (SENDS.test(said) && !isOther),
    congratulates: CONGRATULATES.test(said),
  };
}

/** Whether a text has these words in a row. */
export function says({ text }: Pick<Wishes, "text">, phrase: string): boolean {
  const words = wordsOf(phrase);
  return words.trim() !== "" && text.includes(words);
}

/** How many longer words of a phrase a text has. */
export function wordsShared({ text }: Pick<Wishes, "text">, phrase: string): number {
  return new Set(
    wordsOf(phrase)
      .split(" ")
      .filter((word) => word.length > 3 && text.includes(` ${word} `)),
  ).size;
}

/** Words of a text as they are compared: letters, numbers and pictures with a space around each. */
export function wordsOf(text: string): string {
  const words = normalizeName(text)
    .replace(/\p{Extended_Pictographic}/gu, " $& ")
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu, " ")
    .trim();
  return words === "" ? " " : ` ${words} `;
}
