import { expect, it } from "vitest";
import { endSentence } from "../../../src/core/words/end-sentence";

it.each([
  ["Back on Nov 22", "Back on Nov 22."],
  ["Back on 22. Nov.", "Back on 22. Nov."],
])("ends %s with one full stop", (text, said) => {
  expect(endSentence(text)).toBe(said);
});
