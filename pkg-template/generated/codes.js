// Written by `cargo xtask gen`. Do not edit.

/** What would help; the lines below count from here. */
export const REMEDIES = ['retry', 'wait', 'sign-in', 'new-token', 'console', 'fix-input', 'none'];

/** How many lines below come before the own codes, which the module counts from there. */
export const OWN = 36;

/** A line per code: code, number of the remedy, English, Chinese. */
export const CODES = `InternalError|0|The cloud had an internal fault; try again in a moment.|云端内部出错，请稍后重试。
InternalError.InternalRPCError|0|A call inside the cloud failed or took too long; try again in a moment.|云端内部调用失败或超时，请稍后重试。
InternalError.InternalServerException|0|The cloud had an unexpected fault; try again in a moment.|云端服务异常，请稍后重试。
InternalError.InternalServerExceptionDB|0|The cloud's database had a fault; try again in a moment.|云端数据库出错，请稍后重试。
InvalidAction|5|The cloud does not know this Action; check its name and the endpoint.|云端没有这个接口，请检查接口名和请求地址。
InvalidParameter|5|The cloud could not accept a parameter; check what was sent.|云端认为参数无效，请检查所传参数。
InvalidParameterValue|5|The cloud refused the value of a parameter; check what was sent.|云端认为参数取值有误，请检查所传参数。
InvalidParameterValue.AppDeviceNotExist|5|The user has no such bound device; check the device, or bind it first.|用户名下没有这台设备，请核对设备或先完成绑定。
InvalidParameterValue.BindDeviceNotConnected|1|The device has not reached the cloud yet; make sure that it is powered and online, wait, and try again.|设备近期没有连上云端，请确认设备已通电联网，稍等后重试。
InvalidParameterValue.BindDeviceSigMismatch|5|The bind signature does not match; check the secret, the signed text and the time that were used for it.|绑定签名不匹配，请检查签名所用的密钥、原文和时间戳。
InvalidParameterValue.FamilyDeviceCountReadError|0|The cloud could not count the family's devices; try again in a moment.|云端读取家庭设备数量出错，请稍后重试。
InvalidParameterValue.InvalidAccessToken|2|The access token is wrong or has expired; sign in again.|访问令牌无效或已过期，请重新登录。
InvalidParameterValue.InvalidAppParameter|5|The app sent a parameter that the cloud does not accept; check what was sent.|应用请求的参数有误，请检查所传参数。
InvalidParameterValue.NoPermission|5|The user may not do this; check that the device and its gateway belong to one of the user's families.|用户没有权限，请确认设备和网关在该用户的家庭中。
InvalidParameterValue.ReadTokenInfoError|0|The cloud could not read the bind token; try again in a moment.|云端读取配网 Token 出错，请稍后重试。
InvalidParameterValue.TokenInfoSaveError|0|The cloud could not store the bind token; try again in a moment.|云端保存配网 Token 出错，请稍后重试。
InvalidParameterValue.TokenIsExpire|3|The bind token has expired; create a new one and provision the device again.|配网 Token 已过期，请重新生成并重新配网。
InvalidParameterValue.TokenNotBind|1|No device has reported the bind token yet; wait until its state is 2, then bind.|设备还没有上报配网 Token，请等到状态为可使用后再绑定。
InvalidParameterValue.TokenNotExist|3|The bind token does not exist; create a new one and provision the device again.|配网 Token 不存在，请重新生成并重新配网。
LimitExceeded|5|A limit of the cloud has been reached; remove what is no longer needed.|数量已达上限，请先清理不再需要的内容。
LimitExceeded.FamilyDeviceExceedLimit|5|The family holds as many devices as it may; remove one or choose another family.|家庭设备数量已达上限，请删除部分设备或换一个家庭。
ResourceNotFound|5|The cloud has no such thing; check the identifiers that were sent.|资源不存在，请检查所传的 ID。
ResourceNotFound.AppNotExists|4|The app does not exist or was deleted; check it in the console.|应用不存在或已删除，请到控制台检查。
ResourceNotFound.DeviceNotExist|5|The device does not exist or was deleted; check the product and the device name.|设备不存在或已删除，请核对产品 ID 和设备名称。
ResourceNotFound.StudioFamilyNotExist|5|The family does not exist or was deleted; choose another family.|家庭不存在或已删除，请换一个家庭。
ResourceNotFound.StudioMemberNotExist|5|The user is no member of this family; choose a family of the user's own.|用户不是该家庭的成员，请选择用户所在的家庭。
ResourceNotFound.StudioProductNotExist|4|The product does not exist or was deleted; check it in the console.|产品不存在或已删除，请到控制台检查。
UnauthorizedOperation|5|The user may not do this; check the family and the user's role in it.|没有操作权限，请检查家庭以及用户在其中的角色。
UnauthorizedOperation.APPNoPermissionToStudioProduct|4|The app may not use this product; link the product to the app in the console.|应用没有该产品的权限，请到控制台把产品关联到应用。
UnauthorizedOperation.NoPermissionToFamily|5|The user may not change this family; choose another, or ask its owner.|没有操作该家庭的权限，请换一个家庭或联系家庭管理员。
UnsupportedOperation|6|The cloud does not support this operation here.|云端不支持这个操作。
UnsupportedOperation.CannotBindSameFamily|6|The device is already bound in this family; nothing more is to be done.|设备已在该家庭中绑定，无需重复绑定。
UnsupportedOperation.DeviceType|5|The device is of the wrong type; check which is the gateway and which the sub-device.|设备类型不符，请核对网关和子设备。
UnsupportedOperation.ERR_APP_INVALID_IOTAPPID|4|The app is not valid for this; check it in the console.|应用 ID 无效，请到控制台检查应用。
UnsupportedOperation.NotBindVirtualDevice|6|A virtual device cannot be bound this way; use a real one.|无法这样绑定虚拟设备，请使用真实设备。
VERIFY_LOGIN_FAIL|2|The sign-in is not valid any more; sign in again.|登录状态已失效，请重新登录。
Aborted.BySignal|6|The call was cancelled.|操作已取消。
Flow.BadCheckpoint|6|The stored progress cannot be read; start the binding anew.|保存的进度无法读取，请重新开始绑定。
Flow.CheckpointExpired|6|The stored progress is too old to go on from; start the binding anew.|保存的进度已过期，请重新开始绑定。
Flow.CheckpointMismatch|5|The stored progress belongs to another binding; hand in that binding's own options, or start anew.|保存的进度属于另一次绑定，请使用对应的参数或重新开始。
Flow.DeviceMismatch|5|Another device than the chosen one answered; nothing was bound: check which device is in setup mode.|应答的不是所选的设备，未进行绑定，请确认处于配网状态的设备。
Flow.DeviceUnknown|5|Nobody said which device it is; give productId and deviceName, or return them from sendToDevice.|无法得知是哪台设备，请传入 productId 和 deviceName，或由 sendToDevice 返回。
Flow.OutcomeUnknown|0|The network failed at the decisive moment, so it is not known whether the device is bound; look at the device list, or try again.|关键时刻网络中断，无法确定设备是否已绑定，请查看设备列表或重试。
Flow.SendToDeviceFailed|0|The token could not be handed to the device; stay close to it and try again.|无法把 Token 发给设备，请靠近设备后重试。
Flow.SignFailed|0|The server that signs did not give a usable signature; try again, or check the server.|签名服务没有返回可用的签名，请重试或检查服务端。
Init.BadPath|5|The WebAssembly file is not at this path of the code package; build npm again, or hand init() its path as /sub/miniprogram_npm/iotexplorer-client/iotexplorer_client.wasm.|代码包的这个路径下没有 WebAssembly 文件，请重新构建 npm，或在 init() 中传入它的路径，如 /sub/miniprogram_npm/iotexplorer-client/iotexplorer_client.wasm。
Init.BadSource|5|init() was given something that it cannot load from; hand in a URL, a path, bytes or a module.|init() 收到无法加载的来源，请传入网址、路径、字节或模块。
Init.ClientFreed|5|This client was freed; make a new one.|该 Client 已释放，请新建一个。
Init.Crashed|0|The module stopped unexpectedly; call init() again, and look up whether a running bind took place.|模块意外停止，请重新调用 init()，并查询进行中的绑定是否已完成。
Init.LoadFailed|0|The WebAssembly file could not be loaded; check its address, the network and the host's version, then call init() again.|WebAssembly 文件加载失败，请检查地址、网络和运行环境的版本，然后重新调用 init()。
Init.NoWebAssembly|6|This host has no WebAssembly; a newer version is needed (WeChat: base library 2.13 or later).|当前环境不支持 WebAssembly，请升级版本（微信基础库需 2.13 或更高）。
Init.NotReady|5|The module is not loaded yet; call await init() first.|模块尚未加载，请先调用 await init()。
Init.NotWasm|5|What was loaded is not WebAssembly; import iotexplorer-client/inline, or hand the file's address to init(url).|加载到的内容不是 WebAssembly，请改用 iotexplorer-client/inline，或用 init(url) 指明文件地址。
Network.DomainNotAllowed|4|The host does not allow requests to this address; add it to the app's list of allowed domains.|当前环境不允许访问该地址，请把域名加入小程序的合法域名列表。
Network.Failed|0|The cloud could not be reached; check the network and try again.|无法连接云端，请检查网络后重试。
Network.Interrupted|0|The request was interrupted, as when the app goes to the background; try again.|请求被中断（例如应用切到后台），请重试。
Parameter.AccessTokenFailed|2|The app could not supply an access token; sign in and try again.|应用未能提供访问令牌，请登录后重试。
Parameter.BadText|5|A text holds half a character (a lone surrogate); correct it.|文本中含有不完整的字符，请修正。
Parameter.Empty|5|A required value is empty; fill it in.|必填项为空，请填写。
Parameter.Forbidden|5|This name cannot be sent as a parameter; leave it out.|该名称不能作为参数发送，请去掉。
Parameter.Missing|5|A required value is missing; add it.|缺少必填项，请补充。
Parameter.NotAllowed|5|The value is not one of those allowed; choose one that is.|取值不在允许的范围内，请改用允许的值。
Parameter.OutOfRange|5|The number is out of range; choose one within it.|数值超出范围，请修改。
Parameter.SecretNotAllowed|5|A secret does not belong on a user's device; sign on a server, or pass allowSecret if you know why.|密钥不应出现在用户设备上，请在服务端签名；确有需要时传入 allowSecret。
Parameter.TooLarge|5|The request is larger than 1 MiB; send less.|请求超过 1 MiB，请减少内容。
Parameter.UnknownAction|5|The package knows no Action of this name; check it, or pass untyped: true.|没有这个接口，请检查名称，或传入 untyped: true。
Parameter.Unreadable|5|A value could not be read; hand in plain data.|有的值无法读取，请传入普通数据。
Parameter.WrongType|5|A value has the wrong type; correct it.|值的类型不对，请修正。
Protocol.BadEnvelope|0|The answer has an unknown shape; check the endpoint and what lies between, then try again.|应答格式无法识别，请检查请求地址和中间代理后重试。
Protocol.BadField|6|A field of the answer has the wrong type; report this with the request id.|应答中有字段类型不符，请附上 RequestId 反馈。
Protocol.BadTransportAnswer|5|The transport handed back no usable answer; return status, body and headers.|自定义 transport 返回的内容不可用，请返回 status、body 和 headers。
Protocol.HttpStatus|5|The server refused the request; check the endpoint and what lies between.|服务器拒绝了请求，请检查请求地址和中间代理。
Protocol.NotJson|0|The answer is not the cloud's (a proxy or a sign-in page of the Wi-Fi may have answered); check the network and try again.|应答不是来自云端（可能是代理或 Wi-Fi 登录页），请检查网络后重试。
Protocol.ServerError|0|The server had a fault; try again in a moment.|服务器出错，请稍后重试。
Protocol.TooLarge|6|The answer is larger than 8 MiB, so it was not read.|应答超过 8 MiB，未读取。
Protocol.TooManyRequests|0|There were too many requests; wait a little and try again.|请求过于频繁，请稍后重试。
Timeout.DeviceNotOnline|1|The device did not reach the cloud in time; check its power and the Wi-Fi password, then try again.|设备未能及时连上云端，请检查电源和 Wi-Fi 密码后重试。
Timeout.Flow|0|The binding took too long; try again.|绑定超时，请重试。
Timeout.Request|0|The cloud did not answer in time; check the network and try again.|云端未及时应答，请检查网络后重试。`;
