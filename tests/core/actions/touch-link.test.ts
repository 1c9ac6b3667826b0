import { describe, expect, it } from "vitest";
import { readContactLink } from "../../../src/core/actions/touch-link";

describe("a link by which somebody is reached", () => {
  it.each([
    ["tel:+351-912-345-678", "call +351912345678"],
    ["sms://912345678;x=1", "message 912345678"],
    ["MAILTO:Ada%40Example.org?subject=x", "email ada@example.org"],
    ["mailto:", "none"],
    ["https://example.org", "none"],
    ["constructor:912345678", "none"],
  ])("%s is %s", (href, expected) => {
    const link = readContactLink(href);
    expect(link === null ? "none" : `${link.channel} ${link.target}`).toBe(expected);
  });
});
