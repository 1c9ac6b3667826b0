/**
 * Whether a line without its indent is a rule across the page (CommonMark 4.1): `***`, `- - -`. Counted by hand, as a
 * pattern gives up on a line of megabytes.
 */
export function isThematicBreak(line: string): boolean {
  const mark = line[0];
  if (mark !== "-" && mark !== "*" && mark !== "_") return false;
  let marks = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (sign === mark) marks++;
    else if (sign !== " " && sign !== "\t") return false;
  }
  return marks > 2;
}
