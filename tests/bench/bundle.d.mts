export function bundle(entry: string): Promise<string>;

/** Builds the terminal face as it is delivered into a folder of its own; gives the path. */
export function bundleTerminal(): Promise<string>;
