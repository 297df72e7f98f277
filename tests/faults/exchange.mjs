// One request of the package's, and what becomes of it.

const realFetch = globalThis.fetch;

/** A port where nobody listens: none that a system hands out, of a service that nobody runs, and none that fetch forbids. */
const NOBODY = 2;

export class Exchange {
  #request;

  constructor(app, request) {
    this.app = app;
    this.cell = app.cell;
    this.#request = request;
    this.signal = request.signal;
    /** How it ended: `answered`, `failed` or `aborted`; undefined as long as it has not. */
    this.ending = undefined;
    this.answer = undefined;
  }

  /** Whether the package has heard of its end, or has given it up. */
  get isOver() {
    return this.ending !== undefined || this.signal.aborted;
  }

  /** Whether it is about the device that the fault has hit. */
  get isOfHit() {
    return this.deviceName === this.cell.hitName;
  }

  async run() {
    const { RequestId, Action, AccessToken, ...params } = JSON.parse(await this.#request.clone().text());
    Object.assign(this, { id: RequestId, action: Action, accessToken: AccessToken, params });
    this.atMs = this.app.clock.elapsedMs;
    try {
      const response = await this.cell.sound(this.cell.treat(this));
      this.ending = 'answered';
      return response;
    } catch (error) {
      this.ending = this.signal.aborted ? 'aborted' : 'failed';
      throw error;
    }
  }

  /** To the sandbox and back, without further ado. */
  pass() {
    return this.app.inLine(async () => this.#tracked(await realFetch(this.#request)));
  }

  /** Has the sandbox do something to it. */
  async arranged(kind, more) {
    return this.app.inLine(async () => {
      await this.cell.control.post('fault', { action: this.action, kind, ...more });
      return this.#tracked(await realFetch(this.#request));
    });
  }

  /** Nobody listens. */
  async refused() {
    const url = new URL(this.#request.url);
    url.port = NOBODY;
    return realFetch(new Request(url, this.#request));
  }

  /** To the sandbox and back, whether or not the package still waits; says how the answer gets to the package. */
  async apart() {
    const { url, method, headers } = this.#request;
    const body = await this.#request.clone().text();
    return this.app.inLine(async () => {
      const response = await realFetch(url, { method, headers, body });
      const text = await response.text();
      this.#read(response, text);
      return () => this.#tracked(new Response(text, { status: response.status, headers: response.headers }));
    });
  }

  /** Lets time pass; fails as fetch does if the package gives up. */
  hold(ms) {
    const waiting = new Promise((resolve, reject) => {
      const stop = ms < Infinity ? this.app.clock.after(ms, resolve) : () => {};
      const abort = () => {
        stop();
        reject(this.signal.reason);
      };
      if (this.signal.aborted) abort();
      else this.signal.addEventListener('abort', abort, { once: true });
    });
    return this.app.pause(waiting);
  }

  /** Counts what the package reads as under way, and looks at it, too. */
  #tracked(response) {
    const copy = response.clone();
    this.app.during(copy.text()).then(
      (text) => this.#read(response, text),
      () => {},
    );
    const { body } = response;
    if (body) {
      const getReader = body.getReader.bind(body);
      body.getReader = (...options) => {
        const reader = getReader(...options);
        const read = reader.read.bind(reader);
        reader.read = () => this.app.during(read());
        return reader;
      };
    }
    return response;
  }

  #read({ status, headers }, text) {
    const [, bindToken] = /"Token":"(\w+)"/.exec(text) || [];
    if (bindToken) this.cell.learn(bindToken);
    this.answer = { status, retryAfter: Number(headers.get('retry-after')), ...verdictOf(text) };
  }

  /** Whether the cloud has said what became of it, in whatever words. */
  get isVerdict() {
    const { status, json, code } = this.answer || {};
    if (this.ending !== 'answered' || !json) return false;
    return code === undefined ? status < 300 : !/^InternalError/.test(code) && status < 500;
  }
}

/** What an answer says, read without any help from the package. */
function verdictOf(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return {};
  }
  const { Response: inner, code, data } = json;
  const error = inner?.Error ?? data?.Error;
  return { json, code: error?.Code ?? (code ? String(code) : undefined) };
}
