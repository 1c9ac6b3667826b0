import ICAL from "ical.js";

// RFC 5545 and 6350 count the space that a folded line begins with among its 75 octets; ical.js 2.2.1 does not.
ICAL.foldLength = 74;

/** ical.js, with the length of line that calendars and vCards are to have: for whoever writes one. */
export { ICAL };
