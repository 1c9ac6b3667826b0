import type { Direction } from "../log/touch";

/**
 * What people write for a channel, and who did it where they write it of themselves; a weak one leaves the channel to a
 * noun.
 */
export interface Verb {
  readonly channel: string | null;
  readonly direction: Direction;
  readonly isWeak?: true;
}

const out = (channel: string): Verb => ({ channel, direction: "out" });
const weak = (channel: string | null, direction: Direction): Verb => ({ channel, direction, isWeak: true });

export const VERBS: ReadonlyMap<string, Verb> = new Map([
  ["called", out("call")],
  ["rang", out("call")],
  ["phoned", out("call")],
  ["telephoned", out("call")],
  ["facetimed", out("video")],
  ["skyped", out("video")],
  ["emailed", out("email")],
  ["e-mailed", out("email")],
  ["mailed", out("email")],
  ["texted", out("text")],
  ["messaged", out("message")],
  ["whatsapped", out("message")],
  ["dmed", out("message")],
  ["pinged", out("message")],
  ["visited", out("visit")],
  ["wrote", weak(null, "out")],
  ["replied", weak(null, "out")],
  ["answered", weak(null, "out")],
  ["sent", weak(null, "out")],
  ["gave", weak(null, "out")],
  ["met", weak("meeting", "both")],
  ["saw", weak(null, "both")],
]);

/** Who answers these has reached out, whatever the channel. */
export const RECEIVED: ReadonlySet<string> = new Set(["got", "received", "heard"]);
/** `had a call with`, `went for a walk with`: the channel says it all. */
export const LIGHT_VERBS: ReadonlySet<string> = new Set([
  ...["had", "have", "having", "got", "get", "received", "sent", "wrote", "went", "took", "made", "gave", "shared"],
]);
export const ARTICLES: ReadonlySet<string> = new Set(["a", "an", "the", "another", "some", "our"]);
/** Channels that nobody has alone. */
export const TOGETHER: ReadonlySet<string> = new Set([
  ...["coffee", "tea", "drink", "lunch", "dinner", "breakfast", "meal", "walk", "gathering", "meeting", "video"],
]);
/** What is made or brought for somebody. */
export const GIVEN: ReadonlySet<string> = new Set(["card", "postcard", "letter", "gift", "present", "flowers"]);
export const CONNECTORS: ReadonlySet<string> = new Set(["with", "from", "to", "and", "by"]);
export const ME: ReadonlySet<string> = new Set(["me", "us"]);
export const SPEAKERS: ReadonlySet<string> = new Set(["i", "we"]);

/** Where a name that nobody has must end, and what is none. */
export const NOT_A_NAME: ReadonlySet<string> = new Set(
  (
    "at in on about for and with from to by of the a an my her his their our your its re after before today yesterday " +
    "this last next that these those everyone everybody somebody someone anyone nobody them him me us you it i we he she " +
    "they who friends friend family team kids kid children parents colleagues colleague coworkers others people folks " +
    "group neighbours neighbors guests home back out off up down over here there again while when where because but or " +
    "as if so just also then both all some no not two three four five quick long short nice great good lovely work " +
    "school church town lunch dinner breakfast coffee tea drinks"
  ).split(" "),
);

/** Names that are words of every day; in lower case they are names only where nothing else can stand. */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  (
    "mark may will bill rose grace hope joy faith art rob jack pat sue drew frank dawn april june august summer dean " +
    "rich chase grant guy hunter ray nick jean miles penny ruby pearl violet lily iris ivy olive sandy skip stew trip " +
    "wade ward victor robin crystal amber angel melody harmony carol eve ginger hazel heather holly jade jewel josh " +
    "kitty lance basil bud buddy buck cash chip christian clay cliff cole daisy duke earl ernest forest gale glen " +
    "major max merry mercy myrtle norm patience peg piper prudence reed rocky rusty sage sky star stone sunny taylor " +
    "trinity vic warren willow wren young king bishop cook baker page long short small law love dear so an see do van"
  ).split(" "),
);
