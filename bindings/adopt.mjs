// A provider whose module of the flavour isn't in every npm registry is made from the other flavour's: the two differ in the names of the
// core, of the scope and of the C# namespace. The package gets the version of the one that the flavour's own makers published.

import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the names in a module become: none of it for a module that is the flavour's own. */
export function adoption(module, flavour, modules) {
  const { name, version: own, jsii, peerDependencies } = JSON.parse(readFileSync(join(module, "package.json"), "utf8"));
  const scope = name.split("/")[0];
  const core = scope.slice(1);
  if (core === flavour.core) return (text) => text;
  const namespace = jsii.targets.dotnet.namespace.replace(/\.Providers\..*/, "");
  const published = flavour.borrowed?.[name.split("/provider-")[1]] ?? own;
  const version = (wanted) => JSON.parse(readFileSync(join(modules, wanted, "package.json"), "utf8")).version;
  return (text) => text
    .replaceAll(`"${core}": "${peerDependencies[core]}"`, `"${flavour.core}": "^${version(flavour.core)}"`)
    .replaceAll(`"constructs": "${peerDependencies.constructs}"`, `"constructs": "^${version("constructs")}"`)
    .replaceAll(`"${own}"`, `"${published}"`)
    .replaceAll(namespace, flavour.namespace)
    .replace(new RegExp(`(?<![\\w-])${core}(?=[."'/]| = )`, "g"), flavour.core);
}
