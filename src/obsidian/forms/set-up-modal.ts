import { Setting, type App } from "obsidian";
import type { Candidate } from "../../core/entry/detection/detect-people";
import { settingsFrom, type Proposal } from "../../core/entry/detection/propose";
import { noteName } from "../../core/people/people-rules";
import type { Settings } from "../../core/people/settings/settings";
import { words } from "../../core/words/words";
import { labelled } from "./labelled";
import { joined } from "../../core/words/parts";
import { PlainModal } from "./plain-modal";
import { drawFormButtons } from "./form-buttons";

/** Shows what a first look at the vault found; the person ticks what is right and confirms. */
export class SetUpModal extends PlainModal {
  private readonly kept: Set<Candidate>;
  private folder: string;
  private messageEl: HTMLElement | null = null;
  private confirmEl: HTMLButtonElement | null = null;

  constructor(
    app: App,
    private readonly proposal: Proposal,
    base: Settings,
    private readonly onConfirm: (edit: (settings: Settings) => Settings) => void,
  ) {
    super(app);
    this.kept = new Set(proposal.candidates);
    this.folder = base.newPersonFolder;
  }

  override onOpen(): void {
    const { contentEl, proposal } = this;
    contentEl.addClass("reconnect-set-up");
    this.setTitle(words.setUp.title);
    contentEl.createEl("p", { text: proposal.candidates.length > 0 ? words.setUp.intro : words.setUp.nothing });
    if (proposal.candidates.length > 0) this.drawCandidates(contentEl);
    else this.drawFolder(contentEl);
    this.messageEl = contentEl.createEl("p", { cls: "reconnect-message", attr: { role: "status" } });
    this.drawFacts(contentEl);
    this.confirmEl = drawFormButtons(
      contentEl,
      [
        words.setUp.cancel,
        () => {
          this.close();
        },
      ],
      [
        words.setUp.confirm,
        () => {
          this.confirm();
        },
      ],
    );
    this.check();
  }

  private drawCandidates(el: HTMLElement): void {
    new Setting(el).setName(words.setUp.rules).setHeading();
    for (const candidate of this.proposal.candidates) {
      const name = candidateName(candidate);
      new Setting(el)
        .setName(name)
        .setDesc(words.setUp.found(candidate.count, candidate.examples.map(noteName).join(", ")))
        .addToggle((toggle) => {
          toggle.setValue(true).onChange((isKept) => {
            if (isKept) this.kept.add(candidate);
            else this.kept.delete(candidate);
            this.check();
          });
          labelled(toggle.toggleEl, name);
        });
    }
  }

  private drawFolder(el: HTMLElement): void {
    new Setting(el).setName(words.setUp.newFolder).addText((text) => {
      text.setValue(this.folder).onChange((folder) => {
        this.folder = folder.trim();
        this.check();
      });
      labelled(text.inputEl, words.setUp.newFolder);
    });
  }

  /** Says how many people it comes to; with nothing ticked nobody would be a person. */
  private check(): void {
    const { candidates, peopleCount } = this.proposal;
    const isGood = candidates.length > 0 ? this.kept.size > 0 : this.folder !== "";
    if (this.confirmEl) this.confirmEl.disabled = !isGood;
    const missing = candidates.length > 0 ? words.setUp.tickOne : words.setUp.nameFolder;
    const isAll = candidates.length > 1 && this.kept.size === candidates.length;
    this.messageEl?.setText(!isGood ? missing : isAll ? words.setUp.all(peopleCount) : "");
  }

  private drawFacts(el: HTMLElement): void {
    const { spellings, circles, logHeading, config, plugins } = this.proposal;
    const facts: readonly (readonly [string, string])[] = [
      [words.setUp.spellings, spellings.map(({ name, count }) => words.setUp.spelling(name, count)).join(", ")],
      [words.setUp.circles, circles.map(({ name, count, known }) => words.setUp.circle(name, count, known)).join(", ")],
      [words.setUp.logHeading, logHeading],
      [
        words.adopt.setUp,
        plugins.length === 0
          ? ""
          : words.adopt.setUpFound(
              plugins.map(({ plugin, count }) => words.adopt.foundIn(words.adopt.plugins[plugin], count)).join(", "),
            ),
      ],
      [words.setUp.dailyNotes, joined([config.dailyNotes.folder, config.dailyNotes.format], "/")],
    ];
    const list = el.createEl("dl", { cls: "reconnect-facts" });
    for (const [name, value] of facts) {
      if (value === "") continue;
      list.createEl("dt", { text: name });
      list.createEl("dd", { text: value });
    }
  }

  private confirm(): void {
    const hasCandidates = this.proposal.candidates.length > 0;
    this.close();
    this.onConfirm((base) => {
      const chosen = settingsFrom(this.proposal, [...this.kept], base);
      return {
        ...chosen,
        people: hasCandidates ? chosen.people : { ...chosen.people, folders: [this.folder] },
        newPersonFolder: hasCandidates ? chosen.newPersonFolder : this.folder,
        confirmed: true,
      };
    });
  }
}

function candidateName({ rule }: Candidate): string {
  switch (rule.kind) {
    case "folder":
      return words.setUp.folder(rule.folder);
    case "tag":
      return words.setUp.tag(rule.tag);
    case "property":
      return words.setUp.property(rule.name, rule.value);
  }
}
