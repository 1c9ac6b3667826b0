import { foldName } from "../people/fold-name";

/** What a column of a table can be for us. */
export const COLUMN_KINDS = [
  "name", "given", "middle", "family", "prefix", "suffix", "alias", "email", "phone", "birthday", "anniversary", "eventLabel", "eventDay",
  "place", "address", "street", "code", "region", "country", "company", "title", "notes", "url", "connected", "interests", "met", "introducedBy", "dates", "uid",
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** The meaning of each column, by its place; null where it is passed over. */
export type ColumnMapping = readonly (ColumnKind | null)[];

/** Headings as Google, LinkedIn, Outlook, Apple, Thunderbird and others write them, folded. */
const HEADINGS: Readonly<Record<string, ColumnKind>> = {
  name: "name", "full name": "name", "display name": "name", "file as": "alias", fullname: "name", contact: "name", person: "name", nom: "name", nombre: "name", "姓名": "name", "имя": "name",
  "first name": "given", "given name": "given", firstname: "given", forename: "given", vorname: "given", prenom: "given", "nombre de pila": "given",
  "middle name": "middle", "additional name": "middle", "last name": "family", "family name": "family", lastname: "family", surname: "family", nachname: "family", "nom de famille": "family", apellidos: "family",
  title: "prefix", "name prefix": "prefix", "name suffix": "suffix", suffix: "suffix", nickname: "alias", aliases: "alias", alias: "alias", "short name": "alias", spitzname: "alias",
  email: "email", "e-mail": "email", "e-mail address": "email", "email address": "email", "primary email": "email", "secondary email": "email", mail: "email", emails: "email", "e-mail-adresse": "email", courriel: "email", correo: "email",
  phone: "phone", telephone: "phone", mobile: "phone", "phone number": "phone", "mobile phone": "phone", "mobile number": "phone", "home phone": "phone", "business phone": "phone", "work phone": "phone", "primary phone": "phone", "other phone": "phone", "home phone 2": "phone", "business phone 2": "phone", tel: "phone", telefon: "phone", mobil: "phone", handy: "phone", "mobiltelefon": "phone", phones: "phone", "cell phone": "phone",
  birthday: "birthday", birthdate: "birthday", "birth date": "birthday", "date of birth": "birthday", dob: "birthday", bday: "birthday", geburtstag: "birthday", geburtsdatum: "birthday", "date de naissance": "birthday", anniversary: "anniversary",
  place: "place", city: "place", "home city": "place", town: "place", ort: "place", stadt: "place", ville: "place", ciudad: "place",
  address: "address", "home address": "address", adresse: "address", "home street": "street", street: "street", "home address line 1": "street", "home postal code": "code", "postal code": "code", zip: "code", plz: "code", "home state": "region", "home country": "country", "home country/region": "country",
  company: "company", organization: "company", organisation: "company", employer: "company", firma: "company", "organization name": "company", position: "title", "job title": "title", "organization title": "title",
  notes: "notes", note: "notes", comments: "notes", notizen: "notes", url: "url", "profile url": "url", "connected on": "connected", interests: "interests", met: "met", introduced_by: "introducedBy", "introduced by": "introducedBy", dates: "dates", uid: "uid",
};
const NUMBERED: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^e-?mail \d+ - value$/, "email"], [/^e-?mail \d+ address$/, "email"], [/^e-?mail \d+$/, "email"], [/^phone \d+ - value$/, "phone"], [/^(?:home|business|work|mobile) phone \d+$/, "phone"], [/^phone \d+$/, "phone"],
  [/^address 1 - formatted$/, "address"], [/^address 1 - city$/, "place"], [/^address 1 - street$/, "street"], [/^address 1 - postal code$/, "code"], [/^address 1 - region$/, "region"], [/^address 1 - country$/, "country"],
  [/^organization 1 - name$/, "company"], [/^organization 1 - title$/, "title"], [/^event 1 - (?:label|type)$/, "eventLabel"], [/^event 1 - value$/, "eventDay"],
];

/** Guesses what each column is from its heading; null where the heading says nothing that we keep. */
export function guessColumns(headings: readonly string[]): ColumnMapping {
  const kinds = headings.map((heading): ColumnKind | null => {
    const folded = foldName(heading).replace(/[:*]+$/, "").trim();
    return (Object.hasOwn(HEADINGS, folded) ? HEADINGS[folded] : undefined) ?? NUMBERED.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
  });
  // Beside "Job title" a "Title" is Dr or Mrs; alone, beside a company, it is the job.
  const hasJob = kinds.includes("title");
  return kinds.map((kind) => (kind === "prefix" && !hasJob && kinds.includes("company") ? "title" : kind));
}

/** Whether a mapping says who each row is. */
export function namesSomebody(mapping: ColumnMapping): boolean {
  return mapping.some((kind) => kind === "name" || kind === "given" || kind === "family" || kind === "email");
}
