import type { Candidate } from "../../core/entry/detection/detect-people";
import { words } from "../../core/words/words";

/** Which notes a rule makes people, as a sentence of a list. */
export function candidateName(rule: Candidate["rule"]): string {
  switch (rule.kind) {
    case "folder":
      return words.setUp.folder(rule.folder);
    case "tag":
      return words.setUp.tag(rule.tag);
    case "property":
      return words.setUp.property(rule.name, rule.value);
  }
}

/** The same in a word or two. */
export function shortName(rule: Candidate["rule"]): string {
  switch (rule.kind) {
    case "folder":
      return rule.folder === "" ? words.setUp.whole : rule.folder;
    case "tag":
      return `#${rule.tag}`;
    case "property":
      return rule.value === "*" ? rule.name : `${rule.name}: ${rule.value}`;
  }
}
