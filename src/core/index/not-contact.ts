/** How the settings name one mention that is no contact: the note, and the person's note. */
export function oneMention(note: string, person: string): string {
  return normalizeMark(`${note} > ${person}`);
}

/** A mark as it is compared: disks encode the accents of one path in different ways. */
export function normalizeMark(mark: string): string {
  return mark.normalize("NFC");
}

/** The marks after notes were renamed; `nameOf` gives the path that a note has now. */
export function renamedIn(notContact: readonly string[], nameOf: (path: string) => string): readonly string[] {
  return notContact.map((one) => one.split(" > ").map(nameOf).join(" > "));
}
