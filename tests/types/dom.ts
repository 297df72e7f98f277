// What must compile where the DOM's types are: the host's own objects fit.
import { Client, abortController, init } from 'iotexplorer-client';

export async function hosts(client: Client, module: WebAssembly.Module): Promise<void> {
  await init(new URL('https://example.com/x.wasm'));
  await init(fetch('/x.wasm'));
  await init(await fetch('/x.wasm'));
  await init(module);
  await init(new DataView(new ArrayBuffer(8)));
  const signal: AbortSignal = AbortSignal.timeout(5);
  await client.appCreateDeviceBindToken({}, { signal });
  const own: AbortController = abortController();
  await client.call('AppCreateDeviceBindToken', {}, { signal: own.signal });
  // The other way round: what a transport is handed is enough for a fetch of its own.
  new Client({
    accessToken: 'token',
    transport: async (request, options) => {
      const controller = new AbortController();
      options.signal.addEventListener('abort', () => controller.abort());
      const answer = await fetch(request.url, { ...request, signal: controller.signal });
      return { status: answer.status, body: await answer.text() };
    },
  });
}
