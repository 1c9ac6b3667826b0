// What the benchmarks call of the plugin's own code, bundled as it is for Obsidian.
export { parseFrontmatter } from "../../src/cli/parse-frontmatter.mjs";
export { listDue } from "../../src/core/today/list-due";
export { linkResolver } from "../../src/core/tasks/resolve-link";
export { readPeopleFile } from "../../src/core/transfer/import/read-people-file";
export { readFrontmatter } from "../../src/core/text/note/read-frontmatter";
export { PropertyView } from "../../src/core/text/note/property-view";
export { DEFAULT_PROPERTY_NAMES } from "../../src/core/people/property-names";
export { recordReader } from "../../src/core/index/note-record";
export { VaultIndex } from "../../src/core/index/vault-index";
export { RankedPeople } from "../../src/core/today/ranked-people";
export { panelModel } from "../../src/core/lists/panel-model";
export { FIRST_VIEW } from "../../src/core/lists/panel-view";
export { Evaluator } from "../../src/core/today/evaluate-person";
export { DEFAULT_SETTINGS } from "../../src/core/people/settings/settings";
