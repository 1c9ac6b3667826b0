import { changeMarks } from "./change-marks";
import { normalizeName } from "../people/normalize-name";
import type { CircleChange, SettingsChange } from "../ports";
import { words } from "../words/words";
import type { CircleSetting, Settings } from "../people/settings/settings";
import { respelled } from "../people/settings/write-spellings";

/** The settings after a change of them as they are now; or why it cannot be made: somebody else was there first. */
export type ChangedSettings =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly message: string };

/** Changes the settings by what an action does to them: each part only where it stands as the action found it. */
export function changeSettings(settings: Settings, { marks, circle, spellings }: SettingsChange): ChangedSettings {
  let { mentions, circles, propertyNames } = settings;
  if (marks) {
    const changed = changeMarks(mentions.notContact, marks);
    if (!changed.ok) return changed;
    mentions = { ...mentions, notContact: changed.notContact };
  }
  if (circle) {
    const now = circles.find(isCalled(circle));
    if ((now?.cadence ?? null) !== circle.before)
      return { ok: false, message: words.capacity.changedSince(circle.name) };
    circles = withCircle(circles, circle);
  }
  // A spelling that was chosen anew since stays: nothing else hangs on it.
  if (spellings) propertyNames = respelled(propertyNames, spellings);
  return { ok: true, settings: { ...settings, mentions, circles, propertyNames } };
}

/** What takes a change back. */
export function inverseChange({ marks, circle, spellings }: SettingsChange): SettingsChange {
  return {
    ...(marks ? { marks: { added: marks.removed, removed: marks.added } } : {}),
    ...(circle ? { circle: { name: circle.name, before: circle.after, after: circle.before } } : {}),
    ...(spellings ? { spellings: { before: spellings.after, after: spellings.before } } : {}),
  };
}

/** The circle keeps its place and its spelling; one that is new comes last. */
function withCircle(circles: readonly CircleSetting[], circle: CircleChange): readonly CircleSetting[] {
  const { name, after } = circle;
  const isIt = isCalled(circle);
  if (after === null) return circles.filter((one) => !isIt(one));
  return circles.some(isIt)
    ? circles.map((one) => (isIt(one) ? { ...one, cadence: after } : one))
    : [...circles, { name, cadence: after }];
}

function isCalled({ name }: CircleChange): (circle: CircleSetting) => boolean {
  const folded = normalizeName(name);
  return (circle) => normalizeName(circle.name) === folded;
}
