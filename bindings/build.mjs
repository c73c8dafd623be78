// Makes the slim C# packages: npm modules -> trimmed modules -> C# code -> NuGet packages, and the schema beside them.
// Called by PrepareBindings (bindings.targets), which holds a lock meanwhile:
//   node build.mjs --flavour=flavours/cdktf --suffix=-slim.h1234 --out=packages/h1234 --work=.work/h1234
// All work is done in --work; --out appears at the very end, whole, by one rename.

import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { adoption } from "./adopt.mjs";
import { readFlavour } from "./flavour.mjs";
import { readManifest } from "./manifest.mjs";
import { Problem, explain } from "./problem.mjs";
import { makeQuick } from "./quick.mjs";
import { readSchema } from "./schema.mjs";
import { trimProvider } from "./trim.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({ options: { flavour: { type: "string", default: join(here, "flavours", "cdktf") }, suffix: { type: "string" }, out: { type: "string" }, work: { type: "string" } } });
const [out, work] = [resolve(options.out), resolve(options.work)];
const flavour = readFlavour(resolve(options.flavour));

try {
  await main();
} catch (error) {
  // The caller shows what stands behind "problem: " as the one error of the build.
  console.error(`problem: ${error instanceof Problem ? error.message : explain(`${error.message}\n${error.output}`, work) ?? unexplained(error)}`);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function main() {
  const manifest = readManifest(join(here, "manifest.txt"));
  // The caller holds the lock, so whatever lies here was left by a build that was stopped.
  for (const left of existsSync(dirname(work)) ? readdirSync(dirname(work), { withFileTypes: true }) : []) {
    if (left.isDirectory()) rmSync(join(dirname(work), left.name), { recursive: true, force: true });
  }
  mkdirSync(work, { recursive: true });

  step(1, "getting the npm modules");
  for (const file of ["package.json", "package-lock.json"]) cpSync(join(flavour.folder, file), join(work, file));
  await run("npm", ["ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"]);

  step(2, "keeping the resources of bindings/manifest.txt");
  const modules = join(work, "node_modules");
  const projects = [join(modules, "constructs"), join(modules, flavour.core)];
  const feed = join(work, "feed");
  const schemas = {};
  for (const [provider, entries] of manifest) {
    const name = flavour.providerModule(provider);
    if (!name) throw new Problem(`${entries[0].at}: ${join(flavour.folder, "package.json")} names no module @${flavour.core}/provider-${provider}. Add it there, pinned, and run 'npm install --package-lock-only' in that folder.`);
    const module = join(modules, name);
    const trimmed = join(work, "trimmed", `provider-${provider}`);
    const folders = trimProvider(module, trimmed, entries, adoption(module, flavour, modules));
    schemas[`registry.terraform.io/hashicorp/${provider}`] = readSchema(module, folders);
    projects.push(trimmed);
  }
  mkdirSync(feed);
  writeFileSync(join(feed, "schema.json"), JSON.stringify({ format_version: "1.0", provider_schemas: schemas }));

  step(3, "writing the C# code");
  const code = join(work, "code");
  await run(process.execPath, [join(modules, "jsii-pacmak", "bin", "jsii-pacmak"), "--targets=dotnet", "--code-only", `--outdir=${code}`, ...projects]);

  step(4, "compiling the packages");
  const names = readdirSync(join(code, "dotnet"));
  for (const name of names) targetInstalledFramework(join(code, "dotnet", name, `${name}.csproj`));
  for (const name of names) makeQuick(join(code, "dotnet", name), join(here, "QuickCalls.cs"));
  writeFileSync(join(code, "all.slnx"), `<Solution>${names.map((name) => `<Project Path="dotnet/${name}/${name}.csproj" />`).join("")}</Solution>`);
  // The repository's own build settings are not for these projects.
  for (const name of ["Build.props", "Packages.props", "Solution.props", "Solution.targets"]) {
    writeFileSync(join(code, `Directory.${name}`), "<Project />");
  }
  writeFileSync(join(code, "Directory.Build.targets"), withSuffix(options.suffix));
  await run(process.env.DOTNET_HOST_PATH ?? "dotnet", [
    "build", join(code, "all.slnx"), "-nologo", "-v:quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false",
    "-p:Configuration=Release", "-p:DebugType=none", "-p:IncludeSymbols=false",
    "-p:IncludeSource=false", `-p:PackageOutputPath=${feed}`,
  ]);

  mkdirSync(dirname(out), { recursive: true });
  if (!existsSync(out)) renameSync(feed, out);
}

// Something nobody foresaw: the first line that names an error, and where the rest can be read.
function unexplained(error) {
  const log = join(dirname(work), "failed.log");
  writeFileSync(log, `${error.stack}\n${error.output ?? ""}`);
  const first = error.output?.split("\n").find((line) => /error/i.test(line))?.trim();
  return `${error.message}${first ? `: ${first}` : ""}. All that it wrote is in ${log}.`;
}

function step(number, what) {
  console.log(`${number}/4 ${what}`);
}

// The generated projects ask for net6.0, whose reference pack would have to be fetched; the SDK that is here has its own.
function targetInstalledFramework(project) {
  writeFileSync(project, readFileSync(project, "utf8").replace(/(?<=<TargetFramework>)[^<]*/, "net10.0"));
}

// The suffix keeps these packages apart from the official ones of the same id, in NuGet's cache too.
function withSuffix(suffix) {
  return `<Project>
  <PropertyGroup>
    <PackageVersion>$(PackageVersion)${suffix}</PackageVersion>
    <NoWarn>$(NoWarn);CS1591;CS1573;CS1572;CS1587;CS0618;CS0612;CS0628;CS0672;CS8981;NU5039;NU5118;NU5128;NU5104</NoWarn>
  </PropertyGroup>
</Project>
`;
}

// Runs a program in the work folder, and throws with what it wrote when it fails.
function run(program, args) {
  // npm is a .cmd file on Windows, which only a shell starts.
  const shell = program === "npm" && process.platform === "win32";
  const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: "20,22", DOTNET_CLI_TELEMETRY_OPTOUT: "1" };
  // A build inside a build must not take over the outer one's settings.
  for (const name of Object.keys(env)) if (/^(MSBUILD|DOTNET_HOST_PATH$)/i.test(name)) delete env[name];
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd: work, env, shell, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output = (output + data).slice(-20_000)));
    child.on("error", (error) => failed(error.code === "ENOENT" ? new Problem(`'${program}' was not found. Install it and run the command again.`) : error));
    child.on("close", (code) => (code === 0 ? done() : failed(Object.assign(new Error(`${program} ${args[0]} failed (exit code ${code})`), { output }))));
  });
}
