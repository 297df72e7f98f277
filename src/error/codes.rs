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
        "InternalError",
        Remedy::Retry,
        "The cloud had an internal fault; try again in a moment.",
        "云端内部出错，请稍后重试。",
    ),
    code(
        "InternalError.InternalRPCError",
        Remedy::Retry,
        "A call inside the cloud failed or took too long; try again in a moment.",
        "云端内部调用失败或超时，请稍后重试。",
    ),
    code(
        "InternalError.InternalServerException",
        Remedy::Retry,
        "The cloud had an unexpected fault; try again in a moment.",
        "云端服务异常，请稍后重试。",
    ),
    code(
        "InternalError.InternalServerExceptionDB",
        Remedy::Retry,
        "The cloud's database had a fault; try again in a moment.",
        "云端数据库出错，请稍后重试。",
    ),
    code(
        "InvalidAction",
        Remedy::FixInput,
        "The cloud does not know this Action; check its name and the endpoint.",
        "云端没有这个接口，请检查接口名和请求地址。",
    ),
    code(
        "InvalidParameter",
        Remedy::FixInput,
        "The cloud could not accept a parameter; check what was sent.",
        "云端认为参数无效，请检查所传参数。",
    ),
    code(
        "InvalidParameterValue",
        Remedy::FixInput,
        "The cloud refused the value of a parameter; check what was sent.",
        "云端认为参数取值有误，请检查所传参数。",
    ),
    code(
        "InvalidParameterValue.AppDeviceNotExist",
        Remedy::FixInput,
        "The user has no such bound device; check the device, or bind it first.",
        "用户名下没有这台设备，请核对设备或先完成绑定。",
    ),
    code(
        "InvalidParameterValue.BindDeviceNotConnected",
        Remedy::Wait,
        "The device has not reached the cloud yet; make sure that it is powered and online, wait, and try again.",
        "设备近期没有连上云端，请确认设备已通电联网，稍等后重试。",
    ),
    code(
        "InvalidParameterValue.BindDeviceSigMismatch",
        Remedy::FixInput,
        "The bind signature does not match; check the secret, the signed text and the time that were used for it.",
        "绑定签名不匹配，请检查签名所用的密钥、原文和时间戳。",
    ),
    code(
        "InvalidParameterValue.FamilyDeviceCountReadError",
        Remedy::Retry,
        "The cloud could not count the family's devices; try again in a moment.",
        "云端读取家庭设备数量出错，请稍后重试。",
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
        "The app sent a parameter that the cloud does not accept; check what was sent.",
        "应用请求的参数有误，请检查所传参数。",
    ),
    code(
        "InvalidParameterValue.NoPermission",
        Remedy::FixInput,
        "The user may not do this; check that the device and its gateway belong to one of the user's families.",
        "用户没有权限，请确认设备和网关在该用户的家庭中。",
    ),
    code(
        "InvalidParameterValue.ReadTokenInfoError",
        Remedy::Retry,
        "The cloud could not read the bind token; try again in a moment.",
        "云端读取配网 Token 出错，请稍后重试。",
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
        "The bind token has expired; create a new one and provision the device again.",
        "配网 Token 已过期，请重新生成并重新配网。",
    ),
    code(
        "InvalidParameterValue.TokenNotBind",
        Remedy::Wait,
        "No device has reported the bind token yet; wait until its state is 2, then bind.",
        "设备还没有上报配网 Token，请等到状态为可使用后再绑定。",
    ),
    code(
        "InvalidParameterValue.TokenNotExist",
        Remedy::NewToken,
        "The bind token does not exist; create a new one and provision the device again.",
        "配网 Token 不存在，请重新生成并重新配网。",
    ),
    code(
        "LimitExceeded",
        Remedy::FixInput,
        "A limit of the cloud has been reached; remove what is no longer needed.",
        "数量已达上限，请先清理不再需要的内容。",
    ),
    code(
        "LimitExceeded.FamilyDeviceExceedLimit",
        Remedy::FixInput,
        "The family holds as many devices as it may; remove one or choose another family.",
        "家庭设备数量已达上限，请删除部分设备或换一个家庭。",
    ),
    code(
        "ResourceNotFound",
        Remedy::FixInput,
        "The cloud has no such thing; check the identifiers that were sent.",
        "资源不存在，请检查所传的 ID。",
    ),
    code(
        "ResourceNotFound.AppNotExists",
        Remedy::Console,
        "The app does not exist or was deleted; check it in the console.",
        "应用不存在或已删除，请到控制台检查。",
    ),
    code(
        "ResourceNotFound.DeviceNotExist",
        Remedy::FixInput,
        "The device does not exist or was deleted; check the product and the device name.",
        "设备不存在或已删除，请核对产品 ID 和设备名称。",
    ),
    code(
        "ResourceNotFound.StudioFamilyNotExist",
        Remedy::FixInput,
        "The family does not exist or was deleted; choose another family.",
        "家庭不存在或已删除，请换一个家庭。",
    ),
    code(
        "ResourceNotFound.StudioMemberNotExist",
        Remedy::FixInput,
        "The user is no member of this family; choose a family of the user's own.",
        "用户不是该家庭的成员，请选择用户所在的家庭。",
    ),
    code(
        "ResourceNotFound.StudioProductNotExist",
        Remedy::Console,
        "The product does not exist or was deleted; check it in the console.",
        "产品不存在或已删除，请到控制台检查。",
    ),
    code(
        "UnauthorizedOperation",
        Remedy::FixInput,
        "The user may not do this; check the family and the user's role in it.",
        "没有操作权限，请检查家庭以及用户在其中的角色。",
    ),
    code(
        "UnauthorizedOperation.APPNoPermissionToStudioProduct",
        Remedy::Console,
        "The app may not use this product; link the product to the app in the console.",
        "应用没有该产品的权限，请到控制台把产品关联到应用。",
    ),
    code(
        "UnauthorizedOperation.NoPermissionToFamily",
        Remedy::FixInput,
        "The user may not change this family; choose another, or ask its owner.",
        "没有操作该家庭的权限，请换一个家庭或联系家庭管理员。",
    ),
    code(
        "UnsupportedOperation",
        Remedy::None,
        "The cloud does not support this operation here.",
        "云端不支持这个操作。",
    ),
    code(
        "UnsupportedOperation.CannotBindSameFamily",
        Remedy::None,
        "The device is already bound in this family; nothing more is to be done.",
        "设备已在该家庭中绑定，无需重复绑定。",
    ),
    code(
        "UnsupportedOperation.DeviceType",
        Remedy::FixInput,
        "The device is of the wrong type; check which is the gateway and which the sub-device.",
        "设备类型不符，请核对网关和子设备。",
    ),
    code(
        "UnsupportedOperation.ERR_APP_INVALID_IOTAPPID",
        Remedy::Console,
        "The app is not valid for this; check it in the console.",
        "应用 ID 无效，请到控制台检查应用。",
    ),
    code(
        "UnsupportedOperation.NotBindVirtualDevice",
        Remedy::None,
        "A virtual device cannot be bound this way; use a real one.",
        "无法这样绑定虚拟设备，请使用真实设备。",
    ),
    code(
        "VERIFY_LOGIN_FAIL",
        Remedy::SignIn,
        "The sign-in is not valid any more; sign in again.",
        "登录状态已失效，请重新登录。",
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
        "The stored progress cannot be read; start the binding anew.",
        "保存的进度无法读取，请重新开始绑定。",
    ),
    code(
        "Flow.CheckpointExpired",
        Remedy::None,
        "The stored progress is too old to go on from; start the binding anew.",
        "保存的进度已过期，请重新开始绑定。",
    ),
    code(
        "Flow.CheckpointMismatch",
        Remedy::FixInput,
        "The stored progress belongs to another binding; hand in that binding's own options, or start anew.",
        "保存的进度属于另一次绑定，请使用对应的参数或重新开始。",
    ),
    code(
        "Flow.DeviceMismatch",
        Remedy::FixInput,
        "Another device than the chosen one answered; nothing was bound: check which device is in setup mode.",
        "应答的不是所选的设备，未进行绑定，请确认处于配网状态的设备。",
    ),
    code(
        "Flow.DeviceUnknown",
        Remedy::FixInput,
        "Nobody said which device it is; give productId and deviceName, or return them from sendToDevice.",
        "无法得知是哪台设备，请传入 productId 和 deviceName，或由 sendToDevice 返回。",
    ),
    code(
        "Flow.OutcomeUnknown",
        Remedy::Retry,
        "The network failed at the decisive moment, so it is not known whether the device is bound; look at the device list, or try again.",
        "关键时刻网络中断，无法确定设备是否已绑定，请查看设备列表或重试。",
    ),
    code(
        "Flow.SendToDeviceFailed",
        Remedy::Retry,
        "The token could not be handed to the device; stay close to it and try again.",
        "无法把 Token 发给设备，请靠近设备后重试。",
    ),
    code(
        "Flow.SignFailed",
        Remedy::Retry,
        "The server that signs did not give a usable signature; try again, or check the server.",
        "签名服务没有返回可用的签名，请重试或检查服务端。",
    ),
    code(
        "Init.BadPath",
        Remedy::FixInput,
        "The WebAssembly file is not at this path of the code package; build npm again, or hand init() its path as /sub/miniprogram_npm/iotexplorer-client/iotexplorer_client.wasm.",
        "代码包的这个路径下没有 WebAssembly 文件，请重新构建 npm，或在 init() 中传入它的路径，如 /sub/miniprogram_npm/iotexplorer-client/iotexplorer_client.wasm。",
    ),
    code(
        "Init.BadSource",
        Remedy::FixInput,
        "init() was given something that it cannot load from; hand in a URL, a path, bytes or a module.",
        "init() 收到无法加载的来源，请传入网址、路径、字节或模块。",
    ),
    code(
        "Init.ClientFreed",
        Remedy::FixInput,
        "This client was freed; make a new one.",
        "该 Client 已释放，请新建一个。",
    ),
    code(
        "Init.Crashed",
        Remedy::Retry,
        "The module stopped unexpectedly; call init() again, and look up whether a running bind took place.",
        "模块意外停止，请重新调用 init()，并查询进行中的绑定是否已完成。",
    ),
    code(
        "Init.LoadFailed",
        Remedy::Retry,
        "The WebAssembly file could not be loaded; check its address, the network and the host's version, then call init() again.",
        "WebAssembly 文件加载失败，请检查地址、网络和运行环境的版本，然后重新调用 init()。",
    ),
    code(
        "Init.NoWebAssembly",
        Remedy::None,
        "This host has no WebAssembly; a newer version is needed (WeChat: base library 2.13 or later).",
        "当前环境不支持 WebAssembly，请升级版本（微信基础库需 2.13 或更高）。",
    ),
    code(
        "Init.NotReady",
        Remedy::FixInput,
        "The module is not loaded yet; call await init() first.",
        "模块尚未加载，请先调用 await init()。",
    ),
    code(
        "Init.NotWasm",
        Remedy::FixInput,
        "What was loaded is not WebAssembly; import iotexplorer-client/inline, or hand the file's address to init(url).",
        "加载到的内容不是 WebAssembly，请改用 iotexplorer-client/inline，或用 init(url) 指明文件地址。",
    ),
    code(
        "Network.DomainNotAllowed",
        Remedy::Console,
        "The host does not allow requests to this address; add it to the app's list of allowed domains.",
        "当前环境不允许访问该地址，请把域名加入小程序的合法域名列表。",
    ),
    code(
        "Network.Failed",
        Remedy::Retry,
        "The cloud could not be reached; check the network and try again.",
        "无法连接云端，请检查网络后重试。",
    ),
    code(
        "Network.Interrupted",
        Remedy::Retry,
        "The request was interrupted, as when the app goes to the background; try again.",
        "请求被中断（例如应用切到后台），请重试。",
    ),
    code(
        "Parameter.AccessTokenFailed",
        Remedy::SignIn,
        "The app could not supply an access token; sign in and try again.",
        "应用未能提供访问令牌，请登录后重试。",
    ),
    code(
        "Parameter.BadText",
        Remedy::FixInput,
        "A text holds half a character (a lone surrogate); correct it.",
        "文本中含有不完整的字符，请修正。",
    ),
    code(
        "Parameter.Empty",
        Remedy::FixInput,
        "A required value is empty; fill it in.",
        "必填项为空，请填写。",
    ),
    code(
        "Parameter.Forbidden",
        Remedy::FixInput,
        "This name cannot be sent as a parameter; leave it out.",
        "该名称不能作为参数发送，请去掉。",
    ),
    code(
        "Parameter.Missing",
        Remedy::FixInput,
        "A required value is missing; add it.",
        "缺少必填项，请补充。",
    ),
    code(
        "Parameter.NotAllowed",
        Remedy::FixInput,
        "The value is not one of those allowed; choose one that is.",
        "取值不在允许的范围内，请改用允许的值。",
    ),
    code(
        "Parameter.OutOfRange",
        Remedy::FixInput,
        "The number is out of range; choose one within it.",
        "数值超出范围，请修改。",
    ),
    code(
        "Parameter.SecretNotAllowed",
        Remedy::FixInput,
        "A secret does not belong on a user's device; sign on a server, or pass allowSecret if you know why.",
        "密钥不应出现在用户设备上，请在服务端签名；确有需要时传入 allowSecret。",
    ),
    code(
        "Parameter.TooLarge",
        Remedy::FixInput,
        "The request is larger than 1 MiB; send less.",
        "请求超过 1 MiB，请减少内容。",
    ),
    code(
        "Parameter.UnknownAction",
        Remedy::FixInput,
        "The package knows no Action of this name; check it, or pass untyped: true.",
        "没有这个接口，请检查名称，或传入 untyped: true。",
    ),
    code(
        "Parameter.Unreadable",
        Remedy::FixInput,
        "A value could not be read; hand in plain data.",
        "有的值无法读取，请传入普通数据。",
    ),
    code(
        "Parameter.WrongType",
        Remedy::FixInput,
        "A value has the wrong type; correct it.",
        "值的类型不对，请修正。",
    ),
    code(
        "Protocol.BadEnvelope",
        Remedy::Retry,
        "The answer has an unknown shape; check the endpoint and what lies between, then try again.",
        "应答格式无法识别，请检查请求地址和中间代理后重试。",
    ),
    code(
        "Protocol.BadField",
        Remedy::None,
        "A field of the answer has the wrong type; report this with the request id.",
        "应答中有字段类型不符，请附上 RequestId 反馈。",
    ),
    code(
        "Protocol.BadTransportAnswer",
        Remedy::FixInput,
        "The transport handed back no usable answer; return status, body and headers.",
        "自定义 transport 返回的内容不可用，请返回 status、body 和 headers。",
    ),
    code(
        "Protocol.HttpStatus",
        Remedy::FixInput,
        "The server refused the request; check the endpoint and what lies between.",
        "服务器拒绝了请求，请检查请求地址和中间代理。",
    ),
    code(
        "Protocol.NotJson",
        Remedy::Retry,
        "The answer is not the cloud's (a proxy or a sign-in page of the Wi-Fi may have answered); check the network and try again.",
        "应答不是来自云端（可能是代理或 Wi-Fi 登录页），请检查网络后重试。",
    ),
    code(
        "Protocol.ServerError",
        Remedy::Retry,
        "The server had a fault; try again in a moment.",
        "服务器出错，请稍后重试。",
    ),
    code(
        "Protocol.TooLarge",
        Remedy::None,
        "The answer is larger than 8 MiB, so it was not read.",
        "应答超过 8 MiB，未读取。",
    ),
    code(
        "Protocol.TooManyRequests",
        Remedy::Retry,
        "There were too many requests; wait a little and try again.",
        "请求过于频繁，请稍后重试。",
    ),
    code(
        "Timeout.DeviceNotOnline",
        Remedy::Wait,
        "The device did not reach the cloud in time; check its power and the Wi-Fi password, then try again.",
        "设备未能及时连上云端，请检查电源和 Wi-Fi 密码后重试。",
    ),
    code(
        "Timeout.Flow",
        Remedy::Retry,
        "The binding took too long; try again.",
        "绑定超时，请重试。",
    ),
    code(
        "Timeout.Request",
        Remedy::Retry,
        "The cloud did not answer in time; check the network and try again.",
        "云端未及时应答，请检查网络后重试。",
    ),
];

/// What is known of a code.
#[must_use]
pub fn find(name: &str) -> Option<&'static Code> {
    CLOUD.iter().chain(OWN).find(|code| code.code == name)
}
