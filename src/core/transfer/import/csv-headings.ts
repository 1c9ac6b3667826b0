import type { OtherKind } from "./csv-columns";
import type { ImportedId } from "../carried";

/**
 * Headings as Google, LinkedIn, Outlook, Apple, Thunderbird and others write them in English, German, French, Spanish,
 * Italian, Portuguese and Dutch, normalized; # is a number. Where an address is (home, work) is taken off before.
 */
export const HEADINGS: Readonly<Partial<Record<OtherKind | ImportedId, string>>> = {
  name: "name, full name, display name, fullname, contact, contact name, person, nom, nombre, nome, naam, nom complet, nombre completo, nome completo, volledige naam, anzeigename, nom affiche, nombre para mostrar, nome visualizzato, weergavenaam, 姓名, имя",
  given:
    "first name, given name, firstname, forename, given, vorname, prenom, nombre de pila, primer nombre, primeiro nome, nome proprio, voornaam, fornamn, fornavn, имя контакта, 名",
  middle:
    "middle name, additional name, middlename, weitere vornamen, zweiter vorname, deuxieme prenom, autres prenoms, segundo nombre, secondo nome, segundo nome, nome do meio, tussenvoegsel, tussenvoegsels, tweede voornaam",
  family:
    "last name, family name, lastname, surname, family, nachname, familienname, nom de famille, apellidos, apellido, primer apellido, cognome, sobrenome, apelido, apelidos, ultimo nome, achternaam, familienaam, efternamn, etternavn, фамилия, 姓",
  prefix: "title, name prefix, prefix, salutation, anrede, titel, civilite, titre, titulo, tratamiento, titolo, aanhef",
  suffix: "name suffix, suffix, suffixe, sufijo, suffisso, titolo straniero, sufixo, achtervoegsel, segundo apellido",
  alias:
    "file as, nickname, aliases, alias, short name, spitzname, surnom, apodo, alias o apodo, soprannome, alcunha, bijnaam, maiden name",
  anniversary:
    "anniversary, wedding anniversary, jahrestag, hochzeitstag, anniversaire de mariage ou fete, anniversaire de mariage, aniversario, aniversario de boda, anniversario, trouwdag, jubileum",
  eventLabel: "event # - label, event # - type",
  eventDay: "event # - value",
  birthYear:
    "birth year, geburtsjahr, annee de naissance, ano de nacimiento, anno di nascita, ano de nascimento, geboortejaar",
  birthMonth:
    "birth month, geburtsmonat, mois de naissance, mes de nacimiento, mese di nascita, mes de nascimento, geboortemaand",
  birthDay: "birth day, jour de naissance, dia de nacimiento, giorno di nascita, dia de nascimento, geboortedag",
  birthday:
    "birthday, geburtstag, geburtsdatum, anniversaire, date de naissance, cumpleanos, fecha de nacimiento, compleanno, data di nascita, data de nascimento, verjaardag, geboortedatum, fodelsedag, fodselsdag, день рождения, 生日, 誕生日",
  street:
    "street, street address, street #, address line #, address #, strasse, strasse #, rue, rue #, calle, calle #, via, via #, rua, rua #, straat, address # - street, address # - extended address, address # - po box, po box, postfach, boite postale, apartado postal, casella postale, postbus",
  code: "postal code, postalcode, zip, zip code, zipcode, plz, postleitzahl, code postal, codigo postal, cap, cep, postcode, address # - postal code",
  place:
    "city, town, ort, stadt, wohnort, ville, ciudad, localidad, poblacion, citta, localita, cidade, localidade, plaats, woonplaats, stad, address # - city",
  region:
    "state, state/province, region, province, county, bundesland, bundesland/kanton, dep/region, departement, provincia, provincia o estado, estado, estado/provincia, provincie, distrito, address # - region",
  country:
    "country, country/region, land, land/region, pays, pays/region, pais, pais o region, pais/region, paese, paese/area geografica, address # - country",
  address:
    "address, adresse, adresse postale, direccion, indirizzo, endereco, morada, adres, postal address, address # - formatted",
  company:
    "company, organization, organisation, employer, firma, unternehmen, organization name, organization # - name, societe, entreprise, empresa, organizacion, compania, societa, azienda, organizzazione, organizacao, bedrijf, organisatie",
  department:
    "department, abteilung, service, departamento, reparto, afdeling, organization department, organization # - department",
  title:
    "position, job title, jobtitle, organization title, organization # - title, occupation, profession, beruf, funktion, fonction, poste, cargo, puesto, profesion, posizione professionale, mansione, qualifica, professione, profissao, functie, beroep, role",
  notes:
    "notes, note, comments, notizen, notiz, bemerkungen, remarques, commentaires, notas, observaciones, comentarios, observacoes, anotacoes, notities, opmerkingen",
  url: "url, profile url, website, web page, web page #, webpage, homepage, website # - value, webseite, internetseite, page web, site web, pagina web, sitio web, sito web, pagina da web, webpagina",
  messenger: "im, im address, im # - value, screen name, messenger, skype",
  messengerService: "im # - service, im # - type, im # - label",
  spouse:
    "spouse, partner, partner/in, ehepartner, conjoint(e), conjoint, conyuge, coniuge, nome coniuge, conjuge, echtgenoot, echtgenote",
  children: "children, kinder, enfants, hijos, figli, filhos, kinderen",
  manager:
    "manager, manager's name, manager name, name des/der vorgesetzten, vorgesetzter, responsable, nombre del director, director, nome manager, nome do gerente, gerente, manager (naam)",
  assistant:
    "assistant, assistant's name, assistant name, name assistent, assistent, assistant(e), nombre del ayudante, ayudante, nome assistente, assistente, nome do assistente",
  relation: "relation # - value",
  relationLabel: "relation # - label, relation # - type",
  interests:
    "hobby, hobbies, interests, hobbys, passe-temps, loisirs, aficion, aficiones, interessi, passatempo, hobby's",
  connected: "connected on",
  email:
    "e-mail, e-mail address, email address, primary email, secondary email, mail, emails, e-mail-adresse, e-mail #: adresse, e-mail # address, e-mail-adresse #, adresse e-mail, adresse email, adresse de messagerie, adresse de messagerie #, adresse electronique, courriel, correo, correo electronico, direccion de correo electronico, direccion de correo electronico #, direccion del correo electronico, direccion del correo electronico #, indirizzo posta elettronica, indirizzo posta elettronica #, indirizzo e-mail, indirizzo email, posta elettronica, endereco de email, endereco de email #, endereco de e-mail, endereco de correio eletronico, correio eletronico, e-mailadres, e-mailadres #, mailadres, e-mail # - value, email # - value, email #, e-mail #",
  phone:
    "phone, phone #, telephone, mobile, mobile #, phone number, mobile phone, mobile phone #, mobile number, primary phone, cell, cell phone, tel, tel., main phone, company main phone, car phone, radio phone, callback, isdn, phone # - value, assistant's phone, telefon, telefon #, telefon (#), telefonnummer, mobil, handy, handynummer, mobiltelefon, mobiltelefon #, haupttelefon, autotelefon, telefon firma, rufnummer, telephone #, tel. mobile, telephone mobile, portable, numero de telephone, telephone principal, telephone societe, telefono, telefono #, movil, telefono movil, telefono principal, numero de telefono, celular, particular, cellulare, cellulare #, telefono cellulare, telefono principale, ufficio, ufficio #, abitazione, abitazione #, telefone, telefone #, telemovel, telefone celular, telefone principal, telefoon, telefoon #, telefoonnummer, mobiel, mobiele telefoon, mobiel nummer",
};

/** Words that say where an address or a number is, at the end or the beginning of a heading. */
const PLACE =
  "home|work|business|other|personal|private|privat|geschaftlich|weitere|weiteres|dienstlich|domicile|bureau|perso|professionnel|travail|autre|personal|del trabajo|de trabajo|trabajo|del domicilio|de residencia|residencia|domicilio|casa|particular|otra|otro|uff[.]|ab[.]|ufficio|abitazione|altro|altra|residencial|comercial|trabalho|da empresa|outro|outra|thuis|prive|werk|zakelijk|overig|andere";
/* eslint-disable regexp/no-super-linear-backtracking, regexp/no-super-linear-move --
   A heading is cut to 100 characters before. */
const AT_END = new RegExp(`^(.+?)[\\s-]*(?:\\((?:${PLACE})(?: (\\d))?\\)|\\s(?:${PLACE}))(?: (\\d))?$`);
const AT_BEGINNING = new RegExp(`^(?:${PLACE})\\s+(.+)$`);

/**
 * A heading without where it is: "business street", "rue (bureau)" and "ort geschaftlich" are a street, a street and a
 * town.
 */
export function withoutPlace(heading: string): string {
  const text = heading.slice(0, 100);
  const end = AT_END.exec(text);
  const bare = end ? (end[1] ?? "") : (AT_BEGINNING.exec(text)?.[1] ?? text);
  return bare.replace(/\s*\d+$/, "").trim();
}
/* eslint-enable regexp/no-super-linear-backtracking, regexp/no-super-linear-move -- that was all of them */
