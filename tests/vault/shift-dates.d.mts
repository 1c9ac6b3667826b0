/** From the day a note was written for to the day it shall be for, both YYYY-MM-DD. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export const EPOCH: string;
export function shiftText(text: string, move: Move): string;
export function shiftPath(path: string, move: Move): string;
export function addDays(day: string, days: number): string;
export function isDay(day: string): boolean;
