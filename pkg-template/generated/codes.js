// Written by `cargo xtask gen`. Do not edit.

/** How many codes are the cloud's; those after them are our own, in the order of src/error/codes.rs. */
export const OWN = 65;

/** Every code. One that begins with a dot begins like the one before it. */
export const NAMES = `ErrorRequiredParamNotFound
InternalError
.InternalRPCError
.InternalServerException
.InternalServerExceptionDB
InvalidAction
InvalidParameter
InvalidParameterValue
.AppDeviceNotExist
.BindDeviceNotConnected
.BindDeviceSigMismatch
.CannotBindOwnDevice
.CheckVerifyCodeFailed
.DeviceBinded
.DeviceShareExceedLimit
.DeviecBinded
.EmailInvalid
.EmailUsed
.ErrorUserNotExists
.FamilyDeviceCountReadError
.InternalRPCError
.InvalidAccessToken
.InvalidAppParameter
.InvalidJSON
.InvalidShareDeviceToken
.MsgIDInvalid
.MsgIdInvalid
.NickNameLengthInvalid
.NoPermission
.PhoneNumberInvalid
.PhoneNumberUsed
.ReadTokenInfoError
.SendVerifyCodeTooQuick
.ShareDeviceTokenUsed
.TokenInfoSaveError
.TokenIsExpire
.TokenNotBind
.TokenNotExist
.UserBindExceedLimit
.UserLoginFailed
.UserLoginForbidden
LimitExceeded
.FamilyDeviceExceedLimit
ResourceNotFound
.AppNotExists
.DeviceNotExist
.FenceNotExist
.StudioFamilyNotExist
.StudioMemberNotExist
.StudioProductNotExist
UnauthorizedOperation
.APPNoPermissionToStudioProduct
.FenceDupKeyExist
.NoPermissionToFamily
.SpaceDupKeyExist
UnsupportedOperation
.CannotBindSameFamily
.DeviceNotBind
.DeviceNotGateway
.DeviceType
.ERR_APP_INVALID_IOTAPPID
.NotBindVirtualDevice
.NotSupportVirtualDevice
.SceneRunInProgress
VERIFY_LOGIN_FAIL
Aborted.BySignal
Flow.BadCheckpoint
.CheckpointExpired
.CheckpointMismatch
.DeviceMismatch
.DeviceUnknown
.OutcomeUnknown
.SendToDeviceFailed
.SignFailed
Init.BadPath
.BadSource
.ClientFreed
.Crashed
.LoadFailed
.NoWebAssembly
.NotAllowed
.NotReady
.NotWasm
Network.DomainNotAllowed
.Failed
.Interrupted
Parameter.AccessTokenFailed
.BadText
.Empty
.Forbidden
.Missing
.NoFamily
.NotAllowed
.OutOfRange
.SecretNotAllowed
.TooLarge
.TooLong
.UnknownAction
.UnknownQrCode
.Unreadable
.WrongType
Protocol.BadEnvelope
.BadField
.BadTransportAnswer
.HttpStatus
.NotJson
.ServerError
.TooLarge
.TooManyRequests
Timeout.DeviceNotOnline
.Flow
.Request`;

/** What happened and what to do, without the full stop; at the end, what is said of a code that is not here. */
export const SENTENCES = {
  en: `A parameter is missing; check what was sent
The cloud had a fault; try again in a moment
The cloud had a fault in a call; try again in a moment
The cloud had an exception; try again in a moment
The cloud had a fault in a database; try again in a moment
There is no such Action; check its name and the endpoint
The cloud refused a parameter; check what was sent
The cloud refused a parameter's value; check what was sent
The user has no such device; check its product and name
The device has not reached the cloud; check its power and the network and try again
The signature is wrong; check the secret and what was signed
The device is the user's own; it needs no share
The verification code is wrong; check it or ask for a new one
The user has the device already
The device is shared with too many users; remove one
The user has the device already
The e-mail address is wrong; check it
The e-mail address is taken; sign in with it or use another
There is no such user; check the account
The cloud could not count the devices; try again in a moment
The cloud had a fault in a call; try again in a moment
The access token is wrong or has expired; sign in again
The cloud refused a parameter of the app; check what was sent
The body is no JSON; check what was sent
The share token is wrong; ask for a new share
There is no such message; check its id
There is no such message; check its id
The nickname is too short or too long; choose another
The user may not use this device or gateway; check its family
The phone number is wrong; check it
The phone number is taken; sign in with it or use another
The cloud could not read the bind token; try again in a moment
Too many codes were asked for; try again in a moment
The share token is used up; ask for a new share
The cloud could not store the bind token; try again in a moment
The bind token has expired; start again with a new one
The device has not reported the bind token; try again in a moment
There is no such bind token; start again with a new one
The user has too many shared devices; remove one
Sign-in failed; check account and password
The account is locked
A limit has been reached; remove something
The family has too many devices; remove one or choose another family
There is no such thing; check what was sent
There is no such app; check it in the console
There is no such device; check its product and name
There is no such fence; check its id
There is no such family; choose another family
The user is not in this family; choose another family
There is no such product; check it in the console
The user may not do this; check the family and the user's role
The app may not use this product; link them in the console
There is such a fence already; change this one
The user may not do this in this family; check the user's role
There is such a location space already; change this one
The cloud does not support this
The device is already in this family
The sub-device is not bound to the gateway; bind it first
The device is no gateway; check its product and name
The device has the wrong type; check gateway and sub-device
The app is not valid; check it in the console
A virtual device cannot be bound; use a real one
A virtual device cannot do this; use a real one
The scene is running; try again in a moment
The sign-in is wrong or has expired; sign in again
The call was cancelled
The stored progress cannot be read; start again
The stored progress has expired; start again
The stored progress is of another binding; start again
Another device answered and was not bound; check which one is in setup mode
The device is not known; pass productId and deviceName or return them from sendToDevice
The network failed and the device may be bound; check the device list or try again
The device did not get the bind token; stay close and try again
The server returned no usable signature; check it and try again
The code package has no such .wasm; build npm again, name its path: init('/sub/miniprogram_npm/...'), or before base library 2.14 add the plain file
init() takes a URL, a Response, bytes or a WebAssembly.Module
This was freed; make a new one
The module crashed; call init() again and check the device list
The module could not be loaded; check its address and the network and call init() again
This host has no WebAssembly; use a newer one (WeChat: base library 2.13)
The page does not allow WebAssembly; add 'wasm-unsafe-eval' to its Content-Security-Policy
The module is not loaded; call await init() first
What came is not WebAssembly; import iotexplorer-client/inline or name its address: init(url)
The host refused this address; add it to the allowed domains in the console
The cloud could not be reached; check the network and try again
The request was interrupted; try again in a moment
accessToken gave no token; sign in again
A value holds half a character; correct it
A value is empty; correct it
A value cannot be sent; leave it out
A value is missing; add it
The user has no family; create one, or set createFamily: true
A value is not allowed; correct it
A value is out of range; correct it
A secret does not belong on a user's device; sign on a server or pass allowSecret: true
A value makes the request larger than 1 MiB; shorten it
A value is too long; shorten it
A value is not a known Action; check it or pass untyped: true
A value is not the QR code of a device; scan another one
A value cannot be read; pass plain data
A value has the wrong type; correct it
The answer has an unknown shape; check the endpoint and the network and try again
A field has the wrong type; report the RequestId
The transport returned no usable answer; return status, body and headers
The server refused the request; check the endpoint and the network
The answer is not the cloud's (perhaps a Wi-Fi sign-in page); check the network and try again
The server had a fault; try again in a moment
The answer is larger than 8 MiB
Too many requests; try again in a moment
The device has not reached the cloud; check its power and the Wi-Fi password and try again
The binding took too long; try again in a moment
The cloud did not answer in time; check the network and try again
The error % occurred; look it up in the documents`,
  zh: `缺少参数，请检查所传参数
云端出错，请稍后重试
云端调用出错，请稍后重试
云端服务出错，请稍后重试
云端数据库出错，请稍后重试
没有这个接口，请检查接口名和请求地址
云端不接受某个参数，请检查所传参数
云端不接受某个参数的值，请检查所传参数
用户没有这台设备，请检查产品和设备名
设备没有连上云端，请检查电源和网络后重试
签名不对，请检查密钥和签名原文
设备是用户自己的，无需接受分享
验证码不对，请检查或重新获取
用户已经有这台设备
设备分享的用户太多，请移除一个
用户已经有这台设备
邮箱地址不对，请检查
邮箱已被注册，请直接登录或换一个
没有这个用户，请检查账号
云端读取设备数量出错，请稍后重试
云端调用出错，请稍后重试
访问令牌无效或已过期，请重新登录
云端不接受应用的某个参数，请检查所传参数
请求体不是 JSON，请检查所传参数
分享 Token 不对，请重新分享
没有这条消息，请检查消息 ID
没有这条消息，请检查消息 ID
昵称太短或太长，请换一个
用户没有该设备或网关的权限，请检查其所在家庭
手机号不对，请检查
手机号已被注册，请直接登录或换一个
云端读取配网 Token 出错，请稍后重试
获取验证码太频繁，请稍后重试
分享 Token 已用过，请重新分享
云端保存配网 Token 出错，请稍后重试
配网 Token 已过期，请重新配网
设备没有上报配网 Token，请稍后重试
没有这个配网 Token，请重新配网
用户的分享设备太多，请移除一个
登录失败，请检查账号和密码
账号已锁定，无法登录
数量已达上限，请删除部分内容
家庭设备过多，请删除部分设备或换一个家庭
没有这个资源，请检查所传参数
没有这个应用，请到控制台检查
没有这台设备，请检查产品和设备名
没有这个围栏，请检查围栏 ID
没有这个家庭，请换一个家庭
用户不在该家庭中，请换一个家庭
没有这个产品，请到控制台检查
用户没有权限，请检查家庭和用户的角色
应用没有该产品的权限，请到控制台关联
已有相同的围栏，请修改
用户没有该家庭的权限，请检查用户的角色
已有相同的位置空间，请修改
云端不支持这个操作
设备已在该家庭中
子设备没有绑定到网关，请先绑定
设备不是网关，请检查产品和设备名
设备类型不对，请检查网关和子设备
应用无效，请到控制台检查
虚拟设备无法绑定，请换真实设备
虚拟设备不支持这个操作，请换真实设备
场景正在执行，请稍后重试
登录无效或已过期，请重新登录
操作已取消
保存的进度无法读取，请重新绑定
保存的进度已过期，请重新绑定
保存的进度属于另一次绑定，请重新绑定
应答的是另一台设备，没有绑定，请检查配网中的设备
无法确定设备，请传入 productId 和 deviceName，或由 sendToDevice 返回
网络中断，设备可能已绑定，请检查设备列表或重试
配网 Token 没有发给设备，请靠近后重试
服务端没有返回可用的签名，请检查后重试
代码包中没有这个 .wasm 文件，请重新构建 npm，或指明路径：init('/sub/miniprogram_npm/...')；基础库低于 2.14 时请加入未压缩的文件
init() 应传入 URL、Response、字节或 WebAssembly.Module
已释放，请新建
模块崩溃，请重新调用 init()，并检查设备列表
模块没有加载，请检查地址和网络后重新调用 init()
当前环境不支持 WebAssembly，请升级（微信基础库 2.13）
页面不允许 WebAssembly，请在 Content-Security-Policy 中加入 'wasm-unsafe-eval'
模块没有加载，请先调用 await init()
加载到的不是 WebAssembly，请引入 iotexplorer-client/inline，或指明地址：init(url)
不允许访问该地址，请到控制台加入合法域名
没有连上云端，请检查网络后重试
请求中断，请稍后重试
accessToken 没有返回令牌，请重新登录
参数含有半个字符，请修正
参数为空，请修正
参数不能发送，请去掉
参数缺失，请填写
用户还没有家庭，请先创建，或设置 createFamily: true
参数无效，请修正
参数超出范围，请修正
密钥不应在用户设备上，请在服务端签名，或传入 allowSecret: true
参数使请求超过 1 MiB，请缩短
参数过长，请缩短
参数不是已知的接口名，请检查，或传入 untyped: true
参数不是设备的二维码，请换一个扫描
参数无法读取，请传入普通数据
参数类型不对，请修正
应答格式不对，请检查请求地址和网络后重试
应答字段的类型不对，请反馈 RequestId
transport 没有返回可用的应答，请返回 status、body 和 headers
服务端拒绝了请求，请检查请求地址和网络
应答不是云端的（可能是 Wi-Fi 登录页），请检查网络后重试
服务端出错，请稍后重试
应答超过 8 MiB
请求过多，请稍后重试
设备没有连上云端，请检查电源和 Wi-Fi 密码后重试
绑定超时，请稍后重试
云端没有应答，请检查网络后重试
发生错误 %，请查阅文档`,
};

/** What would help. */
export const REMEDIES = 'retry wait sign-in new-token console fix-input none';

/** The remedy of each of them, as its place in REMEDIES. */
export const REMEDY = '50000555515656565550025555555550050313556555455554545556655546602666555000555006555400255555555555555065500601006';
