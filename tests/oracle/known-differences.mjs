/**
 * What a newer program is meant to do otherwise. An entry names the reason, and makes alike what both said or wrote
 * where that is all that differs.
 *
 * `liken` gets a text and where it is from, `{ vault, script, command, argv, where }`: `where` is "stdout", "stderr",
 * "code" or the path of a note.
 */
export const KNOWN_DIFFERENCES = [
  {
    fault: "the line named for frontmatter that is no YAML is that of the note, no longer the one after it",
    liken: (text) =>
      text
        .replace(/"line": \d+,(\s+"property": null,\s+"message": "The frontmatter is not valid YAML)/g, '"line": 0,$1')
        .replace(/:\d+: (?=The frontmatter is not valid YAML)/g, ":0: "),
  },
  {
    fault: "whoever is snoozed, paused or let go is not due for a reply that is owed; `owed` still has them",
    liken: (text, { command, where }) => (command === "due" && where === "stdout" ? withoutRestingDebts(text) : text),
  },
  {
    fault: "text from outside is escaped wherever it goes into a body line",
    // JSON has each backslash twice.
    liken: (text, { where }) =>
      text.replace(where === "stdout" ? /\\\\(?=[!-/:-@[-`{-~])/g : /\\(?=[!-/:-@[-`{-~])/g, ""),
  },
  {
    fault: "settings are read before what was given is looked at: a call that is wrong says how people were found, too",
    liken: (text, { where }) =>
      where === "stderr" ? text.replace(/^No settings yet; people found by .*\n?/m, "") : text,
  },
  {
    fault: "undo and redo also end an action that was interrupted, and their help says so",
    liken: (text, { argv }) =>
      argv.includes("--help") ? text.replace(/, or (take back one that was|finish what was) interrupted$/gm, "") : text,
  },
  {
    fault: "help lists properties in the order of their one table",
    liken: (text, { argv, command }) =>
      argv.includes("--help") && ["add", "import"].includes(command)
        ? text
            .split(/[\s,()]+/)
            .sort()
            .join(" ")
        : text,
  },
];

const RESTING = ["snoozed", "paused", "untracked"];

/** A list of people, as JSON or as text, without those who rest and are owed a reply. */
function withoutRestingDebts(text) {
  if (!text.startsWith("{")) return text.replace(/^ .* a reply owed for .*; (paused|snoozed|let go).*\n?/gm, "");
  const list = JSON.parse(text);
  const isResting = ({ standing, why }) => RESTING.includes(standing) && why.startsWith("a reply owed");
  return JSON.stringify({ ...list, people: list.people.filter((person) => !isResting(person)) }, null, 2);
}
