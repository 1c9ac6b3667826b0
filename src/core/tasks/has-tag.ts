/** Whether a text has a tag, or one nested in it; `tag` without `#`, case does not matter. */
export function hasTag(text: string, tag: string): boolean {
  const wanted = `#${tag.toLowerCase()}`;
  return text
    .toLowerCase()
    .split(/\s+/)
    .some((word) => word === wanted || word.startsWith(`${wanted}/`));
}
