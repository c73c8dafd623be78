// Makes the resources of a cdk.tf.json again, as one would in TypeScript: node main.mjs CDK_TF_JSON FOLDER
// TypeScript checks it ('npm run check'), and nothing has to be compiled: it also runs with the slim modules alone.
import { readFileSync } from 'node:fs';
import aws from '@cdktf/provider-aws';
import azurerm from '@cdktf/provider-azurerm';
import random from '@cdktf/provider-random';
import tls from '@cdktf/provider-tls';
import cdktf from 'cdktf';

/** @typedef {Record<string, any>} Json */

const { App, TerraformOutput, TerraformResource, TerraformStack, TerraformVariable } = cdktf;

/** @type {Json} */
const modules = { aws, azurerm, random, tls };
const [, , source, outdir] = process.argv;
/** @type {Json} */
const wanted = JSON.parse(readFileSync(source, 'utf8'));

// What has keys of its own, which are no arguments.
const maps = new Set(['tags', 'triggers', 'keepers', 'replace_triggers']);

/** @param {string} name */
const camel = (name) => name.replace(/_([a-z0-9])/g, (/** @type {string} */ _, /** @type {string} */ first) => first.toUpperCase());
/** @param {string} name */
const pascal = (name) => camel(`_${name}`);

/** @param {any} value @returns {any} */
function config(value, key = '') {
  if (Array.isArray(value)) {
    return value.map((item) => config(item));
  }

  return value === null || typeof value !== 'object' || maps.has(key)
    ? value
    : Object.fromEntries(Object.entries(value).map(([name, each]) => [camel(name), config(each, name)]));
}

// cdktf's own class of it asks Terraform for its version.
class Data extends TerraformResource {
  /** @param {any} scope @param {string} id @param {Json} settings */
  constructor(scope, id, settings) {
    super(scope, id, { terraformResourceType: 'terraform_data', ...settings });
    this.addOverride('input', settings.input);
  }
}

const app = new App({ outdir });
const stack = new TerraformStack(app, 'stack');

for (const [name, own] of Object.entries(/** @type {Json} */ (wanted.provider ?? {}))) {
  for (const settings of [own].flat()) {
    new modules[name].provider[`${pascal(name)}Provider`](stack, `${name}-${settings.alias ?? 'provider'}`, config(settings));
  }
}

for (const [name, variable] of Object.entries(/** @type {Json} */ (wanted.variable ?? {}))) {
  new TerraformVariable(stack, name, config(variable)).overrideLogicalId(name);
}

make('data', 'data_');
make('resource', '');

for (const [name, output] of Object.entries(/** @type {Json} */ (wanted.output ?? {}))) {
  const { depends_on: dependsOn, precondition, ...rest } = output;
  new TerraformOutput(stack, name, { ...rest, precondition: config(precondition) }).overrideLogicalId(name);
}

app.synth();

/** @param {string} block @param {string} prefix */
function make(block, prefix) {
  for (const [type, all] of Object.entries(/** @type {Json} */ (wanted[block] ?? {}))) {
    const [provider, ...words] = type.split('_');
    const name = prefix === '' ? words.join('_') : `${prefix}${type}`;
    const own = type === 'terraform_data' ? Data : modules[provider][camel(name)][pascal(name)];
    for (const [id, settings] of Object.entries(/** @type {Json} */ (all))) {
      const { depends_on: dependsOn, provider: from, '//': _, ...rest } = settings;
      const made = new own(stack, `${block}-${type}-${id}`, {
        ...config(rest),
        dependsOn: dependsOn?.map((/** @type {string} */ fqn) => ({ fqn })),
        provider: from && { fqn: from },
      });
      made.overrideLogicalId(id);
    }
  }
}
