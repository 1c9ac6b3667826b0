import { expect, it } from "vitest";
import { disambiguateNames } from "../../../src/core/index/disambiguate-names";

it("tells people of one name apart by their folders, and nobody else", () => {
  const people = ["People/Work/Alex Kim.md", "People/Family/alex kim.md", "Alex Kim.md", "People/Ada.md"].map(
    (path) => ({ path, name: path.replace(/^.*\/|\.md$/g, "") }),
  );
  expect(people.map(disambiguateNames(people))).toEqual([
    "Alex Kim (People/Work)",
    "alex kim (People/Family)",
    "Alex Kim",
    "Ada",
  ]);
});
