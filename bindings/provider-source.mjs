// Reads out of a provider's source, a git clone with its tags, which arguments are deprecated and which replace their resource. It looks at the
// file that has the resource's schema; what a function in another file adds is not seen.

import { execFileSync } from "node:child_process";

/** @returns {Map<string, {deprecated?: string, replaces: boolean}>} by the argument's path; empty where the source is not found */
export function readMarks(clone, tag, { type, data }) {
  const git = (...args) => {
    try {
      return execFileSync("git", ["-C", clone, ...args], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
    } catch {
      return "";
    }
  };
  const names = new Map([...git("show", `${tag}:names/attr_consts_gen.go`).matchAll(/^\s*(Attr\w+)\s*=\s*"(\w+)"/gm)].map(([, constant, name]) => [constant, name]));
  const marks = new Map();
  for (const file of files(git, tag, type, data)) {
    for (const [path, mark] of parse(git("show", file), names)) marks.set(`${data ? "data " : ""}${type} ${path}`, mark);
  }
  return marks;
}

function files(git, tag, type, data) {
  const lines = (text) => text.split("\n").filter(Boolean);
  // AWS: an annotation beside the function. Azure: a registration by the function's name, or a type that names itself.
  const annotated = lines(git("grep", "-lE", `@(SDK|Framework)${data ? "DataSource" : "Resource"}\\("${type}"`, tag, "--", "internal/service"));
  if (annotated.length > 0) return annotated;
  const registered = lines(git("grep", "-hE", `"${type}": +${data ? "dataSource" : "resource"}\\w+\\(\\)`, tag, "--", "internal/services/*/registration.go"));
  const maker = registered.map((line) => /(\w+)\(\)/.exec(line)[1])[0];
  return lines(maker
    ? git("grep", "-lE", `^func ${maker}\\(`, tag, "--", "internal/services")
    : git("grep", "-lE", `return "${type}"`, tag, "--", data ? "internal/services/*/*_data_source.go" : "internal/services/*/*_resource.go"));
}

function parse(code, names) {
  const entries = [];
  for (const match of code.matchAll(/(?:"(\w+)"|names\.(Attr\w+))\]?\s*[:=]\s*(?:&?[\w.]+)?\{/g)) {
    const name = match[1] ?? names.get(match[2]);
    if (name) entries.push({ name, from: match.index, to: closing(code, match.index + match[0].length) });
  }
  const marks = new Map();
  for (const entry of entries) {
    const around = entries.filter(({ from, to }) => from < entry.from && to >= entry.to);
    const inside = entries.filter(({ from, to }) => from > entry.from && to <= entry.to);
    const own = inside.reduceRight((text, { from, to }) => text.slice(0, from - entry.from) + " ".repeat(to - from) + text.slice(to - entry.from), code.slice(entry.from, entry.to));
    if (!/\b(Optional|Required|Computed|ElementType):/.test(own)) continue;
    marks.set([...around.map(({ name }) => name), entry.name].join("."), {
      deprecated: /\bDeprecat(?:ed|ionMessage):\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|(\S[^\n]*))/.exec(own)?.slice(1).find(Boolean),
      replaces: /\bForceNew:\s*true|\bRequiresReplace\(\)/.test(own),
    });
  }
  return marks;
}

function closing(code, from) {
  let open = 1;
  let at = from;
  for (; at < code.length && open > 0; at++) {
    if (code[at] === "{") open++;
    else if (code[at] === "}") open--;
  }
  return at;
}
