import { number } from "./number";

/** What is said of actions that can be undone, or were interrupted. */
export const historyWords = {
  goesPast: {
    undo: "Undo once more to go past it, to the action before.",
    redo: "Redo once more to go past it, to the next.",
  },
  stopped: (done: number, total: number): string =>
    `Stopped after ${number(done)} of ${number(total)}. The rest can be finished, or all of it taken back.`,
  finishFirst: "This was begun before and interrupted: finish it or take it back first. Nothing was written.",
  leftThere: "The note was left where it is: not all that is in it found its place.",
  interrupted: (label: string, isUndo: boolean, done: number, total: number): string =>
    `${isUndo ? `Undoing "${label}"` : `"${label}"`} was interrupted: ${number(done)} of ${number(total)} done.`,
  inTerminal: {
    redo: "`reconnect redo` finishes it, `reconnect undo` takes it back.",
    undo: "`reconnect undo` finishes it, `reconnect redo` takes it back.",
  },
  finish: "Finish",
  takeBack: "Take back",
  finished: "Finished.",
  takenBack: "Taken back.",
  notKept: (why: string): string => `It is written, but it cannot be undone: it could not be kept here (${why}).`,
  untilClosed: "This device has no more room: the last action can be undone only until Obsidian is closed.",
} as const;
