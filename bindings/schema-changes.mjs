// What differs between two schema.json of the kept resources, and what the providers' sources say besides: the npm modules don't tell what is
// deprecated and what replaces a resource.

/** @returns {{at: string, what: string}[]} one entry a difference, by the argument's path */
export function schemaChanges(before, after) {
  const [old, now] = [flatten(before), flatten(after)];
  const changes = [];
  for (const at of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [from, to] = [old.get(at), now.get(at)];
    if (!from) changes.push({ at, what: `new: ${to}` });
    else if (!to) changes.push({ at, what: `gone: was ${from}` });
    else if (from !== to) changes.push({ at, what: `changed: ${from} -> ${to}` });
  }
  return withoutInner(changes);
}

/** @param {Map<string, {deprecated?: string, replaces: boolean}>} before what one version's source says, by path */
export function markChanges(before, after) {
  const changes = [];
  for (const [at, now] of after) {
    const old = before.get(at);
    if (now.deprecated && !old?.deprecated) changes.push({ at, what: `now deprecated: ${now.deprecated}` });
    if (old && now.replaces !== old.replaces) changes.push({ at, what: now.replaces ? "now replacing: a change makes the resource anew" : "no longer replacing" });
  }
  return changes;
}

function flatten(schema) {
  const found = new Map();
  for (const [address, provider] of Object.entries(schema.provider_schemas)) {
    block(found, `provider ${address.split("/").at(-1)}`, provider.provider.block);
    for (const [type, { block: inner }] of Object.entries(provider.resource_schemas)) block(found, type, inner);
    for (const [type, { block: inner }] of Object.entries(provider.data_source_schemas)) block(found, `data ${type}`, inner);
  }
  return found;
}

function block(found, path, { attributes = {}, block_types: blocks = {} }, before = `${path} `) {
  for (const [name, { type, required, optional, computed }] of Object.entries(attributes)) {
    const flags = Object.entries({ required, optional, computed }).filter(([, set]) => set).map(([flag]) => flag).join(" and ");
    found.set(`${before}${name}`, `${flags} ${typeof type === "string" ? type : JSON.stringify(type)}`);
  }
  for (const [name, { nesting_mode: nesting, min_items: min, max_items: max, block: inner }] of Object.entries(blocks)) {
    found.set(`${before}${name}`, `${min ? "required" : "optional"} block${max === 1 ? "" : `s (${nesting})`}`);
    block(found, path, inner, `${before}${name}.`);
  }
}

// What is in a new block, or in one that is gone, is told with it.
function withoutInner(changes) {
  const whole = changes.filter(({ what }) => /^(new|gone): .*\bblocks?\b/.test(what)).map(({ at }) => `${at}.`);
  return changes.filter(({ at }) => !whole.some((begin) => at.startsWith(begin)));
}
