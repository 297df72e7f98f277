// doctor: asks the real cloud, as the user, what only reads; holds each answer against what this package believes; and writes down
// what differs, without anything of the user's, to be sent back. The package was written from documents, so this is how it learns.

import { open, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildRequest, endpoints, init, parseResponse } from 'iotexplorer-client';
import { UsageError, wholeNumber } from './arguments.js';
import { CODES, TOKEN_VARIABLE, endpointOf, rowOf, timeoutOf } from './cloud.js';
import { compare, formOf, unwrap } from './compare.js';
import { NOBODY, QUESTIONS } from './plan.js';
import { Redactor } from './redact.js';
import { optionsOf, secretOf } from './secrets.js';
import { t } from './text.js';

const PAUSE_MS = 200;
const TIMEOUT_MS = 10_000;
/** What the package reads at most. */
const BODY_MAX_BYTES = 8 * 1024 * 1024;
/** So many without any answer are enough. */
const MAX_SILENT = 3;
/** From here on a signature may be refused for its time. */
const CLOCK_SKEW_SECONDS = 60;
const FOREIGN_ORIGIN = 'https://origin.example';
/** Headers whose values say something about the service and nothing about the user. */
const TELLING_HEADERS = /^(content-type|content-encoding|cache-control|retry-after|server|vary|connection|strict-transport-security|access-control-[a-z-]+)$/;
const SIGN_IN = [/InvalidAccessToken/, /VERIFY_LOGIN_FAIL/];

/** What differs, in words. `wrong`: a belief that does not hold. `new`: something unknown. `note`: known to happen. */
const FINDINGS = {
  'no-answer': ['wrong', ({ cause }) => t(`no answer (${cause})`, `没有应答（${cause}）`)],
  'not-an-object': ['wrong', ({ form, status }) => t(`the answer is ${form}, not a JSON object (HTTP ${status})`, `应答不是 JSON 对象，而是 ${form}（HTTP ${status}）`)],
  'http-status': ['wrong', ({ status }) => t(`HTTP ${status} without an error in the answer`, `HTTP ${status}，应答中却没有错误`)],
  'read-otherwise': ['wrong', ({ read, expected }) => t(`the package reads it as ${read}, not ${expected}`, `本库读作 ${read}，而不是 ${expected}`)],
  'missing-field': ['wrong', ({ at, isNull }) => t(`${at} is ${isNull ? 'null' : 'missing'}`, `${at} ${isNull ? '为 null' : '缺失'}`)],
  'other-type': ['wrong', ({ at, believed, found }) => t(`${at} is ${found}, not ${believed}`, `${at} 的类型是 ${found}，而不是 ${believed}`)],
  'read-type': ['note', ({ at, believed, found }) => t(`${at} is ${found} in place of ${believed}, which is read all the same`, `${at} 的类型是 ${found} 而非 ${believed}，仍可读取`)],
  'unknown-field': ['new', ({ at, type }) => t(`${at} (${type}) is not documented`, `文档中没有 ${at}（${type}）`)],
  'beside-envelope': ['new', ({ at }) => t(`${at} stands beside the payload`, `应答数据之外还有 ${at}`)],
  'request-id': [
    'wrong',
    ({ found }) =>
      found === 'nowhere' ? t('there is no RequestId', '没有 RequestId') : t('RequestId is not the one that was sent', 'RequestId 与发送的不同'),
  ],
  'undocumented-code': ['new', ({ code }) => t(`refused with ${code}, which its page does not list`, `被拒绝：${code}，其文档未列出该错误码`)],
  'unknown-code': ['new', ({ code }) => t(`refused with ${code}, which is not known`, `被拒绝：${code}，未知错误码`)],
  'other-outcome': ['wrong', ({ found }) => t(`something else was expected than ${found}`, `结果 ${found} 与预期不符`)],
  cors: ['new', () => t('it allows web pages of other origins (CORS), which was not known', '允许跨域网页访问（CORS），此前未知')],
  clock: ['note', ({ seconds }) => t(`this machine's clock differs from the server's by ${seconds} s: signatures may be refused`, `本机时钟与服务器相差 ${seconds} 秒，签名可能被拒绝`)],
  'signed-out': ['wrong', () => t('the access token was refused, so nothing else was asked', '访问 Token 被拒绝，未继续请求')],
};

/** Sends a request, and hands out everything that there is to see of the answer. */
async function send(request, { timeoutMs, signal }) {
  const started = performance.now();
  const timeout = new AbortController();
  const end = () => timeout.abort();
  const timer = setTimeout(end, timeoutMs);
  signal.addEventListener('abort', end);
  try {
    const { url, ...init } = request;
    const response = await fetch(url, { ...init, redirect: 'manual', signal: timeout.signal });
    const chunks = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += chunk.length;
      if (bytes > BODY_MAX_BYTES) return { cause: 'too large' };
      chunks.push(chunk);
    }
    const text = Buffer.concat(chunks).toString('utf8').replace(/^\ufeff/, '');
    return { status: response.status, headers: Object.fromEntries(response.headers), text, bytes, ms: Math.round(performance.now() - started) };
  } catch (error) {
    const { code } = Object(Object(error).cause);
    if (signal.aborted) return { cause: 'stopped' };
    return { cause: timeout.signal.aborted ? 'timeout' : /^[A-Z_]{3,40}$/.test(code) ? code : 'network' };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
  }
}

function jsonOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One look at the cloud: its questions, and what came of them. */
class Examination {
  known = {};
  calls = [];
  leftOut = [];
  #found = [];
  #redactor;

  constructor({ accessToken, endpoint, allowInsecure, timeoutMs, signal }) {
    Object.assign(this, { accessToken, endpoint, allowInsecure, timeoutMs, signal });
    this.#redactor = new Redactor([accessToken]);
  }

  #find(what, call, details = {}) {
    const [weight] = FINDINGS[what];
    const { action, question } = call ?? {};
    this.#found.push({ weight, what, ...(action && { action }), ...(question && { question }), ...details });
  }

  /** What was found, in words, too. Only now is it known what every text of the user's is. */
  get findings() {
    return this.#found.map((finding) => {
      const shown = this.#placed(finding);
      return { ...shown, text: FINDINGS[finding.what][1](shown) };
    });
  }

  /** The same with places as a report may have them. */
  #placed(row) {
    return Array.isArray(row.at) ? { ...row, at: this.#redactor.place(row.at) } : row;
  }

  /** Whether a signed-in user is known not to be one any more. */
  get isSignedOut() {
    return this.#found.some(({ what }) => what === 'signed-out');
  }

  get isSilent() {
    return this.calls.length >= MAX_SILENT && this.calls.slice(-MAX_SILENT).every(({ outcome }) => outcome === 'no-answer');
  }

  /** Asks a question; what came of it in a word. */
  async ask({ action, name, params = () => ({}), learn, override, accessToken = this.accessToken, expects }) {
    const row = rowOf(action);
    // Whatever a table says that is put together wrongly: nothing is changed.
    if (!row?.readOnly || row.beforeSignIn) throw new Error(`${action} is not one that only reads`);
    const given = params(this.known);
    if (!given) {
      this.leftOut.push(name ?? action);
      return undefined;
    }
    const request = buildRequest(action, given, {
      accessToken,
      endpoint: this.endpoint,
      allowInsecure: this.allowInsecure,
    });
    const sent = { ...JSON.parse(request.body), ...override };
    request.body = JSON.stringify(sent);
    const answer = await send(request, this);
    if (answer.cause === 'stopped') return undefined;
    const call = { action, ...(name && { question: name }), params: this.#shown({ ...given, ...override }) };
    this.calls.push(call);
    if (answer.cause) {
      call.outcome = 'no-answer';
      this.#find('no-answer', call, { cause: answer.cause });
      return call;
    }
    const body = jsonOf(answer.text);
    this.#redactor.learn(given);
    this.#redactor.learn(body);
    call.http = { status: answer.status, ms: answer.ms, bytes: answer.bytes, headers: this.#headers(answer.headers) };
    if (formOf(answer.text, body) !== 'object') {
      call.outcome = 'unreadable';
      call.form = formOf(answer.text, body);
      this.#find('not-an-object', call, { form: call.form, status: answer.status });
      return call;
    }
    const opened = unwrap(body, row.output);
    call.envelope = opened.envelope;
    this.#envelope(call, opened, sent.RequestId);
    if (opened.error) this.#refused(call, opened.error, row, expects);
    else if (answer.status < 200 || answer.status > 299) {
      call.outcome = 'unreadable';
      this.#find('http-status', call, { status: answer.status });
    } else this.#answered(call, opened.payload, row, expects);
    this.#reading(call, answer);
    if (call.outcome === 'answered') learn?.(this.known, opened.payload);
    if (call.outcome === 'refused' && accessToken === this.accessToken && SIGN_IN.some((code) => code.test(opened.error.Code))) {
      this.#find('signed-out', call);
    }
    return call;
  }

  /** Parameters as a report may have them. */
  #shown(params) {
    const shown = (value) => {
      if (Array.isArray(value)) return value.map(shown);
      if (typeof value === 'string') return !value || value.startsWith(NOBODY) ? value : this.#redactor.mark(value);
      return Math.abs(value) > 1e6 ? '(time)' : value;
    };
    return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, shown(value)]));
  }

  /** Those headers whose values may be shown, and the names of the others. */
  #headers(headers) {
    const all = Object.entries(headers);
    const telling = all.filter(([name]) => TELLING_HEADERS.test(name));
    const others = all.filter(([name]) => !TELLING_HEADERS.test(name)).map(([name]) => this.#redactor.header(name));
    return { ...Object.fromEntries(telling.map(([name, value]) => [name, this.#redactor.sentence(value)])), others: others.join(' ') };
  }

  #envelope(call, { beside, requestId, requestIdAt }, sent) {
    call.requestId = requestId === undefined ? 'missing' : `${requestIdAt}, ${requestId === sent ? 'as sent' : 'another'}`;
    if (requestId !== sent) this.#find('request-id', call, { found: requestIdAt ?? 'nowhere' });
    for (const key of new Set(beside)) this.#find('beside-envelope', call, { at: [key] });
  }

  #refused(call, { Code, Message }, row, expects) {
    call.outcome = 'refused';
    call.code = this.#redactor.code(Code);
    if (Message !== undefined) call.message = this.#redactor.sentence(Message);
    const isExpected = expects?.codes?.some((code) => code.test(Code));
    if (expects && !isExpected) this.#find('other-outcome', call, { found: call.code });
    if (isExpected) return;
    if (!CODES.has(Code)) this.#find('unknown-code', call, { code: call.code });
    else if (!row.codes.includes(Code)) this.#find('undocumented-code', call, { code: call.code });
  }

  #answered(call, payload, row, expects) {
    call.outcome = 'answered';
    if (expects && !expects.answer?.(payload)) this.#find('other-outcome', call, { found: 'answered' });
    call.fields = compare(payload, row.output);
    // What belongs to nobody has nothing to show.
    if (!expects) for (const { at, isNull } of call.fields.missing) this.#find('missing-field', call, { at, isNull });
    for (const { at, believed, found, read } of call.fields.types) this.#find(read ? 'read-type' : 'other-type', call, { at, believed, found });
    for (const { at, type } of call.fields.unknown) this.#find('unknown-field', call, { at, type });
  }

  /** What the package itself makes of the answer. */
  #reading(call, { status, headers, text }) {
    let read = 'answered';
    try {
      parseResponse(call.action, { status, headers, body: text });
    } catch (error) {
      read = error.kind === 'api' ? this.#redactor.code(error.code) : error.code;
    }
    call.read = read;
    const expected = call.outcome === 'refused' ? call.code : call.outcome;
    // What is of another type has been said already.
    const isSaid = call.outcome === 'unreadable' || (call.outcome === 'answered' && call.fields.types.some((type) => !type.read));
    if (read !== expected && !isSaid) this.#find('read-otherwise', call, { read, expected });
  }

  /** What a browser would ask before a page of another origin may call. It changes nothing. */
  async preflight() {
    const answer = await send(
      {
        url: this.endpoint,
        method: 'OPTIONS',
        headers: { origin: FOREIGN_ORIGIN, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      },
      this,
    );
    if (answer.cause) return;
    this.cors = { status: answer.status, headers: this.#headers(answer.headers) };
    const allowed = answer.headers['access-control-allow-origin'];
    if (allowed === '*' || allowed === FOREIGN_ORIGIN) this.#find('cors');
    const theirs = Date.parse(answer.headers.date);
    const seconds = Math.round((Date.now() - theirs) / 1000);
    if (Math.abs(seconds) > CLOCK_SKEW_SECONDS) this.#find('clock', undefined, { seconds });
  }

  /** Everything, to be sent back. */
  report() {
    const { origin, pathname } = new URL(this.endpoint);
    const of = (outcome) => this.calls.filter((call) => call.outcome === outcome).length;
    const report = {
      report: 'iotexplorer-client doctor',
      package: VERSION,
      node: process.version,
      platform: process.platform,
      date: new Date().toISOString(),
      endpoint: origin + pathname,
      summary: {
        asked: this.calls.length,
        answered: of('answered'),
        refused: of('refused'),
        unreadable: of('unreadable'),
        unanswered: of('no-answer'),
        leftOut: this.leftOut,
        ...(this.signal.aborted && { interrupted: true }),
      },
      findings: this.findings.map(({ text, ...finding }) => ({ ...finding, text: text.en })),
      ...(this.cors && { preflight: this.cors }),
      calls: this.calls.map(({ fields, ...call }) => ({
        ...call,
        ...(fields && {
          fields: Object.fromEntries(
            Object.entries(fields).map(([name, rows]) => [name, Array.isArray(rows) ? rows.map((row) => this.#placed(row)) : rows]),
          ),
        }),
      })),
    };
    return `${this.#redactor.whole(JSON.stringify(report, null, 2))}\n`;
  }
}

/** What was asked, for whoever waits. */
const OUTCOMES = {
  answered: t('answered', '已应答'),
  refused: t('refused', '被拒绝'),
  unreadable: t('unreadable', '无法读取'),
  'no-answer': t('no answer', '没有应答'),
};

/** A question in a few words. */
const named = ({ action, about }, language) => (about ? `${action} (${about[language]})` : action);

/** The file for the report; there must be none yet, unless it was named. */
async function fileOf(values) {
  const stamp = new Date().toISOString().replace(/\.\d+Z$/, '').replace(/\D/g, '');
  const path = values.output ?? `iotexplorer-doctor-${stamp}.json`;
  try {
    return { path, file: await open(path, values.output === undefined ? 'wx' : 'w', 0o600) };
  } catch ({ code }) {
    throw new UsageError(t(`The report cannot be written (${code}); --output names another file.`, `无法写入报告（${code}），可用 --output 另选文件。`));
  }
}

const WEIGHTS = { wrong: t('wrong', '不符'), new: t('new', '新增'), note: t('note', '提示') };

function show(io, examination, path) {
  const { findings, calls } = examination;
  const differ = findings.filter(({ weight }) => weight !== 'note').length;
  if (io.json) {
    io.value({ report: path, asked: calls.length, findings: findings.map(({ text, ...finding }) => finding) });
    return differ;
  }
  for (const { weight, action, question, text } of findings) {
    const place = action ? `${action}${question ? ` (${question})` : ''}: ` : '';
    io.print(`${WEIGHTS[weight][io.language]}  ${place}${text[io.language]}`);
  }
  const answered = calls.filter(({ outcome }) => outcome === 'answered' || outcome === 'refused').length;
  io.print(
    t(
      `${calls.length} asked, ${answered} answered or refused, ${differ} differences from what this package believes.`,
      `请求 ${calls.length} 次，得到有效应答 ${answered} 次，与本库所知不同之处 ${differ} 处。`,
    )[io.language],
  );
  io.print(
    t(
      `The report is in ${path}. It holds no token, and ids only as marks; read it through, then please\nsend it back: attach it to an issue at ${REPOSITORY}/issues`,
      `报告已写入 ${path}。其中没有 Token，ID 只以代号出现；请先查看内容，再附在 issue 中发回：\n${REPOSITORY}/issues`,
    )[io.language],
  );
  return differ;
}

export const doctor = {
  about: t('Compares the real cloud with what this package believes, and writes a report to send back.', '将真实云端与本库所知进行比对，生成可发回的报告。'),
  more: t(
    `Asks, with your own access token (${TOKEN_VARIABLE} unless an option says otherwise), Actions that
only read: nothing is changed. The report holds names of fields, kinds, codes and times taken; no token,
and ids only as marks that differ from report to report. --dry-run shows what would be asked.

The exit code is 0 if nothing differs, 1 if something does or the cloud cannot be reached.`,
    `使用你自己的访问 Token（默认取自 ${TOKEN_VARIABLE}），只请求只读接口，不修改任何数据。
报告只含字段名、类型、错误码和耗时；没有 Token，ID 只以每份报告各不相同的代号出现。
--dry-run 显示将要请求的内容。

没有不同之处时退出码为 0；有不同之处或无法访问云端时为 1。`,
  ),
  usage: ['doctor [--endpoint SITE] [--output FILE] [options]'],
  examples: ['iotexplorer-client doctor', 'iotexplorer-client doctor --token-file token.txt --endpoint overseas --output report.json'],
  options: ['endpoint', ...optionsOf('token'), 'output', 'dry-run', 'pause-ms', 'timeout-ms', 'allow-insecure'],
  async run(io, values) {
    if (values['dry-run']) {
      if (io.json) io.value(QUESTIONS.map(({ action, name }) => ({ action, ...(name && { question: name }) })));
      else for (const question of QUESTIONS) io.print(named(question, io.language));
      return 0;
    }
    const pauseMs = wholeNumber(values, 'pause-ms', PAUSE_MS);
    const timeoutMs = timeoutOf(values) ?? TIMEOUT_MS;
    const accessToken = await secretOf(io, values, 'token', TOKEN_VARIABLE);
    const stop = new AbortController();
    const endpoint = endpointOf(values) ?? endpoints.china;
    const examination = new Examination({ accessToken, endpoint, allowInsecure: values['allow-insecure'], timeoutMs, signal: stop.signal });
    await init();
    // What is wrong with the address or the token is said before there is a file.
    buildRequest('AppGetUser', {}, { accessToken, endpoint, allowInsecure: values['allow-insecure'] });
    const { path, file } = await fileOf(values);
    // What was found until then is written all the same.
    process.once('SIGINT', () => stop.abort());
    try {
      for (const [at, question] of QUESTIONS.entries()) {
        if (stop.signal.aborted || examination.isSignedOut || examination.isSilent) break;
        const call = await examination.ask(question);
        if (!call) continue;
        if (!io.json) {
          const place = `[${String(at + 1).padStart(2)}/${QUESTIONS.length}]`;
          const time = call.http ? ` ${call.http.ms} ms` : '';
          const sentence = (language) => `${place} ${named(question, language)}: ${OUTCOMES[call.outcome][language]}${call.code ? ` ${call.code}` : ''}${time}`;
          io.note(t(sentence('en'), sentence('zh')));
        }
        await sleep(pauseMs, undefined, { signal: stop.signal }).catch(() => {});
      }
      if (!stop.signal.aborted && !examination.isSilent) await examination.preflight();
      await file.writeFile(examination.report());
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    return show(io, examination, path) ? 1 : 0;
  },
};
