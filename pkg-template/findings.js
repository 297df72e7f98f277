// What is wrong with a signature, in words: the codes are the module's.

const FINDINGS = {
  malformed: [
    'The signature is neither hex nor Base64 of a digest; it was cut off or is something else.',
    '签名既不是十六进制也不是 Base64 摘要，可能被截断或不是签名。',
  ],
  'psk-not-decoded': [
    'The psk was used as text; decode its Base64 first.',
    '直接把 psk 文本当作密钥，应先做 Base64 解码。',
  ],
  'secret-decoded': [
    'The ProductSecret was Base64-decoded; use its characters as they are.',
    'ProductSecret 被做了 Base64 解码，应直接使用其字符。',
  ],
  'time-plus-60': [
    'The signed time is 60 s later than the one given: send the time that the device signed.',
    '签名用的时间比所传时间晚 60 秒：应传设备签名时的时间。',
  ],
  'time-minus-60': [
    'The signed time lacks the 60 s that a Bluetooth device adds to the phone\'s time.',
    '签名时少加了 60 秒：蓝牙设备签名的是手机时间加 60 秒。',
  ],
  'time-in-milliseconds': ['The time was signed in milliseconds; use seconds.', '签名用的是毫秒时间戳，应使用秒。'],
  'time-given-in-milliseconds': [
    'The time given here is in milliseconds, and was signed in seconds.',
    '所传时间是毫秒，而签名用的是秒。',
  ],
  'conn-id-not-signed': [
    'The ConnId was left out of the signed text, or was empty there.',
    '签名原文中缺少 ConnId，或其为空。',
  ],
  'bind-type-differs': [
    'The text of another bind type was signed; check BindType.',
    '签名原文属于另一种绑定类型，请检查 BindType。',
  ],
  'sign-method-differs': [
    'Another digest was used; check SignMethod (hmacsha1 or hmacsha256).',
    '使用了另一种摘要算法，请检查 SignMethod（hmacsha1 或 hmacsha256）。',
  ],
  'request-names-signed': [
    'The request\'s names were signed; the signed text uses deviceName, nonce, productId, timestamp.',
    '签名原文用了请求中的参数名，应使用 deviceName、nonce、productId、timestamp。',
  ],
  'base64-instead-of-hex': [
    'The signature is Base64; the cloud wants lower-case hex here.',
    '签名是 Base64，此处云端要求小写十六进制。',
  ],
  'hex-instead-of-base64': [
    'The signature is hex; the cloud wants Base64 here.',
    '签名是十六进制，此处云端要求 Base64。',
  ],
  'key-or-input-differs': [
    'None of the known mistakes explains it: the key is another one, or product, device, nonce or time differ.',
    '不属于常见错误：密钥不对，或产品、设备、随机串、时间与签名时不一致。',
  ],
};

/** A finding of the module's with both sentences. */
export function finding(code) {
  const [en, zh] = FINDINGS[code];
  return { code, en, zh };
}
