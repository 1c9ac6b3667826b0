import { type Problem, problemAt } from "../text/note/problem";
import { normalizeName } from "../people/normalize-name";
import type { Person } from "./person";
import { withoutMd } from "../text/note/without-md";

export type FoundPerson =
  | { readonly ok: true; readonly person: Person }
  | {
      readonly ok: false;
      readonly problem: Problem;
      /** Nobody is called so; else several are. */ readonly isNobody: boolean;
    };

/**
 * Finds the one person that a name, an alias or a path means; case and accents do not matter. None,
 * or more than one, is a Problem that names them.
 */
export function findPerson(people: readonly Person[], query: string): FoundPerson {
  const path = query.trim().replace(/^\.?\//, "");
  // "Ada" is a name even where a note Ada.md lies at the top of the vault: another Ada may lie deeper.
  const isPath = path.includes("/") || /\.md$/i.test(path);
  const exact = isPath && people.find((person) => person.path === path || person.path === `${path}.md`);
  if (exact) return { ok: true, person: exact };
  const folded = normalizeName(withoutMd(query));
  const matches = people.filter(
    (person) =>
      normalizeName(person.name) === folded ||
      person.aliases.some((alias) => normalizeName(alias) === folded) ||
      foldPath(person.path) === foldPath(path),
  );
  const [only, second] = matches;
  if (only && !second) return { ok: true, person: only };
  const message = only
    ? `"${query}" could be ${matches.map((person) => person.path).join(" or ")}; say which by its path.`
    : `No person is called "${query}".${likely(people, folded)}`;
  return { ok: false, isNobody: !only, problem: problemAt("", message) };
}

/** Who may have been meant: of whose name it is a part; "" where nobody's, or more than are worth reading. */
function likely(people: readonly Person[], folded: string): string {
  const near =
    folded.length < 2 ? [] : people.filter((person) => ` ${normalizeName(person.name)}`.includes(` ${folded}`));
  return near.length === 0 || near.length > 3 ? "" : ` Did you mean ${near.map(({ name }) => name).join(" or ")}?`;
}

function foldPath(path: string): string {
  return normalizeName(withoutMd(path));
}
