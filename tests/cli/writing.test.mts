import { renameSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { changedLines, testVault, type TestVault } from "../support/terminal.mjs";

let vault: TestVault;
const open = (notes: Record<string, string>): TestVault => (vault = testVault(notes));
afterEach(() => vault.remove());

const NOTE = "---\ncadence: weekly\nlast_contact: 2026-11-01\n---\nWords.\n\n## Log\n- 2026-11-01 call\n";
const ran = async (...argv: string[]): Promise<[number, unknown]> => {
  const done = await vault.run(...argv, "--json");
  return [done.code, done.json()];
};

/** What a command changes in Ada's note, as lines that went and came. */
async function changes(text: string, ...argv: string[]): Promise<string[]> {
  open({ "People/Ada.md": text });
  expect((await vault.run(...argv)).code).toBe(0);
  return changedLines(text, vault.read("People/Ada.md"));
}

describe("touch", () => {
  it("adds one line and moves one property; undo and redo are byte for byte", async () => {
    open({ "People/Ada.md": NOTE });
    expect(
      await ran(
        "touch",
        "Ada",
        "--date",
        "2026-11-20",
        "--channel",
        "coffee",
        "--direction",
        "both",
        "--note",
        "the garden",
        "--they-asked",
        "seeds",
        "--gave",
        "a book",
      ),
    ).toEqual([0, { written: ["People/Ada.md"], refused: [], lastContact: { "People/Ada.md": "2026-11-20" } }]);
    const after = vault.read("People/Ada.md");
    expect(changedLines(NOTE, after)).toEqual([
      "+ last_contact: 2026-11-20",
      "- last_contact: 2026-11-01",
      "+ - 2026-11-20 ↔ coffee: the garden [gave:: a book] [they-asked:: seeds]",
    ]);
    expect(await ran("undo")).toEqual([0, { restored: ["People/Ada.md"], refused: [] }]);
    expect(vault.read("People/Ada.md")).toBe(NOTE);
    expect(await ran("redo")).toEqual([0, { restored: ["People/Ada.md"], refused: [] }]);
    expect(vault.read("People/Ada.md")).toBe(after);
  });

  it("writes every detail so that person reads it back", async () => {
    open({ "People/Ada.md": NOTE });
    const words = [
      "--direction",
      "in",
      "--channel",
      "letter",
      "--note",
      "her [[Move]], at last: 3 boxes",
      "--asked",
      "time",
      "--gave",
      "ear",
      "--they-asked",
      "advice",
      "--they-gave",
      "tea",
      "--owe",
      "reply",
      "--holding",
      "--declined",
    ];
    expect((await vault.run("touch", "Ada", ...words)).code).toBe(0);
    const [touch] = (await vault.run("person", "Ada", "--json")).json()["touches"] as unknown[];
    expect(touch).toMatchObject({
      date: "2026-11-22",
      direction: "in",
      channel: "letter",
      text: "her [[Move]], at last: 3 boxes",
      asked: "time",
      gave: "ear",
      theyAsked: "advice",
      theyGave: "tea",
      owe: "reply",
      holding: true,
      declined: true,
      source: "log",
    });
  });

  it.each([
    ["today", "2026-11-22"],
    ["yesterday", "2026-11-21"],
    ["3 days ago", "2026-11-19"],
    ["2 weeks ago", "2026-11-08"],
    ["friday", "2026-11-20"],
    ["Monday", "2026-11-16"],
    ["sunday", "2026-11-15"],
    ["last friday", "2026-11-20"],
    ["2026-10-02", "2026-10-02"],
  ])("--date %s is %s", async (word, day) => {
    open({ "People/Ada.md": "" });
    await vault.run("touch", "Ada", "--date", word);
    expect(vault.read("People/Ada.md")).toContain(`last_contact: ${day}\n`);
  });

  it("says in words that a note is not UTF-8 text, whatever is asked of it", async () => {
    open({ "People/Ada.md": NOTE, "People/Bad.md": "" });
    vault.write("People/Bad.md", Buffer.from("caf\xe9\n", "latin1"));
    vault.write(
      "People/Worse.md",
      Buffer.concat([Buffer.from([0xe9]), Buffer.from("\n- [ ] Coffee [meet:: coffee] 📅 2026-11-20\n")]),
    );
    const before = vault.files();
    const [{ id }] = (await vault.run("follow-ups", "Worse", "--json")).json()["followUps"] as [{ id: string }];
    for (const argv of [
      ["share", "Bad"],
      ["merge", "Bad", "Ada"],
      ["merge", "Ada", "Bad", "--dry-run"],
      ["follow-ups", "--done", id],
      ["complete", id],
      ["touch", "Bad"],
      ["snooze", "Bad", "--until", "friday"],
    ]) {
      const done = await vault.run(...argv, "--json");
      expect([done.code, done.json()["refused"]], argv.join(" ")).toEqual([
        1,
        [expect.objectContaining({ message: expect.stringContaining("not UTF-8") as string })],
      ]);
    }
    expect(vault.files()).toEqual(before);
    const listed = await vault.run("check", "--json");
    const message = expect.stringContaining("expected UTF-8") as string;
    expect([listed.code, listed.json()["problems"]]).toEqual([
      1,
      [
        { path: "People/Bad.md", line: 1, property: null, message },
        { path: "People/Worse.md", line: 1, property: null, message },
      ],
    ]);
  });

  it("says in words what is wrong with a file that is named", async () => {
    open({ "People/Ada.md": NOTE });
    expect((await vault.run("import", "/no/such.vcf")).err).toContain("/no/such.vcf: There is no such file.");
    expect((await vault.run("import", vault.folder)).err).toContain(": This is a folder; expected a file.");
  });

  it("shows a card with touches as they are written, and the note of what is promised elsewhere", async () => {
    open({
      "People/Ada.md": "- [ ] Call back\n\n## Log\n- 2026-11-01 → coffee\n- 2026-10-01 call: the move\n",
      "Plans.md": "\n- [ ] Ask [[Ada]] for the recipe 📅 2026-11-28\n",
    });
    const { out } = await vault.run("person", "Ada");
    expect(out).toContain("  Plans.md:2: Ask [[Ada]] for the recipe (2026-11-28)\n  1: Call back\n");
    expect(out).toContain("  4: 2026-11-01 → coffee\n  5: 2026-10-01   call: the move\n");
  });

  it("never moves the property back", async () => {
    expect(await changes(NOTE, "touch", "Ada", "--date", "2026-10-01", "--channel", "letter")).toEqual([
      "+ - 2026-10-01 letter",
    ]);
    expect((await vault.run("touch", "Ada", "--date", "2026-10-01", "--json")).json()["lastContact"]).toEqual({
      "People/Ada.md": "2026-11-01",
    });
  });

  it("leaves a last contact in the future as it stands, and does not count it", async () => {
    const text = NOTE.replace("last_contact: 2026-11-01", "last_contact: 2027-11-01");
    open({ "People/Ada.md": text });
    expect(await ran("touch", "Ada")).toEqual([
      0,
      { written: ["People/Ada.md"], refused: [], lastContact: { "People/Ada.md": "2026-11-22" } },
    ]);
    expect(changedLines(text, vault.read("People/Ada.md"))).toEqual(["+ - 2026-11-22"]);
  });

  it("refuses a day to come, a channel of two words, an unreadable property: exit 1, nothing written", async () => {
    open({
      "People/Ada.md": NOTE,
      "People/Bo.md": "---\nlast_contact: last spring\n---\n",
      "People/Cy.md": "---\ncadence: weekly\nno end\n",
      "People/Di.md": "---\nlast_contact: 2026-01-01\nLast Contact: 2026-01-02\n---\n",
    });
    const before = vault.files();
    for (const argv of [["Ada", "--date", "tomorrow"], ["Ada", "--channel", "phone call"], ["Bo"], ["Cy"], ["Di"]]) {
      const done = await vault.run("touch", ...argv, "--json");
      expect([done.code, done.json()["written"], done.json()["lastContact"]], argv.join(" ")).toEqual([1, [], {}]);
      expect(done.err).toMatch(/\S/);
    }
    expect(vault.files()).toEqual(before);
    expect((await vault.run("undo")).code).toBe(1);
  });

  it("of several people does those it can, says why not the others, and undoes as one", async () => {
    open({
      "People/Ada.md": NOTE,
      "People/Bo.md": NOTE,
      "People/Cy.md": "---\nlast_contact: soon\n---\n",
      "People/Kim.md": NOTE,
      "Work/Kim.md": "---\ntags: person\n---\n",
    });
    const before = vault.files();
    const done = await vault.run("touch", "Ada", "Nobody", "Bo", "Cy", "Kim", "ada", "--json");
    expect(done.code).toBe(1);
    expect(done.json()).toEqual({
      written: ["People/Ada.md", "People/Bo.md"],
      refused: [
        { path: "", line: null, property: null, message: expect.stringContaining("Nobody") as string },
        {
          path: "",
          line: null,
          property: null,
          message: expect.stringMatching(/People\/Kim\.md.*Work\/Kim\.md/) as string,
        },
        {
          path: "People/Cy.md",
          line: null,
          property: "last_contact",
          message: expect.stringContaining("soon") as string,
        },
      ],
      lastContact: { "People/Ada.md": "2026-11-22", "People/Bo.md": "2026-11-22" },
    });
    expect(done.err.split("\n").filter((line) => /Nobody|Kim|soon/.test(line))).toHaveLength(3);
    expect(vault.read("People/Ada.md").match(/2026-11-22/g)).toHaveLength(2);
    expect(await ran("undo")).toEqual([0, { restored: ["People/Ada.md", "People/Bo.md"], refused: [] }]);
    expect(vault.files()).toEqual(before);
  });

  it.each<[string, string, string[]]>([
    [
      "no frontmatter",
      "Only words.\n",
      ["+ ---", "+ last_contact: 2026-11-22", "+ ---", "+ ", "+ ## Log", "+ - 2026-11-22"],
    ],
    ["nothing at all", "", ["+ ---", "+ last_contact: 2026-11-22", "+ ---", "+ ## Log", "+ - 2026-11-22"]],
    [
      "CRLF",
      NOTE.replaceAll("\n", "\r\n"),
      ["+ last_contact: 2026-11-22\r", "- last_contact: 2026-11-01\r", "+ - 2026-11-22\r"],
    ],
    [
      "a byte order mark",
      `\ufeff${NOTE}`,
      ["+ last_contact: 2026-11-22", "- last_contact: 2026-11-01", "+ - 2026-11-22"],
    ],
    [
      "no final newline",
      NOTE.slice(0, -1),
      ["+ last_contact: 2026-11-22", "- last_contact: 2026-11-01", "+ - 2026-11-22"],
    ],
    [
      "quotes, a comment and a template",
      NOTE.replace(
        "last_contact: 2026-11-01",
        'last_contact: "2026-11-01"   # by hand\nid: 12345678901234567890\nx: "{{title}}"',
      ),
      ['+ last_contact: "2026-11-22"   # by hand', '- last_contact: "2026-11-01"   # by hand', "+ - 2026-11-22"],
    ],
    [
      "another spelling",
      NOTE.replace("last_contact", "Last Contact"),
      ["+ Last Contact: 2026-11-22", "- Last Contact: 2026-11-01", "+ - 2026-11-22"],
    ],
    [
      "a snooze, which a touch today ends",
      NOTE.replace("cadence", "snooze_until: 2026-12-01\ncadence"),
      ["- snooze_until: 2026-12-01", "+ last_contact: 2026-11-22", "- last_contact: 2026-11-01", "+ - 2026-11-22"],
    ],
    [
      "a log newest last, with stars and arrows of its own",
      "## Log\n* 2026-10-01 -> call: a\n* 2026-11-01 <- call: b\n\n## After\nx\n",
      ["+ ---", "+ last_contact: 2026-11-22", "+ ---", "+ * 2026-11-22"],
    ],
  ])("changes exactly its lines in a note with %s; undo gives the bytes back", async (_what, text, lines) => {
    open({ "People/Ada.md": text });
    expect((await vault.run("touch", "Ada")).code).toBe(0);
    expect(changedLines(text, vault.read("People/Ada.md")).sort()).toEqual([...lines].sort());
    expect(vault.read("People/Ada.md").endsWith("\n")).toBe(text === "" || text.endsWith("\n"));
    expect((await vault.run("undo")).code).toBe(0);
    expect(vault.read("People/Ada.md")).toBe(text);
  });
});

describe("the commands that set a property", () => {
  it.each<[string[], string[]]>([
    [["snooze", "Ada", "--until", "2026-12-05"], ["+ snooze_until: 2026-12-05"]],
    [["snooze", "Ada", "--until", "friday"], ["+ snooze_until: 2026-11-27"]],
    [["snooze", "Ada", "--until", "sunday"], ["+ snooze_until: 2026-11-29"]],
    [["snooze", "Ada", "--until", "tomorrow"], ["+ snooze_until: 2026-11-23"]],
    [["snooze", "Ada", "--for", "2 weeks"], ["+ snooze_until: 2026-12-06"]],
    [["snooze", "Ada", "--for=a month"], ["+ snooze_until: 2026-12-22"]],
    [["skip", "Ada"], ["+ snooze_until: 2026-11-23"]],
    [["skip", "Ada", "--today", "2026-11-23"], ["+ snooze_until: 2026-11-30"]],
    [["pause", "Ada"], ["+ paused: true"]],
    [["close", "Ada"], ["+ closed: 2026-11-22"]],
    [["close", "Ada", "--date", "2026-11-01"], ["+ closed: 2026-11-01"]],
    [["close", "Ada", "--date", "unknown"], ["+ closed: true"]],
    [
      ["close", "Ada", "--why", "moved away"],
      ["+ closed: 2026-11-22", "+ drifted: moved away"],
    ],
    [
      ["set-cadence", "Ada", "every 6 weeks"],
      ["+ cadence: every 6 weeks", "- cadence: weekly"],
    ],
    [
      ["set-cadence", "Ada", "45"],
      ["+ cadence: every 45 days", "- cadence: weekly"],
    ],
    [
      ["set-cadence", "Ada", "none"],
      ["+ cadence: none", "- cadence: weekly"],
    ],
    [["set-cadence", "Ada", "default"], ["- cadence: weekly"]],
    [
      ["set-cadence", "Ada", "RRULE:FREQ=MONTHLY;BYDAY=1SA"],
      ['+ cadence: "RRULE:FREQ=MONTHLY;BYDAY=1SA"', "- cadence: weekly"],
    ],
    [["set-circle", "Ada", "inner"], ["+ circle: inner"]],
  ])("%j changes its own line only, and undo takes it back", async (argv, lines) => {
    expect((await changes(NOTE, ...argv)).sort()).toEqual([...lines].sort());
    expect(await ran("undo")).toEqual([0, { restored: ["People/Ada.md"], refused: [] }]);
    expect(vault.read("People/Ada.md")).toBe(NOTE);
  });

  it("unsnooze and resume take away what snooze and pause wrote", async () => {
    open({ "People/Ada.md": NOTE });
    for (const [there, back] of [
      [["snooze", "Ada", "--for", "1 week"], "unsnooze"],
      [["pause", "Ada"], "resume"],
    ] as const) {
      expect((await vault.run(...there)).code).toBe(0);
      expect(vault.read("People/Ada.md")).not.toBe(NOTE);
      expect(await ran(back, "Ada")).toEqual([0, { written: ["People/Ada.md"], refused: [] }]);
      expect(vault.read("People/Ada.md")).toBe(NOTE);
      expect(await ran(back, "Ada")).toEqual([0, { written: [], refused: [] }]);
    }
  });

  it.each([
    [["snooze", "Ada", "--until", "2026-11-22"]],
    [["snooze", "Ada", "--until", "yesterday"]],
    [["set-cadence", "Ada", "sometimes"]],
    [["set-cadence", "Ada", "0"]],
    [["set-cadence", "Ada", "RRULE:FREQ=HOURLY"]],
    [["set-circle", "Ada", " "]],
    [["pause", "Nobody"]],
    [["set-circle", "Nobody", "inner"]],
  ])("%j is refused: exit 1, a reason, nothing written", async (argv) => {
    open({ "People/Ada.md": NOTE });
    const before = vault.files();
    const done = await vault.run(...argv, "--json");
    expect([done.code, done.json()]).toEqual([
      1,
      { written: [], refused: [expect.objectContaining({ message: expect.any(String) as string })] },
    ]);
    expect(done.err).toMatch(/\S/);
    expect(vault.files()).toEqual(before);
  });

  it("take several people, the unknown one refused, and several circles stay one property", async () => {
    open({ "People/Ada.md": NOTE, "People/Bo.md": "---\ncircle:\n  - work\n  - close\n---\n" });
    const done = await vault.run("skip", "Ada", "Bo", "Nobody", "--json");
    expect([done.code, done.json()["written"]]).toEqual([1, ["People/Ada.md", "People/Bo.md"]]);
    expect((await vault.run("set-circle", "Bo", "inner")).code).toBe(0);
    expect((await vault.run("person", "Bo", "--json")).json()["circle"]).toBe("inner");
  });

  it("what they write holds at once", async () => {
    open({ "People/Ada.md": NOTE });
    const standing = async (): Promise<unknown> => (await vault.run("person", "Ada", "--json")).json()["standing"];
    expect(await standing()).toBe("overdue");
    for (const [argv, then] of [
      [["skip", "Ada"], "snoozed"],
      [["unsnooze", "Ada"], "overdue"],
      [["pause", "Ada"], "paused"],
      [["resume", "Ada"], "overdue"],
      [["touch", "Ada"], "on-track"],
      [["set-cadence", "Ada", "none"], "untracked"],
      [["close", "Ada"], "closed"],
    ] as const) {
      expect((await vault.run(...argv)).code).toBe(0);
      expect(await standing(), argv.join(" ")).toBe(then);
    }
  });
});

describe("undo and redo", () => {
  it("say where there is nothing, and go back through several actions", async () => {
    open({ "People/Ada.md": NOTE });
    expect(await ran("redo")).toEqual([1, { restored: [], refused: [expect.objectContaining({ path: "" })] }]);
    for (const argv of [
      ["touch", "Ada"],
      ["pause", "Ada"],
      ["set-circle", "Ada", "inner"],
    ])
      await vault.run(...argv);
    const last = vault.read("People/Ada.md");
    for (let step = 0; step < 3; step++) expect((await vault.run("undo")).code).toBe(0);
    expect(vault.read("People/Ada.md")).toBe(NOTE);
    expect((await vault.run("undo")).code).toBe(1);
    for (let step = 0; step < 3; step++) expect((await vault.run("redo")).code).toBe(0);
    expect(vault.read("People/Ada.md")).toBe(last);
    expect((await vault.run("redo")).code).toBe(1);
  });

  it("a new action ends redoing; reading and refused commands do not", async () => {
    open({ "People/Ada.md": NOTE });
    await vault.run("pause", "Ada");
    await vault.run("undo");
    await vault.run("due");
    await vault.run("touch", "Nobody");
    expect((await vault.run("redo")).code).toBe(0);
    await vault.run("undo");
    await vault.run("touch", "Ada");
    expect((await vault.run("redo")).code).toBe(1);
  });

  it("take out their own lines where somebody has written beside them since", async () => {
    open({ "People/Ada.md": NOTE });
    await vault.run("touch", "Ada", "--note", "tea");
    const edited = vault.read("People/Ada.md").replace("Words.", "Words, and more of them.");
    vault.write("People/Ada.md", edited);
    expect((await vault.run("undo")).code).toBe(0);
    expect(vault.read("People/Ada.md")).toBe(NOTE.replace("Words.", "Words, and more of them."));
  });

  it("refuse where their line was changed, or the note is gone or moved: nothing is written", async () => {
    open({ "People/Ada.md": NOTE });
    await vault.run("touch", "Ada", "--note", "tea");
    vault.write("People/Ada.md", vault.read("People/Ada.md").replace("tea", "coffee"));
    const before = vault.files();
    const done = await vault.run("undo", "--json");
    expect([done.code, done.json()["restored"]]).toEqual([1, []]);
    renameSync(join(vault.folder, "People/Ada.md"), join(vault.folder, "Ada moved.md"));
    expect((await vault.run("undo")).code).toBe(1);
    expect(Object.values(vault.files())).toEqual(Object.values(before));
  });

  it("of two people change neither where one cannot be", async () => {
    open({ "People/Ada.md": NOTE, "People/Bo.md": NOTE });
    await vault.run("touch", "Ada", "Bo", "--note", "tea");
    vault.write("People/Bo.md", "Another note.\n");
    const before = vault.files();
    expect(await ran("undo")).toEqual([
      1,
      { restored: [], refused: [expect.objectContaining({ path: "People/Bo.md" })] },
    ]);
    expect(vault.files()).toEqual(before);
  });
});
