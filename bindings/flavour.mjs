// A flavour is a folder in flavours/. Its package.json pins the modules that the packages are made from. It names the one with the core, the
// C# namespace of what is made, and the versions of packages that are made from a borrowed module (adopt.mjs).

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @returns {{name: string, core: string, namespace: string, borrowed?: Record<string, string>, folder: string, providerModule: (provider: string) => string | undefined}} */
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
