// Reads the settings and starts the server.

import { buildApp } from './app.js';

const { env } = process;

function productSecrets() {
  let secrets;
  try {
    secrets = JSON.parse(env.PRODUCT_SECRETS);
  } catch {
    // Whatever it is, it may be a secret: it is not shown.
  }
  const all = typeof secrets === 'object' && secrets !== null ? Object.values(secrets) : [];
  if (all.length === 0 || !all.every((secret) => typeof secret === 'string' && secret !== '')) {
    console.error('PRODUCT_SECRETS must be a JSON object: the ProductSecret of each product by its ProductId.');
    process.exit(1);
  }
  // Child processes and diagnostic reports get the environment, too.
  delete env.PRODUCT_SECRETS;
  return secrets;
}

const app = await buildApp({
  productSecrets: productSecrets(),
  endpoint: env.IOTEXPLORER_ENDPOINT || undefined,
  perMinute: Number(env.PER_MINUTE || 60),
  trustProxy: env.TRUST_PROXY === 'true',
  logLevel: env.LOG_LEVEL || 'info',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => app.close());
await app.listen({ port: Number(env.PORT || 3001), host: env.HOST || '127.0.0.1' });
