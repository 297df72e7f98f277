'use strict';
// Node, with the module inside: for servers that are bundled into one file.
const { createForNode } = require('./core.cjs');

module.exports = createForNode(() => Buffer.from(require('./inline-wasm.cjs'), 'base64'));
