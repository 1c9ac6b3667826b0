import type { Span } from "../text/dates/span";
import { adoptWords } from "./adopt";
import { blockWords } from "./block";
import { calendarWords } from "./calendar";
import { balanceWords, capacityWords } from "./balance";
import { cardWords } from "./card";
import { chartWords } from "./charts";
import { closeWords } from "./close";
import { doneWords } from "./done";
import { followUpWords } from "./follow-ups";
import { gardenWords } from "./garden";
import { historyWords } from "./history";
import { introductionWords } from "./introductions";
import { shareWords } from "./share";
import { stockWords } from "./stock";
import { thanksWords } from "./thanks";
import { listWords } from "./list";
import { mentionsWords } from "./mentions";
import { noticeWords } from "./notice";
import { mergeWords } from "./merge";
import { importWords } from "./import";
import { newPersonWords } from "./new-person";
import { occasionWords } from "./occasion";
import { panelWords } from "./panel";
import { lineFormWords, owedWords } from "./relationships";
import { pickWords } from "./pick";
import { relationshipSettingsWords } from "./relationship-settings";
import { setUpWords } from "./set-up";
import { settingsWords } from "./settings";
import { signalsWords } from "./signals";
import { snoozeMenuWords } from "./snooze-menu";
import { taskSettingsWords } from "./task-settings";
import { tasksWords } from "./tasks";
import { ticksWords } from "./ticks";
import { touchFormWords } from "./touch-form";
import { triageWords } from "./triage";
import { weekWords } from "./week";
import { touchesWords } from "./touches";
import { whyWords } from "./why";
import { namesInWords } from "./names";
import { plural } from "./number";

/**
 * Every sentence the program says, in one place. Words invite and never scold: nobody is "overdue"
 * or "neglected" on any screen. One file for each part of the program.
 */
export const words = {
  span: ({ count, unit }: Span): string => plural(count, unit, `${unit}s`),
  names: namesInWords,
  every: ({ count, unit }: Span): string =>
    count === 1 ? `every ${unit}` : `every ${plural(count, unit, `${unit}s`)}`,
  notUtf8: "The note is not UTF-8 text; nothing was written.",
  otherEncoding:
    "A character here cannot be read (\ufffd); expected UTF-8 text. A note in another encoding is not written to.",
  week: weekWords,
  signals: signalsWords,
  triage: triageWords,
  why: whyWords,
  occasion: occasionWords,
  list: listWords,
  panel: panelWords,
  snoozeMenu: snoozeMenuWords,
  touchForm: touchFormWords,
  touches: touchesWords,
  mentions: mentionsWords,
  pick: pickWords,
  notice: noticeWords,
  settings: settingsWords,
  setUp: setUpWords,
  card: cardWords,
  close: closeWords,
  done: doneWords,
  history: historyWords,
  garden: gardenWords,
  charts: chartWords,
  relationshipSettings: relationshipSettingsWords,
  introductions: introductionWords,
  share: shareWords,
  thanks: thanksWords,
  stock: stockWords,
  balance: balanceWords,
  capacity: capacityWords,
  owed: owedWords,
  followUps: followUpWords,
  lineForm: lineFormWords,
  newPerson: newPersonWords,
  tasks: tasksWords,
  ticks: ticksWords,
  calendar: calendarWords,
  block: blockWords,
  taskSettings: taskSettingsWords,
  import: importWords,
  merge: mergeWords,
  adopt: adoptWords,
} as const;
