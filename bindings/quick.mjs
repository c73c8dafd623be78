// Has FastCreate.cs make the objects of all constructs.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.mjs";

const constructor = /^( {8}public (\w+)\(Constructs\.Construct \w+, string \w+.*\)): base\(_MakeDeputyProps\((.*)\)\)\r?\n {8}\{\r?\n {8}\}/m;

/** @param {string} project the folder of a C# project */
export function makeQuick(project, helper) {
  let made = 0;
  for (const file of readdirSync(project, { recursive: true }).filter((name) => name.endsWith(".cs"))) {
    const path = join(project, file);
    const code = readFileSync(path, "utf8");
    const quick = code.replace(constructor, "$1: base(global::FastCreate.Later)\n        {\n            global::FastCreate.Make(this, typeof($2), $3);\n        }");
    if (quick === code) continue;
    made++;
    writeFileSync(path, quick);
  }
  if (made === 0) throw new Problem(`The C# code in ${project} has no construct. jsii-pacmak writes another form than bindings/quick.mjs knows.`);
  copyFileSync(helper, join(project, "FastCreate.cs"));
}
