// node --import counting.mjs PROGRAM …: says on standard error, as its last line, how often the program asked the disk
// and which libraries it evaluated.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const counts = { stats: 0, reads: 0, folders: 0 };
for (const [name, count, of] of [
  ["statSync", "stats", /\.md$/],
  ["readFileSync", "reads", /\.md$/],
  ["openSync", "reads", /\.md$/],
  ["readdirSync", "folders", /./],
]) {
  const real = fs[name];
  fs[name] = (path, ...more) => {
    if (of.test(String(path))) counts[count]++;
    return real(path, ...more);
  };
}
syncBuiltinESMExports();
process.on("exit", () => fs.writeSync(2, `\n${JSON.stringify({ ...counts, libraries: globalThis.evaluated ?? [] })}`));
