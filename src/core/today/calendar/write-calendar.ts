import ICAL from "ical.js";
import type { CivilDate } from "../../text/dates/civil-date";
import { words } from "../../words/words";
import type { CalendarDay } from "./calendar-days";
import { foldedText } from "./folded-text";

/** At nine in the morning of a whole day. */
const ALARM = "PT9H";

/**
 * Writes a calendar (RFC 5545, RFC 7986) of whole days: lines folded at 75 octets and ended by CRLF. The
 * same days give the same bytes: DTSTAMP is the day itself and not the clock.
 */
export function writeCalendar(days: readonly CalendarDay[], alarms: boolean): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Reconnect//Reconnect//EN");
  calendar.addPropertyWithValue("calscale", "GREGORIAN");
  calendar.addPropertyWithValue("method", "PUBLISH");
  calendar.addPropertyWithValue("x-wr-calname", words.calendar.name);
  for (const day of days) calendar.addSubcomponent(event(day, alarms));
  return `${foldedText(calendar)}\r\n`;
}

function event(day: CalendarDay, alarms: boolean): ICAL.Component {
  const component = new ICAL.Component("vevent");
  component.addPropertyWithValue("uid", day.uid);
  component.addPropertyWithValue(
    "dtstamp",
    ICAL.Time.fromString(`${day.start}T00:00:00Z`, new ICAL.Property("dtstamp")),
  );
  component.addPropertyWithValue("dtstart", wholeDay(day.start));
  if (day.rule !== null) component.addPropertyWithValue("rrule", ICAL.Recur.fromString(day.rule));
  component.addPropertyWithValue("summary", clean(day.summary));
  if (day.about !== "") component.addPropertyWithValue("description", clean(day.about));
  component.addPropertyWithValue("transp", "TRANSPARENT");
  if (alarms) component.addSubcomponent(alarm(clean(day.summary)));
  return component;
}

function alarm(summary: string): ICAL.Component {
  const component = new ICAL.Component("valarm");
  component.addPropertyWithValue("action", "DISPLAY");
  component.addPropertyWithValue("description", summary);
  component.addPropertyWithValue("trigger", ICAL.Duration.fromString(ALARM));
  return component;
}

function wholeDay(day: CivilDate): ICAL.Time {
  return ICAL.Time.fromDateString(day);
}

/** Control characters have no place in a calendar, and end a line where they should not. */
function clean(text: string): string {
  // eslint-disable-next-line no-control-regex -- those are what is taken out
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ").trim();
}
