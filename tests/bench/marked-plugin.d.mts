export function markedPlugin(): Promise<string>;
export function markedTerminal(): Promise<string>;
