/** Notes that only a reader who has seen much would think of, by path. */
const note = (head, body = "") => `---\n${head}\n---\n${body}`;

export const ODD_NOTES = {
  "Odd/Odd Twin.md": note(
    "tags: [person]\naliases: [Twin]\ncadence: weekly",
    "One of two.\n\n## Log\n- 2026-10-01 → call\n",
  ),
  "Odd/More/Odd Twin.md": note("tags: [person]\naliases: Twin\ncircle: inner\nplace: Lisbon", "The other.\n"),
  "Odd/Empty.md": "",
  "Odd/Only a head.md": "---\ntags: [person]\n---",
  "Odd/Only text.md": "Met at the fair. #person\n",
  "Odd/Fences.md": "---\n---\n#person/met\n---\nlast_contact: 2026-01-01\n---\n",
  "Odd/No end.md": "---\ntags: [person]\nlast_contact: 2026-09-01\n\n## Log\n- 2026-09-01 → call: no fence\n",
  "Odd/Broken.md": note('tags: [person]\nlast_contact: "2026-09-01\nplace: [Oslo', "## Log\n- 2026-09-02 → call: x\n"),
  "Odd/Script.md": "---js\n{ tags: ['person'] }\n---\nText\n",
  "Odd/List.md": note("- person\n- other", "#person\n"),
  "Odd/Lone CR.md": "---\rtags: [person]\r---\rText\r",
  "Odd/Flow.md": note(
    "{tags: [person], last_contact: 2026-10-10, cadence: monthly, birthday: 11-25}",
    "In one line.\n",
  ),
  "Odd/Quoted keys.md": note('"tags": [person]\n\'cadence\': "6 weeks"\n"last contact": 2026-08-08', "\n## Log\n"),
  "Odd/Duplicates.md": note(
    "tags: [person]\ncadence: weekly\nname: x\ncadence: monthly",
    "## Log\n- 2026-08-08 → call\n",
  ),
  "Odd/Two names.md": note(
    "tags: [person]\nlast_contact: 2026-08-01\nlastContact: 2026-09-01\nLast Contact: 2026-07-01",
  ),
  "Odd/Tag in text.md": note("tags: friends, person\ncadence: 10", "## LOG\n- 2026-11-01 → call: loud heading\n"),
  "Odd/Tag in code.md": "`#person` and\n```\n#person\n```\n",
  "Odd/Type.md": note("type: [person, friend]\ncategories:\n  - '[[People|folk]]'\ncadence: 3 months"),
  "Odd/Family, Given.md": note("tags: [person]\naliases:\n  - Given Family\ncircle: close\nlast_contact: 2026-10-30"),
  'Odd/Quote\'s "name" & co.md': note(
    "tags: [person]\nlast_contact: 2026-10-01\ncadence: monthly",
    "## Log\n- 2026-10-01 x\n",
  ),
  "Odd/Name (with) [[no]] #tag.md": note("tags: [person]\ncadence: weekly\nlast_contact: 2026-11-20"),
  "Odd/Ünïcode Näme.md": note("tags: [person]\ncadence: weekly\nlast_contact: 2026-11-14\nbirthday: 2000-02-29"),
  ["Odd/Ünïcode Näme (decomposed).md".normalize("NFD")]: note("tags: [person]\naliases: [Ünïcode Näme]"),
  "Odd/Odd Twin (Conflicted copy Phone 202611201010).md": note(
    "tags: [person]\naliases: [Twin]\ncadence: monthly\nlast_contact: 2026-11-20\nplace: Oslo",
    "One of two.\n\n## Log\n- 2026-11-20 ← letter: from the phone\n- 2026-10-01 → call\n",
  ),
  "Odd/Odd Twin.sync-conflict-20261120-101010-ABCDEFG.md": note("tags: [person]\ncadence: weekly", "One of two.\n"),
  "Odd/Merged.md": note(
    "tags: [person]\n<<<<<<< HEAD\ncadence: weekly\n=======\ncadence: monthly\n>>>>>>> b",
    "Text\n",
  ),
  "Odd/Died.md": note("tags: [person]\nclosed: 2026-03-03\nbirthday: 11-23\ndates: [2001-11-24 wedding]"),
  "Odd/Ended.md": note("tags: [person]\nclosed: yes\ncadence: weekly\nlast_contact: 2026-01-01"),
  "Odd/Paused and owed.md": note(
    "tags: [person]\npaused: true\ncadence: weekly",
    "## Log\n- 2026-10-10 ← email: a question [owe:: reply]\n",
  ),
  "Odd/Snoozed and owed.md": note(
    "tags: [person]\nsnooze_until: 2026-12-24\ncadence: weekly",
    "## Log\n- 2026-10-11 ← email: a question [owe:: reply]\n- 2026-10-12 → email: soon [holding:: true]\n",
  ),
  "Odd/Settled.md": note(
    "tags: [person]\ncadence: weekly",
    "## Log\n- 2026-10-11 ← email: a question [owe:: reply]\n- 2026-10-12 ← call: never mind [declined:: true]\n",
  ),
  "Odd/Fixed days.md": note(
    'tags: [person]\ncadence: "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24"\nlast_contact: 2025-12-24',
  ),
  "Odd/Endless rule.md": note(
    'tags: [person]\ncadence: "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2"\nlast_contact: 2025-12-24',
  ),
  "Odd/Month ends.md": note("tags: [person]\ncadence: monthly\nlast_contact: 2026-10-31"),
  "Odd/Leap.md": note(
    "tags: [person]\ncadence: yearly\nlast_contact: 2024-02-29\nbirthday: 1996-02-29\ndates:\n  - 02-29 met",
  ),
  "Odd/Far past.md": note("tags: [person]\ncadence: 1 year\nlast_contact: 0099-01-01\nbirthday: 1850-11-26"),
  "Odd/Meeting ahead.md": note(
    "tags: [person]\ncadence: weekly\nlast_contact: 2026-06-01",
    "- [ ] Tea [meet:: tea] 📅 2026-11-28\n- [ ] Soup [meet:: soup] [due:: 2026-11-20]\n- [x] Walk [meet:: walk] 📅 2026-11-10 ✅ 2026-11-10\n",
  ),
  "Odd/Introduced.md": note(
    "tags: [person]\noffers: [printing]\nlooks_for: [tools]",
    "- [ ] Introduce to [[Odd/Odd Twin]] [intro:: asked] [why:: both print] 📅 2026-11-21\n- [x] Introduced to [[Flow]] [intro:: made] ✅ 2026-10-10\n",
  ),
  "Odd/Milestones.md": note(
    "tags: [person]\nmilestones:\n  - 2026-11-20 promoted\n  - 2026-11-30 moves house\n  - sometime a prize\n  - 2026-02-31 never",
  ),
  "Odd/Ticked.md": note(
    "tags: [person]\ncadence: weekly",
    "- [x] Rang [touch:: call]\n- [x] Reconnect with Ticked 🆔 rc-reach-0-20261101\n- [x] Wrote [touch:: letter] ✅ 2026-11-15\n",
  ),
  "Odd/Long line.md": note(
    `tags: [person]\ncadence: monthly\nlong: ${"x".repeat(5000)}`,
    `${"word ".repeat(4000)}\n\n## Log\n- 2026-10-10 → call: ${"y".repeat(3000)}\n`,
  ),
  "Odd/Long log.md": note(
    "tags: [person]\ncadence: weekly",
    `## Log\n${Array.from({ length: 400 }, (_, n) => `- ${2010 + Math.floor(n / 30)}-0${1 + (n % 9)}-1${n % 10} ${["→", "←", "↔", ""][n % 4]} call: number ${n}`).join("\n")}\n`,
  ),
  "Odd/Many logs.md": note(
    "tags: [person]\ncadence: weekly",
    "# Log\n- 2026-10-01 → a: x\n## Other\n- 2026-10-02 b\n## Log\n- 2026-10-03 → c: x\n\n\n## Log\n",
  ),
  "Odd/Fields.md": note(
    "tags: [person]\ncadence: monthly",
    "Birthday:: 12-01\n(place:: Oslo)\n\n## Log\n- 2026-10-10 → coffee: talk [asked:: a] [gave:: b [c]] [they-asked:: d] [they-gave:: [[E]]] [mood:: good] ^id1\n- 2026-10-09: colon\n- 2026-10-08 - dash\n- 2026-10-07 call\n- 2026-10-06 →\n- [[2026-10-05]] -> visit\n- [2026-10-04](2026-10-04.md) <-> gift: x\n",
  ),
  "Odd/Tags Only.md": note("Tags: '#person'\nCircle: INNER\nCADENCE: Every 2 Weeks\nLast_Contact: 2026-11-01"),
  "Odd/Nested.md": note(
    "tags: [person]\ncontact:\n  last_contact: 2026-01-01\n  cadence: weekly\nplace:\n  city: Oslo\nemail:\n  home: a@example.org",
  ),
  "Odd/Nulls.md": note(
    "tags: [person]\ncircle: null\ncadence: ~\nlast_contact: ''\nbirthday:\ninterests: []\naliases: [null, '']",
  ),
  "Odd/Odd.md": note("tags: [index]", "The folder's own note.\n"),
  "Templates/Person.md": note("tags: [person]\ncadence:\nlast_contact: {{date}}", "## Log\n- {{date}} → met\n"),
  "Daily/2026-11-21 Saturday.md": note(
    "people: ['[[Flow]]', '[[Odd Twin]]']",
    "Saw [[Leap]]. `[[Flow]]` ![[Leap]]\n> [[Month ends]]\n- [ ] [[Settled]]\n- [x] call [[Fixed days]] ✅ 2026-11-20\n",
  ),
  "Meetings/Board.md": note(
    "date: 2026-11-17\nattendees:\n  - '[[Family, Given]]'\n  - '[[Odd/More/Odd Twin|twin]]'",
    "[Leap](../Odd/Leap.md) and [[Given Family]] came.\n",
  ),
  "Meetings/2026-12-01 Ahead.md": note("attendees: ['[[Leap]]']", "Not yet.\n"),
  "Notes/Practices.md":
    "- [ ] Check birthdays 🔁 every day 📅 2026-11-22\n- [ ] Two letters [repeat:: every week when done] [due:: 2026-11-20]\n",
  "Notes/Circles of trust.md":
    "About [[Odd Twin]].\n- [ ] Send [[Leap]] the [[Board]] minutes 📅 2026-11-23\n- [ ] For [[Nobody]] 📅 2026-11-22\n",
  "Reading/Bees in winter.md": note(
    "tags: [bees, gardens, chess]\ntitle: Bees",
    "How bees live through the cold; gardens in the snow.\n",
  ),
  "Reading/Old radios.md": note("topics: [old radios, maps]", "Typography of dials.\n"),
};
