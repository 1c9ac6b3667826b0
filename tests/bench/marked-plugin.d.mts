export function markedPlugin(): Promise<string>;
