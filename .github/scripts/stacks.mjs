// Plans or applies every synthesized stack with Terraform, in the order of their dependencies.
//
//   node .github/scripts/stacks.mjs plan FOLDER    writes FOLDER/<stack>.tfplan and FOLDER/plan.md
//   node .github/scripts/stacks.mjs apply FOLDER   applies exactly the plans that lie there
//
// plan.md begins with what is down while they are applied. The program that tells is run with 'dotnet run', or as S2SVPN says.
// plan exits 0 when nothing would change, 2 when something would, 1 on an error.

import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const output = process.env.CDKTF_OUTDIR || "cdktf.out";
// A comment on GitHub holds 65,536 characters.
const longest = 50_000;
const longestForecast = 10_000;
const mostOutput = 1 << 28;

const [action, folder] = process.argv.slice(2);
if (!["plan", "apply"].includes(action) || !folder) {
  console.error("usage: node .github/scripts/stacks.mjs plan|apply FOLDER");
  process.exit(1);
}
const plans = resolve(folder);
process.exitCode = action === "plan" ? plan() : apply();

function plan() {
  mkdirSync(plans, { recursive: true });
  const results = [];
  for (const stack of stacks()) {
    if (terraform(stack, ["init", "-input=false"]).status !== 0) return 1;
    const { status } = terraform(stack, ["plan", "-input=false", "-detailed-exitcode", "-lock-timeout=5m", `-out=${file(stack, "tfplan")}`]);
    if (status !== 0 && status !== 2) return 1;
    // The providers that made the plan have to be those that apply it.
    const lock = join(stack.folder, ".terraform.lock.hcl");
    if (existsSync(lock)) copyFileSync(lock, file(stack, "lock.hcl"));
    const shown = terraform(stack, ["show", "-no-color", file(stack, "tfplan")], "pipe");
    if (shown.status !== 0) return 1;
    results.push({ name: stack.name, changes: status === 2, text: shown.stdout.trim() });
  }
  const changes = results.some((result) => result.changes);
  writeFileSync(join(plans, "plan.md"), report(results, changes ? forecast() : ""));
  return changes ? 2 : 0;
}

/** What is down meanwhile; nothing where that can't be told. */
function forecast() {
  const files = stacks().map((stack) => ({ stack, json: file(stack, "plan.json") }));
  try {
    for (const { stack, json } of files) {
      const shown = terraform(stack, ["show", "-json", file(stack, "tfplan")], "pipe");
      if (shown.status !== 0) return "";
      // It holds what the state holds, keys too, and lies here only until it was read.
      writeFileSync(json, shown.stdout, { mode: 0o600 });
    }
    const source = resolve(dirname(fileURLToPath(import.meta.url)), "../../src/S2SVpn.App");
    const [program, ...words] = process.env.S2SVPN ? process.env.S2SVPN.split(" ") : ["dotnet", "run", "--project", source, "--"];
    const run = spawnSync(program, [...words, "diff", "--format", "markdown", "--plan", ...files.map(({ json }) => json)], { encoding: "utf8", maxBuffer: mostOutput, stdio: ["ignore", "pipe", "inherit"] });
    if (run.error) console.error(`${program} could not be started: ${run.error.message}. The report goes without a forecast.`);
    if (run.status !== 0) return "";
    return run.stdout.length > longestForecast ? run.stdout.split("<details>")[0] : run.stdout;
  } catch (error) {
    console.error(`${error.message}. The report goes without a forecast.`);
    return "";
  } finally {
    for (const { json } of files) rmSync(json, { force: true });
  }
}

function apply() {
  const all = stacks();
  const missing = all.find((stack) => !existsSync(file(stack, "tfplan")));
  if (missing) {
    console.error(`There is no plan of the stack ${missing.name} in ${plans}: plan first. Nothing was applied.`);
    return 1;
  }
  for (const stack of all) {
    if (existsSync(file(stack, "lock.hcl"))) copyFileSync(file(stack, "lock.hcl"), join(stack.folder, ".terraform.lock.hcl"));
    if (terraform(stack, ["init", "-input=false"]).status !== 0) return 1;
    if (terraform(stack, ["apply", "-input=false", "-lock-timeout=5m", file(stack, "tfplan")]).status !== 0) return 1;
  }
  return 0;
}

/** The stacks of the last synth, each after those it needs. */
function stacks() {
  const open = Object.values(JSON.parse(readFileSync(join(output, "manifest.json"), "utf8")).stacks);
  const ordered = [];
  while (open.length > 0) {
    const next = open.findIndex(({ dependencies }) => dependencies.every((name) => ordered.some((stack) => stack.name === name)));
    if (next < 0) throw new Error(`The stacks ${open.map(({ name }) => name).join(", ")} need each other.`);
    const [stack] = open.splice(next, 1);
    ordered.push({ name: stack.name, folder: join(output, stack.workingDirectory) });
  }
  return ordered;
}

function file(stack, ending) {
  return join(plans, `${stack.name}.${ending}`);
}

function terraform(stack, args, stdout = "inherit") {
  const env = { ...process.env, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" };
  const run = spawnSync("terraform", [`-chdir=${stack.folder}`, ...args], { env, encoding: "utf8", maxBuffer: mostOutput, stdio: ["ignore", stdout, "inherit"] });
  if (run.error) console.error(`terraform could not be started: ${run.error.message}. Install Terraform 1.5 or later.`);
  return run;
}

function report(results, head) {
  const parts = results.map(({ name, changes, text }) => {
    const cut = text.length > longest / results.length ? `${text.slice(0, longest / results.length)}\n… the rest is in the log of the run` : text;
    return changes
      ? `### ${name}: changes\n\n<details><summary>plan</summary>\n\n\`\`\`\n${cut}\n\`\`\`\n\n</details>\n`
      : `### ${name}: no changes\n`;
  });
  return `## Terraform plan\n\n${head ? `${head.trim()}\n\n` : ""}${parts.join("\n")}`;
}
