import { getLanguage } from "obsidian";
import type { CivilDate } from "../../../core/text/dates/civil-date";
import { formatWeekday } from "../../../core/text/dates/format-day";
import type { Capacity } from "../../../core/today/capacity";
import { words } from "../../../core/words/words";

/** What cadences ask of a week beside what is made and what it holds, in numbers and one sentence. */
export function drawLoad(el: HTMLElement, capacity: Capacity): void {
  const { title, asked, made, budget, perWeek, over, fits, changed, newAndOld } = words.capacity;
  el.createEl("h2", { text: title });
  const list = el.createEl("dl", { cls: "reconnect-load" });
  const fact = (name: string, value: string): void => {
    const item = list.createDiv();
    item.createEl("dt", { text: name });
    item.createEl("dd", { text: value });
  };
  fact(asked, perWeek(capacity.asked));
  if (capacity.askedChanged !== null) fact(changed, perWeek(capacity.askedChanged));
  fact(made, perWeek(capacity.made));
  fact(budget, perWeek(capacity.budget));
  const need = capacity.askedChanged ?? capacity.asked;
  el.createEl("p", {
    cls: "reconnect-load-said",
    text: need > capacity.budget ? over(Math.round((need - capacity.budget) * 10) / 10) : fits,
    attr: { role: "status" },
  });
  el.createEl("p", { cls: "reconnect-rel-detail", text: newAndOld(capacity.newPeople, capacity.tended) });
}

const NAMES_OF_A_DAY = 50;

/** The next two weeks: everybody whose day comes, spread. */
export function drawDays(el: HTMLElement, capacity: Capacity, today: CivilDate): void {
  if (capacity.days.length === 0) return;
  el.createEl("h3", { text: words.capacity.days });
  el.createEl("p", { cls: "reconnect-rel-detail", text: words.capacity.daysAbout });
  const list = el.createEl("ul", { cls: "reconnect-rel-rows" });
  for (const { date, people } of capacity.days) {
    const item = list.createEl("li", { cls: "reconnect-rel-day" });
    item.createSpan({
      cls: "reconnect-rel-name",
      text: date === today ? words.capacity.today : formatWeekday(date, today, getLanguage()),
    });
    item.createSpan({
      text: words.names(
        people.map(({ name }) => name),
        ", ",
        NAMES_OF_A_DAY,
      ),
      attr: { dir: "auto" },
    });
  }
}
