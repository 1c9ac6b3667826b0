import { RRule } from "rrule";
import type { RecurrenceRule } from "./recurrence-rule";

/** The rule in English words (`every month on the 1st Saturday`), where rrule has them. */
export function ruleInWords(rule: RecurrenceRule): string {
  // rrule leaves BYSETPOS out of its words: the last weekday of a month would be every one.
  if (rule.bySetPos.length > 0) return rule.text;
  try {
    return RRule.fromString(
      rule.text
        .toUpperCase()
        .replace(/^.*RRULE:/s, "")
        .replace(/DTSTART[^;\s]*[;\s]*/i, ""),
    ).toText();
  } catch {
    return rule.text;
  }
}
