// The sample: every page uses the package only through `require('iotexplorer-client')`, as documented.
//
//   pages/        a page per way of binding, the settings, and the page that leads to them
//   components/   the steps; what became of it
//   lib/binding.js     one binding: started, watched, put off while the app is in the background, gone on with
//   lib/flows/         what each of the three flows does, and its steps
//   lib/unfinished.js  what is stored so that a binding survives the end of the app
//   lib/settings.js    where the cloud is, and who is signed in;  lib/sandbox.js  the stand-in of `cargo xtask demo`
//   lib/softap.js      the UDP socket that hands a token to a device
//   lib/text.*.js      every word, in Chinese and English

const { init } = require('iotexplorer-client')

App({
  onLaunch() {
    // Loading early costs nothing later. What goes wrong here goes wrong again where it matters, and is told there.
    init().catch(() => {})
  },
})
