import { Setting, type App } from "obsidian";
import { importPeople, planFileSlowly, type ImportChoices } from "../../../core/actions/import";
import {
  columnLabel,
  COLUMN_KINDS,
  namesSomebody,
  type ColumnMapping,
} from "../../../core/transfer/import/csv-columns";
import type { ImportPlan } from "../../../core/transfer/import/plan-import";
import { readPeopleFile, type PeopleFile } from "../../../core/transfer/import/read-people-file";
import { chosen, type Selection } from "../../../core/transfer/import/review";
import { words } from "../../../core/words/words";
import type { ActionRunner } from "../../adapter/action-runner";
import { drawProgress, type Progress } from "../draw-progress";
import { labelled } from "../labelled";
import { timeSlices } from "../../adapter/time-slices";
import { drawReview } from "./draw-review";
import { PlainModal } from "../plain-modal";
import { drawFormButtons } from "../form-buttons";

const MOST_MEGABYTES = 300;

/** Leads from a file to people: choose it, say what its columns are where that is unclear, tick, write. */
export class ImportModal extends PlainModal {
  private bytes: Uint8Array = new Uint8Array();
  private fileName = "";
  private read: PeopleFile | null = null;
  private plan: ImportPlan | null = null;
  private isStopped = false;
  private rows = new Set<string>();
  private readonly overwrite = new Set<string>();
  private readonly who = new Map<string, string>();

  constructor(
    app: App,
    private readonly runner: ActionRunner,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.contentEl.addClass("reconnect-import");
    this.setTitle(words.import.title);
    this.drawPicker("");
  }

  override onClose(): void {
    // What is being read is let go; what was written so far is kept as one action.
    this.isStopped = true;
    super.onClose();
  }

  private drawPicker(refusal: string): void {
    const { contentEl } = this;
    contentEl.empty();
    contentEl.createEl("p", { text: words.import.intro });
    if (refusal !== "")
      contentEl.createEl("p", { cls: "reconnect-import-refusal", text: refusal, attr: { role: "alert" } });
    const zone = contentEl.createDiv({ cls: "reconnect-drop" });
    const input = zone.createEl("input", {
      cls: "reconnect-file",
      type: "file",
      attr: {
        accept: ".vcf,.vcard,.csv,.tsv,.txt,.ics,text/vcard,text/csv,text/calendar",
        "aria-label": words.import.pick,
        tabindex: "-1",
      },
    });
    const button = zone.createEl("button", { cls: "mod-cta", text: words.import.pick });
    zone.createDiv({ cls: "reconnect-drop-hint", text: words.import.drop });
    button.addEventListener("click", () => {
      input.click();
    });
    input.addEventListener("change", () => void this.take(input.files?.[0]));
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.addClass("is-over");
    });
    zone.addEventListener("dragleave", () => {
      zone.removeClass("is-over");
    });
    zone.addEventListener("drop", (event) => {
      event.preventDefault();
      void this.take(event.dataTransfer?.files[0]);
    });
    button.focus();
  }

  private async take(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > MOST_MEGABYTES * 1024 * 1024) {
      this.drawPicker(words.import.failed(words.import.tooLarge(MOST_MEGABYTES)));
      return;
    }
    try {
      this.bytes = new Uint8Array(await file.arrayBuffer());
    } catch (error) {
      this.drawPicker(words.import.failed(error instanceof Error ? error.message : String(error)));
      return;
    }
    this.fileName = file.name;
    await this.readFile();
  }

  private async readFile(mapping?: ColumnMapping): Promise<void> {
    const progress = this.drawProgress(words.import.reading(0), null);
    this.isStopped = false;
    const slices = timeSlices();
    const context = this.runner.context();
    const read = await readPeopleFile(this.bytes, {
      file: this.fileName,
      today: context.today,
      ...(mapping ? { mapping } : {}),
      onPause: async (count) => {
        progress.say(words.import.reading(count), null);
        await slices.yieldToUi();
        return !this.isStopped;
      },
    });
    if (read.isStopped) {
      this.drawPicker("");
      return;
    }
    this.read = read;
    if (read.table && !namesSomebody(mapping ?? read.table.mapping)) {
      this.drawColumns(read.table.mapping);
      return;
    }
    const plan = await planFileSlowly(context, read, this.fileName, async (done) => {
      progress.say(words.import.matching(done, read.people.length), done / Math.max(1, read.people.length));
      await slices.yieldToUi();
      return !this.isStopped;
    });
    if (plan === null) {
      this.drawPicker("");
      return;
    }
    this.plan = plan;
    this.rows = new Set();
    this.overwrite.clear();
    this.who.clear();
    this.drawReview();
  }

  private drawColumns(guessed: ColumnMapping): void {
    const table = this.read?.table;
    if (!table) return;
    const mapping = [...guessed];
    const { contentEl } = this;
    contentEl.empty();
    contentEl.createEl("h3", { text: words.import.columnsTitle });
    contentEl.createEl("p", { text: words.import.columnsIntro });
    const options = Object.fromEntries([
      ["", words.import.noColumn],
      ...COLUMN_KINDS.map((kind) => [kind, columnLabel(kind)] as const),
    ]);
    let goOn: HTMLButtonElement | null = null;
    table.headings.slice(0, 60).forEach((heading, at) => {
      const example = table.rows.find((row) => (row[at] ?? "").trim() !== "")?.[at]?.slice(0, 40) ?? "";
      new Setting(contentEl).setName(words.import.column(heading, example)).addDropdown((dropdown) => {
        dropdown
          .addOptions(options)
          .setValue(mapping[at] ?? "")
          .onChange((value) => {
            mapping[at] = COLUMN_KINDS.find((kind) => kind === value) ?? null;
            if (goOn) goOn.disabled = !namesSomebody(mapping);
          });
        labelled(dropdown.selectEl, heading);
      });
    });
    goOn = drawFormButtons(
      contentEl,
      [
        words.import.cancel,
        () => {
          this.close();
        },
      ],
      [words.import.columnsDone, () => void this.readFile(mapping)],
    );
    goOn.disabled = !namesSomebody(mapping);
  }

  private drawReview(): void {
    const { plan } = this;
    if (!plan) return;
    const table = this.read?.table ?? null;
    drawReview(this.contentEl, plan, this.ticks(), {
      onCancel: () => {
        this.close();
      },
      onSave: () => void this.write(plan),
      onColumns: table
        ? () => {
            this.drawColumns(table.mapping);
          }
        : null,
    });
  }

  /** The same sets that the review's controls change. */
  private ticks(): { rows: Set<string>; overwrite: Set<string>; who: Map<string, string> } {
    return { rows: this.rows, overwrite: this.overwrite, who: this.who };
  }

  private async write(plan: ImportPlan): Promise<void> {
    const context = this.runner.context();
    const ticks: Selection = this.ticks();
    const choices: ImportChoices = await chosen(plan, ticks, context.settings, (path) => context.store.exists(path));
    const total = choices.create.length + choices.update.length;
    const progress = this.drawProgress(words.import.writing(0, total), 0);
    this.isStopped = false;
    const slices = timeSlices();
    const changed = await this.runner.during(
      importPeople(context, choices, async (done, all) => {
        progress.say(words.import.writing(done, all), done / all);
        await slices.yieldToUi();
        return !this.isStopped;
      }),
    );
    this.close();
    this.runner.showMany(words.import.done, changed);
  }

  private drawProgress(text: string, share: number | null): Progress {
    const progress = drawProgress(this.contentEl, words.import.title, text, words.import.stop, () => {
      this.isStopped = true;
    });
    progress.say(text, share);
    return progress;
  }
}
