// Plans or applies the synthesized stacks with Terraform, in the order of their dependencies.
//
//   node .github/scripts/stacks.mjs plan FOLDER [--since OUT]   writes FOLDER/<stack>.tfplan and FOLDER/plan.md
//   node .github/scripts/stacks.mjs apply FOLDER                applies exactly the plans that lie there
//
// Stacks that don't need each other run side by side. With an earlier 'cdktf.out' after --since, only the stacks that differ from it are
// planned, and those that read them. plan.md begins with what is down while they are applied. The program that tells is run with
// 'dotnet run', or as S2SVPN says. plan exits 0 when nothing would change, 2 when something would, 1 on an error.

import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const output = process.env.CDKTF_OUTDIR || "cdktf.out";
// A comment on GitHub holds 65,536 characters.
const longest = 50_000;
const longestForecast = 10_000;

const [action, folder, option, earlier] = process.argv.slice(2);
if (!["plan", "apply"].includes(action) || !folder || (option && (option !== "--since" || action !== "plan" || !earlier))) {
  console.error("usage: node .github/scripts/stacks.mjs plan|apply FOLDER, plan FOLDER --since OUT");
  process.exit(1);
}
const plans = resolve(folder);
let lastInit = Promise.resolve();
process.exitCode = action === "plan" ? await plan() : await apply();

async function plan() {
  mkdirSync(plans, { recursive: true });
  const all = stacks();
  const touched = earlier ? changed(all) : all;
  writeFileSync(join(plans, "stacks"), touched.map(({ name }) => `${name}\n`).join(""));
  // A plan reads the states as they are now, so no plan waits for another.
  const results = await sideBySide(touched, planOne);
  if (results.length < touched.length) return 1;
  const changes = results.some((result) => result.changes);
  writeFileSync(join(plans, "plan.md"), report(results, changes ? await forecast(touched) : "", all.length - touched.length));
  return changes ? 2 : 0;
}

async function planOne(stack) {
  if ((await init(stack)).status !== 0) return undefined;
  const { status } = await terraform(stack, ["plan", "-input=false", "-detailed-exitcode", "-lock-timeout=5m", `-out=${file(stack, "tfplan")}`]);
  if (status !== 0 && status !== 2) return undefined;
  // The providers that made the plan have to be those that apply it.
  const lock = join(stack.folder, ".terraform.lock.hcl");
  if (existsSync(lock)) copyFileSync(lock, file(stack, "lock.hcl"));
  const shown = await terraform(stack, ["show", "-no-color", file(stack, "tfplan")], { quiet: true });
  return shown.status === 0 ? { name: stack.name, changes: status === 2, text: shown.stdout.trim() } : undefined;
}

/** The stacks that are not as they were, and those that read them. */
function changed(all) {
  const touched = new Set();
  for (const stack of all) {
    const before = join(earlier, "stacks", stack.name, "cdk.tf.json");
    const isSame = existsSync(before) && readFileSync(before, "utf8") === readFileSync(join(stack.folder, "cdk.tf.json"), "utf8");
    if (!isSame || stack.dependencies.some((name) => touched.has(name))) touched.add(stack.name);
  }
  return all.filter(({ name }) => touched.has(name));
}

/** What is down meanwhile; nothing where that can't be told. */
async function forecast(touched) {
  const files = touched.map((stack) => ({ stack, json: file(stack, "plan.json") }));
  try {
    const shown = await sideBySide(files, async ({ stack, json }) => {
      const { status, stdout } = await terraform(stack, ["show", "-json", file(stack, "tfplan")], { quiet: true });
      if (status !== 0) return undefined;
      // It holds what the state holds, keys too, and lies here only until it was read.
      writeFileSync(json, stdout, { mode: 0o600 });
      return json;
    });
    if (shown.length < files.length) return "";
    const source = resolve(dirname(fileURLToPath(import.meta.url)), "../../src/S2SVpn.App");
    const [program, ...words] = process.env.S2SVPN ? process.env.S2SVPN.split(" ") : ["dotnet", "run", "--project", source, "--"];
    const ended = await run(program, [...words, "diff", "--format", "markdown", "--plan", ...shown]);
    if (ended.error) console.error(`${program} could not be started: ${ended.error.message}. The report goes without a forecast.`);
    process.stderr.write(ended.stderr);
    if (ended.status !== 0) return "";
    return ended.stdout.length > longestForecast ? ended.stdout.split("<details>")[0] : ended.stdout;
  } catch (error) {
    console.error(`${error.message}. The report goes without a forecast.`);
    return "";
  } finally {
    for (const { json } of files) rmSync(json, { force: true });
  }
}

async function apply() {
  const list = join(plans, "stacks");
  const planned = existsSync(list) ? new Set(readFileSync(list, "utf8").split("\n")) : undefined;
  const all = stacks().filter(({ name }) => !planned || planned.has(name));
  const missing = all.find((stack) => !existsSync(file(stack, "tfplan")));
  if (missing) {
    console.error(`There is no plan of the stack ${missing.name} in ${plans}: plan first. Nothing was applied.`);
    return 1;
  }
  return (await sideBySide(all, applyOne, ({ dependencies }) => dependencies)).length === all.length ? 0 : 1;
}

async function applyOne(stack) {
  if (existsSync(file(stack, "lock.hcl"))) copyFileSync(file(stack, "lock.hcl"), join(stack.folder, ".terraform.lock.hcl"));
  if ((await init(stack)).status !== 0) return undefined;
  return (await terraform(stack, ["apply", "-input=false", "-lock-timeout=5m", file(stack, "tfplan")])).status === 0 ? stack : undefined;
}

/** Results in the order of the items; as many as there are cores at once, each after those it waits for, and none after a failure. */
async function sideBySide(items, work, after = () => []) {
  const names = new Set(items.map(({ name }) => name));
  const open = [...items];
  const results = new Map();
  const running = new Map();
  let failed = false;
  while (open.length + running.size > 0) {
    let ready;
    while (!failed && running.size < availableParallelism() && (ready = open.findIndex((item) => after(item).every((name) => !names.has(name) || isDone(name)))) >= 0) {
      const [item] = open.splice(ready, 1);
      running.set(item, work(item).then((result) => [item, result]));
    }
    if (running.size === 0) break;
    const [item, result] = await Promise.race(running.values());
    running.delete(item);
    if (result === undefined) failed = true;
    else results.set(item, result);
  }
  return items.filter((item) => results.has(item)).map((item) => results.get(item));

  function isDone(name) {
    return [...results.keys()].some((item) => item.name === name);
  }
}

/** The stacks of the last synth, each after those it needs. */
function stacks() {
  const open = Object.values(JSON.parse(readFileSync(join(output, "manifest.json"), "utf8")).stacks);
  const ordered = [];
  while (open.length > 0) {
    const next = open.findIndex(({ dependencies }) => dependencies.every((name) => ordered.some((stack) => stack.name === name)));
    if (next < 0) throw new Error(`The stacks ${open.map(({ name }) => name).join(", ")} need each other.`);
    const [stack] = open.splice(next, 1);
    ordered.push({ name: stack.name, folder: join(output, stack.workingDirectory), dependencies: stack.dependencies });
  }
  return ordered;
}

function file(stack, ending) {
  return join(plans, `${stack.name}.${ending}`);
}

/** Terraform's cache of providers can't take two at once (developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache). */
function init(stack) {
  const start = () => terraform(stack, ["init", "-input=false"]);
  return process.env.TF_PLUGIN_CACHE_DIR ? (lastInit = lastInit.then(start)) : start();
}

/** What it writes is shown when it has ended, so that two stacks don't write into each other's lines. */
async function terraform(stack, args, { quiet = false } = {}) {
  const ended = await run("terraform", [`-chdir=${stack.folder}`, ...args], { ...process.env, TF_IN_AUTOMATION: "1", CHECKPOINT_DISABLE: "1" });
  if (ended.error) console.error(`terraform could not be started: ${ended.error.message}. Install Terraform 1.5 or later.`);
  if (!quiet) process.stdout.write(ended.stdout);
  process.stderr.write(ended.stderr);
  return ended;
}

function run(program, args, env = process.env) {
  return new Promise((done) => {
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const [stdout, stderr] = [[], []];
    child.stdout.on("data", (data) => stdout.push(data));
    child.stderr.on("data", (data) => stderr.push(data));
    child.on("error", (error) => done({ error, status: null, stdout: "", stderr: "" }));
    child.on("close", (status) => done({ status, stdout: Buffer.concat(stdout).toString("utf8"), stderr: Buffer.concat(stderr).toString("utf8") }));
  });
}

function report(results, head, untouched) {
  const parts = results.map(({ name, changes, text }) => {
    const cut = text.length > longest / results.length ? `${text.slice(0, longest / results.length)}\n… the rest is in the log of the run` : text;
    return changes
      ? `### ${name}: changes\n\n<details><summary>plan</summary>\n\n\`\`\`\n${cut}\n\`\`\`\n\n</details>\n`
      : `### ${name}: no changes\n`;
  });
  const others = untouched > 0 ? `\n${untouched} other ${untouched === 1 ? "stack is" : "stacks are"} as before, and not planned.\n` : "";
  return `## Terraform plan\n\n${head ? `${head.trim()}\n\n` : ""}${parts.join("\n")}${others}`;
}
