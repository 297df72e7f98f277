// What is wrong with a signature, in words: the codes are the module's.

/** A line per code: code, English, Chinese. */
const FINDINGS = `malformed|The signature is neither hex nor Base64 of a digest; it may be cut off.|签名不是十六进制或 Base64 摘要，可能被截断。
psk-not-decoded|The psk was used as text; decode its Base64 first.|psk 被当作文本，应先做 Base64 解码。
secret-decoded|The ProductSecret was Base64-decoded; use it as it is.|ProductSecret 被做了 Base64 解码，应直接使用。
time-plus-60|The signed time is 60 s later than the one given; send the time that was signed.|签名时间比所传时间晚 60 秒，应传签名时间。
time-minus-60|The signed time lacks the 60 s that a Bluetooth device adds to the phone's time.|签名时间少加了 60 秒，蓝牙设备应在手机时间上加 60 秒。
time-in-milliseconds|The signed time is in milliseconds; use seconds.|签名时间是毫秒，应使用秒。
time-given-in-milliseconds|The time given is in milliseconds, and the signed one in seconds.|所传时间是毫秒，签名时间是秒。
conn-id-not-signed|The ConnId was not signed, or was empty.|签名原文缺少 ConnId 或其为空。
bind-type-differs|The text of another bind type was signed; check BindType.|签名原文属于另一种绑定类型，请检查 BindType。
sign-method-differs|Another digest was used; check SignMethod.|使用了另一种摘要算法，请检查 SignMethod。
request-names-signed|The request's names were signed; use deviceName, nonce, productId, timestamp.|签名原文用了请求参数名，应使用 deviceName、nonce、productId、timestamp。
base64-instead-of-hex|The signature is Base64; the cloud wants lower-case hex here.|签名是 Base64，此处应使用小写十六进制。
hex-instead-of-base64|The signature is hex; the cloud wants Base64 here.|签名是十六进制，此处应使用 Base64。
key-or-input-differs|No known mistake explains it: the key is another one, or product, device, nonce or time differ.|不是常见错误，密钥不对，或产品、设备、随机串、时间不一致。`;

/** A finding of the module's with both sentences. */
export function finding(code) {
  const [, en, zh] = FINDINGS.split('\n').find((line) => line.startsWith(code + '|')).split('|');
  return { code, en, zh };
}
