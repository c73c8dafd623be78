// A flavour is a folder in flavours/: its package.json names the modules that the packages are made from, the one with the
// constructs' core first of all, and the C# namespace of what is made.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @returns {{name: string, core: string, namespace: string, folder: string, providerModule: (provider: string) => string | undefined}} */
export function readFlavour(folder) {
  const { flavour, dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const modules = Object.keys(dependencies);
  return {
    ...flavour,
    folder,
    // Its own module before one that it has to borrow.
    providerModule: (provider) => [`@${flavour.core}/provider-${provider}`, ...modules].find((name) => modules.includes(name) && name.endsWith(`/provider-${provider}`)),
  };
}
