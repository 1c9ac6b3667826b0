/**
 * A line of somebody else's as the text of a note: shown as it was written, and never a heading, a
 * task, a list, a link, an embed, a field, a tag, code, a comment, HTML or a template's command.
 */
export function harmlessMarkdown(line: string): string {
  return (
    line
      .replace(/[\\`*_[\]{}<>#|~^$%=]/g, "\\$&")
      // Dataview reads "key:: value" anywhere.
      .replace(/::/g, ":\\:")
      .replace(/^(\s*)([-+>])/, "$1\\$2")
      .replace(/^(\s*\d{1,9})([.)])/, "$1\\$2")
      .replace(/!(?=\\\[)/g, "\\!")
  );
}
