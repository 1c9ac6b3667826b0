import type { CivilDate } from "../text/dates/civil-date";
import { readDay } from "../text/dates/day-words";
import type { Problem } from "../text/note/problem";
import { findPerson } from "../index/find-person";
import type { Person } from "../index/person";
import type { Parameter } from "./action";

/** The call itself was wrong: an unknown option, a missing person, a day that is none. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** What was given for an action's parameters, by name, before it is read. */
export type GivenValues = ReadonlyMap<string, readonly string[]>;

/** Reads the values given for an action, each as its parameter's kind says. */
export class Arguments {
  constructor(
    private readonly takes: readonly Parameter[],
    private readonly given: GivenValues,
    private readonly today: CivilDate,
  ) {
    for (const name of given.keys()) {
      if (!takes.some((parameter) => parameter.name === name)) throw new UsageError(`There is no "${name}" here.`);
    }
    for (const parameter of takes) {
      if (parameter.required && !given.has(parameter.name)) throw new UsageError(`Expected ${parameter.about}.`);
      this.checkChoice(parameter);
    }
  }

  /** The text given, or null. */
  text(name: string): string | null {
    return this.given.get(name)?.join(" ") ?? null;
  }

  texts(name: string): readonly string[] {
    return this.given.get(name) ?? [];
  }

  flag(name: string): boolean {
    const value = this.text(name);
    return value !== null && value !== "false";
  }

  number(name: string): number | null {
    const value = this.text(name);
    if (value === null) return null;
    if (!/^\d{1,5}$/.test(value)) throw new UsageError(`"${value}" is not a number of days.`);
    return Number(value);
  }

  day(name: string): CivilDate | null {
    const value = this.text(name);
    if (value === null) return null;
    const sense = this.takes.find((parameter) => parameter.name === name)?.weekday ?? "last";
    const day = readDay(value, this.today, sense);
    if (day === null)
      throw new UsageError(
        `"${value}" is not a day; expected one such as 2026-10-02, yesterday, 3 days ago or friday.`,
      );
    return day;
  }

  /** The people named, each once, and a Problem for each name that is nobody's or more than one's. */
  people(
    name: string,
    all: readonly Person[],
  ): { readonly found: readonly Person[]; readonly refused: readonly Problem[] } {
    const found = new Map<string, Person>();
    const refused: Problem[] = [];
    for (const query of this.texts(name)) {
      const result = findPerson(all, query);
      if (result.ok) found.set(result.person.path, result.person);
      else refused.push(result.problem);
    }
    return { found: [...found.values()], refused };
  }

  private checkChoice(parameter: Parameter): void {
    const value = this.text(parameter.name);
    if (value === null || !parameter.choices || parameter.choices.includes(value)) return;
    throw new UsageError(`"${value}" is not one of ${parameter.choices.join(", ")}.`);
  }
}
