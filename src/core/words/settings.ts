export const settingsWords = {
  groups: {
    people: "People",
    cadence: "Circles and cadence",
    log: "Log",
    occasions: "Occasions",
    panel: "Panel and signals",
    names: "Property names",
  },
  namesAbout: "How your notes spell each property. Case, spaces, - and _ do not count.",
  lookAgain: "Look at this vault again",
  lookAgainAbout: "Shows how this vault seems to mark its people, for you to confirm.",
  leapDays: { "02-28": "28 February", "03-01": "1 March" },
  spellings: "Spellings separated by commas; the first is written to a note that has none.",
  badPicks: "A whole number from 1 to 7.",
  badWay: (way: string, ways: string): string => `"${way}" is no way to reach somebody; the ways are ${ways}.`,
  badDays: "A whole number of days from 0 to 366.",
  badHeading: "The title of a heading, without #.",
  badPlace: (path: string): string =>
    `"${path}" cannot be a place in this vault; expected a path such as Notes/People.`,
  badTag: (tag: string): string => `"${tag}" is no tag; expected one such as person or people/friends.`,
  circleTwice: (name: string): string => `"${name}" stands here twice; expected each circle once.`,
  takenSpelling: (property: string): string => `${property} is spelled so already; expected another spelling.`,
  noSpelling: "At least one spelling.",
  badRule: (line: string): string => `"${line}": write a property and its value, such as type: person.`,
  badCircle: (line: string): string => `"${line}": write a circle and its cadence, such as close: every 6 weeks.`,
  badCadence: (name: string, expected: string): string =>
    `The cadence of ${name} cannot be read; expected ${expected}.`,
  fields: {
    folders: {
      name: "Folders",
      about: "Notes in these folders, and below them, are people; / is the whole vault. One a line.",
    },
    tags: { name: "Tags", about: "Notes with one of these tags, or a tag nested under it, are people. One a line." },
    properties: {
      name: "Properties",
      about: "Notes with such a property are people: type: person. A link counts by its target. One a line.",
    },
    templateFolders: { name: "Template folders", about: "Notes in these folders are never people. One a line." },
    newPersonFolder: { name: "Folder for new people", about: "Where the note of a new person is made." },
    newPersonTemplate: {
      name: "Template for new people",
      about:
        "The note that a new person note begins as, such as Templates/Person. {{title}}, {{date}} and {{time}} are filled in. Empty for none.",
    },
    circles: {
      name: "Circles",
      about: "Each circle and how often you want to be in touch: close: every 6 weeks. One a line.",
    },
    picks: {
      name: "People a week",
      about: "How many people each week asks for: two or three, chosen well, are kept more easily than ten.",
    },
    reachOrder: {
      name: "How to reach people",
      about: "The order in which a card offers them: call, letter, visit, message, email. One a line.",
    },
    besideNote: {
      name: "Card beside the open note",
      about: "Shows a person's card above the list while their note is open.",
    },
    statusBar: {
      name: "Status bar",
      about: "Says there whose day it is and how many are left this week. Phones have no status bar.",
    },
    dayNotice: {
      name: "Notice of the day",
      about: "One notice when Obsidian is first opened on a day, where there is something to say. On this device only.",
    },
    soonDays: {
      name: "Days that count as soon",
      about: "How many days before its day a person is listed under soon; at most half of their cadence.",
    },
    logHeading: { name: "Heading of the log", about: "Touches are the list items under this heading." },
    channels: {
      name: "More channels",
      about: "Words that need no colon in the log, beside call, letter, coffee and the like. One a line.",
    },
    aheadDays: { name: "Days ahead", about: "How many days before it an occasion is shown." },
    belatedDays: { name: "Belated days", about: "How many days after it a birthday or date can still be kept." },
    earlyDays: {
      name: "Early days",
      about: "How many days before it a card, gift or wish in the log already keeps it.",
    },
    prepareDays: {
      name: "Days for a card or gift",
      about: "How many days before a birthday to think of a card or gift; 0 for never.",
    },
    leapDay: {
      name: "29 February in other years",
      about: "When a birthday on 29 February is kept in years without one.",
    },
  },
} as const;
