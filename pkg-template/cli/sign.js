// sign, explain and diagnose: what the package's own functions say, from a terminal.

import { init, sign as signatures } from 'iotexplorer-client';
import { UsageError } from './arguments.js';
import { paramsOf } from './params.js';
import { optionsOf, secretOf } from './secrets.js';
import { t } from './text.js';

/** Where the key of a kind is looked for. */
export const KEYS = {
  gateway: 'IOTEXPLORER_PRODUCT_SECRET',
  device: 'IOTEXPLORER_PSK',
  app: 'IOTEXPLORER_APP_SECRET',
};

const WHICH = t(
  `gateway  what your server signs for a sub-device (ProductSecret)
device   what a device signs to be bound (psk, in Base64)
app      a call before sign-in (AppSecret); its parameters follow as Name=value`,
  `gateway  服务器为子设备签名（ProductSecret）
device   设备绑定签名（psk，Base64）
app      登录前的调用（AppSecret），参数以 Name=value 形式写在后面`,
);
const keys = (ending) =>
  t(
    `${WHICH.en}\n\nWithout an option the secret is read from ${KEYS.gateway}, ${KEYS.device} or\n${KEYS.app}.${ending.en}`,
    `${WHICH.zh}\n\n未给出选项时，密钥取自环境变量 ${KEYS.gateway}、${KEYS.device} 或\n${KEYS.app}。${ending.zh}`,
  );

/** The kind that is asked for, among those that there are. */
function kindOf([kind, ...rest], kinds) {
  if (!kinds.includes(kind)) {
    throw new UsageError(t(`Say which: ${kinds.join(', ')}.`, `请指明类型：${kinds.join('、')}。`));
  }
  if (kind !== 'app' && rest.length) throw new UsageError(t('There is one argument too many.', '参数过多。'));
  return [kind, rest];
}

const now = () => Math.floor(Date.now() / 1000);

/** What is signed, as the package calls it. */
const inputOf = (kind, values) => ({
  productId: values['product-id'],
  deviceName: values['device-name'],
  timestamp: values.timestamp,
  ...(kind === 'gateway'
    ? { nonce: values.nonce }
    : { connId: values['conn-id'], bindType: values['bind-type'], signMethod: values['sign-method'] }),
});

const withoutAbsent = (object) => Object.fromEntries(Object.entries(object).filter(([, one]) => one !== undefined));

/** The parameters of a call before sign-in, as they are signed. */
async function appParams(io, values, words) {
  const appKey = values['app-key'] ?? process.env.IOTEXPLORER_APP_KEY;
  const given = withoutAbsent({ AppKey: appKey, Nonce: values.nonce, Timestamp: values.timestamp });
  return { ...given, ...(await paramsOf(io, values, words)) };
}

/** `name: value` for people, an object for programs. */
function show(io, result) {
  if (io.json) return io.value(result);
  for (const [name, value] of Object.entries(result)) io.print(`${name}: ${value}`);
}

const SIGNED = ['product-id', 'device-name', 'nonce', 'timestamp', 'conn-id', 'bind-type', 'sign-method', 'app-key', 'params', 'param-env'];

export const sign = {
  about: t('Makes a signature: for a sub-device, of a device, or of a call before sign-in.', '生成签名：子设备、设备或登录前的调用。'),
  more: keys(
    t(
      ' Nonce and time are made\nhere unless given, and printed with the signature.',
      '未给出的随机串和时间由本命令生成，\n并与签名一起输出。',
    ),
  ),
  usage: [
    'sign gateway --product-id ID --device-name NAME [options]',
    'sign device --product-id ID --device-name NAME [options]',
    'sign app Name=value… [options]',
  ],
  examples: [
    'iotexplorer-client sign gateway --product-id ABCDEFGHIJ --device-name sensor-1 --secret-file secret.txt',
    'iotexplorer-client sign app Action=AppGetToken RequestId=r1 --app-key KEY --secret-env MY_SECRET --json',
  ],
  options: [...SIGNED, ...optionsOf('secret')],
  positionals: Infinity,
  async run(io, values, positionals) {
    const [kind, words] = kindOf(positionals, Object.keys(KEYS));
    const secret = await secretOf(io, values, 'secret', KEYS[kind]);
    await init();
    if (kind === 'app') {
      const given = await appParams(io, values, words);
      const params = { Nonce: signatures.nonce(), Timestamp: now(), ...given };
      const signature = signatures.appRequest(params, secret);
      return show(io, { signature, nonce: params.Nonce, timestamp: Number(params.Timestamp) });
    }
    const input = { ...inputOf(kind, values), timestamp: values.timestamp ?? now() };
    if (kind === 'gateway') {
      const { nonce = signatures.nonce(), timestamp } = withoutAbsent(input);
      const signature = signatures.gatewayBind({ ...input, nonce, productSecret: secret });
      return show(io, { signature, nonce, timestamp: Number(timestamp) });
    }
    const { connId = signatures.nonce(), timestamp } = withoutAbsent(input);
    const signature = signatures.deviceBind({ ...input, connId, psk: secret });
    return show(io, { signature, connId, timestamp: Number(timestamp) });
  },
};

export const explain = {
  about: t('Shows the text that is signed. Takes no secret.', '显示被签名的原文，不需要密钥。'),
  more: WHICH,
  usage: [
    'explain gateway --product-id ID --device-name NAME --nonce TEXT --timestamp SECONDS',
    'explain device --product-id ID --device-name NAME --timestamp SECONDS [options]',
    'explain app Name=value… [options]',
  ],
  examples: ['iotexplorer-client explain gateway --product-id ABCDEFGHIJ --device-name sensor-1 --nonce n0nce --timestamp 1583810805'],
  options: [...SIGNED, 'reveal'],
  positionals: Infinity,
  async run(io, values, positionals) {
    const [kind, words] = kindOf(positionals, Object.keys(KEYS));
    await init();
    const texts = signatures.explain;
    let text;
    if (kind === 'app') text = texts.appRequest(await appParams(io, values, words), { reveal: values.reveal ?? false });
    else text = texts[`${kind}Bind`](inputOf(kind, values));
    if (io.json) io.value({ text });
    else io.print(text);
  },
};

export const diagnose = {
  about: t('Says what is probably wrong with a signature that the cloud refuses.', '找出签名被云端拒绝的可能原因。'),
  more: t(
    `Takes what was signed, the signature and the secret (${KEYS.gateway} or ${KEYS.device}), and tries\nthe mistakes that people make. The exit code is 0 if the signature is right.`,
    `传入被签名的内容、签名和密钥（${KEYS.gateway} 或 ${KEYS.device}），逐一尝试常见错误。\n签名正确时退出码为 0。`,
  ),
  usage: [
    'diagnose gateway --product-id ID --device-name NAME --nonce TEXT --timestamp SECONDS --signature TEXT [options]',
    'diagnose device --product-id ID --device-name NAME --timestamp SECONDS --signature TEXT [options]',
  ],
  examples: [
    'iotexplorer-client diagnose device --product-id ABCDEFGHIJ --device-name plug-1 --conn-id c0nn1 --timestamp 1583810805 --signature 9f1d… --secret-file psk.txt',
  ],
  options: [...SIGNED.filter((name) => !/^(app-key|param)/.test(name)), 'signature', ...optionsOf('secret')],
  positionals: 1,
  async run(io, values, positionals) {
    const [kind] = kindOf(positionals, ['gateway', 'device']);
    const secret = await secretOf(io, values, 'secret', KEYS[kind]);
    // It has a module of its own.
    const { diagnose: look, init: load } = await import('iotexplorer-client/diagnose');
    await load();
    const key = kind === 'gateway' ? { productSecret: secret } : { psk: secret };
    const found = look({ kind, ...inputOf(kind, values), ...key, signature: values.signature });
    if (io.json) io.value(found);
    else {
      const verdict = found.matches ? t('The signature is right.', '签名正确。') : t('The signature is wrong.', '签名不正确。');
      io.print(verdict[io.language]);
      for (const finding of found.findings) io.print(`- ${finding[io.language]}`);
      io.print(t(`Signed is: ${found.text}`, `应签名的原文：${found.text}`)[io.language]);
    }
    return found.matches ? 0 : 1;
  },
};
