import ICAL from "ical.js";
import nodeIcal, { type VEvent } from "node-ical";
import { expect } from "vitest";

/** An event as a calendar program reads it. */
export interface ReadBack {
  readonly uid: string;
  readonly summary: string;
  readonly start: string;
  readonly days: readonly string[];
}

const FROM = "2026-01-01";
const TO = "2029-12-31";

/** Read by ical.js: the first days of each event from 2026 to 2029. */
export function byIcalJs(text: string): ReadBack[] {
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    expect(event.startDate.isDate).toBe(true);
    const days: string[] = [];
    const iterator = event.iterator();
    for (
      let next = iterator.next() as ICAL.Time | null | undefined;
      next && next.toString() <= TO && days.length < 400;
      next = iterator.next() as ICAL.Time | null | undefined
    ) {
      if (next.toString() >= FROM) days.push(next.toString());
    }
    return { uid: event.uid, summary: event.summary, start: event.startDate.toString(), days };
  });
}

/** Read by node-ical, another program altogether. */
export function byNodeIcal(text: string): ReadBack[] {
  // It makes a whole day of midnight here; in its own words it is the day that counts.
  const iso = (date: Date): string =>
    new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  const events = Object.values(nodeIcal.sync.parseICS(text)).filter((one): one is VEvent => one?.type === "VEVENT");
  return events.map((event) => {
    expect(event.datetype).toBe("date");
    const start = iso(event.start);
    const single = start >= FROM && start <= TO ? [start] : [];
    const days = event.rrule
      ? event.rrule.between(new Date(`${FROM}T00:00:00`), new Date(`${TO}T23:59:59`), true).map(iso)
      : single;
    return {
      uid: event.uid,
      summary: typeof event.summary === "string" ? event.summary : event.summary.val,
      start,
      days,
    };
  });
}
