// Options: one table for all commands, by which they are read and from which their help is written.

import util from 'node:util';
import { t } from './text.js';

/** The command was used wrongly: the exit code is 2. */
export class UsageError extends Error {
  constructor(text) {
    super(text.en);
    this.text = text;
  }
}

const flag = (en, zh) => ({ type: 'boolean', about: t(en, zh) });
const value = (name, en, zh) => ({ type: 'string', value: name, about: t(en, zh) });

const OPTIONS = {
  help: flag('Shows this.', '显示本帮助。'),
  json: flag(
    'For programs: one line of JSON for a result, and for an error, which goes to standard error.',
    '供程序使用：结果为一行 JSON；错误同样为一行 JSON，写到标准错误输出。',
  ),
  lang: value('zh|en', 'Language of what is said to people; by default that of the locale (LANG).', '提示信息的语言；默认取自系统区域设置（LANG）。'),

  'product-id': value('ID', 'Product of the device.', '设备的产品 ID。'),
  'device-name': value('NAME', 'Name of the device within its product.', '设备名称，在产品内唯一。'),
  nonce: value('TEXT', 'Random text that is signed.', '参与签名的随机串。'),
  timestamp: value('SECONDS', 'Time that is signed, in Unix seconds.', '参与签名的时间，Unix 时间戳（秒）。'),
  'conn-id': value('TEXT', 'Random text that the device signs; over Bluetooth the nonce.', '设备签名用的随机串；蓝牙方式下即 nonce。'),
  'bind-type': value('TYPE', 'wifi_sign (default), bluetooth_sign or other_sign.', 'wifi_sign（默认）、bluetooth_sign 或 other_sign。'),
  'sign-method': value('METHOD', 'hmacsha1 (default) or hmacsha256.', 'hmacsha1（默认）或 hmacsha256。'),
  signature: value('TEXT', 'The signature that was refused.', '被拒绝的签名。'),
  reveal: flag('Shows passwords, codes and tokens in the text, too.', '在原文中也显示密码、验证码和 Token。'),

  'secret-env': value('NAME', 'Environment variable that holds the secret.', '存放密钥的环境变量名。'),
  'secret-file': value('FILE', 'File that holds the secret; - is standard input.', '存放密钥的文件；- 表示标准输入。'),
  secret: value('TEXT', 'The secret itself: seen by others on this machine and kept by shells, so rather not.', '密钥本身：会被本机其他用户看到并留在 shell 历史中，不建议使用。'),
  'token-env': value('NAME', 'Environment variable that holds the access token; IOTEXPLORER_ACCESS_TOKEN by default.', '存放访问 Token 的环境变量名，默认为 IOTEXPLORER_ACCESS_TOKEN。'),
  'token-file': value('FILE', 'File that holds the access token; - is standard input.', '存放访问 Token 的文件；- 表示标准输入。'),
  token: value('TEXT', 'The access token itself: seen by others on this machine and kept by shells, so rather not.', '访问 Token 本身：会被本机其他用户看到并留在 shell 历史中，不建议使用。'),
  'app-key': value('KEY', 'AppKey of the application; IOTEXPLORER_APP_KEY by default.', '应用的 AppKey，默认取环境变量 IOTEXPLORER_APP_KEY。'),

  params: value('FILE', 'Parameters as a JSON object; - is standard input. Those named one by one come on top.', 'JSON 对象形式的参数；- 表示标准输入。逐个写出的参数优先。'),
  'param-env': { ...value('NAME=VARIABLE', 'Takes a parameter from an environment variable; may be repeated.', '从环境变量取参数值，可重复使用。'), multiple: true },
  common: { ...value('NAME=VALUE', 'Adds to every body, such as lang=zh-CN or RegionId:=1; may be repeated.', '加入每个请求体，如 lang=zh-CN、RegionId:=1；可重复使用。'), multiple: true },
  endpoint: value('SITE', 'china (default), overseas, or a whole URL; IOTEXPLORER_ENDPOINT by default.', 'china（默认）、overseas 或完整 URL；默认取环境变量 IOTEXPLORER_ENDPOINT。'),
  'allow-insecure': flag('Allows http: also for private addresses.', '对内网地址也允许 http:。'),
  'timeout-ms': value('MS', 'How long an attempt may take; 10000 by default.', '每次请求的超时，默认 10000。'),
  retries: value('N', 'Extra attempts of Actions that only read, 0 to 10; 2 by default.', '只读接口的重试次数，0 到 10，默认 2。'),
  untyped: flag('Calls any Action, known or not: nothing is checked, every Name=value is text.', '调用任意接口（无论是否已知）：不做校验，Name=value 一律按文本发送。'),
  all: flag('Every element of a list that comes in pages, each on a line of its own as JSON.', '取出分页列表的全部元素，每行一个 JSON。'),
  list: flag('Lists the Actions.', '列出全部接口。'),
  verbose: flag('Says each request and answer on standard error; no token and no secret is in there.', '在标准错误输出中显示每次请求和应答，不含 Token 和密钥。'),

  sandbox: value('URL', 'The sandbox that plays the cloud, such as http://127.0.0.1:8080.', '充当云端的沙箱，如 http://127.0.0.1:8080。'),
  host: value('ADDRESS', 'Address to listen at; 127.0.0.1 by default, 0.0.0.0 for phones in this network.', '监听地址，默认 127.0.0.1；需要同一网络的手机访问时用 0.0.0.0。'),
  port: value('PORT', 'UDP port to listen on, 8266 by default; 0 takes any free one.', '监听的 UDP 端口，默认 8266；0 表示任选空闲端口。'),
  'join-ms': value('MS', 'How long it takes to join the Wi-Fi; 3000 by default.', '连上 Wi-Fi 所需的时间（毫秒），默认 3000。'),
  'token-version': value('N', '3 plays newer firmware, which is bound by what it reports.', '3 表示较新的固件：上报即绑定。'),
  ignore: value('N', 'Leaves the first N messages unanswered.', '前 N 条消息不回应。'),
  'fail-with': value('TEXT', 'Answers with this error instead of joining.', '以该错误回应，不去连接 Wi-Fi。'),
  once: flag('Ends as soon as the token is reported and, with --sandbox, the device is bound.', '上报 Token 后即结束；有 --sandbox 时等到绑定成功。'),
  sign: flag('Prints what a device signs to be bound, and ends.', '输出设备绑定所需的签名数据并结束。'),
  'answer-signed': flag('Signs the answers, too, as some firmware does.', '应答中也带签名（部分固件如此）。'),

  output: value('FILE', 'Where the report goes; by default a new file in this folder.', '报告写入的文件，默认在当前目录新建。'),
  'pause-ms': value('MS', 'Pause between two questions; 200 by default.', '两次请求之间的间隔（毫秒），默认 200。'),
  'dry-run': flag('Only lists what would be asked.', '只列出将要请求的内容。'),
};

/** What every command takes. */
const COMMON = ['json', 'lang', 'help'];

/** The options of a command as `parseArgs` takes them. */
function typesOf(command) {
  const names = [...command.options, ...COMMON];
  return Object.fromEntries(
    names.map((name) => {
      const { type, multiple = false } = OPTIONS[name];
      return [name, { type, multiple, ...(name === 'help' && { short: 'h' }) }];
    }),
  );
}

/** What was meant for `command`. Values are not said again: what is in the wrong place may be a secret. */
export function read(command, args) {
  if (!util.parseArgs) throw new UsageError(t('This needs Node 18.3 or later.', '需要 Node 18.3 或更高版本。'));
  let given;
  try {
    given = util.parseArgs({ args, options: typesOf(command), allowPositionals: true });
  } catch ({ code, message }) {
    const [option = ''] = /--?[a-z][\w-]{0,30}/i.exec(message) || [];
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? t(`There is no option ${option} here.`, `此处没有选项 ${option}。`)
        : t(`The option ${option} is used wrongly: does it take a value?`, `选项 ${option} 用法有误：请确认是否需要值。`),
    );
  }
  const { lang } = given.values;
  if (lang !== undefined && !/^(zh|en)/i.test(lang)) throw new UsageError(t('--lang is zh or en.', '--lang 只能是 zh 或 en。'));
  const most = command.positionals ?? 0;
  if (given.positionals.length > most) {
    throw new UsageError(t(`There are too many arguments: ${most} at most.`, `参数过多，最多 ${most} 个。`));
  }
  return given;
}

/** A whole number among the options. */
export function wholeNumber(values, name, usual, max = Number.MAX_SAFE_INTEGER) {
  const given = values[name];
  if (given === undefined) return usual;
  const number = /^\d{1,16}$/.test(given) ? Number(given) : NaN;
  if (!(number <= max)) throw new UsageError(t(`--${name} is a whole number from 0 to ${max}.`, `--${name} 应为 0 到 ${max} 的整数。`));
  return number;
}

/** Rows in two columns. */
export function columns(rows) {
  const width = Math.min(32, Math.max(...rows.map(([left]) => left.length)));
  return rows.map(([left, right]) => {
    const head = `  ${left.padEnd(width)}`;
    // What is too long has its explanation below.
    return left.length > width ? `${head}\n  ${' '.repeat(width)}  ${right}` : `${head}  ${right}`;
  });
}

const HEADS = { options: t('Options:', '选项：'), usage: t('Usage:', '用法：'), examples: t('Examples:', '示例：') };

/** The help of a command. */
export function helpOf(command, language) {
  const rows = [...command.options, ...COMMON].map((name) => {
    const { value: what, about } = OPTIONS[name];
    return [`--${name}${what ? ` ${what}` : ''}`, about[language]];
  });
  return [
    ...command.usage.map((line, at) => `${at ? '      ' : HEADS.usage[language]} iotexplorer-client ${line}`),
    '',
    command.about[language],
    ...(command.more ? ['', command.more[language]] : []),
    '',
    HEADS.options[language],
    ...columns(rows),
    '',
    HEADS.examples[language],
    ...command.examples.map((line) => `  ${line}`),
  ].join('\n');
}

/** What there is. */
export function overview(commands, language) {
  const { head, tail } = OVERVIEW;
  const rows = Object.entries(commands).map(([name, { about }]) => [name, about[language].split('\n')[0]]);
  return [head[language], '', ...columns(rows), '', tail[language]].join('\n');
}

const OVERVIEW = {
  head: t(
    'Usage: iotexplorer-client <command> [options]\n\nTencent Cloud IoT Explorer from a terminal.',
    '用法：iotexplorer-client <命令> [选项]\n\n在终端中使用腾讯云物联网开发平台（IoT Explorer）。',
  ),
  tail: t(
    `Every command has --help, --json and --lang zh|en. --version says the version.

Secrets come from an environment variable, a file or standard input; one given as an argument works,
with a warning. None is ever shown.

Exit codes: 0 all is well, 1 the cloud or the device said no, 2 the command was used wrongly.`,
    `每个命令都支持 --help、--json 和 --lang zh|en。--version 显示版本。

密钥来自环境变量、文件或标准输入；写在命令行参数中也可以，但会有警告。任何密钥都不会被显示。

退出码：0 正常；1 云端或设备拒绝；2 用法有误。`,
  ),
};
