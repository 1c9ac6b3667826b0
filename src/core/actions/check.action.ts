import { words } from "../words/words";
import type { Action } from "./action";
import { listProblems } from "../today/problems";
import { problemLine } from "../lists/plain-text";
import { lineProblems } from "../tasks/line-problems";
import { readPractices } from "./tasks-list";

export const checkAction: Action = {
  id: "check",
  about: "Every Problem in the vault",
  takes: [],
  async run(context) {
    const people = await context.store.readPeople();
    const practices = await readPractices(context);
    const isPerson = people.some(({ path }) => path === practices?.path);
    const ofPractices = practices && !isPerson ? lineProblems(practices.path, practices.tasks) : [];
    const problems = listProblems([...people, { problems: ofPractices }]);
    const text = problems.length === 0 ? words.done.noProblems(people.length) : problems.map(problemLine).join("\n");
    return { data: { people: people.length, problems }, text, refused: [], failed: problems.length > 0 };
  },
};
