/** Bundles a script as the terminal face is built, into a folder of its own; gives its path. */
export { bundle as bundleForNode } from "../bench/bundle.mjs";
