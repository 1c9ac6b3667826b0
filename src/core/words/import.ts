import { plural } from "./plural";

export const importWords = {
  written: (created: number, updated: number): string => `${plural(created, "person", "people")} made, ${plural(updated, "note", "notes")} added to.`,
  counts: {
    create: (count: number): string => `${count} new`,
    update: (count: number): string => `${count} with something to add`,
    same: (count: number): string => `${count} already as they are`,
    ambiguous: (count: number): string => `${count} that could be several people`,
    problems: (count: number): string => `${plural(count, "problem", "problems")}`,
  },
  sections: { create: "New people", update: "Something to add", same: "Already as they are", ambiguous: "Could be somebody else", problems: "Could not be read" },
  by: { uid: "by their ID", email: "by email", phone: "by phone", name: "by name" },
  why: { several: "several people fit", "other-name": "the same address or number, another name" },
  fields: {
    birthday: "birthday", place: "place", address: "address", met: "met", introducedBy: "introduced by", uid: "ID",
    email: "email", phone: "phone", dates: "dates", interests: "interests", aliases: "other names",
  },
  adds: (field: string, value: string): string => `${field}: ${value}`,
  differs: (field: string, here: string, there: string): string => `${field}: ${here} stays; the file says ${there}`,
} as const;
