/**
 * Bundles a source as the terminal face is built, into a folder of its own; gives the path. `footer` ends the program.
 */
export function bundle(entry: string, footer?: string): Promise<string>;

/** The program of the terminal face. */
export const TERMINAL: string;
