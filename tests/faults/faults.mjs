// What goes wrong, and how it is made to happen; what the names mean is said in `expected.md`. Each fault may say
//
// - `before(cell)`: what is different from the start;
// - `begin(cell)`: what happens when the step begins;
// - `hit(exchange)`: what becomes of the step's first request, `after(exchange)` of those that follow;
// - `asked(cell, work)`: what becomes of the caller's function, where that is the step.

const LATE_MS = 12_000;
const RETRY_AFTER_SECONDS = 5;
const ONLINE_LATE_MS = 20_000;
const OFFLINE_MS = 30_000;
const DAY_MS = 86_400_000;

/** What a careless server or proxy says of a request: what was in it. */
const echo = ({ accessToken, params: { Token, Signature } }) =>
  `refused: ${[accessToken, Token, Signature].filter(Boolean).join(' ')}`;
const page = (exchange) => `<html><head><title>A page</title></head><body>${echo(exchange)}</body></html>`;

/** A fault that the sandbox arranges. */
const arranged = (kind, more = () => ({})) => ({ hit: (exchange) => exchange.arranged(kind, more(exchange)) });
const html = (kind, status) =>
  arranged(kind, (exchange) => ({ status, contentType: 'text/html', body: page(exchange) }));
const internal = (kind) => arranged(kind, (exchange) => ({ code: 'InternalError', message: echo(exchange) }));

/** The refusal that is due anyway, in the words of a careless server. */
const refused = (exchange, code) =>
  exchange.arranged('error', { code: `InvalidParameterValue.${code}`, message: echo(exchange) });

const bindTokenExpires = {
  begin: ({ control, bindToken }) => control.post('bind-token', { token: bindToken, op: 'expire' }),
  hit: (exchange) => (exchange.params.Token ? refused(exchange, 'TokenIsExpire') : exchange.pass()),
};

const accessTokenExpires = (renews) => ({
  before: (cell) => Object.assign(cell, { renews }),
  begin: ({ control, user: { userId } }) => control.post('token', { userId, op: 'expire' }),
  hit: (exchange) => refused(exchange, 'InvalidAccessToken'),
});

/** The device is out of reach for so long. */
const away = (onlineMs) => ({ before: (cell) => Object.assign(cell, { onlineMs }) });

const skewed = (skewMs) => ({ before: (cell) => Object.assign(cell, { skewMs }) });

/** The wall clock is set while something is under way that goes well. */
const jumps = (ms) => ({
  async hit(exchange) {
    const answer = await exchange.apart();
    exchange.app.clock.set(ms);
    return answer();
  },
  async asked({ app }, work) {
    const value = await work();
    app.clock.set(ms);
    return value;
  },
});

const offline = (ms) => ({
  begin(cell) {
    cell.isOffline = true;
    if (ms < Infinity) cell.app.clock.after(ms, () => Object.assign(cell, { isOffline: false }));
  },
  hit: (exchange) => exchange.refused(),
  after: (exchange) => (exchange.cell.isOffline ? exchange.refused() : exchange.pass()),
});

/** The app sleeps, and what was under way does not survive. */
const background = (ms, isRead) => ({
  async hit(exchange) {
    if (isRead) await exchange.apart();
    await exchange.app.background(ms);
    throw new TypeError('fetch failed: interrupted');
  },
  async asked({ app }, work) {
    const value = await work();
    await app.background(ms);
    return value;
  },
});

const killed = (isRead) => ({
  async hit(exchange) {
    if (isRead) await exchange.apart();
    exchange.app.kill();
    return exchange.app.never();
  },
  async asked({ app }, work) {
    await work();
    app.kill();
    return app.never();
  },
});

export const FAULTS = {
  refused: { hit: (exchange) => exchange.refused() },
  'reset-before': arranged('drop-before'),
  'reset-after': arranged('drop-after'),
  late: {
    async hit(exchange) {
      const answer = await exchange.apart();
      await exchange.hold(LATE_MS);
      return answer();
    },
  },
  'late-effect': {
    hit(exchange) {
      // It travels on, though nobody waits for it any more.
      exchange.app.clock.after(LATE_MS, () => exchange.app.during(exchange.apart()));
      return exchange.hold(Infinity);
    },
  },
  'late-before': { hit: (exchange) => exchange.hold(Infinity) },
  'too-many': arranged('too-many'),
  'too-many-retry-after': arranged('too-many', () => ({ retryAfter: RETRY_AFTER_SECONDS })),
  'status-500': arranged('status', () => ({ status: 500 })),
  'html-502': html('raw', 502),
  'html-502-after': html('raw-after', 502),
  portal: html('raw', 200),
  truncated: arranged('truncated'),
  empty: arranged('empty'),
  'wrong-request-id': arranged('wrong-request-id'),
  'internal-error': internal('error'),
  'internal-error-after': internal('error-after'),
  'token-expired-polling': bindTokenExpires,
  'token-expired-before-bind': bindTokenExpires,
  'access-token-expired-renewing': accessTokenExpires(true),
  'access-token-expired': accessTokenExpires(false),
  'never-online': away(Infinity),
  'online-late': away(ONLINE_LATE_MS),
  'clock-plus-day': skewed(DAY_MS),
  'clock-minus-day': skewed(-DAY_MS),
  'clock-jumps-forward': jumps(DAY_MS),
  'clock-jumps-back': jumps(-DAY_MS),
  duplicate: arranged('duplicate'),
  'offline-30s': offline(OFFLINE_MS),
  offline: offline(Infinity),
  'background-20s': background(20_000, false),
  'background-60s': background(60_000, false),
  'background-60s-after': background(60_000, true),
  'killed-resumed': killed(true),
  'killed-resumed-before': killed(false),
  aborted: {
    async hit(exchange) {
      await exchange.apart();
      exchange.cell.abort();
      return exchange.hold(Infinity);
    },
    async asked(cell, work) {
      const value = await work();
      cell.abort();
      return value;
    },
  },
  timeout: {
    hit: (exchange) => exchange.hold(Infinity),
    after: (exchange) => (exchange.isOfHit ? exchange.hold(Infinity) : exchange.pass()),
    asked: ({ app }) => app.never(),
  },
};
