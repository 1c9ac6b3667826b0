import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { changedPerson } from "../../../src/core/index/changed-person";
import { personFrom } from "../../support/a-person";

const SOURCES = fileURLToPath(new URL("../../../src/", import.meta.url));

it("copies every field, also one that is worked out when it is asked for", () => {
  const person = personFrom("---\ncircle: close\nplace: Utrecht\n---\n");
  class Late {
    get place(): string {
      return "Delft";
    }
  }
  const late = Object.setPrototypeOf({ ...person }, Late.prototype) as typeof person;
  delete (late as { place?: string | null }).place;
  expect(changedPerson(late, {})).toEqual({ ...person, place: "Delft" });
  expect(changedPerson(late, { paused: true, place: null })).toEqual({ ...person, paused: true, place: null });
});

it("is how every copy of a person is made: spreading one would lose what is worked out when asked for", () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((file) => /[.]m?ts$/.test(file));
  expect(files.length).toBeGreaterThan(100);
  const spread = /\{ ?\.\.\.(?:person|somebody|alone)\b[ ,}]/;
  expect(files.filter((file) => spread.test(readFileSync(`${SOURCES}${file}`, "utf8")))).toEqual([]);
  expect("{ ...person, touches }").toMatch(spread);
});
