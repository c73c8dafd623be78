// Seals the classes of resources and data sources, and has FastCreate.cs make their objects.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.mjs";

/** @param {string} project the folder of a provider's C# project */
export function makeQuick(project, helper) {
  let sealed = 0;
  for (const file of readdirSync(project, { recursive: true }).filter((name) => name.endsWith(".cs"))) {
    const path = join(project, file);
    const code = readFileSync(path, "utf8");
    const name = /^ {8}public (\w+)\(Constructs\.Construct scope, string id, .*\): base\(_MakeDeputyProps\(/m.exec(code)?.[1];
    if (!name) continue;
    sealed++;
    writeFileSync(path, code
      .replace(`    public class ${name} :`, `    public sealed class ${name} :`)
      .replace(": base(_MakeDeputyProps(", `: base(global::FastCreate.New(typeof(${name}), `)
      // What nobody can derive from has nothing virtual.
      .replace(/^( {8}(?:public|protected)) virtual /gm, "$1 "));
  }
  if (sealed === 0) throw new Problem(`The C# code in ${project} has no class of a resource. jsii-pacmak writes another form than bindings/quick.mjs knows.`);
  copyFileSync(helper, join(project, "FastCreate.cs"));
}
