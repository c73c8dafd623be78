#!/usr/bin/env node
// What 'npx cdktf' runs in a fresh clone: gets the pinned cdktf-cli once, then hands over to it. Later 'npx' finds the
// cdktf-cli in node_modules by itself.

import { join } from "node:path";
import { root, startPinned } from "./pinned.mjs";

await startPinned(root, join("cdktf-cli", "bundle", "bin", "cdktf.js"));
