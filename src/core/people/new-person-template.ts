import type { CivilDate } from "../dates/civil-date";
import { formatMoment } from "../dates/moment-format";

/** What a template's variables stand for. */
export interface TemplateValues {
  /** The name of the note. */
  readonly title: string;
  readonly date: CivilDate;
  /** `14:05`. */
  readonly time: string;
}

/**
 * Fills the variables of Obsidian's own templates: `{{title}}`, `{{date}}`, `{{time}}`, each with a
 * format of moment's where one is given (`{{date:dddd D MMMM}}`). Everything else stays as it is.
 */
export function fillTemplate(template: string, { title, date, time }: TemplateValues): string {
  return template.replace(/\{\{\s*(title|date|time)\s*(?::([^{}\n]{0,80}))?\}\}/gi, (_whole, name: string, format: string | undefined) => {
    switch (name.toLowerCase()) {
      case "title":
        return title;
      case "date":
        return formatMoment(date, time, format ?? "YYYY-MM-DD");
      default:
        return formatMoment(date, time, format ?? "HH:mm");
    }
  });
}
