import ICAL from "ical.js";
import { words } from "../../words/words";
import { blocksOf, type Block, type ContentLine } from "./content-lines";
import type { ReaderFor } from "./decode-text";
import { kindOfDay, messengerOf, plainName, readAndroid, readMessenger, splitUnescaped } from "./producer-names";
import { propertyOf } from "../../people/properties";
import { YEARLY_DATES } from "../../people/value-types";
import { isListField, LIST_FIELDS, TEXT_FIELDS, type ImportedId } from "../carried";
import { cleanText, labelled, PersonBuilder, type ReadItem } from "./imported-person";
import { generationOf } from "./name-keys";
import { toVersion3 } from "./vcard-property";
import {
  addressOf,
  partsOf,
  phoneText,
  serviceOf,
  textOf,
  typeOf,
  withoutYear,
  type CardProperty,
  type JCalProperty,
} from "./vcard-values";

/** More lines outside of cards are not shown. */
const MOST_STRAY = 50;

/**
 * Reads the people of a vCard file of version 2.1, 3.0 or 4.0, one card at a time; a bad card or line is a Problem and
 * the others count.
 */
export function* readVcard(bytes: Uint8Array, file: string, readerFor: ReaderFor): Generator<ReadItem | null> {
  let stray = 0;
  for (const block of blocksOf(bytes, "VCARD", readerFor)) {
    if (block === null) yield null;
    else if ("lines" in block) yield* readCard(block, file);
    else if (stray++ < MOST_STRAY)
      yield {
        problem: {
          path: file,
          line: block.line,
          property: null,
          message: `"${cleanText(block.stray).slice(0, 60)}" stands outside any card; it was left out.`,
        },
      };
  }
}

function* readCard(block: Block, file: string): Generator<ReadItem> {
  const builder = new PersonBuilder(file, block.line);
  if (!block.isClosed) builder.problem("The card has no END:VCARD; it was read as far as it goes.");
  const properties = parseCard(block, builder);
  const why = nobody(properties);
  if (why === null) {
    takeAll(builder, properties);
    for (const name of new Set(block.passedOver)) builder.drop(name, words.import.notRead);
    yield* builder.items();
  } else {
    yield { leftOut: { title: titleOf(properties), why } };
    for (const problem of builder.problems) yield { problem };
  }
}

/** Why a card is nobody's: companies, lists of people, places; null where it is somebody's. */
function nobody(properties: readonly CardProperty[]): string | null {
  const { leftOut } = words.import;
  const valueOf = (name: string): string => textOf(properties.find((one) => one.name === name)?.values[0]).trim();
  const kind = (valueOf("kind") || valueOf("x-addressbookserver-kind")).toLowerCase();
  if (kind === "group") return leftOut.group;
  if (kind === "org" || /^company$/i.test(valueOf("x-abshowas"))) return leftOut.company;
  if (/^(?:location|device|application)$/.test(kind)) return leftOut.thing;
  // Google, Outlook and others give the name of a company to the card, and nobody's to the person.
  const org = properties.find(({ name }) => name === "org");
  const hasEmptyName = properties.some(({ name }) => name === "n") && valueOf("n") === "";
  return hasEmptyName && org && valueOf("fn") !== "" && partsOf(org.values[0])[0] === valueOf("fn")
    ? leftOut.company
    : null;
}

function titleOf(properties: readonly CardProperty[]): string {
  const named = ["fn", "org", "n"].map((wanted) =>
    textOf(properties.find(({ name }) => name === wanted)?.values[0]).trim(),
  );
  return cleanText(named.find((text) => text !== "") ?? "");
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
      raw: typeof values[0] === "string" ? values[0] : "",
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
  takeAddresses(
    builder,
    properties.filter(({ name }) => name === "adr"),
    properties.some(isOurs),
  );
  if (!builder.hasName()) builder.setName(textOf(properties.find(({ name }) => name === "org")?.values[0]));
  for (const { name, group, values } of properties)
    if (name === "x-ablabel" && !/^_\$!</.test(textOf(values[0])) && isPlain(properties, group))
      builder.drop("label", textOf(values[0]));
}

/** Whether what a label stands at is kept without it. */
function isPlain(properties: readonly CardProperty[], group: string): boolean {
  return properties.some((one) => one.group === group && /^(?:tel|email|adr)$/.test(one.name));
}

/** What programs note for themselves, and what belongs to another line. */
const TECHNICAL =
  /^(?:version|prodid|rev|fn|adr|kind|begin|end|clientpidmap|x-ab(?:uid|adr|label|showas)|x-addressbookserver-kind|x-evolution-webdav-.*|x-ms-ol-.*|x-radicale-.*)$/;

function take(builder: PersonBuilder, property: CardProperty, labels: ReadonlyMap<string, string>): void {
  const { name, values, raw, line } = property;
  const first = textOf(values[0]);
  const label = labels.get(property.group);
  const plain = plainName(name);
  switch (plain) {
    case "n":
      takeName(builder, values[0]);
      return;
    case "file-as":
    case "sort-string":
      builder.setName(first);
      return;
    case "nickname":
      // The parser has parted the values of a property that it knows.
      for (const alias of name === "nickname" ? values.map(textOf) : splitUnescaped(raw, ",")) builder.addAlias(alias);
      return;
    case "anniversary":
      builder.addDate(withoutYear(property), dateLabel(label ?? ""), line);
      return;
    case "deathdate":
      builder.setClosed(withoutYear(property));
      return;
    case "custom":
      if (name === "x-android-custom") takeAndroid(builder, property);
      else builder.drop(name, first);
      return;
    case "org":
      builder.addAbout(partsOf(values[0]).join(", "));
      return;
    case "title":
    case "role":
    case "note":
      builder.addAbout(first);
      return;
    case "url":
    case "blog-url":
    case "blogfeed":
    case "video-url":
      builder.addAbout(labelled(label?.replace(/^(?:home ?page|profile|other)$/i, ""), first));
      return;
    case "impp":
    case "socialprofile":
      takeMessenger(builder, first, label ?? serviceOf(property));
      return;
    case "related":
    case "abrelatednames":
    case "x-abrelatednames":
      if (/^(?:urn|https?|mailto):/i.test(first)) builder.drop("related", first);
      else builder.addAbout(labelled((label ?? typeOf(property)).toLowerCase(), first));
      return;
    case "spouse":
    case "partner":
    case "child":
    case "manager":
    case "assistant":
    case "profession":
    case "office":
    case "department":
    case "birthplace":
    case "expertise":
      builder.addAbout(labelled(plain, first));
      return;
    case "hobby":
    case "interests":
      for (const interest of name === "hobby" ? [first] : splitUnescaped(raw, ",")) builder.add("interests", interest);
      return;
    default:
      if (BY_NAME.has(name)) takeProperty(builder, property, label);
      else if (messengerOf(plain) !== null) takeMessenger(builder, first, messengerOf(plain) ?? "");
      else if (!TECHNICAL.test(name)) builder.drop(name, values.map(textOf).join(", "));
  }
}

/** A messenger's address, after the service's name: from its label, else from its own scheme. */
function takeMessenger(builder: PersonBuilder, value: string, label: string): void {
  const { service, text } = readMessenger(value);
  builder.addAbout(labelled(label || (service ?? undefined), text));
}

function takeAndroid(builder: PersonBuilder, { raw, line }: CardProperty): void {
  const custom = readAndroid(raw);
  if (custom.kind === "nickname") builder.addAlias(custom.value);
  else if (custom.kind === "relation") builder.addAbout(labelled(custom.label, custom.value));
  else if (custom.kind === "other") builder.drop(custom.label, custom.value);
  else takeDay(builder, custom.value, custom.label, line);
}

/** A day with its label, which may say that it is the first or the last. */
function takeDay(builder: PersonBuilder, day: string, label: string, line: number): void {
  const kind = kindOfDay(label);
  if (kind === "birthday") builder.setBirthday(day, line);
  else if (kind === "death") builder.setClosed(day);
  else builder.addDate(day, dateLabel(label), line);
}

/** By the name that the table of properties gives it in a card. */
const BY_NAME: ReadonlyMap<string | undefined, ImportedId> = new Map(
  [...TEXT_FIELDS, ...LIST_FIELDS].map((id) => [propertyOf(id).transfer?.vcard?.name, id]),
);

function takeProperty(builder: PersonBuilder, property: CardProperty, label: string | undefined): void {
  const id = BY_NAME.get(property.name);
  if (id === undefined) return;
  const { type, transfer } = propertyOf(id);
  const text = textOf(property.values[0]).replace(transfer?.vcard?.strip ?? "", "");
  if (id === "birthday") builder.setBirthday(withoutYear(property), property.line);
  else if (id === "closed") builder.setClosed(text);
  else if (id === "phone") builder.add(id, phoneText(text));
  else if (!isListField(id)) builder.keep(id, text);
  else if (type !== YEARLY_DATES) builder.add(id, text);
  else takeDay(builder, withoutYear(property), label ?? "", property.line);
}

/** Apple's own labels are spelled as a title; those that a person wrote stay. */
function dateLabel(label: string): string {
  return label === "Anniversary" || label === "" ? "anniversary" : label;
}

function takeName(builder: PersonBuilder, value: unknown): void {
  const [family = "", given = "", additional = "", prefix = "", suffix = ""] = Array.isArray(value)
    ? value.map((part) => partsOf(part).join(" "))
    : [textOf(value)];
  const isEastern = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(family + given);
  const generation = generationOf(`x ${suffix}`) === "" ? "" : suffix;
  builder.setShortName([given, family, generation].filter((part) => part.trim() !== "").join(" "));
  builder.setName(
    isEastern
      ? `${family}${/\p{Script=Han}|\p{Script=Hangul}/u.test(family) ? "" : " "}${given}`
      : [given, additional, family, suffix].filter((part) => part.trim() !== "").join(" "),
  );
  if (prefix.trim() !== "") builder.drop("prefix", prefix);
}

/** "Dr. Ada Lovelace" with the prefix "Dr." is Ada Lovelace. */
function withoutPrefix(fullName: string, value: unknown): string {
  const prefix = Array.isArray(value) ? partsOf(value[3]).join(" ") : "";
  return prefix !== "" && fullName.startsWith(`${prefix} `) ? fullName.slice(prefix.length + 1) : fullName;
}

/** The first address is that of the note; our own properties have said it already. Others are text. */
function takeAddresses(builder: PersonBuilder, addresses: readonly CardProperty[], isSaid: boolean): void {
  for (const [at, one] of addresses.entries()) {
    const { city, hasStreet, whole } = addressOf(one.values[0]);
    if (at > 0) builder.addAbout(labelled(typeOf(one), whole));
    else if (!isSaid) {
      builder.keep("place", city);
      if (hasStreet) builder.keep("address", whole);
      else if (whole !== city.trim()) builder.drop("address", whole);
    }
  }
}

/**
 * The parser leaves the escapes in other programs' properties and in those of another type than usual, and those of
 * semicolons.
 */
function unescaped(value: unknown, type: string, version: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => unescaped(one, type, version));
  if (typeof value !== "string") return value;
  if (type === "unknown")
    return value.replace(/\\([\\nN,;:])/g, (_whole, sign: string) => (/n/i.test(sign) ? "\n" : sign));
  return type === "text" ? value.replace(version === "3.0" ? /\\([;:])/g : /\\([;,])/g, "$1") : value;
}
