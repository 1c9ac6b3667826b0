import { readYearlyDay } from "../../text/dates/read-date";
import { yearlyDayText } from "../../text/dates/yearly-day-text";
import { parseCivilDate } from "../../text/dates/civil-date";
import { foldPropertyName } from "../../text/note/property-name";
import type { ForeignTouch } from "./add-touches";
import type { AdoptNote } from "./move";
import type { TextFact } from "./move-text-facts";
import { noteLines } from "../../text/note/body-lines";

const MARK = /^\/---contact---\/$/;

/** The rows of the table between two `/---contact---/` lines, keys folded. */
export function contactTable(text: string): ReadonlyMap<string, string> {
  const rows = new Map<string, string>();
  if (!text.includes("/---contact---/")) return rows;
  let isInside = false;
  for (const { text: line } of noteLines(text)) {
    if (MARK.test(line.trim())) isInside = !isInside;
    else if (isInside) {
      const [, key = "", value = ""] = /^\s*\|([^|]*)\|([^|]*)\|\s*$/.exec(line) ?? [];
      if (key.trim() !== "" && value.trim() !== "" && !/^[-: ]+$/.test(key))
        rows.set(foldPropertyName(key.trim()), value.trim());
    }
  }
  return rows;
}

/** What of that table is a property of ours. */
export function contactTableFacts({ text }: AdoptNote): TextFact[] {
  const rows = contactTable(text);
  const fact = (property: TextFact["property"], key: string): TextFact => ({ property, value: rows.get(key) ?? "" });
  return [
    fact("phone", "phone"),
    fact("email", "email"),
    fact("birthday", "birthday"),
    fact("lastContact", "lastchat"),
  ];
}

/** `#birthday/04/27` and `#birthday/1990/04/27`. */
export function birthdayTag({ tags }: AdoptNote): TextFact[] {
  const found = tags
    .map((tag) => /^birthday\/(?:(\d{4})\/)?(\d{2})\/(\d{2})$/i.exec(tag))
    .find((match) => match !== null);
  if (!found) return [];
  const day = readYearlyDay([found[1], found[2], found[3]].filter((part) => part !== undefined).join("-"));
  return day.kind === "value" ? [{ property: "birthday", value: yearlyDayText(day.value) }] : [];
}

/** How often each of Derek Sivers' categories is due. */
const CATEGORIES: Readonly<Record<string, string>> = {
  A: "every 3 weeks",
  B: "every 2 months",
  C: "every 6 months",
  D: "yearly",
};

/** The bullets that a contact of alas begins with: `- Category: A`, `- Birthday: 04-27`. */
export function alasFact(note: AdoptNote, name: "Category" | "Birthday"): TextFact[] {
  for (const line of noteLines(note.text)) {
    if (line.kind === "heading" && parseCivilDate(line.title) !== null) break;
    const found = line.kind === "text" ? /^[-*] (Category|Birthday):(.*)$/i.exec(line.text) : null;
    const said = (found?.[2] ?? "").trim();
    if (said === "" || found?.[1]?.toLowerCase() !== name.toLowerCase()) continue;
    if (name === "Birthday") return [{ property: "birthday", value: said }];
    const cadence = CATEGORIES[said.toUpperCase()];
    return cadence === undefined ? [] : [{ property: "cadence", value: cadence }];
  }
  return [];
}

/** Headings that are a day, each with the text below it: how alas keeps what was said. */
export function datedHeadings(note: AdoptNote): { touches: ForeignTouch[]; unread: number } {
  const touches: { date: ForeignTouch["date"]; lines: string[] }[] = [];
  let isOpen = false;
  for (const line of noteLines(note.text)) {
    if (line.kind === "heading") {
      const date = parseCivilDate(line.title);
      isOpen = date !== null;
      if (date !== null) touches.push({ date, lines: [] });
    } else if (isOpen && line.kind === "text" && line.text.trim() !== "") touches.at(-1)?.lines.push(line.text.trim());
  }
  return { touches: touches.map(({ date, lines }) => ({ date, text: lines.join(" "), isMarkdown: true })), unread: 0 };
}
