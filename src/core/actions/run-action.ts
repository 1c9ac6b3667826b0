import { NoteError, type Context } from "../ports";
import type { Action, Answer } from "./action";
import type { Arguments } from "./arguments";
import { problemAt } from "../text/note/problem";

/**
 * What an action answers; a note that cannot be read or written on the way is refused, in words, and no failure of
 * ours.
 */
export async function runAction(action: Action, context: Context, args: Arguments): Promise<Answer> {
  try {
    return await action.run(context, args);
  } catch (error) {
    if (!(error instanceof NoteError)) throw error;
    const refused = [problemAt(error.path, error.message)];
    return { data: { refused }, text: "", refused };
  }
}
