import type { Action, Parameter } from "../core/actions/action";
import { UsageError } from "../core/actions/arguments";

/** Options that every command takes. */
export interface CommonOptions {
  readonly vault: string;
  readonly configDir: string;
  readonly today: string | null;
  readonly json: boolean;
  readonly help: boolean;
}

export interface ParsedCall {
  readonly command: string | null;
  readonly common: CommonOptions;
  /** What is left for the command: options by name, and the words that are none. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly words: readonly string[];
}

const COMMON: Readonly<Record<string, boolean>> = {
  vault: true,
  "config-dir": true,
  today: true,
  json: false,
  help: false,
};

/** Splits a command line. Which options take a value is known once the command is. */
export function parseArgv(argv: readonly string[], findAction: (id: string) => Action | undefined): ParsedCall {
  const words: string[] = [];
  const options = new Map<string, string[]>();
  let action: Action | undefined;
  let command: string | null = null;
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? "";
    if (word === "--") {
      words.push(...argv.slice(at + 1));
      break;
    }
    if (!word.startsWith("--") && word !== "-h") {
      if (command === null) {
        command = word;
        action = findAction(word);
      } else {
        words.push(word);
      }
      continue;
    }
    const [name, inline] = word === "-h" ? ["help"] : splitOnce(word.slice(2), "=");
    if (!takesValue(name, action)) {
      options.set(name, [inline ?? "true"]);
      continue;
    }
    const value = inline ?? argv[++at];
    if (value === undefined) throw new UsageError(`--${name} needs a value.`);
    options.set(name, [...(options.get(name) ?? []), value]);
  }
  return { command, common: commonOptions(options), options: withoutCommon(options), words };
}

/** Hands the words of a command to its positional parameters; the last that takes several takes the rest. */
export function namedValues(action: Action, call: ParsedCall): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, readonly string[]>(call.options);
  const positional = action.takes.filter((parameter) => parameter.positional);
  const words = [...call.words];
  positional.forEach((parameter, index) => {
    const taken = takesSeveral(parameter)
      ? words.splice(0, words.length - (positional.length - index - 1))
      : words.splice(0, 1);
    if (taken.length > 0) values.set(parameter.name, taken);
  });
  if (words.length > 0)
    throw new UsageError(`Too many words: ${words.join(" ")}. Put a name of several words in quotes.`);
  return values;
}

function takesSeveral(parameter: Parameter): boolean {
  return parameter.kind === "people";
}

function takesValue(name: string, action: Action | undefined): boolean {
  const common = COMMON[name];
  if (common !== undefined && Object.hasOwn(COMMON, name)) return common;
  const parameter = action?.takes.find((one) => one.name === name && !one.positional);
  if (!parameter)
    throw new UsageError(
      `There is no option --${name}${action ? ` for ${action.id}` : " here; the command comes first"}.`,
    );
  return parameter.kind !== "flag";
}

function commonOptions(options: ReadonlyMap<string, readonly string[]>): CommonOptions {
  const last = (name: string): string | null => options.get(name)?.at(-1) ?? null;
  return {
    vault: last("vault") ?? ".",
    configDir: last("config-dir") ?? ".obsidian",
    today: last("today"),
    json: options.has("json"),
    help: options.has("help"),
  };
}

function withoutCommon(options: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  return new Map([...options].filter(([name]) => !Object.hasOwn(COMMON, name)));
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
