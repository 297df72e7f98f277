// Written by `cargo xtask gen`. Do not edit.

/** Every documented code of the cloud. */
export const CODES = [
  'InternalError',
  'InternalError.InternalRPCError',
  'InternalError.InternalServerException',
  'InternalError.InternalServerExceptionDB',
  'InvalidParameter',
  'InvalidParameterValue',
  'InvalidParameterValue.BindDeviceNotConnected',
  'InvalidParameterValue.BindDeviceSigMismatch',
  'InvalidParameterValue.FamilyDeviceCountReadError',
  'InvalidParameterValue.InvalidAccessToken',
  'InvalidParameterValue.InvalidAppParameter',
  'InvalidParameterValue.NoPermission',
  'InvalidParameterValue.ReadTokenInfoError',
  'InvalidParameterValue.TokenInfoSaveError',
  'InvalidParameterValue.TokenIsExpire',
  'InvalidParameterValue.TokenNotBind',
  'InvalidParameterValue.TokenNotExist',
  'LimitExceeded',
  'LimitExceeded.FamilyDeviceExceedLimit',
  'ResourceNotFound',
  'ResourceNotFound.AppNotExists',
  'ResourceNotFound.DeviceNotExist',
  'ResourceNotFound.StudioFamilyNotExist',
  'ResourceNotFound.StudioMemberNotExist',
  'ResourceNotFound.StudioProductNotExist',
  'UnauthorizedOperation',
  'UnauthorizedOperation.APPNoPermissionToStudioProduct',
  'UnauthorizedOperation.NoPermissionToFamily',
  'UnsupportedOperation',
  'UnsupportedOperation.CannotBindSameFamily',
  'UnsupportedOperation.DeviceType',
  'UnsupportedOperation.ERR_APP_INVALID_IOTAPPID',
  'UnsupportedOperation.NotBindVirtualDevice',
];

/** Action → its documented codes, as places in CODES. */
export const ACTIONS = {
  AppCreateDeviceBindToken: [4, 5, 13, 9],
  AppGetDeviceBindTokenState: [4, 5, 16, 14, 12, 9],
  AppGetDeviceInFamily: [0, 5, 9, 25, 26, 19, 23],
  AppGetFamilySubDeviceList: [0, 1, 5, 9, 11, 28, 31, 19, 21],
  AppSigBindDeviceInFamily: [0, 5, 6, 9],
  AppSigGatewayBindDevice: [0, 2, 5, 6, 9, 10, 7, 28, 32, 30, 19, 24, 21, 20, 25, 26, 27, 17, 18],
  AppTokenBindDeviceFamily: [4, 5, 16, 14, 12, 15, 8, 9, 25, 26, 27, 19, 22, 24, 21, 17, 18, 0, 2, 3, 28, 29],
};
