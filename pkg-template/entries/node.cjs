'use strict';
// Node, by require(); node.mjs hands out the very same, so that there is one IotError in a process.
const { join } = require('node:path');
const { createForNode } = require('./core.cjs');

module.exports = createForNode(() => join(__dirname, 'iotexplorer_client.wasm'));
