import type * as O from "obsidian";
import { AbstractInputSuggest } from "./popover-suggest.ts";
import type { Setting } from "./setting.ts";
import type { SettingTab } from "./setting-tab.ts";
import { TFile, TFolder, type TAbstractFile } from "./files.ts";

/** Binds one declared control to the tab's value: shows it, checks it, saves it. */
export function addControl(
  tab: SettingTab,
  setting: Setting,
  control: O.SettingControl,
  afterChange: () => void,
): void {
  const value = tab.getControlValue(control.key) ?? control.defaultValue;
  const save = async (next: unknown): Promise<void> => {
    const problem = await check(control, next);
    setting.setErrorMessage(problem);
    if (problem !== null) return;
    await tab.setControlValue(control.key, next);
    afterChange();
  };
  draw(tab, setting, control, value, (next) => void save(next));
  // Whether the app names its declared controls is not known; without it every tab fails an axe run.
  for (const el of setting.controlEl.findAll("input, select, textarea"))
    el.setAttribute("aria-label", setting.nameEl.getText());
  // Braces matter: a Setting has a `then`, and a promise resolved with one never ends.
  if (value !== undefined) {
    void check(control, value).then((problem) => {
      setting.setErrorMessage(problem);
    });
  }
}

async function check(control: O.SettingControl, value: unknown): Promise<string | null> {
  const validate = control.validate as ((value: unknown) => string | void | Promise<string | void>) | undefined;
  const message = await validate?.(value);
  return typeof message === "string" && message !== "" ? message : null;
}

function draw(
  tab: SettingTab,
  setting: Setting,
  control: O.SettingControl,
  value: unknown,
  save: (next: unknown) => void,
): void {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  switch (control.type) {
    case "toggle":
      setting.addToggle((toggle) => toggle.setValue(value === true).onChange(save));
      return;
    case "dropdown":
      setting.addDropdown((dropdown) => dropdown.addOptions(control.options).setValue(text).onChange(save));
      return;
    case "textarea":
      setting.addTextArea((area) => {
        area
          .setPlaceholder(control.placeholder ?? "")
          .setValue(text)
          .onChange(save);
        if (control.rows !== undefined) area.inputEl.rows = control.rows;
      });
      return;
    case "slider":
      setting.addSlider((slider) => {
        slider
          .setLimits(control.min, control.max, control.step)
          .setValue(Number(value ?? control.min))
          .onChange(save);
        if (control.displayFormat !== undefined) slider.setDisplayFormat(control.displayFormat);
      });
      return;
    case "color":
      setting.addColorPicker((color) => color.setValue(text).onChange(save));
      return;
    case "number":
      setting.addText((field) => {
        field.inputEl.type = "number";
        for (const name of ["min", "max", "step"] as const)
          if (control[name] !== undefined) field.inputEl[name] = String(control[name]);
        field.setPlaceholder(control.placeholder ?? "").setValue(text);
        field.onChange((next) => {
          if (next.trim() !== "" && Number.isFinite(Number(next))) save(Number(next));
        });
      });
      return;
    case "text":
      setting.addText((field) =>
        field
          .setPlaceholder(control.placeholder ?? "")
          .setValue(text)
          .onChange(save),
      );
      return;
    case "file":
    case "folder":
      setting.addSearch((field) => {
        field
          .setPlaceholder(control.placeholder ?? "")
          .setValue(text)
          .onChange(save);
        new PathSuggest(tab, field.inputEl, control, (path) => {
          field.setValue(path);
          save(path);
        });
      });
  }
}

class PathSuggest extends AbstractInputSuggest<TAbstractFile> {
  constructor(
    tab: SettingTab,
    inputEl: HTMLInputElement,
    private readonly control: O.SettingFileControl | O.SettingFolderControl,
    choose: (path: string) => void,
  ) {
    super(tab.app, inputEl);
    this.onSelect((file) => {
      choose(file.path);
      this.close();
    });
  }

  override getSuggestions(query: string): TAbstractFile[] {
    const { control } = this;
    const wanted = query.toLowerCase();
    return this.app.vault.getAllLoadedFiles().filter((file) => {
      if (!file.path.toLowerCase().includes(wanted)) return false;
      if (control.type === "file")
        return file instanceof TFile && (control.filter?.(file as unknown as O.TFile) ?? true);
      if (!(file instanceof TFolder) || (file.isRoot() && control.includeRoot !== true)) return false;
      return control.filter?.(file as unknown as O.TFolder) ?? true;
    });
  }

  override renderSuggestion(file: TAbstractFile, el: HTMLElement): void {
    el.setText(file.path);
  }
}
