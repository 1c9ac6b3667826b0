import { plural } from "./number";

export const mergeWords = {
  pick: "Which note is the duplicate",
  title: (from: string, into: string): string => `Put ${from} into ${into}`,
  about: "The note that goes moves to the trash; undo brings both back.",
  summary: (
    from: string,
    into: string,
    touches: number,
    properties: readonly string[],
    conflicts: readonly string[],
  ): string =>
    [
      `${from} into ${into}: ${plural(touches, "touch", "touches")}${properties.length > 0 ? `, ${properties.join(", ")}` : ""}.`,
      ...conflicts,
    ].join("\n"),
  conflict: (property: string, here: string, there: string): string =>
    here === ""
      ? `${property}: "${there}" is kept below the text.`
      : `${property}: "${here}" stays; "${there}" is kept below the text.`,
  nothing: "Nothing that the other note does not have.",
  touches: (count: number): string => `${plural(count, "touch", "touches")} more`,
  properties: (names: string): string => `Properties that gain: ${names}`,
  body: "Its text, under a heading of its own",
  save: "Put together",
  cancel: "Cancel",
  done: (into: string): string => `Put together in ${into}.`,
} as const;
