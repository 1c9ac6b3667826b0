// What the benchmarks call of the plugin's own code, bundled as it is for Obsidian.
export { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
export { listDue } from "../../src/core/actions/list-due";
export { linkResolver } from "../../src/core/follow-ups/resolve-link";
export { readPeopleFile } from "../../src/core/import/read-people-file";
export { linkFactsIn } from "../../src/core/mentions/link-facts";
export { MentionBook } from "../../src/core/mentions/mention-book";
export { parseHead } from "../../src/core/note/parse-head";
export { PropertyView } from "../../src/core/note/property-view";
export { DEFAULT_PROPERTY_NAMES } from "../../src/core/people/property-names";
export { isPerson, propertyTags } from "../../src/core/people/people-rules";
export { readPerson } from "../../src/core/people/read-person";
export { Everyone } from "../../src/core/panel/everyone";
export { panelModel } from "../../src/core/panel/panel-model";
export { FIRST_VIEW } from "../../src/core/panel/panel-view";
export { Reckoner } from "../../src/core/panel/reckoner";
export { noteFormat } from "../../src/core/settings/note-format";
export { DEFAULT_SETTINGS } from "../../src/core/settings/settings";
export { TickBook } from "../../src/core/tasks/tick-book";
