import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mailLink, phoneLink, waysToReach } from "../../../src/core/lists/ways-to-reach";
import { REACH_WAYS } from "../../../src/core/people/settings/settings";

describe("links of a card", () => {
  it.each([
    ["+44 (0)20 7946 0018", "tel:+442079460018"],
    ["555-01-02", "tel:5550102"],
    ["tel:+351 555 010 203", "tel:+351555010203"],
    ["*100#", "tel:*100%23"],
    ["javascript:alert(1)", null],
    ["ask his sister", null],
    ["", null],
  ])("call %s as %s", (number, link) => {
    expect(phoneLink("tel", number)).toBe(link);
  });

  it.each([
    ["ada@example.org", "mailto:ada@example.org"],
    ["mailto:ada@example.org", "mailto:ada@example.org"],
    ["a+b@example.org", "mailto:a%2Bb@example.org"],
    ["ada@example.org?bcc=x@example.org", null],
    ["javascript:alert(1)//@x", null],
    ["a@b,c@d", null],
    ["<b>@x.org", null],
  ])("write to %s as %s", (address, link) => {
    expect(mailLink(address)).toBe(link);
  });

  it("can do nothing but call, text and write, whatever a note says", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { href } of waysToReach(
          { phones: [text], emails: [text], address: text, place: text },
          [],
          REACH_WAYS,
        )) {
          expect(href === null || /^(?:tel:\+?[\d*%]+|sms:\+?[\d*%]+|mailto:[^\s?&<>"]+@[^\s?&<>"]+)$/.test(href)).toBe(
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it("come in the order asked for, the others after", () => {
    const person = { phones: ["+1 555 0100"], emails: ["a@example.org"], address: "1 Sea Lane", place: "Lisbon" };
    expect(waysToReach(person, ["email", "letter"], REACH_WAYS).map(({ way }) => way)).toEqual([
      "email",
      "letter",
      "call",
      "visit",
      "message",
    ]);
  });
});
