import type { Span } from "../dates/span";
import { cardWords } from "./card";
import { commandsWords } from "./commands";
import { doneWords } from "./done";
import { followUpWords } from "./follow-ups";
import { gardenWords } from "./garden";
import { listWords } from "./list";
import { noticeWords } from "./notice";
import { mergeWords } from "./merge";
import { importWords } from "./import";
import { newPersonWords } from "./new-person";
import { occasionWords } from "./occasion";
import { panelWords } from "./panel";
import { lineFormWords, owedWords } from "./relationships";
import { pickWords } from "./pick";
import { setUpWords } from "./set-up";
import { settingsWords } from "./settings";
import { signalsWords } from "./signals";
import { snoozeMenuWords } from "./snooze-menu";
import { taskSettingsWords } from "./task-settings";
import { tasksWords } from "./tasks";
import { touchFormWords } from "./touch-form";
import { triageWords } from "./triage";
import { weekWords } from "./week";
import { touchesWords } from "./touches";
import { whyWords } from "./why";
import { plural } from "./plural";

/**
 * Every sentence the program says, in one place. Words invite and never scold: nobody is "overdue"
 * or "neglected" on any screen. One file for each part of the program.
 */
export const words = {
  span: ({ count, unit }: Span): string => plural(count, unit, `${unit}s`),
  every: ({ count, unit }: Span): string => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`),
  week: weekWords,
  signals: signalsWords,
  triage: triageWords,
  why: whyWords,
  occasion: occasionWords,
  list: listWords,
  panel: panelWords,
  commands: commandsWords,
  snoozeMenu: snoozeMenuWords,
  touchForm: touchFormWords,
  touches: touchesWords,
  pick: pickWords,
  notice: noticeWords,
  settings: settingsWords,
  setUp: setUpWords,
  card: cardWords,
  done: doneWords,
  garden: gardenWords,
  owed: owedWords,
  followUps: followUpWords,
  lineForm: lineFormWords,
  newPerson: newPersonWords,
  tasks: tasksWords,
  taskSettings: taskSettingsWords,
  import: importWords,
  merge: mergeWords,
} as const;
