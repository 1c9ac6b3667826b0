/** A sentence with its full stop, and not a second one where it ends in a day such as "22. Nov.". */
export function endSentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
