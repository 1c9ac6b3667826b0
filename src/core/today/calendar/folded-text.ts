import ICAL from "ical.js";

/** A calendar or a vCard as text, its lines folded at 75 octets. */
export function foldedText(component: ICAL.Component): string {
  // RFC 5545 and 6350 count the space that a folded line begins with; ical.js 2.2.1 does not.
  ICAL.foldLength = 74;
  return component.toString();
}
