import { Parser } from "commonmark";

/** What a note's text may be made of and still be only words in paragraphs, lists and headings. */
const PLAIN = new Set(["document", "paragraph", "text", "softbreak", "list", "item", "heading"]);

/** The words that CommonMark's own reader finds in a text. */
export function renderedText(markdown: string): string {
  return nodes(markdown)
    .map(({ type, literal }) => (type === "softbreak" ? "\n" : (literal ?? "")))
    .join("");
}

/** What in a text other programs would act on, by the syntax each of them documents; nothing where all is words. */
export function activeIn(markdown: string): string[] {
  const found = nodes(markdown).flatMap(({ type }) => (PLAIN.has(type) ? [] : [`CommonMark ${type}`]));
  // What a backslash stands before is text to Obsidian.
  const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, "\0");
  const rules: readonly (readonly [string, string, RegExp])[] = [
    ["Obsidian link", bare, /\[\[|!\[/],
    ["Obsidian tag", bare, /(?:^|\s)#[^\s#]/],
    ["Obsidian block id", bare, /\s\^[\w-]+\s*$/m],
    ["Obsidian highlight or strikethrough", bare, /==|~~/],
    ["Obsidian math", bare, /\$\$|\$\S[^$]*?\S\$(?!\d)/],
    ["Obsidian callout", bare, /^\s*>/m],
    ["address", markdown, /[a-z][\w+.-]*:\/\/|\bwww\.\S/i],
    // These look at the text itself, whatever stands before it.
    ["Obsidian comment", markdown, /%%/],
    ["Obsidian template", markdown, /\{\{/],
    ["Templater", markdown, /<%|%>/],
    ["Dataview query", markdown, /`\$?=/],
    ["Dataview field", markdown, /::/],
    [
      "Dataview day",
      markdown,
      /(?:[\u{2795}\u{1F4C5}\u{1F4C6}\u{1F5D3}\u{2705}\u{23F3}\u{231B}\u{1F6EB}]|\u{FE0F})\s*\d{4}-\d{2}-\d{2}/u,
    ],
    ["Reminder", markdown, /\(@\d/],
  ];
  for (const [name, text, pattern] of rules) if (pattern.test(text)) found.push(name);
  return found;
}

/** A field at the end of a task's words, as the Tasks plugin takes them off one by one. */
const TASKS_FIELDS: readonly RegExp[] = [
  /[🔺⏫🔼🔽⏬]\ufe0f?$/u,
  /[➕⏳⌛🛫📅📆🗓✅❌]\ufe0f? *\d{4}-\d{2}-\d{2}$/u,
  /🔁\ufe0f? ?[a-zA-Z0-9, !]+$/iu,
  /🆔\ufe0f? *[a-zA-Z0-9-_]+$/iu,
  /⛔\ufe0f? *[a-zA-Z0-9-_]+( *, *[a-zA-Z0-9-_]+ *)*$/iu,
  /🏁\ufe0f? *[a-zA-Z]+$/iu,
  /(?:^|\s)#[^\s!@#$%^&*(),.?":{}|<>]+$/u,
  /[[(][a-zA-Z]+:: *[^\])]*[\])]$/u,
];

/** The fields that the Tasks plugin reads of a line, the last first. */
export function tasksFields(line: string): string[] {
  const found: string[] = [];
  for (let rest = line.trim(); ;) {
    const match = TASKS_FIELDS.map((field) => field.exec(rest)).find((one) => one !== null);
    if (!match) return found;
    found.push(match[0].trim());
    rest = rest.slice(0, match.index).trim();
  }
}

function nodes(markdown: string): { readonly type: string; readonly literal: string | null }[] {
  const walker = new Parser().parse(markdown).walker();
  const found: { type: string; literal: string | null }[] = [];
  for (let event = walker.next(); event; event = walker.next())
    if (event.entering) found.push({ type: event.node.type, literal: event.node.literal });
  return found;
}
