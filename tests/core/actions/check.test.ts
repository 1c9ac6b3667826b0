import { expect, it } from "vitest";
import { checkAction } from "../../../src/core/actions/check.action";
import { DEFAULT_SETTINGS } from "../../../src/core/people/settings/settings";
import { PATH, vault } from "../../support/memory-vault";
import { Arguments } from "../../../src/core/actions/arguments";

it("names the rules that cannot be kept, in a person's note and in the practices note", async () => {
  const { context } = vault(
    {
      [PATH]: "---\nplace: London\n---\n- [ ] Bake, every 3 months\n",
      "Practices.md": "- [ ] Take stock, every Sunday\n- [ ] Tidy 🔁 every blue moon\n- [x] Rest 🔁 every blue moon\n",
    },
    { tasks: { ...DEFAULT_SETTINGS.tasks, practicesNote: "Practices.md" } },
  );
  const { text } = await checkAction.run(context, new Arguments(checkAction.takes, new Map(), context.today));
  expect(text.split("\n")).toEqual([
    expect.stringMatching(/^People\/Ada\.md:4: When does "every 3 months" start\?/),
    expect.stringMatching(/^Practices\.md:2: "every blue moon" cannot be read/),
  ]);
});
