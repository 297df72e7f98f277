// A cloud inside the test, as a transport: as much of it as the flows need, and no network. It counts every bind that takes
// effect, and keeps every request. For what the cloud really says there is the sandbox; this one is for what happens around it.

export const [CREATE, POLL, TOKEN_BIND, SIG_BIND, GATEWAY_BIND, GET, LIST] = [
  'AppCreateDeviceBindToken',
  'AppGetDeviceBindTokenState',
  'AppTokenBindDeviceFamily',
  'AppSigBindDeviceInFamily',
  'AppSigGatewayBindDevice',
  'AppGetDeviceInFamily',
  'AppGetFamilySubDeviceList',
];
export const BINDS = [TOKEN_BIND, SIG_BIND, GATEWAY_BIND];
export const FAMILY_ID = 'f-home';
export const GATEWAY = { productId: 'GATEWAY', deviceName: 'gateway' };

class Refusal extends Error {}
const refuse = (code) => {
  throw new Refusal(code);
};

export class Cloud {
  /** The access tokens that are good. */
  accessTokens = new Set(['the-access-token-1']);
  /** The requests so far: their bodies. */
  requests = [];
  /** Device → how often it was bound, and where. */
  devices = new Map();
  #tokens = new Map();

  /** A device as the cloud knows it. */
  device(name) {
    if (!this.devices.has(name)) this.devices.set(name, { binds: 0, family: undefined, gateway: undefined });
    return this.devices.get(name);
  }

  /** The device has the token and tells the cloud. */
  report(token, device) {
    this.#tokens.set(token, device);
  }

  /** How many binds have taken effect. */
  get binds() {
    return [...this.devices.values()].reduce((sum, { binds }) => sum + binds, 0);
  }

  /** How many binds were asked for. */
  get bindsSent() {
    return this.requests.filter(({ Action }) => BINDS.includes(Action)).length;
  }

  /** Forgets what was asked and what was bound. */
  clear() {
    this.requests = [];
    this.devices.clear();
    this.#tokens.clear();
  }

  /** The transport. */
  send = async ({ body }) => this.answer(JSON.parse(body));

  /** The answer to a request's body. */
  answer(request) {
    this.requests.push(request);
    const { Action, RequestId } = request;
    let response;
    try {
      if (!this.accessTokens.has(request.AccessToken)) refuse('InvalidParameterValue.InvalidAccessToken');
      response = { Data: this.#done(Action, request), RequestId };
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      response = { Error: { Code: refusal.message, Message: 'no' }, RequestId };
    }
    return { status: 200, body: JSON.stringify({ Response: response }) };
  }

  #done(action, request) {
    const { Token, ProductId, DeviceName, FamilyId } = request;
    const bind = (family, gateway) => {
      const device = this.device(DeviceName);
      if (device.family === family) refuse('UnsupportedOperation.CannotBindSameFamily');
      device.binds++;
      Object.assign(device, { family, gateway });
      return {};
    };
    const shown = (name) => ({ ProductId, DeviceName: name, DeviceId: `${ProductId}/${name}`, FamilyId, RoomId: '0' });
    switch (action) {
      case CREATE: {
        const made = `bind-token-${this.#tokens.size + 1}`;
        this.#tokens.set(made, undefined);
        return { Token: made };
      }
      case POLL: {
        const by = this.#tokens.get(Token);
        return by ? { State: 2, ProductId: by.productId, DeviceName: by.deviceName } : { State: 1 };
      }
      case TOKEN_BIND:
        return bind(FamilyId);
      case SIG_BIND:
        bind(FamilyId);
        return { AppDeviceInfo: shown(DeviceName) };
      case GATEWAY_BIND:
        return bind(FAMILY_ID, request.GatewayDeviceName);
      case GET:
        return this.device(DeviceName).family === FamilyId ? shown(DeviceName) : refuse('ResourceNotFound.DeviceNotExist');
      case LIST: {
        const bound = [...this.devices].filter(([, { gateway }]) => gateway === request.GatewayDeviceName);
        const list = bound.map(([name]) => ({ ProductId: 'P', DeviceName: name }));
        return { Total: list.length, DeviceList: list.slice(request.Offset, request.Offset + request.Limit) };
      }
      default:
        return {};
    }
  }
}

/** The flows, each as one that binds the device of that name: its Action that binds, and how it is run. */
export const FLOWS = {
  token: {
    bind: TOKEN_BIND,
    run: (client, cloud, name, more) =>
      client.bindWithToken({
        familyId: FAMILY_ID,
        sendToDevice: async (token) => cloud.report(token, { productId: 'P', deviceName: name }),
        ...more,
      }),
  },
  signature: {
    bind: SIG_BIND,
    run: (client, cloud, name, more) =>
      client.bindWithSignature({
        familyId: FAMILY_ID,
        device: { ProductId: 'P', DeviceName: name, DeviceTimestamp: 1_700_000_000, Signature: `signature-of-${name}` },
        ...more,
      }),
  },
  gateway: {
    bind: GATEWAY_BIND,
    run: async (client, cloud, name, more) => {
      const [result] = await client.bindSubDevices({
        familyId: FAMILY_ID,
        gateway: GATEWAY,
        subDevices: [{ productId: 'P', deviceName: name }],
        sign: async () => `signature-of-${name}`,
        ...more,
      });
      if (!result.ok) throw result.error;
      return result.device;
    },
  },
};
