export function pluginSizes(): Promise<{
  readonly total: number;
  readonly own: number;
  readonly libraries: readonly { readonly name: string; readonly bytes: number }[];
}>;
