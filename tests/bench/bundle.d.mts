export function bundle(entry: string): Promise<string>;

/** Builds the terminal face as it is delivered into a folder of its own; gives the path. `footer` ends the program. */
export function bundleTerminal(footer?: string): Promise<string>;
