import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readNote, textOf } from "../../src/cli/read-note.mjs";

const folder = mkdtempSync(join(tmpdir(), "reconnect-read-"));
afterAll(() => rmSync(folder, { recursive: true }));

function expectSame(bytes: Uint8Array): void {
  const file = join(folder, "note.md");
  writeFileSync(file, bytes);
  expect(textOf(file) === readFileSync(file, "utf8")).toBe(true);
}

describe("the text of a file, read into the same room each time", () => {
  it("is the text that the system's own way of reading gives, whatever the bytes", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string({ unit: "grapheme" }).map((text) => Buffer.from(text, "utf8")),
        ),
        expectSame,
      ),
    );
  });

  it("is whole where it fills the room, or is longer", () => {
    for (const length of [0, 65_533, 65_534, 65_535, 65_536, 65_537, 200_000]) {
      expectSame(Buffer.alloc(length, "a"));
      expectSame(Buffer.concat([Buffer.alloc(length, "b"), Buffer.from("阿达")]));
    }
  });
});

describe("a note that is no note any more when it is read", () => {
  it.each<[string, string, () => void]>([
    ["gone", "gone.md", () => undefined],
    ["a folder", "folder.md", () => mkdirSync(join(folder, "folder.md"))],
    ["a link to itself", "link.md", () => symlinkSync("link.md", join(folder, "link.md"))],
    ["a link that leads nowhere", "dead.md", () => symlinkSync("nowhere", join(folder, "dead.md"))],
    ["below what is a file now", "file/Ada.md", () => writeFileSync(join(folder, "file"), "")],
  ])("is left out where it is %s", (_what, path, make) => {
    make();
    expect(readNote(folder, path, () => ({}))).toBe(null);
  });
});

it("a note that is longer than any text can be is a Problem", () => {
  const file = join(folder, "long.md");
  writeFileSync(file, "");
  // A hole, for which the disk has no room to find.
  truncateSync(file, 2 ** 31 + 1);
  expect(readNote(folder, "long.md", () => ({}))).toMatchObject({
    text: "",
    isUnreadable: true,
    headProblem: { message: "This note is too long to be read." },
  });
});
