/** One property as the parser gives it: name, parameters, type, values. */
export type JCalProperty = readonly [
  string,
  Readonly<Record<string, string | readonly string[]>>,
  string,
  ...unknown[],
];

/** One property of a card. */
export interface CardProperty {
  readonly name: string;
  readonly group: string;
  readonly params: JCalProperty[1];
  readonly values: readonly unknown[];
  /** The first value as it is written, with its escapes. */
  readonly raw: string;
  readonly line: number;
}

/** `+1-555-0100;ext=12` is a number with an extension; what else a link says of where it holds is not kept. */
export function phoneText(text: string): string {
  const [number = "", ...params] = text.split(/;(?=[a-z-]+=)/i);
  const extension = params.map((one) => /^ext=(.+)/i.exec(one)?.[1]).find((one) => one !== undefined);
  return extension === undefined ? number : `${number} ext. ${extension}`;
}

/** Apple and Google mark a year that only fills the place. */
export function withoutYear({ params, values }: CardProperty): string {
  const day = textOf(values[0]).split(/[Tt]/, 1)[0] ?? "";
  const omitted = textOf(params["x-apple-omit-year"]);
  return omitted !== "" && day.startsWith(`${omitted}-`) ? day.slice(omitted.length + 1) : day;
}

export function addressOf(value: unknown): {
  readonly city: string;
  readonly hasStreet: boolean;
  readonly whole: string;
} {
  const parts = Array.isArray(value) ? value.map((part) => partsOf(part).join(", ")) : [];
  const [box = "", extended = "", street = "", city = "", region = "", code = "", country = ""] = parts;
  const lines = [box, extended, street, [code, city].filter((part) => part.trim() !== "").join(" "), region, country]
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return { city, hasStreet: [box, extended, street, code].some((part) => part.trim() !== ""), whole: lines.join(", ") };
}

/** The first of its types that says something. */
export function typeOf({ params }: CardProperty): string {
  const types = [params["type"] ?? []].flat().flatMap((type) => type.split(","));
  return types.find((type) => !/^(?:pref|internet|voice)$/i.test(type))?.toLowerCase() ?? "";
}

export function serviceOf(property: CardProperty): string {
  return (
    textOf(property.params["x-service-type"]) ||
    textOf(property.params["service-type"]) ||
    (/^(?:home|work|other)$/.test(typeOf(property)) ? "" : typeOf(property))
  );
}

export function partsOf(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => textOf(item).trim()).filter((text) => text !== "");
}

export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.map(textOf).join(" ") : "";
}
