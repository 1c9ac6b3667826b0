import { noteReason } from "../../../core/actions/stock";
import type { Person } from "../../../core/index/person";
import { words } from "../../../core/words/words";
import type { PluginHost } from "../../plugin-host";
import { reasonField } from "./reason-field";
import { PlainModal } from "../plain-modal";
import { drawFormButtons } from "../form-buttons";

/** What is stopping you, and why apart: shows what the note has of both, and keeps what is changed. */
export class ReasonsModal extends PlainModal {
  private readonly reasons: { stopping: string; drifted: string };

  constructor(
    private readonly host: PluginHost,
    private readonly person: Person,
  ) {
    super(host.plugin.app);
    this.reasons = { stopping: person.stopping ?? "", drifted: person.drifted ?? "" };
  }

  override onOpen(): void {
    const { contentEl: el, reasons } = this;
    el.addClass("reconnect-stock");
    this.setTitle(words.stock.reasonsTitle(this.person.name));
    reasonField(el, "stopping", reasons.stopping, (value) => {
      reasons.stopping = value;
    });
    reasonField(el, "drifted", reasons.drifted, (value) => {
      reasons.drifted = value;
    });
    for (const input of el.findAll("input")) {
      input.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && !event.isComposing) this.save();
      });
    }
    drawFormButtons(
      el,
      [
        words.lineForm.cancel,
        () => {
          this.close();
        },
      ],
      [
        words.lineForm.save,
        () => {
          this.save();
        },
      ],
    );
  }

  private save(): void {
    const { person, reasons } = this;
    this.close();
    void this.host.runner.perform(words.stock.changed.keep, (context) => noteReason(context, person, reasons));
  }
}
