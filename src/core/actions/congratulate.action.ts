import { words } from "../words/words";
import type { Action } from "./action";
import { PERSON } from "./answers";
import { occasionRow } from "../lists/panel-row";
import { congratulation, openMilestone } from "./congratulate";
import { logWord, WORD_PARAMETERS, wordForm } from "./word";

export const congratulateAction: Action = {
  id: "congratulate",
  about: "Log that you congratulated, on the milestone that is open where one is",
  takes: [PERSON, ...WORD_PARAMETERS],
  commands: [
    {
      id: "congratulate",
      label: "Congratulate person",
      on: "person",
      offersFirst: (context, person) => {
        const open = openMilestone(person, context);
        return open && occasionRow(open).detail;
      },
      does: (context, person) =>
        wordForm(context, person, congratulation(person, context), {
          title: words.thanks.form.congratulate(person.name),
          said: (names) => `${names}: congratulated.`,
        }),
    },
  ],
  run: (context, args) => logWord(context, args, (person) => congratulation(person, context)),
};
