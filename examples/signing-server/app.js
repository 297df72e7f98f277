// Signs for gateways' sub-devices: POST /signatures.

import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import { Client, IotError, init, sign } from 'iotexplorer-client';
import { checkOwnership } from './ownership.js';
import { answerTo, Refusal } from './texts.js';

/** What is logged of a request: not what stands behind the question mark. */
const shown = ({ method, url, ip }) => ({ method, path: url.split('?')[0], ip });

const name = { type: 'string', minLength: 1, maxLength: 128 };
const exactly = (properties) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const device = exactly({ productId: name, deviceName: name });
const body = exactly({ familyId: name, gateway: device, subDevice: device });

/**
 * @param options.productSecrets the ProductSecret of each product that is signed for, by ProductId
 * @param options.endpoint of the cloud
 * @param options.perMinute how many requests one address may send in a minute
 */
export async function buildApp({ productSecrets, endpoint, perMinute = 60, trustProxy = false, logLevel = 'info' }) {
  await init();
  // The secrets go into the signers, and nothing else here keeps them.
  const signers = new Map(
    Object.entries(productSecrets).map(([productId, productSecret]) => [productId, sign.signer({ productSecret })]),
  );

  const app = Fastify({
    bodyLimit: 4096,
    trustProxy,
    // No headers and no bodies.
    logger: { level: logLevel, serializers: { req: shown } },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  await app.register(rateLimit, { max: perMinute, timeWindow: '1 minute' });

  app.post('/signatures', { schema: { body } }, async (request, reply) => {
    const { gateway, subDevice } = request.body;
    const accessToken = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!accessToken) throw new Refusal('NoSession');
    const signer = signers.get(subDevice.productId);
    if (!signer) throw new Refusal('UnknownProduct');

    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const client = new Client({ accessToken, endpoint, timeoutMs: 5_000, retries: 1 });
    await checkOwnership(client, request.body, gone.signal);

    // Nonce and time are this server's: whoever asks gets a signature for now, and for no other moment.
    const nonce = sign.nonce();
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = signer.gatewayBind({ ...subDevice, nonce, timestamp });
    request.log.info({ gateway, subDevice }, 'signed');
    reply.header('cache-control', 'no-store');
    return { signature, nonce, timestamp };
  });

  app.get('/healthz', { config: { rateLimit: false } }, async () => ({ ok: true }));

  app.setNotFoundHandler(() => {
    throw new Refusal('NotFound');
  });
  app.setErrorHandler((error, request, reply) => {
    const refusal = error instanceof Refusal ? error : refusalFor(error);
    const { status, body: answer } = answerTo(refusal, request);
    if (status >= 500) request.log.error({ error: error instanceof IotError ? error.toJSON() : error }, refusal.code);
    else request.log.info({ refused: refusal.code }, 'refused');
    reply.code(status).send(answer);
  });
  app.addHook('onClose', async () => signers.forEach((signer) => signer.free()));
  return app;
}

function refusalFor(error) {
  if (error instanceof IotError) {
    if (error.remedy === 'sign-in') return new Refusal('SessionExpired');
    return new Refusal(error.kind === 'parameter' ? 'BadRequest' : 'CloudUnavailable', error.parameter);
  }
  // Says which field, and nothing of what was in it.
  if (error.validation) return new Refusal('BadRequest', error.message);
  if (error.statusCode === 413) return new Refusal('TooLarge');
  if (error.statusCode === 429) return new Refusal('TooManyRequests');
  return new Refusal(error.statusCode >= 400 && error.statusCode < 500 ? 'BadRequest' : 'Internal');
}
