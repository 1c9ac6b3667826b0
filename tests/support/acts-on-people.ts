import type { PeopleAction } from "../../src/core/actions/action";
import { addToWeekAction } from "../../src/core/actions/add-to-week.action";
import type { Changed } from "../../src/core/actions/change-notes";
import { closeAction } from "../../src/core/actions/close.action";
import { letGoAction } from "../../src/core/actions/let-go.action";
import { pauseAction } from "../../src/core/actions/pause.action";
import { changePeople } from "../../src/core/actions/people-action";
import { reopenAction } from "../../src/core/actions/reopen.action";
import { resumeAction } from "../../src/core/actions/resume.action";
import { setCadenceAction } from "../../src/core/actions/set-cadence.action";
import { setCircleAction } from "../../src/core/actions/set-circle.action";
import { skipAction } from "../../src/core/actions/skip.action";
import { snoozeAction } from "../../src/core/actions/snooze.action";
import { unsnoozeAction } from "../../src/core/actions/unsnooze.action";
import type { CivilDate } from "../../src/core/text/dates/civil-date";
import type { Context } from "../../src/core/ports";

type People = readonly { readonly path: string }[];
type Act<More extends unknown[] = []> = (context: Context, people: People, ...more: More) => Promise<Changed>;

const atOnce =
  (action: PeopleAction): Act =>
  (context, people) =>
    changePeople(action, context, people);

/** The actions on people as a face calls them, each as one function. */
export const unsnooze = atOnce(unsnoozeAction);
export const skip = atOnce(skipAction);
export const pause = atOnce(pauseAction);
export const resume = atOnce(resumeAction);
export const reopen = atOnce(reopenAction);
export const letGo = atOnce(letGoAction);
export const addToWeek = atOnce(addToWeekAction);
export const snooze: Act<[CivilDate]> = (context, people, until) =>
  changePeople(snoozeAction, context, people, { until });
export const close: Act<[CivilDate | true, string?]> = (context, people, day, why) =>
  changePeople(closeAction, context, people, { date: day === true ? "unknown" : day, why });
export const setCadence: Act<[string]> = (context, people, cadence) =>
  changePeople(setCadenceAction, context, people, { cadence });
export const setCircle: Act<[string]> = (context, people, circle) =>
  changePeople(setCircleAction, context, people, { circle });
