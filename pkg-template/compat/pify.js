// A mini-program's functions, which take callbacks, as ones that answer a promise.

const host = () => (typeof wx === 'undefined' ? undefined : wx);

export const pify =
  (api, context = host()) =>
  (params, ...others) =>
    new Promise((success, fail) => {
      if (api) api.call(context, Object.assign({}, params, { success, fail }), ...others);
      else fail({ code: 'WX_API_NOT_SUPPORTED', msg: '当前微信基础库没有此接口，请升级微信' });
    });
