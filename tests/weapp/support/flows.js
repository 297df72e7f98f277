// A page's script: every flow once, against whatever cloud `world` names. It runs inside the runtime under test, so it
// keeps to what mini-programs understand. `control` plays the device and the customer's server.

module.exports = function bindAll(own, world, control) {
  const steps = {};
  const note = (flow) => ({ step }) => {
    steps[flow] = steps[flow] || [];
    if (steps[flow][steps[flow].length - 1] !== step) steps[flow].push(step);
  };
  const client = new own.Client({ accessToken: world.accessToken, endpoint: world.endpoint });
  const { familyId } = world;

  const withSignature = async (name, asked) => {
    const signed = await control('device/sign', Object.assign({}, world.devices[name], asked));
    const { BindType: bindType, SignMethod: signMethod } = signed;
    const onProgress = note(name);
    return client.bindWithSignature({ familyId, bindType, signMethod, device: signed, pollIntervalMs: 20, onProgress });
  };

  const flows = {
    token: () =>
      client.bindWithToken({
        familyId,
        sendToDevice: (token) => control('device/report-token', Object.assign({ token }, world.devices.token)),
        pollIntervalMs: 20,
        onProgress: note('token'),
      }),
    wifi: () => withSignature('wifi', { signMethod: 'hmacsha256' }),
    bluetooth: () => withSignature('bluetooth', { signMethod: 'hmacsha1', timestamp: Math.floor(Date.now() / 1000) }),
    gateway: () =>
      client.bindSubDevices({
        gateway: world.gateway,
        familyId,
        subDevices: world.subDevices,
        sign: async ({ productId, deviceName }, { nonce, timestamp }) => {
          const { signature } = await control('sign', { productId, deviceName, nonce, timestamp });
          return signature;
        },
        onProgress: note('gateway'),
      }),
  };
  return (async () => {
    const results = {};
    for (const name of Object.keys(flows)) results[name] = await flows[name]();
    client.free();
    return { results, steps };
  })();
};
