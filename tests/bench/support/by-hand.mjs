// One Action's request and another's answer, checked by hand, as somebody would write it who has read INTERFACE.md and WIRE.md
// and needs nothing else: no table, no error classes, plain JavaScript throughout. What the package is compared with.

const BODY_MAX_BYTES = 1024 * 1024;
const TIME_MAX = 2n ** 63n - 1n;
const CHINA = 'https://iot.cloud.tencent.com/api/exploreropen/tokenapi';
const ENDPOINT = /^http(s?):\/\/([\w.-]+|\[[\dA-Fa-f:.]+])(?::(\d{1,5}))?\/[!"$-?A-[\]-~]*$/;
const LOCAL = /^(localhost|\[::1]|127(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3})$/;
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

// As JSON.stringify writes half a character.
const HALF = /(?:^|[^\\])(?:\\\\)*\\u[dD][89a-fA-F]/;

function refuse(name, why) {
  throw new TypeError(`${name}: ${why}`);
}

function text(value, name) {
  if (typeof value !== 'string') refuse(name, 'text');
  if (LONE_SURROGATE.test(value)) refuse(name, 'half a character');
  return value;
}

function filled(value, name) {
  if (value === undefined) refuse(name, 'missing');
  if (text(value, name) === '') refuse(name, 'empty');
  return value;
}

function oneOf(value, name, allowed) {
  if (!allowed.includes(text(value, name))) refuse(name, `one of ${allowed.join(', ')}`);
  return value;
}

/** The digits of a time, with none lost. */
function time(value, name) {
  if (value === undefined) refuse(name, 'missing');
  const isText = typeof value === 'string' && /^\d+$/.test(value);
  if (!isText && !Number.isSafeInteger(value) && typeof value !== 'bigint') refuse(name, 'a whole number');
  // Up to 15 digits a number is exact, and so is the comparison.
  if (typeof value === 'number' ? value < 0 : BigInt(value) < 0n || BigInt(value) > TIME_MAX) refuse(name, 'out of range');
  return String(isText ? BigInt(value) : value);
}

function endpoint(value = CHINA) {
  const [all, isHttps, host, port] = ENDPOINT.exec(filled(value, 'endpoint')) || [];
  if (!all || port < 1 || port > 65535) refuse('endpoint', 'https://host[:port]/path');
  if (!isHttps && !LOCAL.test(host)) refuse('endpoint', 'https');
  return value;
}

const DOCUMENTED = new Set(
  'FamilyId ProductId DeviceName RoomId DeviceTimestamp ConnId Signature BindType SignMethod'.split(' '),
);
const COMMON = new Set(['Action', 'RequestId', 'AccessToken']);

/** The request of `AppSigBindDeviceInFamily`. */
export function buildSigBind(params, options) {
  const accessToken = filled(options.accessToken, 'accessToken');
  const requestId = options.requestId === undefined ? crypto.randomUUID() : filled(options.requestId, 'requestId');
  const url = endpoint(options.endpoint);
  if (params === null || typeof params !== 'object' || Array.isArray(params)) refuse('params', 'an object');
  // Own enumerable properties only, each read once.
  const own = { ...params };
  const bindType = own.BindType === 'bluetooth_sigh' ? 'bluetooth_sign' : own.BindType;
  const fields = {
    Action: 'AppSigBindDeviceInFamily',
    RequestId: requestId,
    AccessToken: accessToken,
    FamilyId: filled(own.FamilyId, 'FamilyId'),
    ProductId: filled(own.ProductId, 'ProductId'),
    DeviceName: filled(own.DeviceName, 'DeviceName'),
    RoomId: own.RoomId === undefined ? undefined : text(own.RoomId, 'RoomId'),
  };
  const more = {
    ConnId: own.ConnId === undefined ? undefined : text(own.ConnId, 'ConnId'),
    Signature: filled(own.Signature, 'Signature'),
    BindType: bindType === undefined ? 'wifi_sign' : oneOf(bindType, 'BindType', ['wifi_sign', 'bluetooth_sign', 'other_sign']),
    SignMethod: own.SignMethod === undefined ? undefined : oneOf(own.SignMethod, 'SignMethod', ['hmacsha1', 'hmacsha256']),
  };
  const digits = time(own.DeviceTimestamp, 'DeviceTimestamp');
  let extras = '';
  for (const name of Object.keys(own)) {
    if (DOCUMENTED.has(name) || COMMON.has(name) || own[name] === undefined) continue;
    if (name === '__proto__' || LONE_SURROGATE.test(name)) refuse(name, 'not allowed');
    const json = typeof own[name] === 'bigint' ? String(own[name]) : JSON.stringify(own[name]);
    if (json === undefined || HALF.test(json)) refuse(name, 'no JSON');
    extras += `,${JSON.stringify(name)}:${json}`;
  }
  // JSON.stringify has no way to write a number by its digits.
  const [start, end] = [fields, more].map((part) => JSON.stringify(part).slice(0, -1));
  const body = `${start},"DeviceTimestamp":${digits},${end.slice(1)}${extras}}`;
  // A character has at most three bytes.
  if (body.length * 3 > BODY_MAX_BYTES && new TextEncoder().encode(body).length > BODY_MAX_BYTES) refuse('params', 'too large');
  return { method: 'POST', url, headers: { 'content-type': 'application/json' }, body };
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

const TOKEN = /"[^"\\]*(?:\\[^][^"\\]*)*"|-?\d[\d.eE+-]*/g;
const keepDigits = (token) => {
  const [, digits] = /^-?([1-9]\d{15,})$/.exec(token) || [];
  return digits && (digits.length > 16 || digits > '9007199254740992') ? `"${token}"` : token;
};

const TEXTS = 'DeviceId ProductId DeviceName AliasName IconUrl FamilyId RoomId'.split(' ');
const INTEGERS = 'DeviceType CreateTime UpdateTime'.split(' ');

function protocol(why) {
  throw new Error(`protocol: ${why}`);
}

/** What `AppGetDeviceInFamily` answers. */
export function readDevice({ status, body }) {
  if (!(Number.isInteger(status) && status >= 0 && status <= 999)) refuse('response.status', 'a whole number');
  if (typeof body !== 'string') refuse('response.body', 'a string');
  const trimmed = body.trim();
  const isSuccess = status >= 200 && status <= 299;
  let object;
  try {
    object = JSON.parse(/\d{16}/.test(trimmed) ? trimmed.replace(TOKEN, keepDigits) : trimmed);
  } catch {
    protocol(`${body.length} characters, no JSON`);
  }
  if (!isObject(object)) protocol('no JSON object');
  let error;
  let requestId;
  let refusal;
  const enter = (next) => {
    object = next;
    if (!error && isObject(object.Error) && typeof object.Error.Code === 'string') error = object.Error;
    requestId = object.RequestId ?? requestId;
  };
  enter(object);
  for (let depth = 0; depth < 2; depth++) {
    if (object.Response !== undefined) {
      if (!isObject(object.Response)) protocol('Response is no object');
      enter(object.Response);
    } else if (object.code != null && (object.data !== undefined || object.msg !== undefined)) {
      if (!refusal && String(object.code) !== '0') refusal = object;
      if (!isObject(object.data)) break;
      enter(object.data);
    } else break;
  }
  if (isObject(object.Data)) enter(object.Data);
  else if (isObject(object.data)) enter(object.data);
  if (error || refusal) {
    const code = error ? error.Code : String(refusal.code);
    throw Object.assign(new Error(error?.Message || refusal?.msg || code), { code, requestId });
  }
  if (!isSuccess) protocol(`HTTP status ${status}`);
  if (object.UpdateTIme !== undefined) {
    object.UpdateTime ??= object.UpdateTIme;
    delete object.UpdateTIme;
  }
  for (const name of TEXTS) if (object[name] != null && typeof object[name] !== 'string') protocol(name);
  for (const name of INTEGERS) {
    const value = object[name];
    if (value == null) continue;
    if (typeof value === 'string' && /^-?\d+$/.test(value)) {
      if (Number.isSafeInteger(Number(value))) object[name] = Number(value);
    } else if (!Number.isInteger(value)) protocol(name);
  }
  if (object.RequestId == null && requestId != null) object.RequestId = requestId;
  return object;
}
