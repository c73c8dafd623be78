// Has QuickCalls.cs make the objects of all constructs, read their texts and call their methods without a result.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "./problem.mjs";

const constructor = /^( {8}public (\w+)\((?:Constructs\.Construct|[\w.]+\.IAppConfig\??) \w+.*\)): base\(_MakeDeputyProps\((.*)\)\)\r?\n {8}\{\r?\n {8}\}/m;
const text = /(\[JsiiProperty\(name: "(\w+)", typeJson: "\{\\"primitive\\":\\"string\\"\}".*\)\]\r?\n +(?:public|protected) (?:virtual|override) string\?? @?\w+\r?\n +\{\r?\n +get => )GetInstanceProperty<string\??>\(\)(?=!?;)/g;
const method = /(\[JsiiMethod\(name: "(\w+)", (?:(?!isAsync|variadic).)*\)\]\r?\n.*\r?\n +\{\r?\n +)(InvokeInstanceVoidMethod\(.*, new object\??\[\]\{(.*)\}\);)/g;

/** @param {string} project the folder of a C# project */
export function makeQuick(project, helper) {
  let made = 0;
  for (const file of readdirSync(project, { recursive: true }).filter((name) => name.endsWith(".cs"))) {
    const path = join(project, file);
    const code = readFileSync(path, "utf8");
    const quick = code.replace(constructor, "$1: base(global::QuickCalls.Later)\n        {\n            global::QuickCalls.Make(this, typeof($2), $3);\n        }");
    if (quick === code) continue;
    made++;
    const called = quick
      .replace(text, '$1global::QuickCalls.Text(this, "$2")')
      .replace(method, (whole, before, name, ordinary, values) => `${before}if (!global::QuickCalls.Call(this, "${name}"${values && `, ${values}`})) ${ordinary}`);
    writeFileSync(path, called);
  }
  if (made === 0) throw new Problem(`The C# code in ${project} has no construct. jsii-pacmak writes another form than bindings/quick.mjs knows.`);
  copyFileSync(helper, join(project, "QuickCalls.cs"));
}
