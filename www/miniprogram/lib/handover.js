// What one page hands to the next: too much for an address, and a signature does not belong in one.

/** @type {any} */
let held

/** @param {any} value */
function give(value) {
  held = value
}

function take() {
  const value = held
  held = undefined
  return value
}

module.exports = { give, take }
