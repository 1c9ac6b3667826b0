import type { App } from "obsidian";
import { mergePeople, previewMerge } from "../../core/actions/merge.action";
import type { Person } from "../../core/index/person";
import { noteName } from "../../core/people/people-rules";
import type { MergePlan } from "../../core/transfer/merge/merge-people";
import { words } from "../../core/words/words";
import type { PluginHost } from "../plugin-host";
import { PickTextModal } from "./pick-text-modal";
import { PlainModal } from "./plain-modal";
import { drawFormButtons } from "./form-buttons";

/** Asks which note is the duplicate of a person, or a copy that a sync left, and shows what a merge would do. */
export function openMerge(host: PluginHost, person: Person): void {
  const show = async (from: string): Promise<void> => {
    const { runner, plugin } = host;
    const into = person.path;
    if (!(await runner.context().store.exists(from))) return;
    const preview = await previewMerge(runner.context(), from, into);
    const names = { from: noteName(from), into: noteName(into) };
    const merge = (): void =>
      void runner.perform(
        () => words.merge.done(names.into),
        (context) => mergePeople(context, from, into),
      );
    new MergeModal(plugin.app, names, preview, merge).open();
  };
  const duplicates = duplicatesOf(host, person);
  new PickTextModal(host.plugin.app, words.merge.pick, duplicates, (from) => void show(from)).open();
}

/** Copies that a sync left first: those are nobody, so the index does not know them. */
function duplicatesOf({ plugin, index }: PluginHost, person: Person): string[] {
  const copies = plugin.app.vault
    .getMarkdownFiles()
    .map(({ path }) => path)
    .filter((path) => /conflicted copy|\.sync-conflict-/i.test(path));
  const own = copies.filter((path) => noteName(path).startsWith(person.name));
  const others = index
    .people()
    .map(({ path }) => path)
    .sort();
  return [...new Set([...own, ...copies, ...others])].filter((path) => path !== person.path);
}

/** Shows what putting one note into another would do, before anything is written. */
class MergeModal extends PlainModal {
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
