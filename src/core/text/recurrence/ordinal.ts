/** `1st`, `2nd`, `11th`. */
export function ordinal(number: number): string {
  const [ones, tens] = [number % 10, number % 100];
  const ending = tens >= 11 && tens <= 13 ? "th" : (["th", "st", "nd", "rd"][ones] ?? "th");
  return `${number}${ending}`;
}
