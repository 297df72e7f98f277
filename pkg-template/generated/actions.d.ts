// ---- Written by `cargo xtask gen` from the Action files. Do not edit. ----

/** Shapes that several Actions share, under the names that the reference gives them. */
export declare namespace Structs {
  interface AppDeviceInfo {
    /** `ProductId/DeviceName`. */
    DeviceId: string;
    /** Product of the device. */
    ProductId: string;
    /** Name of the device within its product. */
    DeviceName: string;
    /** Name that the user gave it; may be empty. */
    AliasName: string;
    /** Address of its icon; may be empty. */
    IconUrl: string;
    /** Family that holds it. */
    FamilyId: string;
    /** Room within the family; `0` is the default room. */
    RoomId: string;
    /** When it was bound, in Unix seconds. */
    CreateTime: number;
    /** When it last changed, in Unix seconds. */
    UpdateTime: number;
  }
  interface DeviceList {
    /** Product of the device. */
    ProductId: string;
    /** Name of the device within its product. */
    DeviceName: string;
    /** `ProductId/DeviceName`. */
    DeviceId: string;
    /** Name that the user gave it; may be empty. */
    AliasName: string;
    /** User who bound it. */
    UserId: string;
    /** Room within the family; `0` is the default room. */
    RoomId: string;
    /** Family that holds it. */
    FamilyId: string;
    /** Address of its icon; may be empty. */
    IconUrl: string;
    /** 0 plain, 1 gateway, 2 sub-device. */
    DeviceType?: number;
    /** When it was bound, in Unix seconds. */
    CreateTime: number;
    /** When it last changed, in Unix seconds. */
    UpdateTime: number;
  }
}

/** Parameters of `AppCreateDeviceBindToken`. [Reference](https://cloud.tencent.com/document/product/1081/44044) */
export interface AppCreateDeviceBindTokenParams {
  /** Length of the token: empty for 32 characters (the default), `1` for 6. */
  TokenLengthType?: '' | '1' | undefined;
}

/** What `AppCreateDeviceBindToken` answers; fields that the reference does not list are kept too. */
export interface AppCreateDeviceBindTokenResult extends CommonResult {
  /**
   * The token to hand to the device.
   * Kept out of every error, event and log.
   */
  Token: string;
}

/** The documented error codes of `AppCreateDeviceBindToken`. */
export type AppCreateDeviceBindTokenErrorCode =
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.TokenInfoSaveError'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetDeviceBindTokenState`. [Reference](https://cloud.tencent.com/document/product/1081/44045) */
export interface AppGetDeviceBindTokenStateParams {
  /**
   * The token of `AppCreateDeviceBindToken`.
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Token: string;
}

/** What `AppGetDeviceBindTokenState` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceBindTokenStateResult extends CommonResult {
  /** 1: fresh, no device has reported it; 2: usable, a device has. */
  State: number;
  /** Product of the device that reported it. Live service only. */
  ProductId?: string;
  /** Name of the device that reported it. Live service only. */
  DeviceName?: string;
}

/** The documented error codes of `AppGetDeviceBindTokenState`. */
export type AppGetDeviceBindTokenStateErrorCode =
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.TokenNotExist'
  | 'InvalidParameterValue.TokenIsExpire'
  | 'InvalidParameterValue.ReadTokenInfoError'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetDeviceInFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40807) */
export interface AppGetDeviceInFamilyParams {
  /**
   * Product of the device.
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Family that holds it.
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Name of the device within its product.
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppGetDeviceInFamily` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceInFamilyResult extends CommonResult {
  /** `ProductId/DeviceName`. */
  DeviceId: string;
  /** Product of the device. */
  ProductId: string;
  /** Name of the device within its product. */
  DeviceName: string;
  /** Name that the user gave it; may be empty. */
  AliasName: string;
  /** Address of its icon; may be empty. */
  IconUrl: string;
  /** Family that holds it. */
  FamilyId: string;
  /** Room within the family; `0` is the default room. */
  RoomId: string;
  /** 0 plain, 1 gateway, 2 sub-device. In the example only. */
  DeviceType?: number;
  /** When it was bound, in Unix seconds. */
  CreateTime: number;
  /** When it last changed, in Unix seconds. */
  UpdateTime: number;
}

/** The documented error codes of `AppGetDeviceInFamily`. */
export type AppGetDeviceInFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'ResourceNotFound'
  | 'ResourceNotFound.StudioMemberNotExist';

/** Parameters of `AppGetFamilySubDeviceList`. [Reference](https://cloud.tencent.com/document/product/1081/48130) */
export interface AppGetFamilySubDeviceListParams {
  /**
   * Product of the gateway.
   * Must not be empty.
   */
  GatewayProductId: string;
  /**
   * Name of the gateway within its product.
   * Must not be empty.
   */
  GatewayDeviceName: string;
  /**
   * How many entries to skip, from 0.
   * A whole number from 0 to 2^63 − 1.
   */
  Offset: IntegerInput;
  /**
   * How many entries to answer, at most 50.
   * A whole number from 0 to 50.
   */
  Limit: IntegerInput;
}

/** What `AppGetFamilySubDeviceList` answers; fields that the reference does not list are kept too. */
export interface AppGetFamilySubDeviceListResult extends CommonResult {
  /** How many there are in all. */
  Total: number;
  /** The sub-devices of this page. */
  DeviceList: Structs.DeviceList[];
}

/** The documented error codes of `AppGetFamilySubDeviceList`. */
export type AppGetFamilySubDeviceListErrorCode =
  | 'InternalError'
  | 'InternalError.InternalRPCError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnsupportedOperation'
  | 'UnsupportedOperation.ERR_APP_INVALID_IOTAPPID'
  | 'ResourceNotFound'
  | 'ResourceNotFound.DeviceNotExist';

/** Parameters of `AppSigBindDeviceInFamily`. [Reference](https://cloud.tencent.com/document/product/1081/50205) */
export interface AppSigBindDeviceInFamilyParams {
  /**
   * Family that will hold the device.
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Product of the device.
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * Must not be empty.
   */
  DeviceName: string;
  /** Room within the family; `0` is the default room. */
  RoomId?: string | undefined;
  /**
   * The time that the device signed, in Unix seconds.
   * A whole number from 0 to 2^63 − 1.
   */
  DeviceTimestamp: IntegerInput;
  /** The random text that the device signed: connId over Wi-Fi, nonce over Bluetooth. */
  ConnId?: string | undefined;
  /**
   * What the device signed, in hexadecimal.
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Signature: string;
  /**
   * How the device signed: `wifi_sign` (the default), `bluetooth_sign` or `other_sign`.
   * `bluetooth_sigh` is taken for `bluetooth_sign`.
   * @default 'wifi_sign'
   */
  BindType?: 'wifi_sign' | 'bluetooth_sign' | 'other_sign' | 'bluetooth_sigh' | undefined;
  /** Digest of the signature: `hmacsha1` (the default) or `hmacsha256`. */
  SignMethod?: 'hmacsha1' | 'hmacsha256' | undefined;
}

/** What `AppSigBindDeviceInFamily` answers; fields that the reference does not list are kept too. */
export interface AppSigBindDeviceInFamilyResult extends CommonResult {
  /** The device as it was bound. */
  AppDeviceInfo: Structs.AppDeviceInfo;
}

/** The documented error codes of `AppSigBindDeviceInFamily`. */
export type AppSigBindDeviceInFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.BindDeviceNotConnected'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppSigGatewayBindDevice`. [Reference](https://cloud.tencent.com/document/product/1081/65842) */
export interface AppSigGatewayBindDeviceParams {
  /**
   * Product of the sub-device.
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the sub-device within its product.
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Product of the gateway.
   * Must not be empty.
   */
  GatewayProductId: string;
  /**
   * Name of the gateway within its product.
   * Must not be empty.
   */
  GatewayDeviceName: string;
  /**
   * The time that was signed, in Unix seconds.
   * A whole number from 0 to 2^63 − 1.
   */
  DeviceTimestamp: IntegerInput;
  /**
   * The random text that was signed; five characters are suggested.
   * Must not be empty.
   */
  Nonce: string;
  /**
   * The signature that a holder of the ProductSecret made, in Base64.
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Signature: string;
}

/** What `AppSigGatewayBindDevice` answers; fields that the reference does not list are kept too. */
export interface AppSigGatewayBindDeviceResult extends CommonResult {
}

/** The documented error codes of `AppSigGatewayBindDevice`. */
export type AppSigGatewayBindDeviceErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerException'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.BindDeviceNotConnected'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.InvalidAppParameter'
  | 'InvalidParameterValue.BindDeviceSigMismatch'
  | 'UnsupportedOperation'
  | 'UnsupportedOperation.NotBindVirtualDevice'
  | 'UnsupportedOperation.DeviceType'
  | 'ResourceNotFound'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'ResourceNotFound.DeviceNotExist'
  | 'ResourceNotFound.AppNotExists'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'UnauthorizedOperation.NoPermissionToFamily'
  | 'LimitExceeded'
  | 'LimitExceeded.FamilyDeviceExceedLimit';

/** Parameters of `AppTokenBindDeviceFamily`. [Reference](https://cloud.tencent.com/document/product/1081/44046) */
export interface AppTokenBindDeviceFamilyParams {
  /**
   * The token that the device reported.
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Token: string;
  /**
   * Product of the device.
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Family that will hold it.
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Room within the family; `0` is the default room.
   * Must not be empty.
   */
  RoomId: string;
}

/** What `AppTokenBindDeviceFamily` answers; fields that the reference does not list are kept too. */
export interface AppTokenBindDeviceFamilyResult extends CommonResult {
}

/** The documented error codes of `AppTokenBindDeviceFamily`. */
export type AppTokenBindDeviceFamilyErrorCode =
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.TokenNotExist'
  | 'InvalidParameterValue.TokenIsExpire'
  | 'InvalidParameterValue.ReadTokenInfoError'
  | 'InvalidParameterValue.TokenNotBind'
  | 'InvalidParameterValue.FamilyDeviceCountReadError'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'UnauthorizedOperation.NoPermissionToFamily'
  | 'ResourceNotFound'
  | 'ResourceNotFound.StudioFamilyNotExist'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'ResourceNotFound.DeviceNotExist'
  | 'LimitExceeded'
  | 'LimitExceeded.FamilyDeviceExceedLimit'
  | 'InternalError'
  | 'InternalError.InternalServerException'
  | 'InternalError.InternalServerExceptionDB'
  | 'UnsupportedOperation'
  | 'UnsupportedOperation.CannotBindSameFamily';

/** Every Action with its types. */
export interface ActionMap {
  AppCreateDeviceBindToken: { params: AppCreateDeviceBindTokenParams; result: AppCreateDeviceBindTokenResult; errorCode: AppCreateDeviceBindTokenErrorCode };
  AppGetDeviceBindTokenState: { params: AppGetDeviceBindTokenStateParams; result: AppGetDeviceBindTokenStateResult; errorCode: AppGetDeviceBindTokenStateErrorCode };
  AppGetDeviceInFamily: { params: AppGetDeviceInFamilyParams; result: AppGetDeviceInFamilyResult; errorCode: AppGetDeviceInFamilyErrorCode };
  AppGetFamilySubDeviceList: { params: AppGetFamilySubDeviceListParams; result: AppGetFamilySubDeviceListResult; errorCode: AppGetFamilySubDeviceListErrorCode };
  AppSigBindDeviceInFamily: { params: AppSigBindDeviceInFamilyParams; result: AppSigBindDeviceInFamilyResult; errorCode: AppSigBindDeviceInFamilyErrorCode };
  AppSigGatewayBindDevice: { params: AppSigGatewayBindDeviceParams; result: AppSigGatewayBindDeviceResult; errorCode: AppSigGatewayBindDeviceErrorCode };
  AppTokenBindDeviceFamily: { params: AppTokenBindDeviceFamilyParams; result: AppTokenBindDeviceFamilyResult; errorCode: AppTokenBindDeviceFamilyErrorCode };
}

/** One method per Action; `call` with the Action's name does the same. */
export interface ActionMethods {
  /**
   * Creates a random token that starts one Wi-Fi provisioning.
   *
   * 生成一次 Wi-Fi 配网用的随机 Token。
   *
   * - The reference's own failure example answers `InvalidParameterValue.InvalidAccessToken`, which its table leaves out; it is listed here.
   * - `RequestId` comes inside `Data` in the example.
   * - Counted as changing because each call makes another token; a lost answer costs nothing but that token.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/44044 AppCreateDeviceBindToken}
   */
  appCreateDeviceBindToken(params?: AppCreateDeviceBindTokenParams, options?: CallOptions): Promise<AppCreateDeviceBindTokenResult>;
  /**
   * Asks whether a device has reported the bind token yet.
   *
   * 查询配网 Token 的状态：设备是否已上报。
   *
   * - The reference's request example names another Action by mistake.
   * - `RequestId` comes inside `Data` in the example.
   * - The live service also names the device that reported the token; no page says so.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/44045 AppGetDeviceBindTokenState}
   */
  appGetDeviceBindTokenState(params: AppGetDeviceBindTokenStateParams, options?: CallOptions): Promise<AppGetDeviceBindTokenStateResult>;
  /**
   * Reads the details of one bound device.
   *
   * 查询家庭中一台已绑定设备的详情。
   *
   * - `DeviceType` stands in the example and not in the table.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40807 AppGetDeviceInFamily}
   */
  appGetDeviceInFamily(params: AppGetDeviceInFamilyParams, options?: CallOptions): Promise<AppGetDeviceInFamilyResult>;
  /**
   * Pages through a gateway's sub-devices that are bound to the family.
   *
   * 分页查询家庭中某网关下已绑定的子设备。
   *
   * - `Total` is text in the table and a number in the example; both are read.
   * - The example's `RequestId` repeats the access token.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48130 AppGetFamilySubDeviceList}
   */
  appGetFamilySubDeviceList(params: AppGetFamilySubDeviceListParams, options?: CallOptions): Promise<AppGetFamilySubDeviceListResult>;
  /**
   * Binds a Wi-Fi, Bluetooth or other device to a family with a signature made by the device.
   *
   * 用设备生成的签名把 Wi-Fi、蓝牙或其他设备绑定到家庭。
   *
   * - The payload comes under `data` in the older example and `Data` elsewhere; both are read.
   * - The example spells `UpdateTime` as `UpdateTIme`; it is handed out as `UpdateTime`.
   * - One table writes `bluetooth_sigh`; it is accepted, and `bluetooth_sign` is sent.
   * - One table requires BindType and names a default for it: it is optional here, and `wifi_sign` is sent.
   * - `SignMethod` and `other_sign` stand only on the newest copy of the page.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50205 AppSigBindDeviceInFamily}
   */
  appSigBindDeviceInFamily(params: AppSigBindDeviceInFamilyParams, options?: CallOptions): Promise<AppSigBindDeviceInFamilyResult>;
  /**
   * Attaches a sub-device to a gateway, proven by a signature.
   *
   * 凭签名把子设备绑定到网关。
   *
   * - The reference prints the first parameter as `ProductId,`; its example sends `ProductId`.
   * - The signed text uses `deviceName` and `timestamp` where the request uses `DeviceName` and `DeviceTimestamp`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/65842 AppSigGatewayBindDevice}
   */
  appSigGatewayBindDevice(params: AppSigGatewayBindDeviceParams, options?: CallOptions): Promise<AppSigGatewayBindDeviceResult>;
  /**
   * Binds a Wi-Fi device to a family with the bind token that the device reported.
   *
   * 用设备已上报的配网 Token 把 Wi-Fi 设备绑定到家庭。
   *
   * - The reference's failure example answers `InvalidParameterValue.InvalidAccessToken`, which its table leaves out; it is listed here.
   * - `RequestId` comes inside `Data` in the example.
   * - Nothing about the bound device is answered: ask `AppGetDeviceInFamily`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/44046 AppTokenBindDeviceFamily}
   */
  appTokenBindDeviceFamily(params: AppTokenBindDeviceFamilyParams, options?: CallOptions): Promise<AppTokenBindDeviceFamilyResult>;
}

/** One request builder per Action; `buildRequest` with the Action's name does the same. */
export interface RequestBuilders {
  /**
   * Creates a random token that starts one Wi-Fi provisioning.
   *
   * 生成一次 Wi-Fi 配网用的随机 Token。
   *
   * - The reference's own failure example answers `InvalidParameterValue.InvalidAccessToken`, which its table leaves out; it is listed here.
   * - `RequestId` comes inside `Data` in the example.
   * - Counted as changing because each call makes another token; a lost answer costs nothing but that token.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/44044 AppCreateDeviceBindToken}
   */
  appCreateDeviceBindToken(params: AppCreateDeviceBindTokenParams | undefined, common: BuildOptions): HttpRequest;
  /**
   * Asks whether a device has reported the bind token yet.
   *
   * 查询配网 Token 的状态：设备是否已上报。
   *
   * - The reference's request example names another Action by mistake.
   * - `RequestId` comes inside `Data` in the example.
   * - The live service also names the device that reported the token; no page says so.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/44045 AppGetDeviceBindTokenState}
   */
  appGetDeviceBindTokenState(params: AppGetDeviceBindTokenStateParams, common: BuildOptions): HttpRequest;
  /**
   * Reads the details of one bound device.
   *
   * 查询家庭中一台已绑定设备的详情。
   *
   * - `DeviceType` stands in the example and not in the table.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40807 AppGetDeviceInFamily}
   */
  appGetDeviceInFamily(params: AppGetDeviceInFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through a gateway's sub-devices that are bound to the family.
   *
   * 分页查询家庭中某网关下已绑定的子设备。
   *
   * - `Total` is text in the table and a number in the example; both are read.
   * - The example's `RequestId` repeats the access token.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48130 AppGetFamilySubDeviceList}
   */
  appGetFamilySubDeviceList(params: AppGetFamilySubDeviceListParams, common: BuildOptions): HttpRequest;
  /**
   * Binds a Wi-Fi, Bluetooth or other device to a family with a signature made by the device.
   *
   * 用设备生成的签名把 Wi-Fi、蓝牙或其他设备绑定到家庭。
   *
   * - The payload comes under `data` in the older example and `Data` elsewhere; both are read.
   * - The example spells `UpdateTime` as `UpdateTIme`; it is handed out as `UpdateTime`.
   * - One table writes `bluetooth_sigh`; it is accepted, and `bluetooth_sign` is sent.
   * - One table requires BindType and names a default for it: it is optional here, and `wifi_sign` is sent.
   * - `SignMethod` and `other_sign` stand only on the newest copy of the page.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50205 AppSigBindDeviceInFamily}
   */
  appSigBindDeviceInFamily(params: AppSigBindDeviceInFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Attaches a sub-device to a gateway, proven by a signature.
   *
   * 凭签名把子设备绑定到网关。
   *
   * - The reference prints the first parameter as `ProductId,`; its example sends `ProductId`.
   * - The signed text uses `deviceName` and `timestamp` where the request uses `DeviceName` and `DeviceTimestamp`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/65842 AppSigGatewayBindDevice}
   */
  appSigGatewayBindDevice(params: AppSigGatewayBindDeviceParams, common: BuildOptions): HttpRequest;
  /**
   * Binds a Wi-Fi device to a family with the bind token that the device reported.
   *
   * 用设备已上报的配网 Token 把 Wi-Fi 设备绑定到家庭。
   *
   * - The reference's failure example answers `InvalidParameterValue.InvalidAccessToken`, which its table leaves out; it is listed here.
   * - `RequestId` comes inside `Data` in the example.
   * - Nothing about the bound device is answered: ask `AppGetDeviceInFamily`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/44046 AppTokenBindDeviceFamily}
   */
  appTokenBindDeviceFamily(params: AppTokenBindDeviceFamilyParams, common: BuildOptions): HttpRequest;
}

/** The cloud's documented error codes. */
export type CloudErrorCode =
  | 'InternalError'
  | 'InternalError.InternalRPCError'
  | 'InternalError.InternalServerException'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidAction'
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.AppDeviceNotExist'
  | 'InvalidParameterValue.BindDeviceNotConnected'
  | 'InvalidParameterValue.BindDeviceSigMismatch'
  | 'InvalidParameterValue.FamilyDeviceCountReadError'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.InvalidAppParameter'
  | 'InvalidParameterValue.NoPermission'
  | 'InvalidParameterValue.ReadTokenInfoError'
  | 'InvalidParameterValue.TokenInfoSaveError'
  | 'InvalidParameterValue.TokenIsExpire'
  | 'InvalidParameterValue.TokenNotBind'
  | 'InvalidParameterValue.TokenNotExist'
  | 'LimitExceeded'
  | 'LimitExceeded.FamilyDeviceExceedLimit'
  | 'ResourceNotFound'
  | 'ResourceNotFound.AppNotExists'
  | 'ResourceNotFound.DeviceNotExist'
  | 'ResourceNotFound.StudioFamilyNotExist'
  | 'ResourceNotFound.StudioMemberNotExist'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'UnauthorizedOperation.NoPermissionToFamily'
  | 'UnsupportedOperation'
  | 'UnsupportedOperation.CannotBindSameFamily'
  | 'UnsupportedOperation.DeviceType'
  | 'UnsupportedOperation.ERR_APP_INVALID_IOTAPPID'
  | 'UnsupportedOperation.NotBindVirtualDevice'
  | 'VERIFY_LOGIN_FAIL';

/** The package's own error codes. */
export type OwnErrorCode =
  | 'Aborted.BySignal'
  | 'Flow.BadCheckpoint'
  | 'Flow.CheckpointExpired'
  | 'Flow.CheckpointMismatch'
  | 'Flow.DeviceMismatch'
  | 'Flow.DeviceUnknown'
  | 'Flow.OutcomeUnknown'
  | 'Flow.SendToDeviceFailed'
  | 'Flow.SignFailed'
  | 'Init.BadPath'
  | 'Init.BadSource'
  | 'Init.ClientFreed'
  | 'Init.Crashed'
  | 'Init.LoadFailed'
  | 'Init.NoWebAssembly'
  | 'Init.NotReady'
  | 'Init.NotWasm'
  | 'Network.DomainNotAllowed'
  | 'Network.Failed'
  | 'Network.Interrupted'
  | 'Parameter.AccessTokenFailed'
  | 'Parameter.BadText'
  | 'Parameter.Empty'
  | 'Parameter.Forbidden'
  | 'Parameter.Missing'
  | 'Parameter.NotAllowed'
  | 'Parameter.OutOfRange'
  | 'Parameter.SecretNotAllowed'
  | 'Parameter.TooLarge'
  | 'Parameter.TooLong'
  | 'Parameter.UnknownAction'
  | 'Parameter.UnknownQrCode'
  | 'Parameter.Unreadable'
  | 'Parameter.WrongType'
  | 'Protocol.BadEnvelope'
  | 'Protocol.BadField'
  | 'Protocol.BadTransportAnswer'
  | 'Protocol.HttpStatus'
  | 'Protocol.NotJson'
  | 'Protocol.ServerError'
  | 'Protocol.TooLarge'
  | 'Protocol.TooManyRequests'
  | 'Timeout.DeviceNotOnline'
  | 'Timeout.Flow'
  | 'Timeout.Request';
