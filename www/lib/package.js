// The package, as any page would import it. Imported dynamically only so that its absence can be told in a sentence.

/** `{ init, Client, IotError, sign, … }` once it is there. */
export let iot

let attempt = 0
let loading

/** Loads the package and its module; after a failure the next call tries again. */
export function loadPackage() {
  loading ??= load().finally(() => { loading = undefined })
  return loading
}

async function load() {
  let loaded = iot
  if (!loaded) {
    try {
      // Browsers remember that an import failed, so another attempt needs another address.
      loaded = await import(`/pkg/index.js${attempt++ ? `?attempt=${attempt}` : ''}`)
    } catch (error) {
      throw Object.assign(new Error(String(error?.message ?? error)), { step: 'import' })
    }
  }
  await loaded.init()
  iot = loaded
}

/** The Actions that the package knows: `request` has a builder for each, under its lower-camel name. */
export const actionNames = () => Object.keys(iot.request).map((name) => name[0].toUpperCase() + name.slice(1)).sort()
