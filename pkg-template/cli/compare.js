// An answer of the cloud's held against what the package believes. Written apart from the package's own reading, so that the two
// can disagree.

import { STRUCTS } from './cloud.js';

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value's JSON type in a word. */
export function typeOf(value) {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return /^-?\d{1,20}$/.test(value) ? 'digits' : 'text';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** What a body is, where it is no JSON object. */
export function formOf(text, body) {
  if (body !== undefined) return typeOf(body);
  const start = text.trim().slice(0, 200).toLowerCase();
  if (!start) return 'nothing';
  if (/^<(!doctype|html|\?xml|head|body)/.test(start)) return 'a page';
  return /^[[{]/.test(start) ? 'JSON that is cut off or broken' : 'plain text';
}

/**
 * Takes the envelope off: where the payload was, what stood around it, and the error if there is one.
 *
 * @param {object} body a JSON object
 * @param {object[]} output the fields of the Action's answer
 */
export function unwrap(body, output) {
  const path = [];
  const beside = [];
  let at = body;
  let code;
  let message;
  let error;
  let requestIdAt;
  let requestId;
  const look = (object) => {
    if (error === undefined && isObject(object.Error) && typeof object.Error.Code === 'string') error = object.Error;
    if (requestId === undefined && typeof object.RequestId === 'string') {
      requestId = object.RequestId;
      requestIdAt = path.join('.') || 'top';
    }
  };
  look(at);
  for (let depth = 0; depth < 2; depth++) {
    let next;
    if (Object.hasOwn(at, 'Response')) next = 'Response';
    else if (Object.hasOwn(at, 'code') && (Object.hasOwn(at, 'msg') || Object.hasOwn(at, 'data'))) next = 'data';
    else break;
    const around = next === 'data' ? ['code', 'msg', 'data', 'RequestId'] : [next, 'RequestId'];
    beside.push(...Object.keys(at).filter((name) => !around.includes(name)));
    if (next === 'data') {
      if (code === undefined) ({ code, msg: message } = at);
      path.push('code');
    }
    path.push(next);
    if (!isObject(at[next])) {
      at = {};
      break;
    }
    at = at[next];
    look(at);
  }
  if (error === undefined && code !== undefined && code !== 0 && code !== '0') error = { Code: String(code), Message: message };
  const inner = ['Data', 'data'].find((name) => isObject(at[name]) && !output.some((field) => field.name === name));
  if (inner) {
    beside.push(...Object.keys(at).filter((name) => ![inner, 'RequestId', 'Error'].includes(name)));
    path.push(inner);
    at = at[inner];
    look(at);
  }
  return { envelope: path.join('.') || 'none', payload: at, beside, error, requestId, requestIdAt };
}

/** Whether a value is what a field's kind says: `yes`, `read` where the package reads it all the same, `no`. */
function fits(value, { kind, loose, wide }, isInList) {
  const type = typeOf(value);
  const either = (isSo, isRead) => (isSo ? 'yes' : isRead ? 'read' : 'no');
  switch (kind) {
    case 'text':
      return either(type === 'text' || type === 'digits', loose && (type === 'integer' || type === 'number'));
    case 'integer':
      if (type === 'integer') return either(Number.isSafeInteger(value) || wide, true);
      return either(false, type === 'digits' && (!isInList || loose));
    case 'number':
      return either(type === 'integer' || type === 'number');
    case 'boolean':
      return either(type === 'boolean', loose && (value === 'true' || value === 'false'));
    case 'object':
    case 'map':
      return either(type === 'object');
    case 'list':
      return either(type === 'list' && value.every(isObject));
    case 'texts':
      return either(type === 'list' && value.every((one) => typeof one === 'string'));
    default:
      return either(['text', 'digits', 'integer', 'number', 'boolean'].includes(type));
  }
}

const IGNORED = ['RequestId', 'Error'];

/** What differs, gathered over the elements of lists: `place` → what was met there. */
class Differences {
  unknown = new Map();
  missing = new Map();
  types = new Map();
  seen = 0;
  listed = 0;
  lists = {};

  count(map, place, details) {
    const key = JSON.stringify(place);
    map.set(key, { at: place, times: (map.get(key)?.times ?? 0) + 1, ...details });
  }
}

function compareObject(object, fields, at, into, isInList) {
  // What may stand around its fields, or not.
  const wrappers = fields.filter(({ wrapper }) => wrapper).map((field) => field.name);
  const all = [object, ...wrappers.map((wrapper) => object[wrapper]).filter(isObject)];
  const find = (field) => {
    for (const part of all) {
      for (const spelling of [field.name, field.also]) {
        if (spelling && part[spelling] !== undefined && part[spelling] !== null) return part[spelling];
      }
    }
    return undefined;
  };
  const listed = new Set([...IGNORED, ...fields.flatMap((field) => [field.name, field.also])]);
  for (const part of all) {
    for (const key of Object.keys(part)) {
      if (!listed.has(key)) into.count(into.unknown, [...at, key], { type: typeOf(part[key]) });
    }
  }
  for (const field of fields) {
    if (field.wrapper) continue;
    const place = [...at, field.name];
    const value = find(field);
    into.listed++;
    if (value === undefined) {
      if (!field.optional) into.count(into.missing, place, { isNull: object[field.name] === null });
      continue;
    }
    into.seen++;
    const fit = fits(value, field, isInList);
    if (fit !== 'yes') into.count(into.types, place, { believed: field.kind, found: typeOf(value), read: fit === 'read' });
    if (fit === 'no') continue;
    if (field.kind === 'object') compareObject(value, STRUCTS[field.of], place, into, isInList);
    if (field.kind === 'list' || field.kind === 'texts') into.lists[place.join('.')] = (into.lists[place.join('.')] ?? 0) + value.length;
    if (field.kind === 'list') for (const one of value) compareObject(one, STRUCTS[field.of], [...at, `${field.name}[]`], into, true);
  }
}

/** A payload held against the fields that are listed; each place is the list of names that lead there, as they came. */
export function compare(payload, output) {
  const into = new Differences();
  compareObject(payload, output, [], into, false);
  return {
    listed: into.listed,
    seen: into.seen,
    unknown: [...into.unknown.values()],
    missing: [...into.missing.values()],
    types: [...into.types.values()],
    ...(Object.keys(into.lists).length && { lists: into.lists }),
  };
}
