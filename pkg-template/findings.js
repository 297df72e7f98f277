// What is wrong with a signature, in words: the codes are the module's. Three lists in the same order, which is smaller
// than one of triples.

const NAMES = `malformed
psk-not-decoded
secret-decoded
time-plus-60
time-minus-60
time-in-milliseconds
time-given-in-milliseconds
conn-id-not-signed
bind-type-differs
sign-method-differs
request-names-signed
base64-instead-of-hex
hex-instead-of-base64
key-or-input-differs`;

const EN = `The signature is neither hex nor Base64 of a digest.
The psk was used as text; decode its Base64 first.
The ProductSecret was Base64-decoded; use it as it is.
The signed time is 60 s later than the one given; pass the time that was signed.
The signed time lacks the 60 s that a Bluetooth device adds to the phone's time.
The signed time is in milliseconds; use seconds.
The time given is in milliseconds, and the signed one in seconds.
The ConnId was not signed, or was empty.
The text of another bind type was signed; check BindType.
Another digest was used; check SignMethod.
The request's names were signed; use deviceName, nonce, productId, timestamp.
The signature is Base64; the cloud wants lower-case hex here.
The signature is hex; the cloud wants Base64 here.
No known mistake explains it; check the key, product, device, nonce and time.`;

const ZH = `签名不是十六进制或 Base64 摘要。
psk 被当作文本，应先做 Base64 解码。
ProductSecret 被做了 Base64 解码，应直接使用。
签名时间比所传时间晚 60 秒，应传签名时间。
签名时间少加了 60 秒，蓝牙设备应在手机时间上加 60 秒。
签名时间是毫秒，应使用秒。
所传时间是毫秒，签名时间是秒。
签名原文缺少 ConnId 或其为空。
签名原文属于另一种绑定类型，请检查 BindType。
使用了另一种摘要算法，请检查 SignMethod。
签名原文用了请求参数名，应使用 deviceName、nonce、productId、timestamp。
签名是 Base64，此处应使用小写十六进制。
签名是十六进制，此处应使用 Base64。
不是常见错误，请检查密钥、产品、设备、随机串和时间。`;

/** A finding of the module's with both sentences. */
export function finding(code) {
  const place = NAMES.split('\n').indexOf(code);
  const [en, zh] = [EN, ZH].map((sentences) => sentences.split('\n')[place]);
  return { code, en, zh };
}
