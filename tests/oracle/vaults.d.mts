export const SAMPLE: string;
export const SAMPLE_SETTINGS: object;
export const OTHERWISE: object;

export function withSettings(
  work: string,
  vault: string,
  from: string,
  settings: object,
): { readonly vault: string; readonly source: string };
