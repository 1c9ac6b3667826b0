import type { App } from "obsidian";
import { adoptNotes, adoptRules, previewNotes, readNotesToAdopt, type NotesToAdopt } from "../../../core/actions/adopt";
import type { AdoptPreview } from "../../../core/transfer/adopt/adopt-preview";
import type { OwnProperty } from "../../../core/transfer/adopt/moves-of-vault";
import type { PropertyId } from "../../../core/people/property-names";
import type { Context } from "../../../core/ports";
import { words } from "../../../core/words/words";
import type { ActionRunner } from "../../adapter/action-runner";
import { drawProgress, type Progress } from "../draw-progress";
import { timeSlices } from "../../adapter/time-slices";
import { drawAdopt } from "./draw-adopt";
import { PlainModal } from "../plain-modal";

/**
 * Leads through adopting a vault: looks at all person notes, shows what each thing would become, writes what is ticked.
 */
export class AdoptModal extends PlainModal {
  private notes: NotesToAdopt | null = null;
  private readonly taken = new Set<string>();
  private readonly removed = new Set<string>();
  private readonly spellings: Partial<Record<PropertyId, string>> = {};
  private readonly own: OwnProperty[] = [];
  private isStopped = false;

  constructor(
    app: App,
    private readonly runner: ActionRunner,
  ) {
    super(app);
  }

  override onOpen(): void {
    this.contentEl.addClass("reconnect-import", "reconnect-adopt");
    this.setTitle(words.adopt.title);
    void this.look();
  }

  override onClose(): void {
    // What is being looked at is let go; what was written so far is kept as one action.
    this.isStopped = true;
    super.onClose();
  }

  private async look(): Promise<void> {
    const progress = this.drawProgress(words.adopt.looking(0, 0));
    this.notes = await readNotesToAdopt(
      this.runner.context(),
      this.slowly((done, total) => {
        progress.say(words.adopt.looking(done, total), done / Math.max(1, total));
      }),
    );
    if (this.notes) await this.show();
    else this.close();
  }

  /** Shows the preview for the spellings that are chosen now. */
  private async show(): Promise<void> {
    const { notes } = this;
    if (!notes || this.isStopped) return;
    const context = this.runner.context();
    const preview = await previewNotes(
      context,
      notes,
      adoptRules(context, this.spellings, this.notes?.tiers),
      this.own,
      this.slowly(() => undefined),
    );
    if (!preview) return;
    drawAdopt(
      this.contentEl,
      preview,
      {
        taken: this.taken,
        removed: this.removed,
        spellings: this.spellings,
        names: context.settings.propertyNames,
        problems: notes.problems,
      },
      {
        onSpelling: (property, spelling) => {
          this.spellings[property] = spelling;
          void this.show();
        },
        onOwn: (key, property) => {
          this.own.push({ key, property });
          void this.show();
        },
        onCancel: () => {
          this.close();
        },
        onSave: () => void this.write(preview, context),
      },
    );
  }

  private async write(preview: AdoptPreview, context: Context): Promise<void> {
    const rows = preview.rows.filter(({ move }) => this.taken.has(move.id));
    const paths = [...new Set(rows.flatMap((row) => row.paths))];
    const taken = rows.map(({ move }) => ({ move, remove: move.canRemove && this.removed.has(move.id) }));
    const progress = this.drawProgress(words.adopt.writing(0, paths.length));
    const told = this.slowly((done, total) => {
      progress.say(words.adopt.writing(done, total), done / Math.max(1, total));
    });
    const changed = await this.runner.during(
      adoptNotes(context, paths, taken, adoptRules(context, this.spellings, this.notes?.tiers), told),
    );
    this.close();
    this.runner.showMany(words.adopt.done, changed);
  }

  private drawProgress(text: string): Progress {
    this.isStopped = false;
    return drawProgress(this.contentEl, words.adopt.title, text, words.adopt.stop, () => {
      this.isStopped = true;
    });
  }

  /** Tells how far it is, lets others work, and says whether to go on. */
  private slowly(say: (done: number, total: number) => void): (done: number, total: number) => Promise<boolean> {
    const slices = timeSlices();
    return async (done, total) => {
      say(done, total);
      await slices.yieldToUi();
      return !this.isStopped;
    };
  }
}
