import type { Action, Parameter } from "../core/actions/action";
import { ACTIONS } from "../core/actions/catalogue";

export function generalHelp(): string {
  const width = Math.max(...ACTIONS.map(({ id }) => id.length));
  return [
    "Usage: reconnect COMMAND [ARGUMENTS] [--vault DIR] [--today YYYY-MM-DD] [--json]",
    "",
    ...ACTIONS.map(({ id, about }) => `  ${id.padEnd(width)}  ${about}`),
    "",
    "  --vault DIR        the folder of notes (default: here)",
    "  --config-dir DIR   Obsidian's folder in it (default: .obsidian)",
    "  --today DAY        the day to reason from (default: today)",
    "  --json             one JSON document instead of text",
    "",
    "reconnect COMMAND --help says what a command takes.",
  ].join("\n");
}

export function commandHelp(action: Action): string {
  const positional = action.takes
    .filter((parameter) => parameter.positional)
    .map((parameter) => (parameter.required ? placeholder(parameter) : `[${placeholder(parameter)}]`));
  const options = action.takes.filter((parameter) => !parameter.positional);
  const required = options
    .filter((option) => option.required)
    .map((option) => `--${option.name} ${placeholder(option)}`);
  return [
    `Usage: reconnect ${[action.id, ...positional, ...required].join(" ")}${options.length > required.length ? " [OPTIONS]" : ""}`,
    action.about,
    ...(options.length > 0 ? [""] : []),
    ...options.map(
      (option) =>
        `  --${option.name}${option.kind === "flag" ? "" : ` ${option.choices?.join("|") ?? placeholder(option)}`}: ${option.about}`,
    ),
  ].join("\n");
}

function placeholder({ name, kind }: Parameter): string {
  return kind === "people" ? `${name.toUpperCase()}...` : kind === "day" ? "DAY" : name.toUpperCase();
}
