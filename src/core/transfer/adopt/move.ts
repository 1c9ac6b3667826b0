import type { CivilDate } from "../../text/dates/civil-date";
import type { EditPlan } from "../../text/note/note-edit";
import type { ParseYaml, Properties } from "../../text/note/read-frontmatter";
import type { PropertyId } from "../../people/property-names";
import type { Tiers } from "./personal-crm-tiers";
import type { Settings } from "../../people/settings/settings";
import type { TaskFormat } from "../../tasks/task-format";

/** A note as a move looks at it. */
export interface AdoptNote {
  readonly path: string;
  readonly text: string;
  readonly properties: Properties;
  /** Of the properties and of the text, without `#`. */
  readonly tags: readonly string[];
  /** The titles of its headings. */
  readonly headings: readonly string[];
}

/** What every move is made by. */
export interface AdoptRules {
  readonly settings: Settings;
  readonly parseYaml: ParseYaml;
  readonly today: CivilDate;
  /** The spelling that each property is to have. */
  readonly spellings: Readonly<Record<PropertyId, string>>;
  /** How new tasks are written; the emoji format where nothing is said. */
  readonly taskFormat?: TaskFormat;
  /** Personal CRM's tiers, as its settings have them. */
  readonly tiers?: Tiers;
}

/** What a move finds in one note. */
export interface Found {
  /** What is there, and what it becomes, in a few words. */
  readonly here: string;
  readonly becomes: string;
  /**
   * `new`: there is something to write. `same`: the note says so already. `differs`: the note says
   * something else, which stays. `unreadable`: it cannot be turned into ours, and stays.
   */
  readonly state: "new" | "same" | "differs" | "unreadable";
  /** Whether the original says more than ours can hold: then it stays, whatever is ticked. */
  readonly keeps?: true;
  /** Plans it on the text that was looked at; with `remove` the original is taken out where nothing of it is lost. */
  readonly plan: (remove: boolean) => EditPlan;
}

/** One kind of thing that can be adopted: what one property, list or heading becomes. */
export interface Move {
  /** Its name for programs: `personal-crm/prm-tier`, `spelling/lastContact`. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The property whose spelling it writes; null for what goes elsewhere. */
  readonly property: PropertyId | null;
  /** Whether the original may be kept or taken out: a mere change of spelling has no original to keep. */
  readonly canKeep: boolean;
  readonly canRemove: boolean;
  /** What is to be said of it whatever the notes hold. */
  readonly remark?: (rules: AdoptRules) => string | null;
  readonly look: (note: AdoptNote, rules: AdoptRules) => Found | null;
}
