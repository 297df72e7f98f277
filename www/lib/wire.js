// What goes over the wire, kept for show. The page's own transport and control requests write here; secrets are masked
// when drawn, so revealing them needs no second request.

/** Names whose values nobody should read over a shoulder. */
const SECRET_NAMES = new Set(['AccessToken', 'Token', 'Signature', 'token', 'signature', 'psk', 'productSecret'])
/** Shorter than this and hiding the value wherever it stands would hide half the text. */
const SECRET_MIN = 6

let lastId = 0

/** The exchanges of one binding, in order. `changed` is told whenever one begins or ends. */
export class Wire {
  exchanges = []
  #secrets = new Set()

  constructor(changed = () => {}) {
    this.changed = changed
  }

  /** Notes a request; `lane` is `cloud`, `device` or `server`. */
  begin(lane, title, request) {
    const exchange = { id: ++lastId, lane, title, request, at: Date.now(), response: undefined, failure: undefined, ms: undefined }
    this.exchanges.push(exchange)
    this.#learn(request.body)
    this.changed(exchange)
    return exchange
  }

  end(exchange, response) {
    exchange.response = response
    exchange.ms = Date.now() - exchange.at
    this.#learn(response.body)
    this.changed(exchange)
  }

  fail(exchange, error) {
    exchange.failure = { aborted: error?.name === 'AbortError' || error?.name === 'TimeoutError', words: String(error?.message ?? error) }
    exchange.ms = Date.now() - exchange.at
    this.changed(exchange)
  }

  #learn(body) {
    const walk = (value) => {
      if (value === null || typeof value !== 'object') return
      for (const [name, own] of Object.entries(value)) {
        if (SECRET_NAMES.has(name) && typeof own === 'string' && own.length >= SECRET_MIN) this.#secrets.add(own)
        else walk(own)
      }
    }
    try {
      walk(JSON.parse(body))
    } catch (error) {
      // No JSON, so no named secrets.
    }
  }

  /** A text with every secret of these exchanges hidden but for its first characters. */
  masked(text) {
    let shown = text
    for (const secret of [...this.#secrets].sort((a, b) => b.length - a.length)) {
      shown = shown.split(secret).join(`${secret.slice(0, 3)}••••••••`)
    }
    return shown
  }
}

/** JSON on several lines; anything else as it came. */
export function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2)
  } catch (error) {
    return body
  }
}

/** What an answer says: the cloud's own code, or the status. */
export function outcomeOf(exchange) {
  if (exchange.failure) return { good: false, words: exchange.failure.aborted ? 'aborted' : 'lost' }
  if (!exchange.response) return { pending: true }
  const { status, body } = exchange.response
  let answer
  try {
    answer = JSON.parse(body)
  } catch (error) {
    return { good: false, status }
  }
  const inner = answer?.Response ?? answer
  const code = (inner?.Error ?? answer?.data?.Error)?.Code ?? (inner?.code ? String(inner.code) : undefined)
  return { good: status >= 200 && status < 300 && code === undefined, status, code }
}

/**
 * The page's transport: fetch, noted. The package's own would do the same and show nothing of it: its events are redacted,
 * which is right for logs, and too little for a page that explains. `transport` is the option meant for this.
 */
export function transportOf(wire, suspect) {
  return async (request, { signal }) => {
    const { Action } = JSON.parse(request.body)
    const exchange = wire.begin('cloud', Action, { method: request.method, url: request.url, headers: request.headers, body: request.body })
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.body,
        signal,
        redirect: 'error',
        // The cloud wants no cookies. Same-origin ones stay, because a server in the local network may ask for its key.
        credentials: 'same-origin',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
      })
      const answer = { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
      wire.end(exchange, answer)
      return answer
    } catch (error) {
      wire.fail(exchange, error)
      if (!signal.aborted) suspect()
      throw error
    }
  }
}
