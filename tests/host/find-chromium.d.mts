export function findChromium(how?: { install?: boolean }): string;
