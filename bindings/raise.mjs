#!/usr/bin/env node
// node bindings/raise.mjs FLAVOUR [--sources=FOLDER] [--no-test]
// Raises a flavour's pins to the newest versions that the npm registry has and that go together, makes the packages of them, shows what is other in the
// schemas of the kept resources, and builds and tests everything with them. Nothing is committed.
// --sources names a folder with clones of the providers' repositories (terraform-provider-aws, …): then it also shows which arguments are
// deprecated now, and which replace their resource now.

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readManifest } from "./manifest.mjs";
import { readMarks } from "./provider-source.mjs";
import { markChanges, schemaChanges } from "./schema-changes.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const { values: options, positionals: [flavour] } = parseArgs({ allowPositionals: true, options: { sources: { type: "string" }, "no-test": { type: "boolean" } } });
if (!existsSync(join(here, "flavours", `${flavour}`, "package.json"))) {
  console.error("Usage: node bindings/raise.mjs FLAVOUR [--sources=FOLDER] [--no-test], where FLAVOUR is a folder in bindings/flavours.");
  process.exit(2);
}

const folder = join(here, "flavours", flavour);
const before = { pins: pins(), schema: makeSchema() };
raise();
const after = { pins: pins(), schema: makeSchema() };
for (const [name, version] of Object.entries(after.pins)) {
  const old = before.pins[name];
  console.log(`${name} ${old === version ? version : `${old} -> ${version}`}${provider(name, version, " = hashicorp/")}`);
}
show("What is other in the schemas", schemaChanges(before.schema, after.schema));
if (options.sources) show("What the providers' sources say", sourceChanges());
if (!options["no-test"]) {
  for (const step of ["build", "test"]) run("dotnet", [step, "-nologo", `-p:Cdk=${flavour}`, ...(step === "test" ? ["--no-build"] : ["-v:quiet"])]);
}

function pins() {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")).dependencies;
}

// The core decides which constructs go with it; a provider that asks for an older core is told to take this one.
function raise() {
  const file = join(folder, "package.json");
  const json = JSON.parse(readFileSync(file, "utf8"));
  const { core } = json.flavour;
  for (const name of Object.keys(json.dependencies)) json.dependencies[name] = npm("view", name, "version");
  json.dependencies.constructs = newest("constructs", npm("view", `${core}@${json.dependencies[core]}`, "peerDependencies").constructs);
  json.overrides = Object.fromEntries(Object.entries(json.overrides ?? {}).filter(([name]) => !name.startsWith(`@${core}/`)));
  for (const name of Object.keys(json.dependencies).filter((name) => name.startsWith(`@${core}/`))) {
    const wanted = npm("view", `${name}@${json.dependencies[name]}`, "peerDependencies")[core];
    if (!newest(core, wanted, json.dependencies[core])) json.overrides[name] = { [core]: `$${core}` };
  }
  for (const [name, override] of Object.entries(json.overrides)) {
    for (const peer of Object.keys(override)) if (override[peer].startsWith("npm:")) json.overrides[name][peer] = `npm:${core}@${json.dependencies[core]}`;
  }
  if (Object.keys(json.overrides).length === 0) delete json.overrides;
  writeFileSync(file, `${JSON.stringify(json, null, 2)}\n`);
  run("npm", ["install", "--package-lock-only", "--no-audit", "--no-fund", "--loglevel=error"], folder);
  const cli = join(folder, "cli", "package.json");
  if (!existsSync(cli)) return;
  writeFileSync(cli, readFileSync(cli, "utf8").replace(/("[\w-]+-cli": ")[^"]*/, `$1${json.dependencies[core]}`));
  run("npm", ["install", "--package-lock-only", "--no-audit", "--no-fund", "--loglevel=error"], dirname(cli));
}

// The newest version in a range, or whether one version is in it.
function newest(name, range, version) {
  const found = [npm("view", `${name}@${range}`, "version") ?? []].flat();
  return version ? found.includes(version) : found.at(-1);
}

function makeSchema() {
  run("dotnet", ["msbuild", join(root, "src", "S2SVpn.Rehearsal"), "-t:PrepareBindings", "-nologo", `-p:Cdk=${flavour}`]);
  const packages = execFileSync("dotnet", ["msbuild", join(root, "src", "S2SVpn.Rehearsal"), `-p:Cdk=${flavour}`, "-getProperty:BindingsPackages"], { encoding: "utf8" }).trim();
  return JSON.parse(readFileSync(join(packages, "schema.json"), "utf8"));
}

function sourceChanges() {
  const changes = [];
  for (const [name, entries] of readManifest(join(here, "manifest.txt"))) {
    const module = Object.keys(after.pins).find((each) => each.endsWith(`/provider-${name}`));
    if (before.pins[module] === after.pins[module]) continue;
    const clone = join(options.sources, `terraform-provider-${name}`);
    if (!existsSync(clone)) {
      console.log(`\n${clone} is not there: nothing is told of what ${name} deprecates and replaces.`);
      continue;
    }
    const [from, to] = [before, after].map(({ pins }) => `v${provider(module, pins[module]).split(" ").at(-1)}`);
    changes.push(...entries.flatMap((entry) => markChanges(readMarks(clone, from, entry), readMarks(clone, to, entry))));
  }
  return changes;
}

// " = hashicorp/aws 6.66.0": what a provider's module is made from.
function provider(name, version, before = "") {
  if (!name.includes("/provider-")) return "";
  const made = npm("view", `${name}@${version}`, name.slice(1).split("/")[0])?.provider;
  return made ? `${before}${made.name.split("/").at(-1)} ${made.version}` : "";
}

function show(title, changes) {
  console.log(`\n${title}: ${changes.length === 0 ? "nothing" : ""}`);
  for (const { at, what } of changes) console.log(`  ${at}: ${what}`);
}

// What npm says of a module; nothing where the registry has no such version.
function npm(...args) {
  const { stdout, status } = spawnSync("npm", [...args, "--json", "--loglevel=error"], { encoding: "utf8", shell: process.platform === "win32", maxBuffer: 1 << 28 });
  const told = stdout?.trim() ? JSON.parse(stdout) : undefined;
  if (status === 0) return told;
  if (told?.error?.code === "E404") return undefined;
  console.error(`npm ${args.join(" ")} failed: ${told?.error?.summary ?? "npm was not found, or wrote nothing."}`);
  process.exit(1);
}

function run(program, args, cwd = root) {
  const { status } = spawnSync(program, args, { cwd, stdio: "inherit", shell: program === "npm" && process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}
