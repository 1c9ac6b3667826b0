import { number, plural } from "./number";

export const setUpWords = {
  title: "Choose your people",
  intro:
    "Reconnect keeps one note per person. This is what it found in your vault; tick what is right. Nothing in your notes is changed.",
  nothing: "Nothing in this vault looks like notes about people yet. You can name a folder for them here.",
  rules: "Which notes are people",
  folder: (name: string): string => (name === "" ? "All notes of this vault" : `Notes in the folder ${name}`),
  tag: (name: string): string => `Notes with the tag #${name}`,
  property: (name: string, value: string): string =>
    value === "*" ? `Notes with the property ${name}` : `Notes with the property ${name}: ${value}`,
  found: (count: number, examples: string): string => `${plural(count, "note", "notes")}, such as ${examples}`,
  newFolder: "Folder for people",
  spellings: "Properties it recognised",
  spelling: (name: string, count: number): string => `${name} (${number(count)})`,
  circles: "Circles you use",
  circle: (name: string, count: number, known: boolean): string =>
    `${name} (${number(count)})${known ? "" : ", no cadence yet"}`,
  logHeading: "Heading of the log",
  dailyNotes: "Daily notes",
  all: (count: number): string => `Together ${plural(count, "person", "people")}.`,
  tickOne: "Tick at least one of them.",
  nameFolder: "Name a folder.",
  confirm: "Use these",
  cancel: "Not now",
} as const;
