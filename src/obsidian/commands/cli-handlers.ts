import type { CliData, CliFlag } from "obsidian";
import type { Action, Parameter } from "../../core/actions/action";
import { Arguments, UsageError } from "../../core/actions/arguments";
import { ACTIONS } from "../../core/actions/catalogue";
import { problemLine } from "../../core/lists/plain-text";
import { runAction } from "../../core/actions/run-action";
import { type Problem, problemAt } from "../../core/text/note/problem";
import type { Context } from "../../core/ports";
import type { PluginHost } from "../plugin-host";
import { joined, partsOf } from "../../core/words/parts";

/** Offers every action on Obsidian's own command line: `reconnect:touch person="Ada Lovelace" format=json`. */
export function registerCliHandlers({ plugin, runner, index }: PluginHost): void {
  for (const action of ACTIONS) {
    plugin.registerCliHandler(`${plugin.manifest.id}:${action.id}`, action.about, flagsOf(action), async (data) => {
      await index.whenListed;
      return runner.during(handle(action, data, runner.context()));
    });
  }
}

function flagsOf(action: Action): Record<string, CliFlag> {
  const flags = Object.fromEntries(action.takes.map((parameter) => [parameter.name, flagOf(parameter)]));
  const format = flags["format"];
  return {
    ...flags,
    format: format
      ? { ...format, value: `${format.value}|json` }
      : { value: "json", description: "JSON instead of text" },
  };
}

function flagOf({ name, kind, about, required, choices }: Parameter): CliFlag {
  return {
    description: about,
    ...(kind === "flag" ? {} : { value: choices?.join("|") ?? `<${name}>` }),
    ...(required ? { required: true } : {}),
  };
}

/** Its command line knows no exit code: what was refused comes back in the answer. */
async function handle(action: Action, data: CliData, context: Context): Promise<string> {
  const isJson = data["format"] === "json";
  // An export has a format of its own; elsewhere any other than JSON is text.
  const isOurs = action.takes.some(({ name }) => name === "format") && !isJson;
  const given = new Map(
    Object.entries(data)
      .filter(([name]) => name !== "format" || isOurs)
      .map(([name, value]) => [name, valuesOf(action, name, value)]),
  );
  try {
    const answer = await runAction(action, context, new Arguments(action.takes, given, context.today));
    if (isJson) return JSON.stringify(answer.data);
    return joined([answer.text, ...answer.refused.map(problemLine)], "\n");
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const problem: Problem = problemAt("", error.message);
    return isJson ? JSON.stringify({ refused: [problem] }) : error.message;
  }
}

/** Several people come as one value, separated by semicolons. */
function valuesOf(action: Action, name: string, value: string): readonly string[] {
  const parameter = action.takes.find((one) => one.name === name);
  return parameter?.kind === "people" ? partsOf(value, ";") : [value];
}
