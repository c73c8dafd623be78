// Starts a command line that a package-lock.json pins, and gets it first where it isn't there.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * @param {string} folder where the package.json and its node_modules are
 * @param {string} script what is started, below node_modules
 */
export async function startPinned(folder, script) {
  const cli = join(folder, "node_modules", script);
  const name = script.split(/[\\/]/)[0];
  if (!existsSync(cli)) {
    console.error(`Getting ${name} from npm (once):`);
    const failed = await run("npm", ["ci", "--no-audit", "--no-fund"], { cwd: folder, shell: process.platform === "win32" });
    if (failed) {
      console.error(`npm could not get ${name}. Check the network and the registry ('npm config get registry'), and run the command again.`);
      process.exit(failed);
    }
  }
  process.exit(await run(process.execPath, ["--require", join(root, "bindings", "node20.cjs"), cli, ...process.argv.slice(2)]));
}

function run(program, args, options) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: "inherit", ...options });
    child.on("error", () => done(1));
    child.on("close", (code) => done(code ?? 1));
  });
}
