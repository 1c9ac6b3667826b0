export class FolderNotEmpty extends Error {}
export function writeSample(dest: string, today: string): Promise<string[]>;
