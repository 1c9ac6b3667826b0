import { editFrontmatter } from "../../text/note/edit-frontmatter";
import { planned, type EditPlan } from "../../text/note/note-edit";
import type { ParseYaml } from "../../text/note/read-frontmatter";

/** A step that takes a property out; one with a comment in it stays, for the comment is nobody else's. */
export function removeProperty(key: string, parseYaml: ParseYaml): (text: string) => EditPlan {
  return (text) => {
    const plan = editFrontmatter(text, [{ names: [key], value: null }], parseYaml);
    const gone = plan.ok ? plan.splices.map(({ from, to }) => text.slice(from, to)).join("") : "";
    return /(?:^|\s)#/.test(gone) ? planned() : plan;
  };
}
