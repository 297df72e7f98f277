import type { DeviceBindInput, GatewayBindInput } from './index.js';

export { IotError, init } from './index.js';

/** What {@link diagnose} found out. */
export interface SignatureDiagnosis {
  /** Whether the signature is right. */
  matches: boolean;
  /** The text that should have been signed. */
  text: string;
  /** What explains it, in English and Chinese; empty if it is right. */
  findings: Array<{ code: string; en: string; zh: string }>;
}

/**
 * What is probably wrong with a signature that the cloud refuses: tries the mistakes that people make (psk not decoded,
 * 60 s too many or too few, ConnId left out, hex for Base64 or the other way round, another bind type or digest) and
 * names those that explain it. For servers, device simulators and support: takes the secret, and keeps nothing.
 *
 * @throws {IotError} kind `parameter`, naming the input
 */
export function diagnose(
  input: ({ kind: 'device' } & DeviceBindInput | { kind: 'gateway' } & GatewayBindInput) & { signature: string },
): SignatureDiagnosis;
