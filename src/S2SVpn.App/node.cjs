// CDKTF's Node.js. The jsii runtime starts one that starts another, and hands every message on between it and the program. This is both in one:
// the second one's part, on the first one's input and output. Of a runtime that is made otherwise it starts the first.
"use strict";
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

const runtime = fs.readdirSync(__dirname).map((name) => path.join(__dirname, name)).find((folder) => fs.existsSync(path.join(folder, "lib", "program.js")));
const program = path.join(runtime, "lib", "program.js");
const channel = "readFD:3,writeFD:3";
const text = fs.readFileSync(program, "utf8");

// What a module writes is no message: it goes where the first one would send it.
function wrap(name) {
  process[name].write = (chunk, encoding, done) => {
    const text = Buffer.from(chunk, typeof encoding === "string" ? encoding : undefined).toString("base64");
    fs.writeSync(2, `${JSON.stringify({ [name]: text })}\n`);
    [encoding, done].find((each) => typeof each === "function")?.();
    return true;
  };
}

if (text.includes(channel)) {
  wrap("stdout");
  wrap("stderr");
  // Thousands of resources that all stay: less is kept free beside them.
  require("node:v8").setFlagsFromString("--heap-growing-percent=20");
  process.execArgv.push("--preserve-symlinks");
  // CDKTF keeps with each of thousands of references where in JavaScript it was made, and a program in C# has no use for it.
  const capture = Error.captureStackTrace;
  Error.captureStackTrace = (object, below) => below?.name === "captureStackTrace" || capture(object, below);
  const own = new Module(program, module);
  own.filename = program;
  own._compile(text.replace(channel, "readFD:0,writeFD:1"), program);
} else {
  require(path.join(runtime, "bin", "jsii-runtime.js"));
}
