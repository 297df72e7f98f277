// Parameters as one writes them in a terminal: Name=text, Name:=JSON, Name=@file. By an Action's table they become what it takes.

import { UsageError } from './arguments.js';
import { ACTIONS } from './cloud.js';
import { parsed } from './io.js';
import { t } from './text.js';

const SHAPES = {
  boolean: t('true or false', 'true 或 false'),
  number: t('a number', '数字'),
  object: t('a JSON object', 'JSON 对象'),
  map: t('a JSON object', 'JSON 对象'),
  list: t('a JSON list', 'JSON 数组'),
  any: t('JSON', 'JSON'),
};

/** Parameters that are secrets to some Action. */
const SECRETS = new Set(Object.values(ACTIONS).flatMap(({ params }) => params.filter(({ secret }) => secret).map(({ name }) => name)));

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a text means as a parameter of that kind. */
function converted(text, { name, kind }) {
  const wrong = () => new UsageError(t(`${name} is ${SHAPES[kind].en}.`, `${name} 应为${SHAPES[kind].zh}。`));
  if (kind === 'boolean') {
    if (text !== 'true' && text !== 'false') throw wrong();
    return text === 'true';
  }
  if (kind === 'number') {
    if (!/^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text)) throw wrong();
    return Number(text);
  }
  // Digits keep their form, however many they are; the package makes a number of them.
  if (kind === 'integer') return /^-\d{1,15}$/.test(text) ? Number(text) : text;
  if (kind === 'texts') return text.startsWith('[') ? parsed(text, name) : [text];
  if (!(kind in SHAPES)) return text;
  const value = parsed(text, name);
  if (kind === 'list' ? !Array.isArray(value) : kind !== 'any' && !isObject(value)) throw wrong();
  return value;
}

/** Name, operator and text of an argument. */
function split(argument, at) {
  const [, name, operator, text] = /^([A-Za-z_][\w.-]*)(:=|=@|=)([^]*)$/.exec(argument) || [];
  // It is not said again: it may be a secret in the wrong place.
  if (!name) throw new UsageError(t(`Argument ${at + 1} is not of the form Name=value.`, `第 ${at + 1} 个参数不是 Name=value 的形式。`));
  return [name, operator, text];
}

/** The object that a file or standard input holds. */
async function fromFile(io, path) {
  const value = parsed(await io.text(path, '--params'), '--params');
  if (!isObject(value)) throw new UsageError(t('--params is a JSON object.', '--params 应为 JSON 对象。'));
  return value;
}

/** From the environment: [[name, text]]. */
function fromEnvironment(given = []) {
  return given.map((pair) => {
    const [, name, variable] = /^([A-Za-z_][\w.-]*)=(\w+)$/.exec(pair) || [];
    const text = process.env[variable];
    if (text === undefined) {
      throw new UsageError(
        t('--param-env is Name=VARIABLE, and that variable is set.', '--param-env 的形式为 Name=VARIABLE，且该环境变量已设置。'),
      );
    }
    return [name, text];
  });
}

/**
 * All parameters of a call.
 *
 * @param {string[]} words Name=value, …
 * @param {{ name: string, kind: string }[]} [known] what the Action takes; absent where that is not known
 */
export async function paramsOf(io, values, words, known, action) {
  const params = values.params === undefined ? {} : await fromFile(io, values.params);
  const seen = new Set();
  const set = (name, text) => {
    const param = known?.find((one) => one.name === name);
    if (known && !param) {
      io.warn(t(`${action} has no parameter ${name}; it is sent as text.`, `${action} 没有参数 ${name}，按文本发送。`));
    }
    const value = param ? converted(text, param) : text;
    // A list of texts may be written one by one.
    params[name] = Array.isArray(value) && param.kind === 'texts' && seen.has(name) ? [...params[name], ...value] : value;
    seen.add(name);
  };
  for (const [name, text] of fromEnvironment(values['param-env'])) set(name, text);
  for (const [at, word] of words.entries()) {
    const [name, operator, text] = split(word, at);
    if (operator !== '=@' && SECRETS.has(name) && text) {
      io.warn(
        t(
          `${name} is a secret: given as an argument it is seen by others on this machine and kept by shells; rather use --param-env ${name}=VARIABLE or ${name}=@FILE.`,
          `${name} 是密钥：写在命令行参数中会被本机其他用户看到并留在 shell 历史中，请改用 --param-env ${name}=变量名 或 ${name}=@文件。`,
        ),
      );
    }
    if (operator === ':=') params[name] = parsed(text, name);
    else if (operator === '=@') set(name, (await io.text(text, `${name}=@`)).replace(/\r?\n$/, ''));
    else set(name, text);
  }
  return params;
}

/** What is added to every body. */
export function commonOf(values) {
  const given = (values.common || []).map((word, at) => split(word, at));
  return Object.fromEntries(given.map(([name, operator, text]) => [name, operator === ':=' ? parsed(text, name) : text]));
}
