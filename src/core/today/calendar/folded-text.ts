import ICAL from "ical.js";

// RFC 5545 and 6350 count the space that a folded line begins with; ical.js 2.2.1 does not.
const LONGEST_LINE = 74;

/** A calendar as text, its lines folded at 75 octets. */
export function foldedText(component: ICAL.Component): string {
  ICAL.foldLength = LONGEST_LINE;
  return component.toString();
}

/** A line of a vCard, folded at 75 octets. */
export function foldedLine(line: string): string {
  ICAL.foldLength = LONGEST_LINE;
  return ICAL.helpers.foldline(line);
}
