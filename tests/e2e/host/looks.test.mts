import { expect, test } from "vitest";
import { openFixture } from "./fixture.mts";

const vault = {
  "People/Ada.md":
    "---\ncircle: close\n---\n# Ada\n\nTwo children, **one** horse, see [[Bruno]] #garden\n\n- [ ] Introduce her\n- [x] Write\n\n```fixture\nhello\n```\n",
  "Bruno.md": "circle\n",
};

for (const theme of ["light", "dark"] as const) {
  test(`desktop, ${theme}`, async () => {
    const host = await openFixture({ vault, theme });
    await host.openNote("People/Ada.md", "preview");
    expect(await host.page.locator(".fixture-block").textContent()).toBe("hello");
    await host.screenshot(`host-${theme}`);
    await host.runCommand("app:open-settings");
    await host.screenshot(`host-settings-${theme}`);
    const serious = (await host.axe(".modal")).filter(({ id }) => id !== "color-contrast");
    expect(serious).toEqual([]);
    await host.close();
  });
}

test("phone: the panel is a drawer over the note, windows are sheets", async () => {
  const host = await openFixture({ vault, phone: true });
  await host.openNote("People/Ada.md");
  expect(await host.page.evaluate(() => document.body.className)).toContain("is-phone");
  await host.runCommand("open-panel");
  expect((await host.page.locator(".mod-right-split").boundingBox())?.width).toBe(390);
  await host.screenshot("host-phone");
  await host.runCommand("form");
  await host.screenshot("host-phone-form");
  await host.close();
});

test("right to left: the sidebars change places", async () => {
  const host = await openFixture({ vault, rtl: true });
  const left = await host.page.locator(".mod-left-split").boundingBox();
  const right = await host.page.locator(".mod-right-split").boundingBox();
  expect(left?.x).toBeGreaterThan(right?.x ?? 0);
  await host.screenshot("host-rtl");
  await host.close();
});

test("one class does not outrank the app's button style", async () => {
  const host = await openFixture({ vault, styles: "" });
  const height = await host.page.evaluate(() => {
    document.head.append(Object.assign(createEl("style"), { textContent: ".mine { height: 12px; }" }));
    const button = document.body.createEl("button", { cls: "mine" });
    return getComputedStyle(button).height;
  });
  expect(height).toBe("30px");
  await host.close();
});
