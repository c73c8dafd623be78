// cdktn-cli asks for Node.js 22. All that it misses in 20 is a function that keeps its objects from being sent to another thread, which it
// never does.
require("node:worker_threads").markAsUncloneable ??= () => {};
