/** `last contact`, `Last-Contact` and `lastContact` are one name: case, spaces, `-` and `_` do not count. */
export function foldPropertyName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "");
}
