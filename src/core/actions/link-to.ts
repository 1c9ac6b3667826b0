import { noteLink } from "../text/note/escape-markdown";
import { noteName } from "../people/people-rules";
import type { Context } from "../ports";
import { words } from "../words/words";

/** A link to a note that leads there from another: by name, or by path where the name leads elsewhere. */
export function linkTo(
  { store }: Pick<Context, "store">,
  { name, path }: { readonly name: string; readonly path: string },
  from: string,
): string {
  return noteLink(path, name, store.resolveLink(name, from) === path);
}

/** Links to all of some notes but the one they are to stand in; null where there is no other. */
export function linksToOthers(context: Pick<Context, "store">, paths: readonly string[], from: string): string | null {
  const others = [...new Set(paths)]
    .filter((path) => path !== from)
    .map((path) => linkTo(context, { name: noteName(path), path }, from));
  return others.length === 0 ? null : words.names(others);
}
