import type { Direction } from "../log/touch";
import type { NamePlace } from "./find-names";
import type { Word } from "./find-people";
import {
  ARTICLES,
  CONNECTORS,
  GIVEN,
  LIGHT_VERBS,
  ME,
  NOT_A_NAME,
  RECEIVED,
  SPEAKERS,
  TOGETHER,
  VERBS,
} from "./sentence-words";

/** What the words of a head say, and which of them are said by that. */
export class Said {
  channel: string | null = null;
  private channelAt: number | null = null;
  private readonly verbAt: number | null;
  private readonly taken = new Set<number>();
  private readonly nameEnds = new Map<number, number>();

  constructor(
    private readonly words: readonly Word[],
    places: readonly NamePlace[],
    private readonly couldBeDay: (at: number) => boolean,
    isDay: (at: number) => boolean,
  ) {
    for (const { first, last } of places) {
      this.nameEnds.set(first, last);
      for (let at = first; at <= last; at++) this.taken.add(at);
    }
    words.forEach((_, at) => {
      if (isDay(at)) this.taken.add(at);
    });
    this.verbAt = this.find((folded) => VERBS.has(folded));
  }

  /** What is known as a channel, else what the verb says, else a word of one's own where it is all that is left. */
  findChannel(isChannel: (word: Word) => boolean, isSplit: boolean): void {
    const { words, verbAt } = this;
    const verb = verbAt === null ? undefined : VERBS.get(this.folded(verbAt));
    const noun = this.find((_, word) => isChannel(word));
    if (noun !== null && !(verb && !verb.isWeak && verbAt !== null && verbAt < noun)) {
      this.take(noun, words[noun]?.text.toLowerCase() ?? null);
      return;
    }
    if (verb && verbAt !== null) {
      this.channel = verb.channel;
      return;
    }
    const others = words.flatMap(({ folded }, at) =>
      this.taken.has(at) || CONNECTORS.has(folded) || ARTICLES.has(folded) || LIGHT_VERBS.has(folded) ? [] : [at],
    );
    const [only] = others;
    const word = only === undefined ? undefined : words[only];
    if (!word || only === undefined || others.length > 1 || NOT_A_NAME.has(word.folded)) return;
    const isFollowed =
      /^(?:with|from|to)$/.test(this.folded(only + 1)) &&
      !/(?:ed|ing)$|^(?:spoke|went|was|heard|hung|ate|sat|ran|came|saw)$/.test(word.folded);
    const isFirst = words.slice(0, only).every((_, at) => !this.taken.has(at));
    if (isFirst && (isFollowed || (isSplit && only === 0)) && /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u.test(word.text))
      this.take(only, word.text);
  }

  direction(): Direction | null {
    const { verbAt, channelAt } = this;
    const verb = verbAt === null ? undefined : VERBS.get(this.folded(verbAt));
    const connectors = [...this.nameEnds.keys()].map((at) => this.folded(at - 1));
    if (verbAt !== null && verb?.direction === "out") {
      if (ME.has(this.folded(verbAt + 1)) || this.isSubject(verbAt)) return "in";
      return connectors.includes("with") ? "both" : "out";
    }
    if (this.find((folded) => RECEIVED.has(folded)) !== null && channelAt !== null && !connectors.includes("with"))
      return "in";
    if (connectors.some((word) => word === "from" || word === "by")) return "in";
    if (verb) return verb.direction;
    const me = this.find((folded) => ME.has(folded));
    if (me !== null && me >= 2 && this.isSubject(me - 1)) return "in";
    if (connectors.some((word) => word === "with" || word === "into")) return "both";
    if (connectors.some((word) => word === "to" || word === "for")) return "out";
    return this.channel !== null && TOGETHER.has(this.channel) ? "both" : null;
  }

  /** Words that are said by people, day, channel or direction, with what only joins these. */
  glue(): ReadonlySet<number> {
    const { channelAt, verbAt, words } = this;
    const dropped = new Set(this.taken);
    if (verbAt !== null && this.isVerbSaid(verbAt)) {
      dropped.add(verbAt);
      if (ME.has(this.folded(verbAt + 1))) dropped.add(verbAt + 1);
    }
    if (channelAt !== null) this.dropBeforeChannel(channelAt, dropped);
    words.forEach(({ folded }, at) => {
      const next = dropped.has(at + 1);
      if (SPEAKERS.has(folded) && (next || this.folded(at - 1) === "and")) dropped.add(at);
    });
    for (let at = words.length - 1; at >= 0; at--) {
      const folded = this.folded(at);
      const isJoin =
        CONNECTORS.has(folded) && (dropped.has(at + 1) || (folded === "and" && SPEAKERS.has(this.folded(at + 1))));
      const isFor =
        (/^(?:for|over)$/.test(folded) && at + 1 === channelAt) ||
        (folded === "for" && this.nameEnds.has(at + 1) && GIVEN.has(this.folded(at - 1)));
      const isOn = folded === "on" && dropped.has(at + 1) && !this.nameEnds.has(at + 1);
      if (isJoin || isFor || isOn) dropped.add(at);
    }
    return dropped;
  }

  /** "sent photos" keeps its verb; "sent a letter" and "called" are said by channel and direction. */
  private isVerbSaid(at: number): boolean {
    const verb = VERBS.get(this.folded(at));
    return verb !== undefined && (!verb.isWeak || this.channel !== null || /^(?:wrote|saw)$/.test(this.folded(at)));
  }

  /** "had a call", "went for a walk", "sent me a card". */
  private dropBeforeChannel(channelAt: number, dropped: Set<number>): void {
    let article: number | null = null;
    for (let at = channelAt - 1; at >= 0 && at >= channelAt - 5 && !this.couldBeDay(at); at--) {
      const folded = this.folded(at);
      if (LIGHT_VERBS.has(folded)) {
        for (let one = at; one <= (article ?? at); one++) dropped.add(one);
        return;
      }
      if (article === null && /^(?:with|from|to|by|and|at|about)$/.test(folded)) return;
      if (article === null && ARTICLES.has(folded)) article = at;
      else if (article !== null && !this.taken.has(at) && !/^(?:for|me|us|on|him|her|them)$/.test(folded)) return;
    }
    if (article === 0) dropped.add(article);
  }

  private take(at: number, channel: string | null): void {
    this.channelAt = at;
    this.channel = channel;
    this.taken.add(at);
  }

  /** Whether somebody named does what the verb says: `ada called`; not `ada and i met`. */
  private isSubject(verbAt: number): boolean {
    let before = verbAt - 1;
    while (/^(?:just|also|then|kindly|finally|and)$/.test(this.folded(before))) before--;
    return [...this.nameEnds.values()].includes(before);
  }

  private folded(at: number): string {
    return this.words[at]?.folded ?? "";
  }

  private find(isMeant: (folded: string, word: Word) => boolean): number | null {
    const at = this.words.findIndex((word, index) => !this.taken.has(index) && isMeant(word.folded, word));
    return at < 0 ? null : at;
  }
}
