// Copies a provider's npm module with only the kept resources, so that the C# package made from it is small and quick.

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.mjs";

/** The folder of a Terraform type below lib/: aws_vpn_connection is vpn-connection, data aws_ami is data-aws-ami. */
export function folderOf({ type, data }) {
  return (data ? `data_${type}` : type.slice(type.indexOf("_") + 1)).replaceAll("_", "-");
}

/**
 * @param {(text: string) => string} adopt what the module's own names become (adopt.mjs)
 * @returns {{folder: string, type?: string, data?: boolean}[]} what was kept, the provider's own settings last
 */
export function trimProvider(from, to, entries, adopt) {
  const folders = entries.map((entry) => ({ ...entry, folder: locate(from, entry) }));
  folders.push({ folder: "provider" });
  const read = (...path) => adopt(readFileSync(join(from, ...path), "utf8"));
  // In newer modules the provider's settings refer to its functions.
  const code = [...folders.map(({ folder }) => folder), "provider-functions"].filter((folder) => existsSync(join(from, "lib", folder)));

  mkdirSync(join(to, "lib"), { recursive: true });
  cpSync(join(from, "LICENSE"), join(to, "LICENSE"));
  writeFileSync(join(to, "package.json"), read("package.json"));
  for (const folder of code) {
    mkdirSync(join(to, "lib", folder));
    writeFileSync(join(to, "lib", folder, "index.js"), adopt(withoutSourceMap(readFileSync(join(from, "lib", folder, "index.js"), "utf8"))));
  }

  const names = exportedNames(read("lib", "lazy-index.js"));
  const kept = code.map((folder) => [folder, names.get(folder)]);
  writeFileSync(join(to, "lib", "index.js"), lazyIndex(kept));
  writeFileSync(join(to, ".jsii"), JSON.stringify(trimAssembly(JSON.parse(read(".jsii")), kept.map(([, name]) => name))));
  return folders;
}

function locate(module, entry) {
  // A type whose name is a word of C# or TypeScript lies in a folder with "-resource" behind it (random_string).
  const folder = [folderOf(entry), `${folderOf(entry)}-resource`].find((name) => existsSync(join(module, "lib", name)));
  if (!folder) throw new Problem(`${entry.at}: the provider has no ${entry.data ? "data source" : "resource"} ${entry.type}. Check the spelling against the Terraform documentation.`);
  return folder;
}

function withoutSourceMap(script) {
  return script.replace(/^\/\/# sourceMappingURL=.*$/m, "");
}

function exportedNames(lazyIndexSource) {
  const names = new Map();
  for (const [, name, folder] of lazyIndexSource.matchAll(/defineProperty\(exports, '(\w+)'.*?require\('\.\/([\w-]+)'\)/g)) names.set(folder, name);
  return names;
}

function lazyIndex(kept) {
  const lines = kept.map(([folder, name]) => `Object.defineProperty(exports, "${name}", { enumerable: true, get: () => require("./${folder}") });`);
  return `"use strict";\nObject.defineProperty(exports, "__esModule", { value: true });\n${lines.join("\n")}\n`;
}

function trimAssembly(assembly, submodules) {
  const prefixes = submodules.map((name) => `${assembly.name}.${name}`);
  const keep = (id) => prefixes.some((prefix) => id === prefix || id.startsWith(`${prefix}.`));
  const types = Object.fromEntries(Object.entries(assembly.types).filter(([id]) => keep(id)));
  Object.values(types).forEach(dropUnusedMembers);
  return {
    ...assembly,
    readme: undefined,
    submodules: Object.fromEntries(Object.entries(assembly.submodules).filter(([id]) => keep(id))),
    types,
    // jsii asks for a fingerprint and does not look into it.
    fingerprint: "trimmed",
  };
}

// put…(), reset…() and …Input serve code that changes a resource after it was made. At run time each costs a look-up for
// every object that is made, and at build time they are half of the C# code.
function dropUnusedMembers(type) {
  const properties = new Set(type.properties?.map((property) => property.name));
  type.properties = type.properties?.filter(({ name }) => !(name.endsWith("Input") && properties.has(name.slice(0, -"Input".length))));
  type.methods = type.methods?.filter(({ name }) => !/^(put|reset)[A-Z]/.test(name));
}
