#!/usr/bin/env node
// What 'npx cdktn' runs: gets the pinned cdktn-cli once, then hands over to it. What it starts is built with CDK Terrain.

import { join } from "node:path";
import { root, startPinned } from "./pinned.mjs";

process.env.Cdk ||= "terrain";
await startPinned(join(root, "bindings", "flavours", "terrain", "cli"), join("cdktn-cli", "bundle", "bin", "cdktn.js"));
