import { Button } from '@tarojs/components';
import Taro, { useLoad } from '@tarojs/taro';
import { Client, buildRequest, init } from 'iotexplorer-client/weapp';
import { useRef, useState } from 'react';

export default function Index() {
  const [text, setText] = useState('绑定');
  const query = useRef();
  useLoad((opened) => {
    query.current = opened;
  });

  async function bind() {
    const { endpoint, control, accessToken, familyId, productId, deviceName } = query.current;
    try {
      await init();
      const gateway = { GatewayProductId: 'GATEWAY001', GatewayDeviceName: '网关', Offset: 0, Limit: 50 };
      const built = buildRequest('AppGetFamilySubDeviceList', gateway, { accessToken, endpoint });
      const client = new Client({ accessToken, endpoint });
      const device = await client.bindWithToken({
        familyId,
        pollIntervalMs: 20,
        // In the place of SoftAP: the sandbox is told what the device would tell it. A device answers with its names.
        sendToDevice: async (token) => {
          const data = JSON.stringify({ token, productId, deviceName });
          const header = { 'content-type': 'application/json' };
          await Taro.request({ url: `${control}/device/report-token`, method: 'POST', header, data });
          return { productId, deviceName };
        },
      });
      client.free();
      setText(`已绑定 ${device.DeviceId} ${JSON.parse(built.body).Action}`);
    } catch (error) {
      setText(`失败 ${error}`);
    }
  }

  return <Button onClick={bind}>{text}</Button>;
}
