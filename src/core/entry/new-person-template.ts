import { escapeMarkdown } from "../text/note/escape-markdown";
import { findFrontmatter } from "../text/note/frontmatter";

/** What a template's variables stand for. */
export interface TemplateValues {
  /** The name of the note. */
  readonly title: string;
  /** The day and the time it is, in a format of moment's. */
  readonly now: (format: string) => string;
}

const VARIABLE = /\{\{\s*(title|date|time)\s*(?::([^{}\n]{0,80}))?\}\}/gi;
/** Where a title is no text of the note: commands, and then code and links. */
const COMMAND = String.raw`<%[^]*?%>`;
const VERBATIM = "(`{3,}|~{3,})[^]*?(?:\\1|$)|`[^`\\n]*`|\\[\\[[^[\\]\\n]*\\]\\]";
const PLACES = new RegExp(`(${COMMAND})|(${VERBATIM.replace("\\1", "\\3")})`, "g");

/**
 * Fills the variables of Obsidian's own templates: `{{title}}`, `{{date}}`, `{{time}}`, each with a
 * format of moment's where one is given (`{{date:dddd D MMMM}}`). Everything else stays as it is. The title is text
 * wherever it comes to stand: as it is among the properties, in code and in links; escaped in the words, and in a
 * Templater command.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  const { bodyFrom } = findFrontmatter(template);
  const fill = (part: string, title: string): string => filled(part, { ...values, title });
  const inWords = escapeMarkdown(values.title);
  const body = template.slice(bodyFrom);
  let [result, at] = [fill(template.slice(0, bodyFrom), values.title), 0];
  for (const { 0: place, 1: command, index } of body.matchAll(PLACES)) {
    result += fill(body.slice(at, index), inWords);
    result += fill(place, command === undefined ? values.title : inQuotes(values.title));
    at = index + place.length;
  }
  return result + fill(body.slice(at), inWords);
}

/** A text that stands between quotes in JavaScript. */
function inQuotes(text: string): string {
  return text.replace(/['"`\\$]/g, "\\$&");
}

function filled(part: string, { title, now }: TemplateValues): string {
  return part.replace(VARIABLE, (_whole, name: string, format: string | undefined) => {
    switch (name.toLowerCase()) {
      case "title":
        return title;
      case "date":
        return now(format ?? "YYYY-MM-DD");
      default:
        return now(format ?? "HH:mm");
    }
  });
}
