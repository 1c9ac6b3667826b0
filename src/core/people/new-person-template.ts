/** What a template's variables stand for. */
export interface TemplateValues {
  /** The name of the note. */
  readonly title: string;
  /** The day and the time it is, in a format of moment's. */
  readonly now: (format: string) => string;
}

/**
 * Fills the variables of Obsidian's own templates: `{{title}}`, `{{date}}`, `{{time}}`, each with a
 * format of moment's where one is given (`{{date:dddd D MMMM}}`). Everything else stays as it is.
 */
export function fillTemplate(template: string, { title, now }: TemplateValues): string {
  return template.replace(
    /\{\{\s*(title|date|time)\s*(?::([^{}\n]{0,80}))?\}\}/gi,
    (_whole, name: string, format: string | undefined) => {
      switch (name.toLowerCase()) {
        case "title":
          return title;
        case "date":
          return now(format ?? "YYYY-MM-DD");
        default:
          return now(format ?? "HH:mm");
      }
    },
  );
}
