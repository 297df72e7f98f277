// How the reference of the declarations is made: of what the package has under `exports`, each set of names once.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const { exports } = JSON.parse(readFileSync(at('../../pkg/package.json'), 'utf8'))
/** All others say `export *` of the first. */
const ENTRIES = ['.', './diagnose', './compat']
/** What `import` finds where there is no Node. */
const declarations = ({ types, import: imported, default: fallback }) => types ?? declarations(imported ?? fallback)

export default {
  entryPoints: ENTRIES.filter((entry) => exports[entry]).map((entry) => at(`../../pkg/${declarations(exports[entry])}`)),
  tsconfig: at('tsconfig.json'),
  name: 'iotexplorer-client',
  readme: at('types.md'),
  customCss: at('types.css'),
  favicon: at('../../www/icon.svg'),
  // What people call comes before what it takes.
  groupOrder: ['Classes', 'Functions', 'Variables', '*'],
  sort: ['kind', 'alphabetical'],
  kindSortOrder: ['Class', 'Function', 'Variable', 'Interface', 'TypeAlias', 'Namespace'],
  plugin: [at('typedoc-links.mjs')],
  navigationLinks: { Guides: 'site:/guides/index.html', Actions: 'site:/reference/index.html', 'Error codes': 'site:/guides/errors.html' },
  titleLink: 'site:/guides/index.html',
  disableSources: true,
  hideGenerator: true,
  includeVersion: true,
  // Ways to write a type down, nothing to be named by users.
  intentionallyNotExported: ['Same', 'ConnectDeviceError', 'ConnectDeviceStep'],
  treatWarningsAsErrors: true,
  validation: { notExported: true, invalidLink: true, invalidPath: true, rewrittenLink: true, unusedMergeModuleWith: true },
}
