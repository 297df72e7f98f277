// The names by which events, errors and steps go in code written for the official SDK. What is said of them is in our own words.

/** An object that says of each name the name itself, or what `change` makes of it. */
const table = (names, change = (name) => name) =>
  names
    .trim()
    .split(/\s+/)
    .reduce((all, name) => Object.assign(all, { [name]: change(name) }), {});

export const EventTypes = table(
  `Ready Error LoginStateChange WsError WsClose WsPush WsReport WsControl WsStatusChange WsDeviceBind WsDeviceUnbind WsEventReport
  WsActionReport WsActionPush WsSubDeviceChange WsSubDeviceBind WsSubDeviceUnbind`,
  (name) => (name === 'LoginStateChange' ? name : name[0].toLowerCase() + name.slice(1)),
);

/** The last one is ours: what this entry leaves out. */
export const ErrorCode = table('WX_API_NEED_AUTH GET_USERINFO_NEED_AUTH WX_API_FAIL VERIFY_LOGIN_FAIL INTERNAL_ERROR NOT_SUPPORTED');

export const ConnectDeviceErrorCode = table(
  `UDP_NOT_RESPONSED SSID_NOT_MATCH CONNECT_SOFTAP_FAIL CONNECT_TARGET_WIFI_FAIL UDP_ERROR DEVICE_ERROR INVALID_UDP_RESPONSE
  DEVICE_CONNECT_MQTT_FAIL DEVICE_CONNECT_WIFI_FAIL ADD_DEVICE_FAIL SEND_UDP_MSG_FAIL QUERY_BIND_TOKEN_TIMEOUT QUERY_BIND_TOKEN_FAIL
  DEVICE_RESP_TIMOUT CONNECT_DEVICE_ERROR SMART_CONFIG_FAIL SMART_CONFIG_TIMEOUT SMART_CONFIG_INVALID_RESPONSE`,
);

export const SoftApErrorMsg = {
  UDP_NOT_RESPONSED: '设备没有在规定时间内应答',
  CONNECT_SOFTAP_FAIL: '手机未能连上设备热点',
  CONNECT_TARGET_WIFI_FAIL: '手机未能连上目标 WiFi',
  UDP_ERROR: '与设备的通信出错',
  DEVICE_ERROR: '设备报告配网出错',
  INVALID_UDP_RESPONSE: '设备的应答无法识别',
  DEVICE_CONNECT_MQTT_FAIL: '设备未能连上云端',
  DEVICE_CONNECT_WIFI_FAIL: '设备未能连上目标 WiFi',
  ADD_DEVICE_FAIL: '设备未能添加',
  SEND_UDP_MSG_FAIL: '配网消息未能发出',
  QUERY_BIND_TOKEN_TIMEOUT: '设备没有在规定时间内连上云端',
  QUERY_BIND_TOKEN_FAIL: '未能查询设备是否连上云端',
};

export const SmartConfigErrorMsg = Object.assign({}, SoftApErrorMsg, {
  DEVICE_RESP_TIMOUT: '设备没有在规定时间内应答',
  CONNECT_DEVICE_ERROR: '未能连上设备',
  SMART_CONFIG_FAIL: 'SmartConfig 配网未成功',
  SMART_CONFIG_TIMEOUT: 'SmartConfig 配网超时',
  SMART_CONFIG_INVALID_RESPONSE: 'SmartConfig 的应答无法识别',
});

export const ConnectDeviceStepCode = table(
  `CONNECT_DEVICE_START CONNECT_SOFTAP_START CONNECT_SOFTAP_SUCCESS CONNECT_SMARTCONFIG_START CONNECT_SMARTCONFIG_SUCCESS
  CREATE_UDP_CONNECTION_START CREATE_UDP_CONNECTION_SUCCESS SEND_TARGET_WIFIINFO_START SEND_TARGET_WIFIINFO_SUCCESS
  GET_DEVICE_SIGNATURE_START GET_DEVICE_SIGNATURE_SUCCESS CONNECT_TARGET_WIFI_START CONNECT_TARGET_WIFI_SUCCESS ADD_DEVICE_START
  ADD_DEVICE_SUCCESS CONNECT_DEVICE_SUCCESS QUERY_TOKEN_STATE_START QUERY_TOKEN_STATE_SUCCESS SMARTCONFIG_SEND_TOKEN_START
  SMARTCONFIG_SEND_TOKEN_SUCCESS`,
  (name) => name.replace('CONNECT_TARGET_WIFI', 'RECONNECT_TARGET_WIFI'),
);

const START = { CONNECT_DEVICE_START: '配网开始' };
const END = { ADD_DEVICE_START: '正在添加设备', ADD_DEVICE_SUCCESS: '设备已添加', CONNECT_DEVICE_SUCCESS: '配网完成' };
const UDP = { CREATE_UDP_CONNECTION_START: '正在建立与设备的通信', CREATE_UDP_CONNECTION_SUCCESS: '与设备的通信已建立' };

export const SoftApStepMsg = Object.assign({}, START, UDP, END, {
  CONNECT_SOFTAP_START: '正在连接设备热点',
  CONNECT_SOFTAP_SUCCESS: '已连上设备热点',
  SEND_TARGET_WIFIINFO_START: '正在把目标 WiFi 告诉设备',
  SEND_TARGET_WIFIINFO_SUCCESS: '设备已收到目标 WiFi',
  GET_DEVICE_SIGNATURE_START: '正在向设备取签名',
  GET_DEVICE_SIGNATURE_SUCCESS: '已取得设备签名',
  RECONNECT_TARGET_WIFI_START: '手机正在连接目标 WiFi',
  RECONNECT_TARGET_WIFI_SUCCESS: '手机已连上目标 WiFi',
});

export const SmartConfigStepMsg = Object.assign({}, START, UDP, END, {
  CONNECT_SMARTCONFIG_START: '正在把 WiFi 信息发给设备',
  CONNECT_SMARTCONFIG_SUCCESS: '手机与设备已连通',
  SMARTCONFIG_SEND_TOKEN_START: '正在把 token 发给设备',
  SMARTCONFIG_SEND_TOKEN_SUCCESS: '设备已收到 token',
  QUERY_TOKEN_STATE_START: '正在查询设备是否连上云端',
  QUERY_TOKEN_STATE_SUCCESS: '设备已连上云端',
});

export const themeColorMap = {
  primary: '#0052d9',
  success: '#29cc85',
  grey: '#bbb',
  danger: '#ff584c',
  weak: '#888',
  muted: '#bbb',
};
