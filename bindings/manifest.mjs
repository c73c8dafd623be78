// Reads manifest.txt: which resources and data sources of which provider are kept.

import { readFileSync } from "node:fs";
import { Problem } from "./problem.mjs";

const line = /^(?<data>data\s+)?(?<type>(?<provider>[a-z0-9]+)_[a-z0-9_]+)$/;

/** @returns {Map<string, {type: string, data: boolean}[]>} the kept types by provider ("aws") */
export function readManifest(file) {
  const kept = new Map();
  readFileSync(file, "utf8").split(/\r?\n/).forEach((text, index) => {
    const entry = text.replace(/#.*/, "").trim();
    if (!entry) return;
    const match = line.exec(entry);
    if (!match) {
      throw new Problem(`${file}:${index + 1}: "${entry}" is not a Terraform type. Write one like aws_vpc, or data aws_ami.`);
    }
    const { provider, type, data } = match.groups;
    if (!kept.has(provider)) kept.set(provider, []);
    kept.get(provider).push({ type, data: Boolean(data), at: `${file}:${index + 1}` });
  });
  return kept;
}
