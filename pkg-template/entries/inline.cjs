'use strict';
// Node, with the module inside: for servers that are bundled into one file.
const { createForNode } = require('./node-host.cjs');

module.exports = createForNode(() => Buffer.from(require('./inline-wasm.cjs'), 'base64'));
