// Alipay, whose WebAssembly is found in Workers only. `my` is not, so a client there needs a transport of the app's own,
// which hands each request to the page's side.
export const platform = {
  name: 'my',
  getApi: () => (typeof my === 'undefined' ? undefined : my),
  engineName: 'MYWebAssembly',
  getEngine: () => (typeof MYWebAssembly === 'undefined' ? undefined : MYWebAssembly),
  needs: 'a Worker, Alipay 10.5.60 or later and base library 2.9.7 or later',
  folder: '/iotexplorer-client/',
  brotliSince: [2, 9],
  ask: ({ headers, body }) => ({ headers, data: body, dataType: 'text' }),
  // Old base libraries have these names only.
  read: ({ status, data, headers }) => ({ status, body: data, headers }),
  // "HTTP status error": beyond 2xx.
  isAnswer: ({ error, status }) => error === 19 && status > 0,
};
