import type { App } from "obsidian";
import type { MergePlan } from "../../core/transfer/merge/merge-people";
import { words } from "../../core/words/words";
import { PlainModal } from "./plain-modal";
import { drawFormButtons } from "./form-buttons";

/** Shows what putting one note into another would do, before anything is written. */
export class MergeModal extends PlainModal {
  constructor(
    app: App,
    private readonly names: { readonly from: string; readonly into: string },
    private readonly preview: MergePlan,
    private readonly onMerge: () => void,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { contentEl, preview } = this;
    this.setTitle(words.merge.title(this.names.from, this.names.into));
    contentEl.createEl("p", { text: preview.plan.ok ? words.merge.about : preview.plan.problem.message });
    const list = contentEl.createEl("ul");
    for (const line of previewLines(preview)) list.createEl("li", { text: line });
    const merge = (): void => {
      this.close();
      this.onMerge();
    };
    drawFormButtons(
      contentEl,
      [
        words.merge.cancel,
        () => {
          this.close();
        },
      ],
      [words.merge.save, merge],
    ).disabled = !preview.plan.ok;
  }
}

function previewLines({ plan, touches, properties, conflicts, hasBody }: MergePlan): string[] {
  if (!plan.ok) return [];
  const lines = [
    ...(touches > 0 ? [words.merge.touches(touches)] : []),
    ...(properties.length > 0 ? [words.merge.properties(properties.join(", "))] : []),
    ...conflicts.map(({ property, here, there }) => words.merge.conflict(property, here, there)),
    ...(hasBody ? [words.merge.body] : []),
  ];
  return lines.length > 0 ? lines : [words.merge.nothing];
}
