import { readFileSync } from "node:fs";

/**
 * The rows of the table below `<!-- examples: NAME -->` in a page of docs/, code marks taken off; `<br>` becomes a line
 * break.
 */
export function docExamples(page: string, name: string): string[][] {
  const text = readFileSync(new URL(`../../docs/${page}`, import.meta.url), "utf8");
  const from = text.indexOf(`<!-- examples: ${name} -->`);
  if (from < 0) throw new Error(`docs/${page} has no table of ${name}`);
  const table = text.slice(text.indexOf("|", from), text.indexOf("\n\n", text.indexOf("|", from)));
  return table
    .split("\n")
    .slice(2)
    .map((row) =>
      row
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map(cellText),
    );
}

function cellText(cell: string): string {
  return cell
    .trim()
    .split("<br>")
    .map((line) =>
      line
        .trimEnd()
        .replace(/^\s*`|`$/g, "")
        .replace(/\\\|/g, "|"),
    )
    .join("\n");
}
