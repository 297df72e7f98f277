//! Every error code there is: the cloud's documented ones and our own, with what would help and one sentence in each
//! language. The generator turns this table into the one that the package ships; the shipped module carries none of it.

use super::Remedy;

/// One error code and what people are told about it.
#[derive(Debug, Clone, Copy)]
pub struct Code {
    /// The whole code, dots included.
    pub code: &'static str,
    /// What would help.
    pub remedy: Remedy,
    /// What happened and what to do, in English.
    pub en: &'static str,
    /// The same in Chinese.
    pub zh: &'static str,
}

const fn code(code: &'static str, remedy: Remedy, en: &'static str, zh: &'static str) -> Code {
    Code { code, remedy, en, zh }
}

/// The cloud's codes, sorted.
pub const CLOUD: &[Code] = &[
    code(
        "ErrorRequiredParamNotFound",
        Remedy::FixInput,
        "A parameter is missing; check what was sent.",
        "缺少参数，请检查所传参数。",
    ),
    code(
        "InternalError",
        Remedy::Retry,
        "The cloud had a fault; try again in a moment.",
        "云端出错，请稍后重试。",
    ),
    code(
        "InternalError.InternalRPCError",
        Remedy::Retry,
        "The cloud had a fault in a call; try again in a moment.",
        "云端调用出错，请稍后重试。",
    ),
    code(
        "InternalError.InternalServerException",
        Remedy::Retry,
        "The cloud had an exception; try again in a moment.",
        "云端服务出错，请稍后重试。",
    ),
    code(
        "InternalError.InternalServerExceptionDB",
        Remedy::Retry,
        "The cloud had a fault in a database; try again in a moment.",
        "云端数据库出错，请稍后重试。",
    ),
    code(
        "InvalidAction",
        Remedy::FixInput,
        "There is no such Action; check its name and the endpoint.",
        "没有这个接口，请检查接口名和请求地址。",
    ),
    code(
        "InvalidParameter",
        Remedy::FixInput,
        "The cloud refused a parameter; check what was sent.",
        "云端不接受某个参数，请检查所传参数。",
    ),
    code(
        "InvalidParameterValue",
        Remedy::FixInput,
        "The cloud refused a parameter's value; check what was sent.",
        "云端不接受某个参数的值，请检查所传参数。",
    ),
    code(
        "InvalidParameterValue.AppDeviceNotExist",
        Remedy::FixInput,
        "The user has no such device; check its product and name.",
        "用户没有这台设备，请检查产品和设备名。",
    ),
    code(
        "InvalidParameterValue.BindDeviceNotConnected",
        Remedy::Wait,
        "The device has not reached the cloud; check its power and the network and try again.",
        "设备没有连上云端，请检查电源和网络后重试。",
    ),
    code(
        "InvalidParameterValue.BindDeviceSigMismatch",
        Remedy::FixInput,
        "The signature is wrong; check the secret and what was signed.",
        "签名不对，请检查密钥和签名原文。",
    ),
    code(
        "InvalidParameterValue.CannotBindOwnDevice",
        Remedy::None,
        "The device is the user's own; it needs no share.",
        "设备是用户自己的，无需接受分享。",
    ),
    code(
        "InvalidParameterValue.CheckVerifyCodeFailed",
        Remedy::FixInput,
        "The verification code is wrong; check it or ask for a new one.",
        "验证码不对，请检查或重新获取。",
    ),
    code(
        "InvalidParameterValue.DeviceBinded",
        Remedy::None,
        "The user has the device already.",
        "用户已经有这台设备。",
    ),
    code(
        "InvalidParameterValue.DeviceShareExceedLimit",
        Remedy::FixInput,
        "The device is shared with too many users; remove one.",
        "设备分享的用户太多，请移除一个。",
    ),
    code(
        "InvalidParameterValue.DeviecBinded",
        Remedy::None,
        "The user has the device already.",
        "用户已经有这台设备。",
    ),
    code(
        "InvalidParameterValue.EmailInvalid",
        Remedy::FixInput,
        "The e-mail address is wrong; check it.",
        "邮箱地址不对，请检查。",
    ),
    code(
        "InvalidParameterValue.EmailUsed",
        Remedy::FixInput,
        "The e-mail address is taken; sign in with it or use another.",
        "邮箱已被注册，请直接登录或换一个。",
    ),
    code(
        "InvalidParameterValue.ErrorUserNotExists",
        Remedy::FixInput,
        "There is no such user; check the account.",
        "没有这个用户，请检查账号。",
    ),
    code(
        "InvalidParameterValue.FamilyDeviceCountReadError",
        Remedy::Retry,
        "The cloud could not count the devices; try again in a moment.",
        "云端读取设备数量出错，请稍后重试。",
    ),
    code(
        "InvalidParameterValue.InternalRPCError",
        Remedy::Retry,
        "The cloud had a fault in a call; try again in a moment.",
        "云端调用出错，请稍后重试。",
    ),
    code(
        "InvalidParameterValue.InvalidAccessToken",
        Remedy::SignIn,
        "The access token is wrong or has expired; sign in again.",
        "访问令牌无效或已过期，请重新登录。",
    ),
    code(
        "InvalidParameterValue.InvalidAppParameter",
        Remedy::FixInput,
        "The cloud refused a parameter of the app; check what was sent.",
        "云端不接受应用的某个参数，请检查所传参数。",
    ),
    code(
        "InvalidParameterValue.InvalidJSON",
        Remedy::FixInput,
        "The body is no JSON; check what was sent.",
        "请求体不是 JSON，请检查所传参数。",
    ),
    code(
        "InvalidParameterValue.InvalidShareDeviceToken",
        Remedy::FixInput,
        "The share token is wrong; ask for a new share.",
        "分享 Token 不对，请重新分享。",
    ),
    code(
        "InvalidParameterValue.MsgIDInvalid",
        Remedy::FixInput,
        "There is no such message; check its id.",
        "没有这条消息，请检查消息 ID。",
    ),
    code(
        "InvalidParameterValue.MsgIdInvalid",
        Remedy::FixInput,
        "There is no such message; check its id.",
        "没有这条消息，请检查消息 ID。",
    ),
    code(
        "InvalidParameterValue.NickNameLengthInvalid",
        Remedy::FixInput,
        "The nickname is too short or too long; choose another.",
        "昵称太短或太长，请换一个。",
    ),
    code(
        "InvalidParameterValue.NoPermission",
        Remedy::FixInput,
        "The user may not use this device or gateway; check its family.",
        "用户没有该设备或网关的权限，请检查其所在家庭。",
    ),
    code(
        "InvalidParameterValue.PhoneNumberInvalid",
        Remedy::FixInput,
        "The phone number is wrong; check it.",
        "手机号不对，请检查。",
    ),
    code(
        "InvalidParameterValue.PhoneNumberUsed",
        Remedy::FixInput,
        "The phone number is taken; sign in with it or use another.",
        "手机号已被注册，请直接登录或换一个。",
    ),
    code(
        "InvalidParameterValue.ReadTokenInfoError",
        Remedy::Retry,
        "The cloud could not read the bind token; try again in a moment.",
        "云端读取配网 Token 出错，请稍后重试。",
    ),
    code(
        "InvalidParameterValue.SendVerifyCodeTooQuick",
        Remedy::Retry,
        "Too many codes were asked for; try again in a moment.",
        "获取验证码太频繁，请稍后重试。",
    ),
    code(
        "InvalidParameterValue.ShareDeviceTokenUsed",
        Remedy::FixInput,
        "The share token is used up; ask for a new share.",
        "分享 Token 已用过，请重新分享。",
    ),
    code(
        "InvalidParameterValue.TokenInfoSaveError",
        Remedy::Retry,
        "The cloud could not store the bind token; try again in a moment.",
        "云端保存配网 Token 出错，请稍后重试。",
    ),
    code(
        "InvalidParameterValue.TokenIsExpire",
        Remedy::NewToken,
        "The bind token has expired; start again with a new one.",
        "配网 Token 已过期，请重新配网。",
    ),
    code(
        "InvalidParameterValue.TokenNotBind",
        Remedy::Wait,
        "The device has not reported the bind token; try again in a moment.",
        "设备没有上报配网 Token，请稍后重试。",
    ),
    code(
        "InvalidParameterValue.TokenNotExist",
        Remedy::NewToken,
        "There is no such bind token; start again with a new one.",
        "没有这个配网 Token，请重新配网。",
    ),
    code(
        "InvalidParameterValue.UserBindExceedLimit",
        Remedy::FixInput,
        "The user has too many shared devices; remove one.",
        "用户的分享设备太多，请移除一个。",
    ),
    code(
        "InvalidParameterValue.UserLoginFailed",
        Remedy::FixInput,
        "Sign-in failed; check account and password.",
        "登录失败，请检查账号和密码。",
    ),
    code(
        "InvalidParameterValue.UserLoginForbidden",
        Remedy::None,
        "The account is locked.",
        "账号已锁定，无法登录。",
    ),
    code(
        "LimitExceeded",
        Remedy::FixInput,
        "A limit has been reached; remove something.",
        "数量已达上限，请删除部分内容。",
    ),
    code(
        "LimitExceeded.FamilyDeviceExceedLimit",
        Remedy::FixInput,
        "The family has too many devices; remove one or choose another family.",
        "家庭设备过多，请删除部分设备或换一个家庭。",
    ),
    code(
        "ResourceNotFound",
        Remedy::FixInput,
        "There is no such thing; check what was sent.",
        "没有这个资源，请检查所传参数。",
    ),
    code(
        "ResourceNotFound.AppNotExists",
        Remedy::Console,
        "There is no such app; check it in the console.",
        "没有这个应用，请到控制台检查。",
    ),
    code(
        "ResourceNotFound.DeviceNotExist",
        Remedy::FixInput,
        "There is no such device; check its product and name.",
        "没有这台设备，请检查产品和设备名。",
    ),
    code(
        "ResourceNotFound.FenceNotExist",
        Remedy::FixInput,
        "There is no such fence; check its id.",
        "没有这个围栏，请检查围栏 ID。",
    ),
    code(
        "ResourceNotFound.StudioFamilyNotExist",
        Remedy::FixInput,
        "There is no such family; choose another family.",
        "没有这个家庭，请换一个家庭。",
    ),
    code(
        "ResourceNotFound.StudioMemberNotExist",
        Remedy::FixInput,
        "The user is not in this family; choose another family.",
        "用户不在该家庭中，请换一个家庭。",
    ),
    code(
        "ResourceNotFound.StudioProductNotExist",
        Remedy::Console,
        "There is no such product; check it in the console.",
        "没有这个产品，请到控制台检查。",
    ),
    code(
        "UnauthorizedOperation",
        Remedy::FixInput,
        "The user may not do this; check the family and the user's role.",
        "用户没有权限，请检查家庭和用户的角色。",
    ),
    code(
        "UnauthorizedOperation.APPNoPermissionToStudioProduct",
        Remedy::Console,
        "The app may not use this product; link them in the console.",
        "应用没有该产品的权限，请到控制台关联。",
    ),
    code(
        "UnauthorizedOperation.FenceDupKeyExist",
        Remedy::FixInput,
        "There is such a fence already; change this one.",
        "已有相同的围栏，请修改。",
    ),
    code(
        "UnauthorizedOperation.NoPermissionToFamily",
        Remedy::FixInput,
        "The user may not do this in this family; check the user's role.",
        "用户没有该家庭的权限，请检查用户的角色。",
    ),
    code(
        "UnauthorizedOperation.SpaceDupKeyExist",
        Remedy::FixInput,
        "There is such a location space already; change this one.",
        "已有相同的位置空间，请修改。",
    ),
    code(
        "UnsupportedOperation",
        Remedy::None,
        "The cloud does not support this.",
        "云端不支持这个操作。",
    ),
    code(
        "UnsupportedOperation.CannotBindSameFamily",
        Remedy::None,
        "The device is already in this family.",
        "设备已在该家庭中。",
    ),
    code(
        "UnsupportedOperation.DeviceNotBind",
        Remedy::FixInput,
        "The sub-device is not bound to the gateway; bind it first.",
        "子设备没有绑定到网关，请先绑定。",
    ),
    code(
        "UnsupportedOperation.DeviceNotGateway",
        Remedy::FixInput,
        "The device is no gateway; check its product and name.",
        "设备不是网关，请检查产品和设备名。",
    ),
    code(
        "UnsupportedOperation.DeviceType",
        Remedy::FixInput,
        "The device has the wrong type; check gateway and sub-device.",
        "设备类型不对，请检查网关和子设备。",
    ),
    code(
        "UnsupportedOperation.ERR_APP_INVALID_IOTAPPID",
        Remedy::Console,
        "The app is not valid; check it in the console.",
        "应用无效，请到控制台检查。",
    ),
    code(
        "UnsupportedOperation.NotBindVirtualDevice",
        Remedy::None,
        "A virtual device cannot be bound; use a real one.",
        "虚拟设备无法绑定，请换真实设备。",
    ),
    code(
        "UnsupportedOperation.NotSupportVirtualDevice",
        Remedy::None,
        "A virtual device cannot do this; use a real one.",
        "虚拟设备不支持这个操作，请换真实设备。",
    ),
    code(
        "UnsupportedOperation.SceneRunInProgress",
        Remedy::Retry,
        "The scene is running; try again in a moment.",
        "场景正在执行，请稍后重试。",
    ),
    code(
        "VERIFY_LOGIN_FAIL",
        Remedy::SignIn,
        "The sign-in is wrong or has expired; sign in again.",
        "登录无效或已过期，请重新登录。",
    ),
];

/// The package's own codes, sorted. The English sentence is also the error's message, so it must hold for everything that
/// the code is used for.
pub const OWN: &[Code] = &[
    code(
        "Aborted.BySignal",
        Remedy::None,
        "The call was cancelled.",
        "操作已取消。",
    ),
    code(
        "Flow.BadCheckpoint",
        Remedy::None,
        "The stored progress cannot be read; start again.",
        "保存的进度无法读取，请重新绑定。",
    ),
    code(
        "Flow.CheckpointExpired",
        Remedy::None,
        "The stored progress has expired; start again.",
        "保存的进度已过期，请重新绑定。",
    ),
    code(
        "Flow.CheckpointMismatch",
        Remedy::FixInput,
        "The stored progress is of another binding; start again.",
        "保存的进度属于另一次绑定，请重新绑定。",
    ),
    code(
        "Flow.DeviceMismatch",
        Remedy::FixInput,
        "Another device answered and was not bound; check which one is in setup mode.",
        "应答的是另一台设备，没有绑定，请检查配网中的设备。",
    ),
    code(
        "Flow.DeviceUnknown",
        Remedy::FixInput,
        "The device is not known; pass productId and deviceName or return them from sendToDevice.",
        "无法确定设备，请传入 productId 和 deviceName，或由 sendToDevice 返回。",
    ),
    code(
        "Flow.OutcomeUnknown",
        Remedy::Retry,
        "The network failed and the device may be bound; check the device list or try again.",
        "网络中断，设备可能已绑定，请检查设备列表或重试。",
    ),
    code(
        "Flow.SendToDeviceFailed",
        Remedy::Retry,
        "The device did not get the bind token; stay close and try again.",
        "配网 Token 没有发给设备，请靠近后重试。",
    ),
    code(
        "Flow.SignFailed",
        Remedy::Retry,
        "The server returned no usable signature; check it and try again.",
        "服务端没有返回可用的签名，请检查后重试。",
    ),
    code(
        "Init.BadPath",
        Remedy::FixInput,
        "The code package has no such .wasm; build npm again, name its path: init('/sub/miniprogram_npm/...'), or before base library 2.14 add the plain file.",
        "代码包中没有这个 .wasm 文件，请重新构建 npm，或指明路径：init('/sub/miniprogram_npm/...')；基础库低于 2.14 时请加入未压缩的文件。",
    ),
    code(
        "Init.BadSource",
        Remedy::FixInput,
        "init() takes a URL, a Response, bytes or a WebAssembly.Module.",
        "init() 应传入 URL、Response、字节或 WebAssembly.Module。",
    ),
    code(
        "Init.ClientFreed",
        Remedy::FixInput,
        "This was freed; make a new one.",
        "已释放，请新建。",
    ),
    code(
        "Init.Crashed",
        Remedy::Retry,
        "The module crashed; call init() again and check the device list.",
        "模块崩溃，请重新调用 init()，并检查设备列表。",
    ),
    code(
        "Init.LoadFailed",
        Remedy::Retry,
        "The module could not be loaded; check its address and the network and call init() again.",
        "模块没有加载，请检查地址和网络后重新调用 init()。",
    ),
    code(
        "Init.NoWebAssembly",
        Remedy::None,
        "This host has no WebAssembly; use a newer one (WeChat: base library 2.13).",
        "当前环境不支持 WebAssembly，请升级（微信基础库 2.13）。",
    ),
    code(
        "Init.NotAllowed",
        Remedy::FixInput,
        "The page does not allow WebAssembly; add 'wasm-unsafe-eval' to its Content-Security-Policy.",
        "页面不允许 WebAssembly，请在 Content-Security-Policy 中加入 'wasm-unsafe-eval'。",
    ),
    code(
        "Init.NotReady",
        Remedy::FixInput,
        "The module is not loaded; call await init() first.",
        "模块没有加载，请先调用 await init()。",
    ),
    code(
        "Init.NotWasm",
        Remedy::FixInput,
        "What came is not WebAssembly; import iotexplorer-client/inline or name its address: init(url).",
        "加载到的不是 WebAssembly，请引入 iotexplorer-client/inline，或指明地址：init(url)。",
    ),
    code(
        "Network.DomainNotAllowed",
        Remedy::Console,
        "The host refused this address; add it to the allowed domains in the console.",
        "不允许访问该地址，请到控制台加入合法域名。",
    ),
    code(
        "Network.Failed",
        Remedy::Retry,
        "The cloud could not be reached; check the network and try again.",
        "没有连上云端，请检查网络后重试。",
    ),
    code(
        "Network.Interrupted",
        Remedy::Retry,
        "The request was interrupted; try again in a moment.",
        "请求中断，请稍后重试。",
    ),
    code(
        "Parameter.AccessTokenFailed",
        Remedy::SignIn,
        "accessToken gave no token; sign in again.",
        "accessToken 没有返回令牌，请重新登录。",
    ),
    code(
        "Parameter.BadText",
        Remedy::FixInput,
        "A value holds half a character; correct it.",
        "参数含有半个字符，请修正。",
    ),
    code(
        "Parameter.Empty",
        Remedy::FixInput,
        "A value is empty; correct it.",
        "参数为空，请修正。",
    ),
    code(
        "Parameter.Forbidden",
        Remedy::FixInput,
        "A value cannot be sent; leave it out.",
        "参数不能发送，请去掉。",
    ),
    code(
        "Parameter.Missing",
        Remedy::FixInput,
        "A value is missing; add it.",
        "参数缺失，请填写。",
    ),
    code(
        "Parameter.NoFamily",
        Remedy::FixInput,
        "The user has no family; create one, or set createFamily: true.",
        "用户还没有家庭，请先创建，或设置 createFamily: true。",
    ),
    code(
        "Parameter.NotAllowed",
        Remedy::FixInput,
        "A value is not allowed; correct it.",
        "参数无效，请修正。",
    ),
    code(
        "Parameter.OutOfRange",
        Remedy::FixInput,
        "A value is out of range; correct it.",
        "参数超出范围，请修正。",
    ),
    code(
        "Parameter.SecretNotAllowed",
        Remedy::FixInput,
        "A secret does not belong on a user's device; sign on a server or pass allowSecret: true.",
        "密钥不应在用户设备上，请在服务端签名，或传入 allowSecret: true。",
    ),
    code(
        "Parameter.TooLarge",
        Remedy::FixInput,
        "A value makes the request larger than 1 MiB; shorten it.",
        "参数使请求超过 1 MiB，请缩短。",
    ),
    code(
        "Parameter.TooLong",
        Remedy::FixInput,
        "A value is too long; shorten it.",
        "参数过长，请缩短。",
    ),
    code(
        "Parameter.UnknownAction",
        Remedy::FixInput,
        "A value is not a known Action; check it or pass untyped: true.",
        "参数不是已知的接口名，请检查，或传入 untyped: true。",
    ),
    code(
        "Parameter.UnknownQrCode",
        Remedy::FixInput,
        "A value is not the QR code of a device; scan another one.",
        "参数不是设备的二维码，请换一个扫描。",
    ),
    code(
        "Parameter.Unreadable",
        Remedy::FixInput,
        "A value cannot be read; pass plain data.",
        "参数无法读取，请传入普通数据。",
    ),
    code(
        "Parameter.WrongType",
        Remedy::FixInput,
        "A value has the wrong type; correct it.",
        "参数类型不对，请修正。",
    ),
    code(
        "Protocol.BadEnvelope",
        Remedy::Retry,
        "The answer has an unknown shape; check the endpoint and the network and try again.",
        "应答格式不对，请检查请求地址和网络后重试。",
    ),
    code(
        "Protocol.BadField",
        Remedy::None,
        "A field has the wrong type; report the RequestId.",
        "应答字段的类型不对，请反馈 RequestId。",
    ),
    code(
        "Protocol.BadTransportAnswer",
        Remedy::FixInput,
        "The transport returned no usable answer; return status, body and headers.",
        "transport 没有返回可用的应答，请返回 status、body 和 headers。",
    ),
    code(
        "Protocol.HttpStatus",
        Remedy::FixInput,
        "The server refused the request; check the endpoint and the network.",
        "服务端拒绝了请求，请检查请求地址和网络。",
    ),
    code(
        "Protocol.NotJson",
        Remedy::Retry,
        "The answer is not the cloud's (perhaps a Wi-Fi sign-in page); check the network and try again.",
        "应答不是云端的（可能是 Wi-Fi 登录页），请检查网络后重试。",
    ),
    code(
        "Protocol.ServerError",
        Remedy::Retry,
        "The server had a fault; try again in a moment.",
        "服务端出错，请稍后重试。",
    ),
    code(
        "Protocol.TooLarge",
        Remedy::None,
        "The answer is larger than 8 MiB.",
        "应答超过 8 MiB。",
    ),
    code(
        "Protocol.TooManyRequests",
        Remedy::Retry,
        "Too many requests; try again in a moment.",
        "请求过多，请稍后重试。",
    ),
    code(
        "Timeout.DeviceNotOnline",
        Remedy::Wait,
        "The device has not reached the cloud; check its power and the Wi-Fi password and try again.",
        "设备没有连上云端，请检查电源和 Wi-Fi 密码后重试。",
    ),
    code(
        "Timeout.Flow",
        Remedy::Retry,
        "The binding took too long; try again in a moment.",
        "绑定超时，请稍后重试。",
    ),
    code(
        "Timeout.Request",
        Remedy::Retry,
        "The cloud did not answer in time; check the network and try again.",
        "云端没有应答，请检查网络后重试。",
    ),
];

/// What is known of a code.
#[must_use]
pub fn find(name: &str) -> Option<&'static Code> {
    CLOUD.iter().chain(OWN).find(|code| code.code == name)
}
