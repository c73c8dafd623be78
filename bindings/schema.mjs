// Reads the Terraform schema of the kept resources out of the npm modules, and writes it as 'terraform providers schema
// -json' would. Every lib/*/index.js carries its TypeScript source in an inline source map; there each attribute has a
// comment with its flags, and each argument an entry with its type. What is not there: sensitive, write-only, schema
// version, deprecation, min_items above 1 and max_items above 1.

import { readFileSync } from "node:fs";
import { join } from "node:path";

const scalarTypes = { string: "string", number: "number", boolean: "bool" };

/** @returns the schema of one provider: { provider, resource_schemas, data_source_schemas } */
export function readSchema(module, folders) {
  const schema = { provider: undefined, resource_schemas: {}, data_source_schemas: {} };
  for (const { folder, type, data } of folders) {
    const source = sourceOf(join(module, "lib", folder, "index.js"));
    const entry = { version: 0, block: blockOf(describe(source), mainClass(source)) };
    // Terraform itself knows "alias"; it is not the provider's.
    if (!type) delete entry.block.attributes.alias;
    if (!type) schema.provider = entry;
    else if (data) schema.data_source_schemas[type] = entry;
    else schema.resource_schemas[type] = entry;
  }
  return schema;
}

function sourceOf(script) {
  const map = /sourceMappingURL=data:application\/json;base64,(.*)/.exec(readFileSync(script, "utf8"));
  if (!map) throw new Error(`${script} carries no source map`);
  const source = JSON.parse(Buffer.from(map[1], "base64").toString()).sourcesContent[0];
  // What the core is called depends on the flavour.
  const core = /^import \* as (\w+) from/m.exec(source)[1];
  return core === "cdktf" ? source : source.replace(new RegExp(`(?<![\\w.])${core}\\.`, "g"), "cdktf.");
}

function mainClass(source) {
  return /export class (\w+) extends cdktf\.Terraform(?:Resource|DataSource|Provider) /.exec(source)[1];
}

/** All classes of a source: name -> the attributes they read and the arguments they take. */
function describe(source) {
  const classes = new Map();
  const argumentsOf = new Map();
  for (const [, name, body] of source.matchAll(/export function (\w+)ToHclTerraform\([^]*?const attrs = \{([^]*?)\n  \};/g)) {
    const settable = readArguments(body);
    argumentsOf.set(name.toLowerCase(), settable);
    // A provider's settings have no class to read them back, so their flags stand in the interface alone.
    const structure = pascal(name);
    const fields = new RegExp(`^export interface ${structure} \\{([^]*?)^\\}`, "m").exec(source)?.[1] ?? "";
    classes.set(`${structure}OutputReference`, { attributes: [...settable].map(([field, argument]) => fieldOf(fields, field, argument)), settable });
  }
  for (const text of source.split(/^export class /m).slice(1)) {
    const name = /^\w+/.exec(text)[0];
    const own = /synthesizeHclAttributes\(\)[^]*?const attrs = \{([^]*?)\n    \};/.exec(text);
    const settable = own ? readArguments(own[1]) : argumentsOf.get(name.replace(/OutputReference$/, "").toLowerCase()) ?? new Map();
    const attributes = readAttributes(text);
    for (const attribute of attributes) attribute.nested ??= settable.has(attribute.name) ? nestedName(settable.get(attribute.name)) : undefined;
    classes.set(name, { attributes, settable });
  }
  return classes;
}

function fieldOf(fields, name, argument) {
  const optional = new RegExp(`readonly ${name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())}\\?:`, "i").test(fields);
  return { name, flags: { required: !optional, optional, computed: false }, nested: nestedName(argument) };
}

// "cdktf.listMapperHcl(awsProviderAssumeRoleToHclTerraform, true)(...)" maps a list of AwsProviderAssumeRole.
function nestedName({ value }) {
  const name = /(?<![\w.])(\w+)ToHclTerraform/.exec(value)?.[1];
  return name && pascal(name) + (/^cdktf\.(list|hash)MapperHcl/.test(value) ? "List" : "OutputReference");
}

function pascal(name) {
  return name[0].toUpperCase() + name.slice(1);
}

function readAttributes(text) {
  const attributes = [];
  for (const part of text.split(/^  \/\/ (?=\w+ - computed: )/m).slice(1)) {
    const [, name, computed, optional, required] = /^(\w+) - computed: (\w+), optional: (\w+), required: (\w+)/.exec(part);
    const nested = new RegExp(`new ([\\w.]+)\\(this, "${name}"(?:, (true|false))?\\)`).exec(part);
    attributes.push({
      name,
      flags: { required: required === "true", optional: optional === "true", computed: computed === "true" },
      nested: nested?.[1],
      nestedInSet: nested?.[2] === "true",
      getter: /this\.get(\w*)Attribute\(/.exec(part)?.[1],
      inSet: part.includes("cdktf.Fn.tolist("),
    });
  }
  return attributes;
}

function readArguments(body) {
  const found = new Map();
  const entry = /^ +(\w+): \{\n\s+value: (.*),\n\s+isBlock: (?:true|false),\n\s+type: "(\w+)",\n\s+storageClassType: "(\w+)",/gm;
  for (const [, name, value, kind, storage] of body.matchAll(entry)) found.set(name, { value, kind, storage });
  return found;
}

function blockOf(classes, className) {
  const { attributes, settable } = classes.get(className);
  const block = { attributes: {}, block_types: {}, description_kind: "plain" };
  for (const attribute of attributes) {
    const nested = nestedBlock(classes, attribute, settable.get(attribute.name));
    if (nested) block.block_types[attribute.name] = nested;
    else block.attributes[attribute.name] = { type: typeOf(classes, attribute, settable.get(attribute.name)), description_kind: "plain", ...set(attribute.flags) };
  }
  for (const part of ["attributes", "block_types"]) {
    if (Object.keys(block[part]).length === 0) delete block[part];
  }
  return block;
}

function set(flags) {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value));
}

// A structure is a block, unless its mapper says that it is an attribute whose value has the form of a block.
function nestedBlock(classes, { nested, flags }, argument) {
  if (!argument || !nested || nested.startsWith("cdktf.")) return null;
  if (/^cdktf\.(listMapperHcl|hashMapperHcl)\(\w+, false\)/.test(argument.value)) return null;
  const block = blockOf(classes, nested.replace(/(List|Map)$/, "OutputReference"));
  if (argument.kind === "struct") return { nesting_mode: "single", block };
  const single = nested.endsWith("OutputReference");
  return {
    nesting_mode: argument.kind,
    block,
    ...(flags.required ? { min_items: 1 } : {}),
    ...(single ? { max_items: 1 } : {}),
  };
}

function typeOf(classes, attribute, argument) {
  const { nested, nestedInSet, getter, inSet } = attribute;
  if (nested?.startsWith("cdktf.")) return collectionOfScalars(nested.slice("cdktf.".length), nestedInSet);
  if (nested) {
    const object = objectOf(classes, nested.replace(/(List|Map)$/, "OutputReference"));
    if (nested.endsWith("OutputReference")) return object;
    if (nested.endsWith("Map")) return ["map", object];
    return [(argument?.kind ?? (nestedInSet ? "set" : "list")), object];
  }
  if (argument) return argument.kind === "simple" ? scalarTypes[argument.storage] ?? "dynamic" : [argument.kind, scalarTypes[/^(string|number|boolean)/.exec(argument.storage)?.[0]] ?? "dynamic"];
  return readType(getter, inSet);
}

// What a computed attribute is read with tells its type: getNumberListAttribute, getStringMapAttribute, ...
function readType(getter, inSet) {
  if (!getter) return "dynamic";
  const [, scalar, kind] = /^(String|Number|Boolean|Any)?(List|Map)?$/.exec(getter);
  const element = scalarTypes[(scalar ?? "String").toLowerCase()] ?? "dynamic";
  if (!kind) return element;
  return [kind === "Map" ? "map" : inSet ? "set" : "list", element];
}

// cdktf.StringMap, cdktf.StringMapList, ...
function collectionOfScalars(name, inSet) {
  const [, scalar, ...kinds] = /^(String|Number|Boolean|Any)(Map|List)?(List)?$/.exec(name) ?? [null, "Any"];
  return kinds.filter(Boolean).reduce((type, kind) => [kind === "Map" ? "map" : inSet ? "set" : "list", type], scalarTypes[scalar.toLowerCase()] ?? "dynamic");
}

function objectOf(classes, className) {
  const { attributes, settable } = classes.get(className);
  return ["object", Object.fromEntries(attributes.map((attribute) => [attribute.name, typeOf(classes, attribute, settable.get(attribute.name))]))];
}
