export function buildHost(): Promise<{ js: string; css: string }>;
