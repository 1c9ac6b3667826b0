import { number, plural } from "./number";

const notes = (count: number): string => plural(count, "note", "notes");

export const adoptWords = {
  title: "Adopt a vault",
  intro:
    "What your person notes hold under other names, or from other plugins, and what it would become. Nothing is ticked; nothing is written before you say so, and one undo takes it back.",
  nothing: "Your person notes hold nothing that would have to become something else.",
  nobody: "No note is a person's yet. Set up Reconnect first.",
  looking: (done: number, total: number): string => `Looking: ${number(done)} of ${number(total)} notes`,
  writing: (done: number, total: number): string => `${number(done)} of ${number(total)} notes`,
  spellings: "Spelling of properties",
  spellingsAbout:
    "The name of the property changes where it stands; its value and all around it stay as they are written. Queries, Bases and templates that name it are yours to change.",
  writeAs: (property: string): string => `Write ${property} as`,
  pluginAbout:
    "What is ticked is written beside what is there. Tick “take out” to have the original removed, where it says nothing more.",
  otherSpellings: "Choose other spellings",
  datedHeadings: "headings that are a day",
  becomes: (from: string, to: string): string => `${from} → ${to}`,
  notes,
  example: (name: string, here: string, becomes: string): string =>
    here === ""
      ? `${name}: empty`
      : here === becomes || becomes === ""
        ? `${name}: ${here}`
        : `${name}: ${here} → ${becomes}`,
  same: (count: number): string => `${notes(count)} ${count === 1 ? "says" : "say"} so already`,
  differs: (count: number, examples: string): string =>
    `${notes(count)} ${count === 1 ? "says" : "say"} something else, which stays: ${examples}`,
  differing: (name: string, here: string, there: string): string => `${name} (${here}; has ${there})`,
  unreadable: (count: number, examples: string): string =>
    `${notes(count)} cannot be read and ${count === 1 ? "stays" : "stay"}: ${examples}`,
  keeps: (count: number, from: string): string => `${from} stays in ${notes(count)}, for it says more`,
  tiers: (tiers: string): string => `A circle’s cadence is set in the settings; there it was ${tiers}`,
  take: (from: string, to: string): string => `${from} becomes ${to}`,
  remove: (from: string): string => `Take out ${from}`,
  another: "Another property of your notes",
  anotherAbout: "Say what a property of your own is.",
  anotherFrom: "Property in your notes",
  anotherTo: "What it is",
  anotherAdd: "Add",
  choose: "Choose…",
  noneTicked: "Nothing is ticked yet.",
  ticked: (count: number): string => `${plural(count, "change", "changes")} ticked`,
  save: "Adopt",
  cancel: "Cancel",
  stop: "Stop",
  done: (count: number): string => `${notes(count)} changed.`,
  log: "log",
  tasks: "open tasks",
  heading: (title: string): string => `heading ${title}`,
  entries: (count: number): string => plural(count, "entry", "entries"),
  someStay: (entries: string, left: number): string =>
    `${entries}, ${number(left)} of which ${left === 1 ? "stays" : "stay"}`,
  foundIn: (name: string, count: number): string => `${name} (${number(count)})`,
  howTo:
    'Nothing is written until it is named: --take "ID,ID", --take PLUGIN or --take all; --remove takes the originals out.',
  unknownRow: (id: string, known: string): string =>
    `There is no "${id}" to take here; expected one of ${known}, or all.`,
  plugins: {
    "personal-crm": "Personal CRM",
    orbit: "Orbit",
    "friend-tracker": "Friend Tracker",
    callander: "Callander",
    contacts: "Contacts",
    "vcf-contacts": "VCF Contacts",
    "contact-note": "Contact Note",
    whodex: "whodex",
    alas: "alas",
    "simple-birthday": "Simple Birthday",
  },
} as const;
