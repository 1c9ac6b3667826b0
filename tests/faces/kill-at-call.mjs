// Loaded before a program (node --import): kills it right before its KILL_AT-th call that changes anything on the disk.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

let left = Number(process.env.KILL_AT);
const MUTATING = [
  "appendFileSync",
  "chmodSync",
  "linkSync",
  "mkdirSync",
  "renameSync",
  "rmSync",
  "symlinkSync",
  "unlinkSync",
  "writeFileSync",
  "writeSync",
];
const real = { ...fs };
for (const name of MUTATING)
  fs[name] = (...given) => {
    if (--left === 0) process.kill(process.pid, "SIGKILL");
    return real[name](...given);
  };
fs.openSync = (path, flags, ...given) => {
  if (flags !== undefined && flags !== "r" && --left === 0) process.kill(process.pid, "SIGKILL");
  return real.openSync(path, flags, ...given);
};
syncBuiltinESMExports();
