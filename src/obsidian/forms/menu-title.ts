/** A title of a menu with the key that does the same: so the letters are learned in passing. */
export function menuTitle(title: string, key: string | null, cls = ""): DocumentFragment {
  return createFragment((el) => {
    el.createSpan({ cls, text: title });
    if (key !== null)
      el.createEl("kbd", {
        cls: "reconnect-menu-key",
        text: key.length === 1 ? key.toUpperCase() : key,
        attr: { "aria-hidden": "true" },
      });
  });
}
