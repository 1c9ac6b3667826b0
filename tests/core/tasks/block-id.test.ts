import { expect, it } from "vitest";
import { splitBlockId } from "../../../src/core/tasks/block-id";

it.each([
  ["Send the map ^a1b2", "Send the map", " ^a1b2"],
  ["Send the map   ^a1-b2  ", "Send the map", "   ^a1-b2  "],
  ["Send the map", "Send the map", ""],
  ["Send the map  ", "Send the map  ", ""],
  ["2^10 is many", "2^10 is many", ""],
  ["^a1b2", "^a1b2", ""],
])("%j is words %j and block %j", (text, words, block) => {
  expect(splitBlockId(text)).toEqual({ words, block });
});

it("looks at each character of a long line a bounded number of times", () => {
  const text = `a${" ".repeat(1_000_000)}b`;
  expect(splitBlockId(text).words).toBe(text);
});
