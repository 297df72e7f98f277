// What is remembered: language and colours for good, an unfinished binding until the tab is closed.

const PREFIX = 'iotexplorer-demo.'

function read(storage, name) {
  try {
    return globalThis[storage].getItem(PREFIX + name) ?? undefined
  } catch (error) {
    return undefined // switched off
  }
}

function write(storage, name, value) {
  try {
    if (value === undefined) globalThis[storage].removeItem(PREFIX + name)
    else globalThis[storage].setItem(PREFIX + name, value)
  } catch (error) {
    // Full or switched off: then it is not remembered.
  }
}

export const recall = (name) => read('localStorage', name)
export const remember = (name, value) => write('localStorage', name, value)

/**
 * The binding that is under way. It holds a checkpoint with the bind token in it, so it goes into the storage that ends with
 * the tab; an app would put it where it keeps its sign-in.
 */
export const unfinished = {
  read() {
    try {
      return JSON.parse(read('sessionStorage', 'binding') ?? 'null') ?? undefined
    } catch (error) {
      return undefined
    }
  },
  write: (binding) => write('sessionStorage', 'binding', JSON.stringify(binding)),
  clear: () => write('sessionStorage', 'binding', undefined),
}

/** `light` or `dark`: what was chosen, else what the system has. */
export function theme() {
  return document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
}

export function switchTheme() {
  const next = theme() === 'dark' ? 'light' : 'dark'
  document.documentElement.dataset.theme = next
  remember('theme', next)
}
