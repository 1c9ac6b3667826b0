/**
 * What a newer program is meant to do otherwise. An entry names the fault that it mends and tells, of a difference,
 * whether that is the whole of it.
 *
 * A difference is `{ vault, script, command, argv, where, removed, added }`: `where` is "stdout", "stderr", "code" or the
 * path of a note; `removed` and `added` are the lines of a diff. An entry is `{ fault, covers: (difference) => boolean }`.
 */
export const KNOWN_DIFFERENCES = [];
