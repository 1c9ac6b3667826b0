// What the benchmarks call of the plugin's own code, bundled as it is for Obsidian.
export { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
export { listDue } from "../../src/core/today/list-due";
export { linkResolver } from "../../src/core/tasks/resolve-link";
export { readPeopleFile } from "../../src/core/transfer/import/read-people-file";
export { linkFactsIn } from "../../src/core/index/link-facts";
export { MentionBook } from "../../src/core/index/mention-book";
export { parseHead } from "../../src/core/text/note/parse-head";
export { PropertyView } from "../../src/core/text/note/property-view";
export { DEFAULT_PROPERTY_NAMES } from "../../src/core/people/property-names";
export { isPerson, propertyTags } from "../../src/core/people/people-rules";
export { readPerson } from "../../src/core/index/read-person";
export { Everyone } from "../../src/core/today/everyone";
export { panelModel } from "../../src/core/lists/panel-model";
export { FIRST_VIEW } from "../../src/core/lists/panel-view";
export { Reckoner } from "../../src/core/today/reckoner";
export { noteFormat } from "../../src/core/index/note-format";
export { DEFAULT_SETTINGS } from "../../src/core/people/settings/settings";
export { TickBook } from "../../src/core/index/tick-book";
