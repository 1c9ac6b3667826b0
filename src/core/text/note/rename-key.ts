import { findFrontmatter } from "./frontmatter";
import { frontmatterEntries } from "./frontmatter-entries";
import { lineNumberAt } from "./lines";
import { applySplices, planned, refused, type EditPlan } from "./note-edit";
import { parseBlock, type ParseYaml, type Properties } from "./read-frontmatter";
import { foldPropertyName } from "./property-name";
import { sameData } from "./same-data";
import { keyText } from "./yaml-text";

/**
 * Plans to give a property another name where it stands: its value, the comment behind it and every
 * other line keep their bytes. Refused where the note has a property of the new name already.
 */
export function renameKey(text: string, key: string, name: string, parseYaml: ParseYaml): EditPlan {
  if (key === name) return planned();
  const head = findFrontmatter(text);
  if (head.kind === "refused") return { ok: false, problem: head.problem };
  if (head.kind === "none") return refused(`There is no property "${key}".`, null, key);
  const before = parseBlock(text.slice(head.from, head.to), parseYaml);
  if (!before.ok) return { ok: false, problem: before.problem };
  const entries = frontmatterEntries(text, head.from, head.to);
  const [entry, second] = entries.filter((one) => one.key === key);
  if (!entry || second)
    return refused(
      `"${key}" is written in a form that cannot be renamed safely.`,
      second ? lineNumberAt(text, second.from) : null,
      key,
    );
  const there = [...before.properties.keys()].find(
    (one) => one !== key && foldPropertyName(one) === foldPropertyName(name),
  );
  if (there !== undefined)
    return refused(`The note has "${there}" already; "${key}" was left as it is.`, lineNumberAt(text, entry.from), key);
  const written = text.slice(entry.from, entry.valueFrom - 1).trimEnd();
  const splice = { from: entry.from, to: entry.from + written.length, insert: keyText(name) };
  const result = findFrontmatter(applySplices(text, [splice]));
  const after =
    result.kind === "block" ? parseBlock(applySplices(text, [splice]).slice(result.from, result.to), parseYaml) : null;
  if (!after?.ok || !sameData(renamed(before.properties, key, name), [...after.properties])) {
    return refused(
      `"${key}" cannot be renamed without changing something else in the frontmatter.`,
      lineNumberAt(text, entry.from),
      key,
    );
  }
  return planned(splice);
}

function renamed(properties: Properties, key: string, name: string): [string, unknown][] {
  return [...properties].map(([one, value]) => [one === key ? name : one, value]);
}
