// A sandbox of its own per test file: the real server, spoken to over real HTTP.

const { spawn } = require('child_process')
const http = require('http')

const READY = /^iotexplorer-sandbox listening on (http:\/\/[\d.]+:\d+)(\/\?key=\w+)?$/m

/** @returns {Promise<any>} the answer's JSON */
function ask(method, address, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(address, { method, headers: { 'content-type': 'application/json' } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => (text += part))
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(text))
        else reject(new Error(`${method} ${address}: ${response.statusCode} ${text}`))
      })
    })
    request.on('error', reject)
    request.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

async function startSandbox(...args) {
  const program = process.env.IOTEXPLORER_SANDBOX_BIN
  if (!program) throw new Error('IOTEXPLORER_SANDBOX_BIN must name the compiled sandbox')
  const child = spawn(program, ['--port', '0', '--quiet', '--until-stdin-closes', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  let told = ''
  const [, url, key] = await new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`the sandbox ended: ${code}`)))
    child.stdout.on('data', (part) => {
      told += part
      const ready = READY.exec(told)
      if (ready) resolve(ready)
    })
  })
  return {
    url,
    /** Everything that it printed before it was ready. */
    told,
    /** With `--lan`: what its QR code says, but of this machine itself, whose other address need not be a private one. */
    door: url.replace(/[\d.]+(?=:)/, '127.0.0.1') + key,
    control: (method, path, body) => ask(method, `${url}/control/${path}`, body),
    reset: () => ask('POST', `${url}/control/reset`, {}),
    devices: () => ask('GET', `${url}/control/devices`),
    log: async () => (await ask('GET', `${url}/control/log`)).requests,
    device: async (name) => (await ask('GET', `${url}/control/devices`)).find((one) => one.deviceName === name),
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit')
        child.on('exit', resolve)
        child.stdin.end()
      }),
  }
}

module.exports = { startSandbox }
