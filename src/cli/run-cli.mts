import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { SurveyedNote } from "../core/entry/detection/propose";
import { readingRules } from "../core/index/note-record";
import { propertyTags } from "../core/people/people-rules";
import { headingTitles, inlineTags } from "../core/text/note/inline-tags";
import type { Action, Answer } from "../core/actions/action";
import { Arguments, UsageError } from "../core/actions/arguments";
import { findAction } from "../core/actions/catalogue";
import { halfDone } from "../core/actions/interrupted";
import { runAction } from "../core/actions/run-action";
import { problemLine } from "../core/lists/plain-text";
import { parseCivilDate, type CivilDate } from "../core/text/dates/civil-date";
import type { Context, SettingsChange } from "../core/ports";
import { DEFAULT_SETTINGS, type Settings } from "../core/people/settings/settings";
import { editSettings } from "../core/actions/edit-settings-text";
import { words } from "../core/words/words";
import { readNamedFile } from "./named-file.mjs";
import { digestOf, fileStamp } from "./device-file.mjs";
import { FileHistory } from "./file-history.mjs";
import { FileDismissedTasks } from "./file-dismissed-tasks.mjs";
import { FolderStore } from "./folder-store.mjs";
import { formatMoment } from "./format-moment.mjs";
import { settingsChanger } from "./change-settings.mjs";
import { commandHelp, generalHelp } from "./help.mjs";
import { NoteCache } from "./note-cache.mjs";
import { namedValues, parseArgv, type CommonOptions, type ParsedCall } from "./parse-argv.mjs";
import { parseFrontmatter } from "./parse-frontmatter.mjs";
import type { FolderNote } from "./read-note.mjs";
import type { StopSignals } from "./stop-signals.mjs";
import { hashedName, stateFolder } from "./state-folder.mjs";
import { charsetReader } from "./charset-reader.mjs";
import { configReader, settledConfigTexts, vaultSettings } from "./vault-settings.mjs";

/** What the terminal face needs of its process; a test hands it its own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly env: NodeJS.ProcessEnv;
  readonly now: () => Date;
  /** What lets an action come to a whole note where the process is to end. */
  readonly signals?: StopSignals;
}

/** Runs one command. Resolves to the exit code: 0 done, 1 something was refused, 2 wrong usage. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const call = parseArgv(argv, findAction);
    const action = call.command === null ? undefined : findAction(call.command);
    if (call.common.help) {
      terminal.out(action ? commandHelp(action) : generalHelp());
      return 0;
    }
    if (!action) {
      throw new UsageError(
        call.command === null ? generalHelp() : `There is no command "${call.command}". Try: reconnect --help`,
      );
    }
    return await run(action, call, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.err(error.message);
      return 2;
    }
    if (!isSystemError(error)) throw error;
    terminal.err(`The system refused: ${error.message}`);
    return 1;
  }
}

async function run(action: Action, call: ParsedCall, terminal: Terminal): Promise<number> {
  const { common } = call;
  const today = todayOf(common, terminal);
  const args = new Arguments(action.takes, namedValues(action, call), today);
  const vault = vaultFolder(common);
  const state = stateFolder(terminal.env);
  const base = join(state, hashedName(vault));
  let settings: Settings = DEFAULT_SETTINGS;
  const config = await settledConfigTexts(vault, common.configDir);
  const store = new FolderStore(
    vault,
    join(state, "locks"),
    parseFrontmatter,
    () => settings,
    (now) => new NoteCache(`${base}-notes.kept`, digestOf(JSON.stringify([BUILD, readingRules(now)]))),
  );
  const read = vaultSettings(config, () => store.readNotes().map(surveyed));
  settings = read.settings;
  if (read.isDamaged) store.refuseWrites(words.mentions.damaged);
  for (const remark of read.remarks) terminal.err(remark);
  const { signals } = terminal;
  const history = new FileHistory(
    `${base}.json`,
    (why) => {
      terminal.err(words.history.notKept(why));
    },
    (isWriting) => signals?.hold(isWriting),
  );
  const edit = settingsChanger(vault, common.configDir, join(state, "locks"));
  const hasSettings = config[0] !== null;
  const context: Context = {
    ...(hasSettings && { changeSettings: (change: SettingsChange) => edit((text) => editSettings(text, change)) }),
    store,
    history,
    dismissedTasks: new FileDismissedTasks(`${base}-left-ticks.json`),
    ...(signals && { isToStop: () => signals.isToStop() }),
    parseYaml: parseFrontmatter,
    settings,
    today,
    time: timeOf(terminal),
    formatNow: formatMoment,
    readFile: readNamedFile,
    readerFor: charsetReader,
    readConfig: configReader(vault, common.configDir),
  };
  const tellInterrupted = async (): Promise<void> => {
    if (!history.isAnyAbandoned()) return;
    for (const { which, entry, done, total } of await halfDone(context))
      terminal.err(
        `${words.history.interrupted(entry.label, which === "undo", done, total)} ${words.history.inTerminal[which]}`,
      );
  };
  // Undo and redo are the answer to it.
  if (action.id !== "undo" && action.id !== "redo") await tellInterrupted();
  const code = print(await runAction(action, context, args), common, terminal);
  if (signals?.caught) await tellInterrupted();
  return code;
}

/** The program that is running: another build may read more from a note. */
const BUILD = fileStamp(fileURLToPath(import.meta.url));

/** What detection looks at in a note. */
function surveyed({ path, text, properties }: FolderNote): SurveyedNote {
  return {
    path,
    properties,
    tags: [...propertyTags(properties), ...inlineTags(text)],
    headings: headingTitles(text),
  };
}

function print(answer: Answer, common: CommonOptions, terminal: Terminal): number {
  if (common.json) terminal.out(JSON.stringify(answer.data, null, 2));
  else if (answer.text !== "") terminal.out(answer.text);
  for (const problem of answer.refused) terminal.err(problemLine(problem));
  // Exit 1 has its reason on standard error; as text it stands on the screen already.
  if (answer.failed && common.json) terminal.err(answer.text);
  return answer.refused.length > 0 || answer.failed ? 1 : 0;
}

function todayOf(common: CommonOptions, terminal: Terminal): CivilDate {
  const now = terminal.now();
  const two = (n: number): string => String(n).padStart(2, "0");
  const text = common.today ?? `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const day = parseCivilDate(text);
  if (day === null) throw new UsageError(`"${text}" is not a day; expected --today YYYY-MM-DD.`);
  return day;
}

/** The time of day here, for templates. */
function timeOf(terminal: Terminal): string {
  const now = terminal.now();
  return `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
}

function vaultFolder(common: CommonOptions): string {
  const folder = resolve(common.vault);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`There is no folder ${common.vault}.`);
  return folder;
}

/** What the operating system would not do (EACCES, ENOSPC …): for a person to see to, not a bug of ours. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
