import ICAL from "ical.js";
import { blocksOf, type Block, type ContentLine } from "./content-lines";
import { propertyOf } from "../../people/properties";
import { YEARLY_DATES } from "../../people/value-types";
import { isListField, LIST_FIELDS, TEXT_FIELDS, type ImportedId } from "../carried";
import { PersonBuilder, type ReadItem } from "./imported-person";
import { toVersion3 } from "./vcard-property";

/** One property as the parser gives it: name, parameters, type, values. */
type JCalProperty = readonly [string, Readonly<Record<string, string | readonly string[]>>, string, ...unknown[]];

interface CardProperty {
  readonly name: string;
  readonly group: string;
  readonly params: JCalProperty[1];
  readonly values: readonly unknown[];
  readonly line: number;
}

/** Reads the people of a vCard file of version 2.1, 3.0 or 4.0, one card at a time; a bad card or line is a Problem and the others count. */
export function* readVcard(bytes: Uint8Array, file: string): Generator<ReadItem | null> {
  for (const block of blocksOf(bytes, "VCARD")) {
    if (block === null) yield null;
    else yield* readCard(block, file);
  }
}

function* readCard(block: Block, file: string): Generator<ReadItem> {
  const builder = new PersonBuilder(file, block.line);
  if (!block.isClosed) builder.problem("The card has no END:VCARD; it was read as far as it goes.");
  const properties = parseCard(block, builder);
  if (!properties.some(isNobody)) {
    takeAll(builder, properties);
    const person = builder.build();
    if (person) yield { person };
  }
  for (const problem of builder.problems) yield { problem };
}

/** Companies and lists of addresses are nobody. */
function isNobody({ name, values }: CardProperty): boolean {
  const value = textOf(values[0]);
  return (
    (name === "kind" && /^(?:group|org|location|device|application)$/i.test(value)) ||
    (name === "x-abshowas" && /^company$/i.test(value))
  );
}

/** The properties of a card. Where the parser refuses the card, each line is tried by itself. */
function parseCard(block: Block, builder: PersonBuilder): CardProperty[] {
  const version =
    block.lines.map(({ text }) => /^version\s*:\s*([\d.]+)/i.exec(text)?.[1]).find((found) => found !== undefined) ??
    "2.1";
  const isOld = version !== "3.0" && version !== "4.0";
  const lines: ContentLine[] = [];
  for (const line of block.lines) {
    if (/^version\s*:/i.test(line.text) || isBinaryRest(line.text)) continue;
    const text = toVersion3(line, isOld);
    if (text === null)
      builder.problem(
        `"${line.text.slice(0, 40)}" is no property of a card; expected a name, a colon and a value.`,
        null,
        line.line,
      );
    else if (line.isCut) builder.problem("The line is too long to be read; it was left out.", null, line.line);
    else lines.push({ ...line, text });
  }
  const used = isOld ? "3.0" : version;
  return (
    parsed(lines, used) ??
    lines.flatMap((line) => {
      const own = parsed([line], used);
      if (!own) builder.problem(`"${line.text.slice(0, 40)}" cannot be read.`, null, line.line);
      return own ?? [];
    })
  );
}

/** Pictures of old cards go on without indentation. */
function isBinaryRest(text: string): boolean {
  return /^[A-Za-z0-9+/=]{40,}$/.test(text.trim());
}

function parsed(lines: readonly ContentLine[], version: string): CardProperty[] | null {
  try {
    const card = ICAL.parse(
      ["BEGIN:VCARD", `VERSION:${version}`, ...lines.map(({ text }) => text), "END:VCARD", ""].join("\r\n"),
    ) as unknown as readonly [string, readonly JCalProperty[]];
    const found = card[1].slice(1);
    if (found.length !== lines.length) return null;
    return found.map(([name, params, type, ...values], index) => ({
      name: name.toLowerCase(),
      group: textOf(params["group"]),
      params,
      values: values.map((value) =>
        unescaped(
          value,
          type !== "text" && /^(?:tel|uid|email|url|impp|related)$/i.test(name) ? "unknown" : type,
          version,
        ),
      ),
      line: lines[index]?.line ?? 0,
    }));
  } catch {
    return null;
  }
}

function takeAll(builder: PersonBuilder, properties: readonly CardProperty[]): void {
  const labels = new Map(
    properties
      .filter(({ name }) => name === "x-ablabel")
      .map(({ group, values }) => [group, textOf(values[0]).replace(/^_\$!<(.*)>!\$_$/, "$1")]),
  );
  const fullName = properties.find(({ name, values }) => name === "fn" && textOf(values[0]).trim() !== "");
  if (fullName)
    builder.setName(withoutPrefix(textOf(fullName.values[0]), properties.find(({ name }) => name === "n")?.values[0]));
  // What only we write says more than what every card has, such as its address.
  const isOurs = ({ name }: CardProperty): boolean => name.startsWith("x-reconnect-");
  for (const property of properties.filter(isOurs)) take(builder, property, labels);
  for (const property of properties.filter((one) => !isOurs(one))) take(builder, property, labels);
  for (const other of properties.filter(({ name }) => name === "adr").slice(1))
    builder.addAbout(labelled(typeOf(other), addressOf(other.values[0]).whole));
  if (!builder.hasName()) builder.setName(textOf(properties.find(({ name }) => name === "org")?.values[0]));
}

function take(builder: PersonBuilder, property: CardProperty, labels: ReadonlyMap<string, string>): void {
  const { name, values, line } = property;
  const first = textOf(values[0]);
  const texts = values.map(textOf);
  switch (name) {
    case "n":
      takeName(builder, values[0]);
      return;
    case "nickname":
    case "x-nickname":
      for (const text of texts) for (const alias of text.split(",")) builder.addAlias(alias);
      return;
    case "anniversary":
    case "x-anniversary":
    case "x-evolution-anniversary":
      builder.addDate(withoutYear(property), dateLabel(labels.get(property.group)), line);
      return;
    case "adr":
      takeAddress(builder, values[0]);
      return;
    case "org":
      builder.addAbout(partsOf(values[0]).join(", "));
      return;
    case "title":
    case "role":
      builder.addAbout(first);
      return;
    case "note":
      builder.addAbout(first);
      return;
    case "url":
      builder.addAbout(labelled(labels.get(property.group)?.replace(/^(?:home ?page|profile|other)$/i, ""), first));
      return;
    case "impp":
    case "x-socialprofile":
    case "socialprofile":
      builder.addAbout(
        labelled(
          serviceOf(property),
          first.replace(/^(?:x-apple|skype|xmpp|aim|ymsgr|msnim|facebook|twitter):(?!\/\/)/i, ""),
        ),
      );
      return;
    case "x-skype":
    case "x-skype-username":
    case "x-jabber":
    case "x-icq":
    case "x-aim":
    case "x-msn":
    case "x-yahoo":
    case "x-qq":
    case "x-twitter":
      builder.addAbout(labelled(name.split("-")[1], first));
      return;
    case "related":
    case "x-abrelatednames":
      if (!/^(?:urn|https?|mailto):/i.test(first))
        builder.addAbout(labelled((labels.get(property.group) ?? typeOf(property)).toLowerCase(), first));
      return;
    case "x-spouse":
    case "x-evolution-spouse":
    case "x-assistant":
    case "x-manager":
      builder.addAbout(labelled(name.replace(/^x-(?:evolution-)?/, ""), first));
      return;
    default:
      takeProperty(builder, property, labels);
  }
}

/** By the name that the table of properties gives it in a card. */
const BY_NAME: ReadonlyMap<string | undefined, ImportedId> = new Map(
  [...TEXT_FIELDS, ...LIST_FIELDS].map((id) => [propertyOf(id).transfer?.vcard?.name, id]),
);

function takeProperty(builder: PersonBuilder, property: CardProperty, labels: ReadonlyMap<string, string>): void {
  const id = BY_NAME.get(property.name);
  if (id === undefined) return;
  const { type, transfer } = propertyOf(id);
  const text = textOf(property.values[0]).replace(transfer?.vcard?.strip ?? "", "");
  if (id === "birthday") builder.setBirthday(withoutYear(property), property.line);
  else if (!isListField(id)) builder.keep(id, text);
  else if (type !== YEARLY_DATES) builder.add(id, text);
  else builder.addDate(withoutYear(property), dateLabel(labels.get(property.group)), property.line);
}

/** Apple's own labels are spelled as a title; those that a person wrote stay. */
function dateLabel(label: string | undefined): string {
  return label === undefined || label === "Anniversary" || label === "" ? "anniversary" : label;
}

function takeName(builder: PersonBuilder, value: unknown): void {
  const [family = "", given = "", additional = "", , suffix = ""] = Array.isArray(value)
    ? value.map((part) => partsOf(part).join(" "))
    : [textOf(value)];
  const isEastern = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(family + given);
  builder.setShortName([given, family].filter((part) => part.trim() !== "").join(" "));
  builder.setName(
    isEastern
      ? `${family}${/\p{Script=Han}|\p{Script=Hangul}/u.test(family) ? "" : " "}${given}`
      : [given, additional, family, suffix].filter((part) => part.trim() !== "").join(" "),
  );
}

/** "Dr. Ada Lovelace" with the prefix "Dr." is Ada Lovelace. */
function withoutPrefix(fullName: string, value: unknown): string {
  const prefix = Array.isArray(value) ? partsOf(value[3]).join(" ") : "";
  return prefix !== "" && fullName.startsWith(`${prefix} `) ? fullName.slice(prefix.length + 1) : fullName;
}

/** Apple and Google mark a year that only fills the place. */
function withoutYear({ params, values }: CardProperty): string {
  const day = textOf(values[0]).split(/[Tt]/, 1)[0] ?? "";
  const omitted = textOf(params["x-apple-omit-year"]);
  return omitted !== "" && day.startsWith(`${omitted}-`) ? day.slice(omitted.length + 1) : day;
}

function takeAddress(builder: PersonBuilder, value: unknown): void {
  const { city, hasStreet, whole } = addressOf(value);
  builder.keep("place", city);
  if (hasStreet) builder.keep("address", whole);
}

function addressOf(value: unknown): { readonly city: string; readonly hasStreet: boolean; readonly whole: string } {
  const parts = Array.isArray(value) ? value.map((part) => partsOf(part).join(", ")) : [];
  const [box = "", extended = "", street = "", city = "", region = "", code = "", country = ""] = parts;
  const lines = [box, extended, street, [code, city].filter((part) => part.trim() !== "").join(" "), region, country]
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return { city, hasStreet: [box, extended, street, code].some((part) => part.trim() !== ""), whole: lines.join(", ") };
}

/** "Skype: ada": what a text is, before it. */
function labelled(label: string | undefined, text: string): string {
  return text.trim() === "" || label === undefined || label === ""
    ? text
    : `${label[0]?.toUpperCase() ?? ""}${label.slice(1)}: ${text}`;
}

/** The first of its types that says something. */
function typeOf({ params }: CardProperty): string {
  const types = [params["type"] ?? []].flat().flatMap((type) => type.split(","));
  return types.find((type) => !/^(?:pref|internet|voice)$/i.test(type))?.toLowerCase() ?? "";
}

function serviceOf(property: CardProperty): string {
  return (
    textOf(property.params["x-service-type"]) ||
    textOf(property.params["service-type"]) ||
    (/^(?:home|work|other)$/.test(typeOf(property)) ? "" : typeOf(property))
  );
}

function partsOf(value: unknown): string[] {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => textOf(item).trim()).filter((text) => text !== "");
}

/** The parser leaves the escapes in other programs' properties and in those of another type than usual, and those of semicolons. */
function unescaped(value: unknown, type: string, version: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => unescaped(one, type, version));
  if (typeof value !== "string") return value;
  if (type === "unknown")
    return value.replace(/\\([\\nN,;:])/g, (_whole, sign: string) => (/n/i.test(sign) ? "\n" : sign));
  return type === "text" ? value.replace(version === "3.0" ? /\\([;:])/g : /\\([;,])/g, "$1") : value;
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return Array.isArray(value) ? value.map(textOf).join(" ") : "";
}
