// What doctor asks: Actions that only read, each with parameters from the answers before it; and a few questions whose answer is an
// error that the package relies on.

import { t } from './text.js';

const PAGE = { Offset: 0, Limit: 50 };
const DAY_MS = 86_400_000;
/** What no user has. */
export const NOBODY = 'iotexplorer-client-doctor';

/** The first text of that name in the elements of a list. */
const firstOf = (list, name) => (Array.isArray(list) ? list : []).map((one) => one?.[name]).find((value) => typeof value === 'string' && value);

const device = ({ productId, deviceName }) => productId && deviceName && { ProductId: productId, DeviceName: deviceName };
const deviceId = ({ productId, deviceName }) => productId && deviceName && { DeviceId: `${productId}/${deviceName}` };
const family = ({ familyId }) => familyId && { FamilyId: familyId };
/** Parameters, and more of them, if there are those. */
const and = (some, more) => some && { ...some, ...more };

/** Remembers a device; a gateway by itself, too. */
function learnDevice(known, list) {
  for (const one of Array.isArray(list) ? list : []) {
    const { ProductId: productId, DeviceName: deviceName, FamilyId: familyId, DeviceType: type } = one ?? {};
    if (typeof productId !== 'string' || typeof deviceName !== 'string') continue;
    const isGateway = Number(type) === 1;
    if (isGateway) known.gateway ??= { GatewayProductId: productId, GatewayDeviceName: deviceName };
    // A gateway has few properties: another one is asked about, if there is one.
    if (!known.productId || (known.isGateway && !isGateway)) Object.assign(known, { productId, deviceName, isGateway });
    if (typeof familyId === 'string' && familyId) known.familyId = familyId;
  }
}

/** A property that the product has, from its template, which is JSON text. */
function learnProperty(known, products) {
  try {
    known.property = firstOf(JSON.parse(firstOf(products, 'DataTemplate')).properties, 'id');
  } catch {
    // Then the history of no property is asked for.
  }
}

/**
 * The questions in their order. `params` answers nothing where it is not known what to ask with; then the question is left out.
 * `learn` takes from the answer what later questions need.
 */
export const QUESTIONS = [
  { action: 'AppGetUser' },
  { action: 'AppGetUserSetting' },
  {
    action: 'AppGetFamilyList',
    params: () => PAGE,
    learn: (known, { FamilyList }) => {
      known.familyId = firstOf(FamilyList, 'FamilyId');
      known.otherFamilyId = firstOf(Array.isArray(FamilyList) ? FamilyList.slice(1) : [], 'FamilyId');
    },
  },
  { action: 'AppDescribeFamily', params: family },
  { action: 'AppGetFamilyMemberList', params: (known) => and(family(known), PAGE) },
  { action: 'AppGetRoomList', params: (known) => and(family(known), PAGE) },
  {
    action: 'AppGetFamilyDeviceList',
    params: (known) => and(family(known), { RoomId: '', ...PAGE }),
    learn: (known, { DeviceList }) => learnDevice(known, DeviceList),
  },
  {
    action: 'AppGetFamilyDeviceList',
    name: 'second-family',
    about: t('another family, for the first has no device', '第一个家庭没有设备，改查另一个'),
    params: ({ productId, otherFamilyId }) => !productId && otherFamilyId && { FamilyId: otherFamilyId, RoomId: '', ...PAGE },
    learn: (known, { DeviceList }) => learnDevice(known, DeviceList),
  },
  { action: 'AppListUserShareDevices', params: () => PAGE },
  { action: 'AppGetDeviceInFamily', params: (known) => family(known) && and(device(known), family(known)) },
  { action: 'AppGetDeviceStatuses', params: (known) => device(known) && { DeviceIds: [deviceId(known).DeviceId] } },
  {
    action: 'AppGetProducts',
    params: ({ productId }) => productId && { ProductIds: [productId] },
    learn: (known, { Products }) => learnProperty(known, Products),
  },
  { action: 'AppGetDeviceData', params: device },
  {
    action: 'AppGetDeviceDataHistory',
    params: (known) =>
      known.property && and(device(known), { FieldName: known.property, MinTime: Date.now() - DAY_MS, MaxTime: Date.now(), Limit: 10 }),
  },
  { action: 'AppListEventHistory', params: (known) => and(device(known), { Size: 10 }) },
  { action: 'AppListShareDeviceUsers', params: (known) => and(device(known), PAGE) },
  { action: 'AppGetTimerList', params: (known) => and(device(known), PAGE) },
  { action: 'AppCheckFirmwareUpdate', params: device },
  { action: 'AppDescribeFirmwareUpdateStatus', params: device },
  { action: 'AppGetDeviceLocation', params: deviceId },
  { action: 'AppGetFenceList', params: (known) => and(device(known), PAGE) },
  {
    action: 'AppGetFamilySubDeviceList',
    params: ({ gateway }) => and(gateway, PAGE),
    learn: (known, { DeviceList }) => {
      known.subProductId = firstOf(DeviceList, 'ProductId');
    },
  },
  {
    action: 'AppGetGatewayBindDeviceList',
    params: ({ gateway, subProductId }) => subProductId && and(gateway, { ProductId: subProductId, ...PAGE }),
  },
  { action: 'AppGetSceneList', params: (known) => and(family(known), PAGE) },
  {
    action: 'AppGetAutomationList',
    params: family,
    learn: (known, { List }) => {
      known.automationId = firstOf(List, 'AutomationId');
    },
  },
  { action: 'AppDescribeAutomation', params: ({ automationId }) => automationId && { AutomationId: automationId } },
  { action: 'AppGetMessages', params: () => ({ Category: 1, Limit: 10 }) },

  {
    action: 'AppGetFamilyList',
    name: 'page-of-100',
    about: t('a page of 100, more than is documented', '每页 100 条，超过文档上限'),
    params: () => PAGE,
    // The package would not send this.
    override: { Limit: 100 },
  },
  {
    action: 'AppGetFamilyList',
    name: 'page-behind-the-end',
    about: t('a page behind the end', '超出末尾的一页'),
    params: () => ({ Offset: 100_000, Limit: 50 }),
    expects: { answer: ({ FamilyList }) => !FamilyList?.length },
  },
  {
    action: 'AppGetDeviceInFamily',
    name: 'device-not-bound',
    about: t('a device that is not bound', '未绑定的设备'),
    params: (known) => family(known) && and(device(known), { ...family(known), DeviceName: NOBODY }),
    expects: {
      codes: [/^ResourceNotFound(\.DeviceNotExist)?$/, /^InvalidParameterValue\.AppDeviceNotExist$/],
      answer: ({ DeviceId }) => !DeviceId,
    },
  },
  {
    action: 'AppDescribeFamily',
    name: 'no-such-family',
    about: t('a family that does not exist', '不存在的家庭'),
    params: () => ({ FamilyId: NOBODY }),
    expects: { codes: [/^ResourceNotFound/, /^UnauthorizedOperation/, /^InvalidParameterValue/] },
  },
  {
    action: 'AppGetDeviceBindTokenState',
    name: 'no-such-bind-token',
    about: t('a bind token that does not exist', '不存在的绑定 Token'),
    params: () => ({ Token: NOBODY.padEnd(32, '0') }),
    expects: { codes: [/^InvalidParameterValue\.(TokenNotExist|TokenIsExpire)$/] },
  },
  {
    action: 'AppGetMultiDeviceBindTokenState',
    name: 'no-such-bind-token-of-several',
    about: t('the same for several devices', '同上，多设备'),
    params: () => ({ Token: NOBODY.padEnd(32, '0') }),
    // No page says which.
    expects: { codes: [/^InvalidParameterValue/], answer: () => true },
  },
  {
    action: 'AppGetFamilyList',
    name: 'wrong-access-token',
    about: t('a wrong access token', '错误的访问 Token'),
    params: () => PAGE,
    accessToken: NOBODY,
    expects: { codes: [/InvalidAccessToken/, /VERIFY_LOGIN_FAIL/] },
  },
];
