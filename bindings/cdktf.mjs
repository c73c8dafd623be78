#!/usr/bin/env node
// What 'npx cdktf' runs in a fresh clone: gets the pinned cdktf-cli once, then hands over to it. Later 'npx' finds the
// cdktf-cli in node_modules by itself.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const cli = join(root, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf.js");

if (!existsSync(cli)) {
  console.error("Getting cdktf-cli from npm (once):");
  const failed = await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root, shell: process.platform === "win32" });
  if (failed) {
    console.error("npm could not get cdktf-cli. Check the network and the registry ('npm config get registry'), and run the command again.");
    process.exit(failed);
  }
}
process.exit(await run(process.execPath, [cli, ...process.argv.slice(2)]));

function run(program, args, options) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: "inherit", ...options });
    child.on("error", () => done(1));
    child.on("close", (code) => done(code ?? 1));
  });
}
