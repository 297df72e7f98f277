// What WIRE's section on envelopes says of reading an answer, once more and in plain JavaScript: written from that page, not
// from src/envelope.rs, so that one can be held against the other. Slow, and as simple as the rules allow.

/** What is known of the fields of an Action's payload: names and types, and the names of an object's own fields. */
const DEVICE_INFO = {
  DeviceId: 'string',
  ProductId: 'string',
  DeviceName: 'string',
  AliasName: 'string',
  IconUrl: 'string',
  FamilyId: 'string',
  RoomId: 'string',
  CreateTime: 'integer',
  UpdateTime: 'integer',
};

/** The fields that an Action lists: the table in `actions.json`, with what WIRE adds to it. */
export function fieldsOf({ action, output }) {
  const fields = Object.fromEntries(output.map(({ name, type }) => [name, type]));
  if (/Bind|SecureAdd/.test(action) && 'AppDeviceInfo' in fields) fields.AppDeviceInfo = DEVICE_INFO;
  // The live service names the device that reported the token.
  if (action === 'AppGetDeviceBindTokenState') Object.assign(fields, { ProductId: 'string', DeviceName: 'string' });
  return fields;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
const isNothing = (value) => value === undefined || value === null;

const LIMIT = 2n ** 53n;

/** Reads JSON as the host does; integers above 2^53 keep their digits, as text. `undefined` for what is no JSON. */
export function parse(text) {
  try {
    JSON.parse(text);
  } catch {
    return undefined;
  }
  // Sound now, so that outside of texts a digit or a minus begins a number, and no number is a name.
  let out = '';
  let at = 0;
  while (at < text.length) {
    let end = at + 1;
    if (text[at] === '"') {
      while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
      end++;
      out += text.slice(at, end);
    } else if (/[-\d]/.test(text[at])) {
      while (end < text.length && /[-+.eE\d]/.test(text[end])) end++;
      const literal = text.slice(at, end);
      const isBig = /^-?\d+$/.test(literal) && (BigInt(literal) > LIMIT || BigInt(literal) < -LIMIT);
      out += isBig ? `"${literal}"` : literal;
    } else {
      out += text[at];
    }
    at = end;
  }
  return JSON.parse(out);
}

const protocol = (requestId) => ({ error: { kind: 'protocol', requestId } });
const isSuccess = (status) => status >= 200 && status < 300;

/**
 * Reads an answer: `{ result }`, or `{ error: { kind, code?, message?, requestId? } }`, where what is left out is not said by
 * the rules. `fields` are those of the Action, none for one that the table does not have.
 */
export function readAnswer(fields, status, body) {
  let object = parse(body.trim());
  if (!isObject(object)) return protocol();

  // The path: what is unwrapped, outermost first.
  const path = [object];
  const enter = (inner) => path.push((object = inner));
  let refusal;
  let isBroken = false;
  for (let depth = 0; depth < 2; depth++) {
    const response = own(object, 'Response');
    const code = own(object, 'code');
    const data = own(object, 'data');
    if (response !== undefined) {
      isBroken = !isObject(response);
      if (isBroken) break;
      enter(response);
    } else if (!isNothing(code) && (data !== undefined || own(object, 'msg') !== undefined)) {
      // What text an object, a list or a number without end is, nobody says.
      const text = typeof code === 'object' || Math.abs(code) === Infinity ? undefined : String(code);
      if (text !== '0') refusal ??= { code: text, message: own(object, 'msg') };
      if (!isObject(data)) break;
      enter(data);
    } else {
      break;
    }
  }
  if (!isBroken) {
    // The payload may sit one deeper, unless that is the name of a field.
    const name = ['Data', 'data'].find((name) => isObject(own(object, name)) && !(fields && name in fields));
    if (name) enter(object[name]);
  }

  const ids = path.map((step) => own(step, 'RequestId')).filter((id) => !isNothing(id));
  const requestId = ids.at(-1);
  if (isBroken) return protocol(requestId);
  const error = path
    .map((step) => own(step, 'Error'))
    .find((error) => isObject(error) && typeof own(error, 'Code') === 'string');
  if (error) return { error: { kind: 'api', code: error.Code, message: own(error, 'Message'), requestId } };
  if (refusal) return { error: { kind: 'api', ...refusal, requestId } };
  if (!isSuccess(status)) return protocol(requestId);
  if (fields && !fits(object, fields)) return protocol(requestId);
  if (requestId !== undefined && isNothing(own(object, 'RequestId'))) object.RequestId = requestId;
  return { result: object };
}

/** Whether the listed fields are of their types; puts integers right that came as digits. */
function fits(object, fields) {
  if (own(object, 'UpdateTIme') !== undefined && 'UpdateTime' in fields && 'DeviceId' in fields) {
    if (own(object, 'UpdateTime') === undefined) object.UpdateTime = object.UpdateTIme;
    delete object.UpdateTIme;
  }
  return Object.entries(fields).every(([name, type]) => {
    const value = own(object, name);
    if (isNothing(value)) return true;
    if (typeof type === 'object') return isObject(value) && fits(value, type);
    if (type === 'object') return isObject(value);
    if (type === 'array<object>') return Array.isArray(value);
    if (type === 'array<string>') return Array.isArray(value);
    if (type === 'number' || type === 'boolean') return typeof value === type;
    if (type === 'string') return typeof value === 'string';
    if (type !== 'integer') throw new Error(`no rule for ${type}`);
    if (typeof value === 'number') return Math.trunc(value) === value;
    if (typeof value !== 'string' || !/^-?\d+$/.test(value)) return false;
    const number = BigInt(value);
    if (number < LIMIT && number > -LIMIT) object[name] = Number(number);
    return true;
  });
}
