// What the compatible entry needs of browsers and of Node.

export const isMiniProgram = false;

const agent = typeof navigator === 'undefined' ? {} : navigator;
export const envDetect = {
  isMiniProgram,
  isBrowser: typeof window !== 'undefined' && Boolean(window.document),
  isNode: typeof process !== 'undefined' && Boolean(process.versions && process.versions.node),
  isRN: agent.product === 'ReactNative',
  isIOS: /iPhone|iPad|iPod/.test(agent.userAgent),
  isAndroid: /android/i.test(agent.userAgent),
};

/** How long an attempt may take, unless its options say so. */
export const TIMEOUT_MS = 10_000;

/** Sends a request; `header` is the caller's. */
export async function transport({ url, method, body, headers }, { signal }, { header }) {
  const response = await fetch(url, {
    method,
    body,
    signal,
    headers: { ...headers, ...header },
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  });
  const wait = response.headers.get('retry-after');
  return { status: response.status, body: await response.text(), headers: wait === null ? {} : { 'retry-after': wait } };
}

/** `utils.request`. */
export async function request({ url, data, header, method = 'GET' }) {
  const isGet = method.toUpperCase() === 'GET';
  const address = isGet && data ? `${url}${url.includes('?') ? '&' : '?'}${new URLSearchParams(data)}` : url;
  const response = await fetch(address, {
    method,
    headers: { 'content-type': 'application/json', ...header },
    body: isGet ? undefined : JSON.stringify(data),
  });
  if (!response.ok) throw { code: response.status, msg: response.statusText };
  const text = await response.text();
  try {
    return { data: JSON.parse(text), statusCode: response.status };
  } catch (_) {
    return { data: text, statusCode: response.status };
  }
}

const kept = () => (typeof window === 'undefined' ? undefined : window.localStorage);

/** What outlives the page. In Node everything is forgotten. */
export const store = {
  get(key) {
    const text = kept() && kept().getItem(key);
    try {
      return JSON.parse(text);
    } catch (_) {
      // Somebody else has written it as it is.
      return text;
    }
  },
  set: (key, value) => kept() && kept().setItem(key, JSON.stringify(value)),
  remove: (key) => kept() && kept().removeItem(key),
};
