// The least a program can do that looks at every note: node bare-read.mjs FOLDER
import { readFileSync, readdirSync } from "node:fs";

let characters = 0;
const walk = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) walk(path);
    else if (entry.name.endsWith(".md")) characters += readFileSync(path, "utf8").length;
  }
};
walk(process.argv[2]);
process.stdout.write(`${characters}\n`);
