import fc from "fast-check";

/** Generated cases are the same in every run, so that a failure is about the code; RECONNECT_SEED=n tries others. */
fc.configureGlobal({ seed: Number(process.env["RECONNECT_SEED"] ?? 20261121) });
