import { withoutEnd } from "./without-end";

/** A folder as paths in it begin, however it was typed: `/People/` is `People`. */
export function withoutSlashes(folder: string): string {
  return withoutEnd(folder.replace(/^\/+/, ""), /\//);
}
