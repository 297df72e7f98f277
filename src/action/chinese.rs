//! What Actions say in English, in Chinese: parameters, fields and notes.

/// An English sentence and the same in Chinese, sorted by the English one.
pub const CHINESE: &[(&str, &str)] = &[
    ("0 a property of a device, 1 a time.", "0 为设备属性，1 为定时。"),
    (
        "0 all conditions must hold, 1 any of them.",
        "0 满足全部条件，1 满足任一条件。",
    ),
    (
        "0 device offline, 1 pending, 2 device told, 3 downloading, 4 writing, 5 failed, 6 done, 7 in progress, 8 waiting for the user, 20 downloaded.",
        "0 设备离线，1 待处理，2 已通知设备，3 下载中，4 写入中，5 失败，6 完成，7 升级中，8 待用户处理，20 已下载。",
    ),
    (
        "0 fine, 1 a device of it is no longer in the family.",
        "0 正常，1 有设备已不在该家庭中。",
    ),
    ("0 has no password, 1 has one.", "0 未设置密码，1 已设置密码。"),
    ("0 idle, 1 running.", "0 空闲，1 执行中。"),
    ("0 is not linked to WeChat, 1 is.", "0 未绑定微信，1 已绑定微信。"),
    ("0 member, 1 administrator.", "0 普通成员，1 管理员。"),
    ("0 not in a family, 1 in one.", "0 未加入家庭，1 已加入家庭。"),
    ("0 off, 1 on.", "0 关闭，1 开启。"),
    ("0 once, 1 repeatedly.", "0 仅执行一次，1 重复执行。"),
    ("0 plain, 1 gateway, 2 sub-device.", "0 普通设备，1 网关，2 子设备。"),
    (
        "0 plain, 1 gateway, 2 sub-device. In the example only.",
        "0 普通设备，1 网关，2 子设备。仅见于示例。",
    ),
    (
        "0 sets a device, 1 waits, 2 runs a scene, 3 sends a notice.",
        "0 控制设备，1 延时，2 执行手动智能联动，3 发送通知。",
    ),
    ("0 where all is well. In the example only.", "正常时为 0。仅见于示例。"),
    ("0 where the command succeeded.", "命令执行成功时为 0。"),
    ("1 device, 2 family, 3 notice.", "1 设备，2 家庭，3 通知。"),
    ("1 in the only example.", "唯一的示例中为 1。"),
    ("1 initial, 2 bound.", "1 初始，2 已绑定。"),
    (
        "1 online, 0 offline; one comment of the reference says the reverse.",
        "1 在线，0 离线；文档有一处注释说法相反。",
    ),
    (
        "101 alarm of a device, 200 member added, 201 member removed, 202 and 203 the same in a community, 204 invitation to a family, 300 outcome of a share, 301 invitation to share a device.",
        "101 设备告警，200 新增成员，201 移除成员，202 和 203 为社区中的新增和移除成员，204 家庭邀请，300 分享结果，301 设备分享邀请。",
    ),
    (
        "1: fresh, no device has reported it; 2: usable, a device has.",
        "1：新生成，尚无设备上报；2：可用，已有设备上报。",
    ),
    (
        "A command that fails says so in `ErrorCode` and `ErrorMsg` of an answer that is otherwise fine; both are handed out and no error is made of them, so look at `ErrorCode`.",
        "命令失败时，应答其余部分照常，失败只写在 `ErrorCode` 和 `ErrorMsg` 中；两者原样返回，本库不把它转成错误，请检查 `ErrorCode`。",
    ),
    (
        "A comment in the example says that `Online` is 0 for online and 1 for offline. The structures say the reverse, and shipped clients take 1 as online and less than 0 as out of order; it is handed out as it came.",
        "示例中有一处注释说 `Online` 为 0 表示在线、1 表示离线。结构体的说法相反，已发布的客户端把 1 当作在线、小于 0 当作异常；这里原样返回。",
    ),
    (
        "A count of the service's own, and not the number of events.",
        "服务端自己的计数，并非事件总数。",
    ),
    (
        "A product comes once for each of its devices that were asked for, so it may come more than once; the list is handed out as it came.",
        "查询了几台设备，它们的产品就会出现几次，因此同一产品可能重复；列表原样返回。",
    ),
    (
        "A translated copy of the page requires `DeviceId` in place of `ProductId` and `DeviceName`, but its example sends the two; they are required here.",
        "页面的一个译本用必填的 `DeviceId` 代替 `ProductId` 和 `DeviceName`，但其示例发送的是后两者；这里要求填写后两者。",
    ),
    (
        "Action of the device, as the product defines it.",
        "设备行为的标识符，由产品定义。",
    ),
    ("Address of its background picture.", "背景图地址。"),
    (
        "Address of its background picture; may be empty.",
        "背景图地址，可能为空。",
    ),
    ("Address of its icon; may be empty.", "图标地址，可能为空。"),
    (
        "Address of its icon; may be empty. In the table only.",
        "图标地址，可能为空。仅见于文档的表格。",
    ),
    ("Address of the home.", "家庭的地址。"),
    ("Address of the pictures.", "图片流的视频地址。"),
    ("Address of the sound.", "图片流的音频地址。"),
    ("Address of the user's picture.", "用户头像地址。"),
    (
        "Address of the user's picture; may be empty.",
        "用户头像地址，可能为空。",
    ),
    (
        "Address of the user's picture; may be empty. In the example only.",
        "用户头像地址，可能为空。仅见于示例。",
    ),
    (
        "Address that playing begins from: add `starttime_epoch` and `endtime_epoch`, and have it signed by `IotVideoGenerateSignedVideoURL`.",
        "播放所用的基础地址：追加 `starttime_epoch` 和 `endtime_epoch`，再由 `IotVideoGenerateSignedVideoURL` 签名。",
    ),
    (
        "Address that playing begins from; see `IotVideoGenerateSignedVideoURL`.",
        "播放所用的基础地址，参见 `IotVideoGenerateSignedVideoURL`。",
    ),
    ("Address to get the file from.", "文件的下载地址。"),
    ("Address to put the file to.", "文件的上传地址。"),
    ("Alarms of devices: 0 off, 1 on.", "设备告警推送：0 关闭，1 开启。"),
    (
        "All automations of the family, in brief.",
        "家庭的全部自动智能联动，仅含概要。",
    ),
    (
        "An event may have more fields than the three listed.",
        "事件的字段可能多于已列出的三个。",
    ),
    (
        "An older copy asks by `ProductId` and `ListDeviceName`; `DeviceIds` is sent.",
        "旧版页面用 `ProductId` 和 `ListDeviceName` 查询；这里发送 `DeviceIds`。",
    ),
    (
        "An older copy of the table requires `FamilyId`; no example sends it, and it may be left out.",
        "旧版页面的表格要求填写 `FamilyId`；所有示例都没有发送它，可以不填。",
    ),
    (
        "An older copy's example also sends `FilterType`, which no table lists; it passes if given.",
        "旧版页面的示例还发送 `FilterType`，任何表格都没有列出；如果填写，会照常发送。",
    ),
    (
        "An older copy's table lacks `ProductId`, which its example sends; it is required here.",
        "旧版页面的表格没有 `ProductId`，其示例却发送了它；这里为必填。",
    ),
    (
        "Another page of the reference, in the chapter on music, spells `MsgId`, takes several ids joined by commas, and answers `InvalidParameterValue.MsgIdInvalid`; that code is known too.",
        "文档音乐章节的另一页写作 `MsgId`，可用逗号连接多个 ID，并返回 `InvalidParameterValue.MsgIdInvalid`；本库也认识该错误码。",
    ),
    ("Any text to go with the share.", "随分享附带的任意文本。"),
    ("Automation to change.", "要修改的自动智能联动 ID。"),
    ("Automation to delete.", "要删除的自动智能联动 ID。"),
    ("Automation to read.", "要查询的自动智能联动 ID。"),
    ("Automation to switch.", "要启用或关闭的自动智能联动 ID。"),
    (
        "Binding a phone number is named as a use, and no `Type` is listed for it; any is sent as given.",
        "文档提到可用于绑定手机号，但没有列出对应的 `Type`；填写的值原样发送。",
    ),
    (
        "Binding an e-mail address is named as a use, and no `Type` is listed for it; any is sent as given.",
        "文档提到可用于绑定邮箱，但没有列出对应的 `Type`；填写的值原样发送。",
    ),
    (
        "Both are required: who changes one sends the other as it was.",
        "两者都必填：只改其中一个时，另一个按原值填写。",
    ),
    (
        "By `ActionType`: property values as JSON text, seconds, id of the scene, or text of the notice.",
        "随 `ActionType` 而定：属性值的 JSON 文本、秒数、手动智能联动 ID 或通知内容。",
    ),
    ("Category of the product.", "产品的品类。"),
    (
        "Channel of a network video recorder; for others left out.",
        "NVR 的通道；其他设备不填。",
    ),
    (
        "Coordinates to answer in: 1 Baidu, 2 Amap or Tencent, 3 WGS 84.",
        "返回所用的坐标系：1 百度，2 高德或腾讯，3 WGS 84。",
    ),
    (
        "Counted as changing because each call makes another token; a lost answer costs nothing but that token.",
        "每次调用都会生成新的 Token，因此算作会修改数据；应答丢失时只是浪费一个 Token。",
    ),
    (
        "Country code of the phone number, as `86`.",
        "手机号的国家或地区区号，如 `86`。",
    ),
    (
        "Country code of the phone number, such as `86`.",
        "手机号的国家或地区区号，如 `86`。",
    ),
    ("Cursor for the next page.", "下一页的游标。"),
    (
        "Cursor of the answer before; none for the first page.",
        "上一次返回的游标，首页不填。",
    ),
    ("Description of the fence.", "围栏的描述。"),
    (
        "Devices that are not to disturb, each as `ProductId/DeviceName`.",
        "免打扰的设备，每项格式为 `ProductId/DeviceName`。",
    ),
    (
        "Digest of the signature: `hmacsha1` (the default) or `hmacsha256`.",
        "签名的摘要算法：`hmacsha1`（默认）或 `hmacsha256`。",
    ),
    ("E-mail address.", "邮箱地址。"),
    (
        "Edition in use: 0 home, 1 community.",
        "当前使用的版本：0 家庭版，1 社区版。",
    ),
    (
        "Editions the user may use: 0 home, 1 home and community.",
        "可使用的版本：0 家庭版，1 家庭版和社区版。",
    ),
    ("Empty in the example.", "示例中为空。"),
    ("Empty in the only example.", "唯一的示例中为空。"),
    ("End of the span, in Unix seconds.", "结束时间，Unix 时间戳（秒）。"),
    (
        "End of the span, in Unix seconds; 0 for now.",
        "结束时间，Unix 时间戳（秒）；0 为当前时间。",
    ),
    (
        "End of the span, in milliseconds since 1970.",
        "结束时间，Unix 时间戳（毫秒）。",
    ),
    (
        "End of the span; 0 for now. The notes say in which unit.",
        "结束时间，0 为当前时间；单位见说明。",
    ),
    ("Event, as the product defines it.", "事件标识符，由产品定义。"),
    ("Families that are not to disturb.", "免打扰的家庭。"),
    ("Family it is about; may be empty.", "消息涉及的家庭 ID，可能为空。"),
    ("Family that has it.", "所属家庭 ID。"),
    ("Family that has the room.", "房间所属的家庭 ID。"),
    ("Family that holds it.", "所在的家庭 ID。"),
    ("Family that holds it; may be empty.", "所在的家庭 ID，可能为空。"),
    ("Family that holds the device.", "设备所在的家庭 ID。"),
    ("Family that holds them.", "所属家庭 ID。"),
    ("Family that the member is in.", "成员所在的家庭 ID。"),
    ("Family that will have the room.", "新房间所属的家庭 ID。"),
    ("Family that will have the scene.", "新建的手动智能联动所属的家庭 ID。"),
    ("Family that will hold it.", "要归入的家庭 ID。"),
    ("Family that will hold the device.", "设备要加入的家庭 ID。"),
    ("Family to change.", "要修改的家庭 ID。"),
    ("Family to delete.", "要删除的家庭 ID。"),
    ("Family to join.", "邀请加入的家庭 ID。"),
    ("Family to leave.", "要退出的家庭 ID。"),
    ("Family to read.", "要查询的家庭 ID。"),
    ("Family whose members to list.", "要查询成员的家庭 ID。"),
    ("Family whose rooms to list.", "要查询房间的家庭 ID。"),
    ("Family whose scenes to list.", "要查询手动智能联动的家庭 ID。"),
    (
        "Fields of an action that would be empty are left out of the answer.",
        "动作中为空的字段不会返回。",
    ),
    (
        "From what time of day it may run, as `HH:MM`.",
        "每天从几点起可以执行，格式 `HH:MM`。",
    ),
    ("From when, in Unix milliseconds.", "起始时间，Unix 时间戳（毫秒）。"),
    (
        "From when, in Unix milliseconds; by default 24 hours before `EndTime`.",
        "起始时间，Unix 时间戳（毫秒）；默认为 `EndTime` 前 24 小时。",
    ),
    ("From when, in Unix seconds.", "起始时间，Unix 时间戳（秒）。"),
    ("Hash of the file in hexadecimal.", "文件的哈希值，十六进制。"),
    (
        "How its devices connect, such as `wifi` or `else`.",
        "设备的联网方式，如 `wifi` 或 `else`。",
    ),
    ("How many devices are in it.", "房间中的设备数量。"),
    (
        "How many entries to answer at most, 10 if left out; at least half as many come, if there are so many.",
        "最多返回的条数，默认 10；数据足够时至少返回其一半。",
    ),
    ("How many entries to answer, at most 100.", "返回的条数，最多 100。"),
    (
        "How many entries to answer, at most 100; 10 is usual.",
        "返回的条数，最多 100，通常填 10。",
    ),
    ("How many entries to answer, at most 50.", "返回的条数，最多 50。"),
    ("How many entries to answer.", "返回的条数。"),
    (
        "How many entries to answer; see the notes on how many.",
        "返回的条数，上限见说明。",
    ),
    ("How many entries to skip, from 0.", "跳过的条数，从 0 开始。"),
    (
        "How many entries to skip, from 0; at most 500.",
        "跳过的条数，从 0 开始，最大 500。",
    ),
    ("How many there are in all.", "总数。"),
    (
        "How many there are in all. In older examples only.",
        "总数。仅见于旧版示例。",
    ),
    (
        "How the device signed: `wifi_sign` (the default), `bluetooth_sign` or `other_sign`.",
        "设备的签名方式：`wifi_sign`（默认）、`bluetooth_sign` 或 `other_sign`。",
    ),
    (
        "How the user is notified: `app push` in the examples.",
        "通知用户的方式，示例中为 `app push`。",
    ),
    (
        "How to notify the user: `app push` in the examples.",
        "通知用户的方式，示例中为 `app push`。",
    ),
    (
        "Id of a whole or fractional number property.",
        "整型或浮点型属性的标识符。",
    ),
    ("Id of the automation.", "自动智能联动 ID。"),
    (
        "Id of the condition, unique within the automation.",
        "条件 ID，在该自动智能联动内唯一。",
    ),
    ("Id of the family.", "家庭 ID。"),
    (
        "Id of the last message seen; empty or left out at first.",
        "上次收到的最后一条消息的 ID，首次为空或不填。",
    ),
    (
        "Id of the message, for `AppDeleteMessage`.",
        "消息 ID，供 `AppDeleteMessage` 使用。",
    ),
    (
        "Id of the message, from `AppGetMessages`.",
        "消息 ID，来自 `AppGetMessages`。",
    ),
    ("Id of the message.", "消息 ID。"),
    ("Id of the new automation.", "新建的自动智能联动 ID。"),
    ("Id of the new family.", "新家庭的 ID。"),
    ("Id of the new timer.", "新定时任务的 ID。"),
    ("Id of the new user.", "新用户的 ID。"),
    ("Id of the product.", "产品 ID。"),
    ("Id of the property.", "属性标识符。"),
    ("Id of the timer.", "定时任务 ID。"),
    ("Id of the user.", "用户 ID。"),
    (
        "Id of this call, repeated by its result.",
        "本次调用的 ID，结果中会带回。",
    ),
    ("Id of this call.", "本次调用的 ID。"),
    ("Input of the action, as JSON text.", "行为的输入参数，JSON 文本。"),
    (
        "Its answer and its error codes are taken to be those of `AppBindSubDeviceInFamily`.",
        "应答和错误码按与 `AppBindSubDeviceInFamily` 相同处理。",
    ),
    (
        "Its area: the text of a GeoJSON FeatureCollection with one Polygon of longitude and latitude.",
        "围栏区域：GeoJSON FeatureCollection 文本，含一个由经纬度构成的 Polygon。",
    ),
    (
        "Its area: the text of a GeoJSON FeatureCollection.",
        "围栏区域：GeoJSON FeatureCollection 文本。",
    ),
    ("Its new name.", "新的房间名称。"),
    ("Its signed address, which expires.", "带签名的地址，会过期。"),
    (
        "Its state; no page says what the numbers mean.",
        "状态；文档没有说明各数值的含义。",
    ),
    ("Its text.", "消息内容。"),
    ("Its title.", "消息标题。"),
    (
        "JSON text of an object: by property id, `Value` and `LastUpdate` in Unix milliseconds.",
        "JSON 对象文本：以属性标识符为键，含 `Value` 和 `LastUpdate`（毫秒级 Unix 时间戳）。",
    ),
    ("Kind of account: `phone` or `email`.", "账号类型：`phone` 或 `email`。"),
    ("Kind of file, such as `FILE`.", "文件类型，如 `FILE`。"),
    (
        "Kind of file, such as `FILE`. In one example only.",
        "文件类型，如 `FILE`。仅见于一处示例。",
    ),
    (
        "Kind of product; no page says what the numbers mean.",
        "产品类型；文档没有说明各数值的含义。",
    ),
    ("Latitude in degrees.", "纬度，单位为度。"),
    (
        "Length of each span, such as `10m`, `30m`, `1h` or `1d`.",
        "每个时间段的长度，如 `10m`、`30m`、`1h` 或 `1d`。",
    ),
    (
        "Length of the token: empty for 32 characters (the default), `1` for 6.",
        "Token 长度：空为 32 个字符（默认），`1` 为 6 个字符。",
    ),
    ("Longitude in degrees.", "经度，单位为度。"),
    ("Messages of the family: 0 off, 1 on.", "家庭消息推送：0 关闭，1 开启。"),
    (
        "Name of its thumbnail, for `IotVideoDescribeCloudStorageThumbnail`.",
        "缩略图名称，供 `IotVideoDescribeCloudStorageThumbnail` 使用。",
    ),
    (
        "Name of that device within its product; may be empty.",
        "该设备的名称，可能为空。",
    ),
    ("Name of that family; may be empty.", "该家庭的名称，可能为空。"),
    ("Name of the automation.", "自动智能联动的名称。"),
    (
        "Name of the device or scene, to be shown.",
        "设备或手动智能联动的名称，用于展示。",
    ),
    (
        "Name of the device that reported it. Live service only.",
        "上报该 Token 的设备名称。文档未列，线上服务会返回。",
    ),
    ("Name of the device within its product.", "设备名称，在产品内唯一。"),
    (
        "Name of the device within its product. With `ActionType` 0.",
        "设备名称，在产品内唯一。`ActionType` 为 0 时使用。",
    ),
    ("Name of the device, to be shown.", "设备的名称，用于展示。"),
    ("Name of the family.", "家庭名称。"),
    ("Name of the fence.", "围栏名称。"),
    ("Name of the file in the cloud.", "文件在云端的名称。"),
    (
        "Name of the gateway within its product.",
        "网关的设备名称，在产品内唯一。",
    ),
    ("Name of the product.", "产品名称。"),
    ("Name of the room.", "房间名称。"),
    ("Name of the scene.", "手动智能联动的名称。"),
    (
        "Name of the sub-device within its product.",
        "子设备的设备名称，在产品内唯一。",
    ),
    ("Name of the thumbnail, from the event.", "缩略图名称，来自云存事件。"),
    ("Name of the timer.", "定时任务的名称。"),
    (
        "Name that the user gave it; may be empty.",
        "用户设置的名称，可能为空。",
    ),
    (
        "Name that the user gave that device; may be empty.",
        "用户为该设备设置的名称，可能为空。",
    ),
    (
        "Name that the user gave the device; may be empty. In the table only.",
        "用户为设备设置的名称，可能为空。仅见于文档的表格。",
    ),
    ("Name that the user gave the file.", "用户为文件设置的名称。"),
    ("Name that the user goes by.", "用户昵称。"),
    ("Name that this user goes by.", "该用户的昵称。"),
    (
        "Name that this user goes by; empty until then.",
        "该用户的昵称，接受分享前为空。",
    ),
    (
        "Nanoseconds are beyond 2^53 − 1: such a number is handed out as the text of its digits.",
        "纳秒值超过 2^53 − 1，这样的数值以数字文本返回。",
    ),
    (
        "No `Total` is answered: the last page is the one that is not full.",
        "不返回 `Total`：不满一页的就是最后一页。",
    ),
    (
        "No bind call follows: a device whose `State` is 2 is bound.",
        "之后不需要再调用绑定接口：`State` 为 2 的设备就已绑定。",
    ),
    (
        "No page documents this Action: shipped clients call it after sign-in. Its fields are those of the reference's `IotUserDetail`, which no Action of the reference uses.",
        "没有页面介绍此接口：已发布的客户端在登录后调用它。字段取自文档的 `IotUserDetail`，而文档中没有接口用到该结构体。",
    ),
    (
        "No page documents this Action: shipped clients poll it where firmware has token version 3, with which several devices report one token.",
        "没有页面介绍此接口：固件的 Token 版本为 3 时，多台设备上报同一个 Token，已发布的客户端用它轮询。",
    ),
    (
        "No page documents this Action: the page of structures names it as a user of AppDeviceInfo, and shipped clients call it with these parameters.",
        "没有页面介绍此接口：数据结构页面提到它使用 AppDeviceInfo，已发布的客户端也用这些参数调用它。",
    ),
    (
        "No page says what the numbers of `Status` mean.",
        "文档没有说明 `Status` 各数值的含义。",
    ),
    (
        "No page says which other values `AlertCondition` and `Method` may have.",
        "文档没有说明 `AlertCondition` 和 `Method` 还可以取哪些值。",
    ),
    (
        "Nothing about the bound device is answered: ask `AppGetDeviceInFamily`.",
        "应答中没有所绑定设备的信息，请用 `AppGetDeviceInFamily` 查询。",
    ),
    ("Notices: 0 off, 1 on.", "通知消息推送：0 关闭，1 开启。"),
    (
        "Older copies of the page and shipped clients spell `MemberID`; `MemberId` is sent, as on the newest copy.",
        "旧版页面和已发布的客户端写作 `MemberID`；这里按最新版页面发送 `MemberId`。",
    ),
    (
        "Older copies of the page carry the name of `AppGetResourceDownloadUrl`; this Action's own name is sent.",
        "旧版页面写的是 `AppGetResourceDownloadUrl` 的名称；这里发送本接口自己的名称。",
    ),
    (
        "One Action covers many music commands, told apart by `KGCommand`; each has a page and shapes of its own, which are not checked here.",
        "一个接口包含许多音乐命令，由 `KGCommand` 区分；每个命令有自己的页面和结构，这里不做校验。",
    ),
    (
        "One copy of the page has no `Name`; it is required, as on the newest copy.",
        "有一版页面没有 `Name`；这里按最新版为必填。",
    ),
    (
        "One copy's table lists `CurrentVersion` and `DstVersion`, which the example lacks; they are handed out if they come.",
        "有一版页面的表格列出 `CurrentVersion` 和 `DstVersion`，示例中没有；如果返回，会照常交给调用方。",
    ),
    ("One entry for each span that has data.", "每个有数据的时间段一条。"),
    (
        "One table requires BindType and names a default for it: it is optional here, and `wifi_sign` is sent.",
        "有一个表格把 BindType 列为必填，却又给出默认值：这里为可选，默认发送 `wifi_sign`。",
    ),
    (
        "One table writes `bluetooth_sigh`; it is accepted, and `bluetooth_sign` is sent.",
        "有一个表格写作 `bluetooth_sigh`；这里也接受它，发送的是 `bluetooth_sign`。",
    ),
    (
        "Only the start of the page was read: the table of errors is assumed to be that of the other pages on cloud storage.",
        "只看到了页面的开头：错误码表按与其他云存页面相同处理。",
    ),
    (
        "Only this event, as the product defines it.",
        "只查询该事件，标识符由产品定义。",
    ),
    ("Only this event.", "只查询该事件。"),
    (
        "Only this room; `0` is the default room, empty the whole family.",
        "只查询该房间；`0` 为默认房间，空为整个家庭。",
    ),
    (
        "OpenID or UnionID of the WeChat user.",
        "微信用户的 OpenID 或 UnionID。",
    ),
    ("Parameters of the command; may be empty.", "命令的参数，可以为空。"),
    ("Parameters of the event, as JSON text.", "事件的参数，JSON 文本。"),
    (
        "Parameters that the table does not know are sent as they are given, so a service that still wants `MemberID` can be given it too.",
        "表格中没有的参数会原样发送，如果服务端仍要求 `MemberID`，也可以填写它。",
    ),
    ("Password of the account.", "账号的密码。"),
    ("Phone number with its middle masked.", "手机号，中间几位已隐去。"),
    ("Phone number without its country code.", "手机号，不含区号。"),
    (
        "Product of the device it is about; may be empty.",
        "消息涉及的设备的产品 ID，可能为空。",
    ),
    (
        "Product of the device that reported it. Live service only.",
        "上报该 Token 的设备的产品 ID。文档未列，线上服务会返回。",
    ),
    ("Product of the device.", "设备的产品 ID。"),
    (
        "Product of the device. With `ActionType` 0.",
        "设备的产品 ID。`ActionType` 为 0 时使用。",
    ),
    ("Product of the gateway.", "网关的产品 ID。"),
    ("Product of the sub-device.", "子设备的产品 ID。"),
    ("Product of the sub-devices.", "要查询的子设备的产品 ID。"),
    ("Progress, from 0 to 100.", "进度，0 到 100。"),
    (
        "Property values by id, as JSON text.",
        "以属性标识符为键的属性值，JSON 文本。",
    ),
    (
        "Property values to set, by id, as JSON text.",
        "要下发的属性值，以属性标识符为键，JSON 文本。",
    ),
    (
        "Room within the family; `0` is the default room.",
        "家庭中的房间 ID；`0` 为默认房间。",
    ),
    (
        "Room within the family; `0` or empty is the default room.",
        "家庭中的房间 ID；`0` 或空为默认房间。",
    ),
    (
        "Shipped clients change one other setting, such as `TemperatureUnit`, without the switches; here the four go with it.",
        "已发布的客户端修改其他单项设置（如 `TemperatureUnit`）时不发送这些开关；这里四个开关须一并发送。",
    ),
    (
        "Shipped mini-programs send `DeviceId` in place of `ProductId` and `DeviceName`; the page knows the two only.",
        "已发布的小程序用 `DeviceId` 代替 `ProductId` 和 `DeviceName`；页面只有后两者。",
    ),
    (
        "Shipped panels send `MinTime` and `MaxTime` for the times, and `sum` too for `AggMethod`; both pass.",
        "已发布的面板用 `MinTime` 和 `MaxTime` 表示时间，`AggMethod` 还会用 `sum`；两者都可以发送。",
    ),
    ("Size of the file in bytes.", "文件大小，单位为字节。"),
    (
        "Stands around the coordinates in the table.",
        "文档的表格中包在经纬度外层的对象。",
    ),
    ("Start of the span, in Unix seconds.", "起始时间，Unix 时间戳（秒）。"),
    (
        "Start of the span, in Unix seconds; 0 for 24 hours ago.",
        "起始时间，Unix 时间戳（秒）；0 为 24 小时前。",
    ),
    (
        "Start of the span, in milliseconds since 1970; no more than a month ago.",
        "起始时间，Unix 时间戳（毫秒）；最早为一个月前。",
    ),
    (
        "Start of the span; 0 for 24 hours ago. The notes say in which unit.",
        "起始时间，0 为 24 小时前；单位见说明。",
    ),
    (
        "Table and example of the newest copy have the rooms in `FamilyList`, as if copied from the families' page; older copies and shipped clients have `RoomList`. Both are read, and `RoomList` is handed out.",
        "最新版页面的表格和示例把房间放在 `FamilyList` 中，像是从家庭的页面复制而来；旧版页面和已发布的客户端是 `RoomList`。两种都能读取，统一以 `RoomList` 返回。",
    ),
    (
        "That `StartTime` is in seconds: the page names no unit, and its example has seconds.",
        "`StartTime` 以秒为单位：页面没有写明单位，示例中是秒。",
    ),
    (
        "That it still works: its sibling for servers, `PublishRRPCMessage`, was to end in March 2025.",
        "此接口仍可使用：服务端的同类接口 `PublishRRPCMessage` 原定于 2025 年 3 月下线。",
    ),
    (
        "That the newest message comes first: only the example shows it.",
        "最新的消息排在最前：只有示例是这样。",
    ),
    (
        "The Action ends in `URL`, the one for downloads in `Url`.",
        "此接口的名称以 `URL` 结尾，下载接口的则以 `Url` 结尾。",
    ),
    (
        "The access token for the calls of a signed-in user.",
        "访问 Token，用于登录后的调用。",
    ),
    ("The address, not yet signed.", "尚未签名的地址。"),
    ("The alarms of this page.", "本页的告警事件。"),
    (
        "The automation is the field `Data` itself, which elsewhere only wraps fields; it is handed out as `Data`.",
        "字段 `Data` 本身就是自动智能联动，在其他接口中它只是包装；这里以 `Data` 返回。",
    ),
    ("The automation.", "自动智能联动的详情。"),
    ("The average, minimum or maximum.", "平均值、最小值或最大值。"),
    ("The bind token.", "配网 Token。"),
    (
        "The code that came by SMS or e-mail; needed to bind either.",
        "短信或邮箱验证码，绑定手机号或邮箱时需要。",
    ),
    ("The code that came by SMS.", "短信验证码。"),
    ("The code that came by e-mail.", "邮箱验证码。"),
    (
        "The command; seen are `device_activation`, `wechat_appinfocode` and `wechat_minipauth`.",
        "命令；已知有 `device_activation`、`wechat_appinfocode` 和 `wechat_minipauth`。",
    ),
    (
        "The command; seen are `user_info`, `user_logout`, `song_url`, `album_info`, `awesome_everyday` and `top_song`.",
        "命令；已知有 `user_info`、`user_logout`、`song_url`、`album_info`、`awesome_everyday` 和 `top_song`。",
    ),
    ("The day, as `YYYY-MM-DD`.", "日期，格式 `YYYY-MM-DD`。"),
    ("The days, as `YYYY-MM-DD`.", "日期列表，格式 `YYYY-MM-DD`。"),
    ("The device as it was bound.", "绑定后的设备信息。"),
    ("The devices of this page.", "本页的设备。"),
    ("The devices that have reported the token.", "已上报该 Token 的设备。"),
    (
        "The devices, each as `ProductId/DeviceName`.",
        "设备列表，每项格式为 `ProductId/DeviceName`。",
    ),
    (
        "The error table has a code for asking too often and none for a wrong verification code.",
        "错误码表中有请求过于频繁的错误码，却没有验证码错误的错误码。",
    ),
    (
        "The error table lacks `ErrorRequiredParamNotFound` and `InvalidAction`, which that of `AppCreateCellphoneUser` has.",
        "错误码表缺少 `AppCreateCellphoneUser` 的表中有的 `ErrorRequiredParamNotFound` 和 `InvalidAction`。",
    ),
    ("The events of this page.", "本页的事件。"),
    (
        "The example answers another `RequestId` than was sent, and the failure example an empty one; each is kept as it came.",
        "示例应答的 `RequestId` 与发送的不同，失败示例中则为空；两者都保持原样。",
    ),
    (
        "The example answers another `RequestId` than was sent; it is kept as it came.",
        "示例应答的 `RequestId` 与发送的不同，保持原样。",
    ),
    (
        "The example answers for another device than it was asked for.",
        "示例应答的设备与请求的不是同一台。",
    ),
    (
        "The example answers for another property than it was asked for.",
        "示例应答的属性与请求的不是同一个。",
    ),
    (
        "The example answers without `Response` around it; it is read with and without.",
        "示例应答没有外层的 `Response`；有或没有都能读取。",
    ),
    (
        "The example has a `MsgType` 100, which the struct's list lacks, and messages of other categories than it asks for.",
        "示例中有结构体未列出的 `MsgType` 100，还有不属于所查类别的消息。",
    ),
    (
        "The example has the four switches for messages only; the structure lists more. All are optional.",
        "示例中只有四个消息开关，结构体列出了更多设置。这里全部为可选。",
    ),
    (
        "The example lacks `FamilyId` and `DeviceType`; both are optional.",
        "示例中没有 `FamilyId` 和 `DeviceType`；两者均为可选。",
    ),
    (
        "The example lacks `Listover` and carries `ClientToken` and `OutputParams` of another page; these are kept.",
        "示例中没有 `Listover`，却有其他页面的 `ClientToken` 和 `OutputParams`；这些都会保留。",
    ),
    (
        "The example lacks `Status`; it is optional.",
        "示例中没有 `Status`；这里为可选。",
    ),
    (
        "The example prints `DataTemplate` without escaping its quotes; it is shortened here.",
        "示例中的 `DataTemplate` 没有转义引号；这里的示例做了缩减。",
    ),
    (
        "The example sends `9:30` and the list answers `09:30`: a leading zero is not settled, and what is given is sent.",
        "示例发送 `9:30`，列表返回 `09:30`：是否需要前导零并无定论，填写的值原样发送。",
    ),
    (
        "The example spells `UpdateTime` as `UpdateTIme`; it is handed out as `UpdateTime`.",
        "示例把 `UpdateTime` 写作 `UpdateTIme`；统一以 `UpdateTime` 返回。",
    ),
    (
        "The example spells `UserID` where the structure has `UserId`; both are read, and the latter is handed out.",
        "示例写作 `UserID`，结构体为 `UserId`；两种都能读取，统一以后者返回。",
    ),
    (
        "The example spells `UserID`, `FromUserID`, `MsgID` and `RelateUserID`, the struct `UserId`, `FromUserId`, `MsgId` and `RelateUserId`; both are read, and the struct's are handed out.",
        "示例写作 `UserID`、`FromUserID`、`MsgID` 和 `RelateUserID`，结构体为 `UserId`、`FromUserId`、`MsgId` 和 `RelateUserId`；两种都能读取，统一以结构体的写法返回。",
    ),
    (
        "The example spells `UserID`, the struct `UserId`; both are read, and `UserId` is handed out.",
        "示例写作 `UserID`，结构体为 `UserId`；两种都能读取，统一以 `UserId` 返回。",
    ),
    (
        "The example's `RequestId` repeats the access token.",
        "示例的 `RequestId` 与访问 Token 相同。",
    ),
    (
        "The example's answer has an empty `Data` that the table does not list; it is kept.",
        "示例应答中有表格未列出的空 `Data`，会保留。",
    ),
    (
        "The failure example answers `InvalidParameterValue.ErrorUserNotExists`, which the error table lacks.",
        "失败示例返回 `InvalidParameterValue.ErrorUserNotExists`，错误码表中没有。",
    ),
    (
        "The failure example has `InternalError` for a code and puts the real one before a bar in the message: `InvalidParameterValue.UserLoginFailed|…`. The real code is the one that the error has here.",
        "失败示例的错误码为 `InternalError`，真正的错误码在消息中的竖线之前：`InvalidParameterValue.UserLoginFailed|…`。这里的错误使用真正的错误码。",
    ),
    (
        "The failure example has an empty `RequestId`; it is kept as it came.",
        "失败示例的 `RequestId` 为空，保持原样。",
    ),
    ("The families of this page.", "本页的家庭。"),
    ("The fence.", "围栏 ID。"),
    ("The fences of this page.", "本页的围栏。"),
    ("The file.", "文件信息。"),
    (
        "The hash is not named; the 32 digits of the example suggest MD5.",
        "文档没有写明哈希算法；示例中的 32 位数字像是 MD5。",
    ),
    (
        "The id is spelled `UserID` here and `UserId` in the structures; it is handed out as `UserID`.",
        "此处的 ID 写作 `UserID`，结构体中为 `UserId`；以 `UserID` 返回。",
    ),
    (
        "The last rows of the table of errors are taken from `AppSigGatewayBindDevice`.",
        "错误码表的最后几行取自 `AppSigGatewayBindDevice`。",
    ),
    (
        "The live service also names the device that reported the token; no page says so.",
        "线上服务还会返回上报 Token 的设备；文档没有提到。",
    ),
    ("The members of this page.", "本页的成员。"),
    ("The message, as text.", "消息内容，文本。"),
    ("The message.", "消息内容。"),
    ("The messages of this page.", "本页的消息。"),
    (
        "The name is `FamilyName` here and `Name` in `AppGetFamilyList`; each is handed out as it is called.",
        "名称在此处为 `FamilyName`，在 `AppGetFamilyList` 中为 `Name`；各按原名返回。",
    ),
    (
        "The name is required besides the id; no page says what becomes of one that does not match.",
        "除 ID 外名称也必填；文档没有说明两者不符时会怎样。",
    ),
    (
        "The name lacks the `App` of all other Actions.",
        "名称没有其他接口都有的 `App` 前缀。",
    ),
    ("The new fence.", "新围栏的 ID。"),
    ("The new name.", "新的名称。"),
    ("The new password.", "新密码。"),
    ("The new room.", "新房间的 ID。"),
    ("The new scene.", "新建的手动智能联动 ID。"),
    (
        "The older copy's table gives the Action as `AppSecureAddDeviceInFamily`; its example and the newest copy say `AppBindSubDeviceInFamily`, which is sent.",
        "旧版页面的表格写的接口名是 `AppSecureAddDeviceInFamily`；其示例和最新版页面是 `AppBindSubDeviceInFamily`，这里发送后者。",
    ),
    (
        "The overview of cloud storage (page 80183) has no `DeviceName`; it is required, as on the Action's own page.",
        "云存概述（页面 80183）没有 `DeviceName`；这里按接口自己的页面为必填。",
    ),
    (
        "The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.",
        "页面写的地址是 `appapi`，但示例带访问 Token 发往 `tokenapi`；这里使用 `tokenapi`。",
    ),
    (
        "The page names no host; its example posts to `tokenapi`.",
        "页面没有写明域名；示例发往 `tokenapi`。",
    ),
    (
        "The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.",
        "页面写的是 `appapi` 的域名，但示例带访问 Token 发往 `tokenapi`；这里发往后者。",
    ),
    (
        "The page says that `Listover` true means more to come, the opposite of its name, of `AppListEventHistory` and of the cloud's server API; it is handed out as it came.",
        "页面说 `Listover` 为 true 表示还有更多数据，与字段名、`AppListEventHistory` 以及云端的服务端 API 都相反；这里原样返回。",
    ),
    (
        "The page stands in the chapter on sharing, with which it has nothing to do.",
        "页面位于分享章节，但与分享无关。",
    ),
    (
        "The page's sentence is a copy of that of `AppDescribeAutomation`; this Action deletes.",
        "页面的说明是从 `AppDescribeAutomation` 复制的；此接口是删除。",
    ),
    (
        "The page's title can be read as closing the account; this Action only ends the sign-in.",
        "页面标题容易被理解为注销账号；此接口只是退出登录。",
    ),
    (
        "The parameter is `TimeStamp` here, with a capital S, unlike the common parameter `Timestamp`.",
        "此处的参数为 `TimeStamp`，S 大写，与公共参数 `Timestamp` 不同。",
    ),
    (
        "The payload comes under `data` in the older example and `Data` elsewhere; both are read.",
        "应答内容在较早的示例中位于 `data`，其他地方为 `Data`；两种都能读取。",
    ),
    ("The products.", "产品列表。"),
    (
        "The property. With `CondType` 0.",
        "作为条件的设备属性。`CondType` 为 0 时使用。",
    ),
    (
        "The random text that the device signed: connId over Wi-Fi, nonce over Bluetooth.",
        "设备签名所用的随机文本：Wi-Fi 为 connId，蓝牙为 nonce。",
    ),
    (
        "The random text that was signed; five characters are suggested.",
        "签名所用的随机文本，建议五个字符。",
    ),
    (
        "The reference prints the first parameter as `ProductId,`; its example sends `ProductId`, and so does this client.",
        "文档把第一个参数写成了 `ProductId,`；示例发送 `ProductId`，本库也是如此。",
    ),
    (
        "The reference prints the first parameter as `ProductId,`; its example sends `ProductId`.",
        "文档把第一个参数写成了 `ProductId,`；示例发送 `ProductId`。",
    ),
    (
        "The reference's failure example answers `InvalidParameterValue.InvalidAccessToken`, which its table leaves out; it is listed here.",
        "文档的失败示例返回 `InvalidParameterValue.InvalidAccessToken`，错误码表却没有；这里已列出。",
    ),
    (
        "The reference's own failure example answers `InvalidParameterValue.InvalidAccessToken`, which its table leaves out; it is listed here.",
        "文档自己的失败示例返回 `InvalidParameterValue.InvalidAccessToken`，错误码表却没有；这里已列出。",
    ),
    (
        "The reference's request example names another Action by mistake.",
        "文档的请求示例误写了其他接口的名称。",
    ),
    ("The reply of the device, in Base64.", "设备的回复，Base64 编码。"),
    (
        "The request example carries a number `AppId` that no table lists; it was left out here.",
        "请求示例带有任何表格都未列出的数值 `AppId`；这里的示例已去掉。",
    ),
    (
        "The request example carries another Action's name.",
        "请求示例写的是其他接口的名称。",
    ),
    (
        "The request example lacks `VerificationCode`, which the table requires; it was added to the example.",
        "请求示例没有表格要求的 `VerificationCode`；这里的示例已补上。",
    ),
    (
        "The request example leaves out `FamilyId`, which the table requires; it is required, and added to the example here.",
        "请求示例没有表格要求的 `FamilyId`；这里为必填，示例已补上。",
    ),
    (
        "The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.",
        "请求示例写的是另一个接口 `AppDescribeTemplateBinding`；这里发送本接口的名称。",
    ),
    (
        "The request example sends 0 for both times, which seems to mean the default.",
        "请求示例的两个时间都为 0，似乎表示默认值。",
    ),
    (
        "The request example spells `ProductID`; `ProductId` is sent, as the table has it.",
        "请求示例写作 `ProductID`；这里按表格发送 `ProductId`。",
    ),
    (
        "The result arrives over the WebSocket of the platform, which this client does not open.",
        "结果通过平台的 WebSocket 返回，本库不建立该连接。",
    ),
    (
        "The result of the command; its shape depends on `KGCommand`.",
        "命令的结果，结构随 `KGCommand` 而定。",
    ),
    ("The room.", "房间 ID。"),
    ("The room; `0` is the default room.", "房间 ID；`0` 为默认房间。"),
    ("The rooms of this page.", "本页的房间。"),
    ("The scene.", "手动智能联动 ID。"),
    ("The scenes of this page.", "本页的手动智能联动。"),
    ("The settings.", "用户的各项设置。"),
    ("The share.", "分享信息。"),
    (
        "The signature that a holder of the ProductSecret made, in Base64.",
        "由 ProductSecret 持有方生成的签名，Base64 编码。",
    ),
    ("The signature that the code carries.", "二维码中携带的设备签名。"),
    ("The signed address.", "签名后的地址。"),
    (
        "The signed text uses `deviceName` and `timestamp` where the request uses `DeviceName` and `DeviceTimestamp`.",
        "被签名的文本使用 `deviceName` 和 `timestamp`，请求中则是 `DeviceName` 和 `DeviceTimestamp`。",
    ),
    ("The spans.", "录像的时间段列表。"),
    ("The state of each device.", "各设备的状态。"),
    (
        "The struct describes `EventType` as the name of a fence; the example has `enter`.",
        "结构体把 `EventType` 说成围栏的名称；示例中为 `enter`。",
    ),
    (
        "The struct spells `DeviecName`, the example `DeviceName`; both are read, and `DeviceName` is handed out.",
        "结构体写作 `DeviecName`，示例为 `DeviceName`；两种都能读取，统一以 `DeviceName` 返回。",
    ),
    (
        "The structure that the table names has `LoginTime` and `LastDataTime` and lacks `DeviceId` and `ProductId`; the example has it the other way round. Any of them may be missing.",
        "表格所指的结构体有 `LoginTime` 和 `LastDataTime`，没有 `DeviceId` 和 `ProductId`；示例正好相反。这几个字段都可能没有。",
    ),
    ("The sub-device as it was bound.", "绑定后的子设备信息。"),
    ("The sub-devices of this page.", "本页的子设备。"),
    (
        "The table allows a `Limit` of 50, and the example sends 100: what is given is sent, and the service may answer fewer.",
        "表格允许 `Limit` 最大为 50，示例发送 100：填写的值原样发送，服务端返回的可能较少。",
    ),
    (
        "The table calls the list `Devices` and the example `DeviceStatuses`; both are read, and the latter is handed out.",
        "表格中列表名为 `Devices`，示例为 `DeviceStatuses`；两种都能读取，统一以后者返回。",
    ),
    (
        "The table describes `Total` as a family; it is the number of devices.",
        "表格把 `Total` 说成家庭；它是设备的数量。",
    ),
    (
        "The table does not say how `Payload` is encoded, and the example sends Base64; it is sent as it is given.",
        "表格没有说明 `Payload` 的编码，示例发送 Base64；填写的值原样发送。",
    ),
    (
        "The table gives another Action's name as its own.",
        "表格中的接口名写成了另一个接口。",
    ),
    (
        "The table has `AliasName` and `IconUrl` beside `ShareDeviceTokenInfo`, the example within; each is handed out where it comes.",
        "表格中 `AliasName` 和 `IconUrl` 与 `ShareDeviceTokenInfo` 并列，示例中则在其内；按出现的位置返回。",
    ),
    (
        "The table has `Data` as text; in the example it is an object of `ExpireAt` and `Token`, as here.",
        "表格中 `Data` 为文本；示例中是含 `ExpireAt` 和 `Token` 的对象，这里与示例一致。",
    ),
    (
        "The table has the coordinates in an object `Location`, the example beside `CreateTime`; both are read, and they are handed out without it.",
        "表格中经纬度在对象 `Location` 内，示例中与 `CreateTime` 并列；两种都能读取，返回时不带该对象。",
    ),
    (
        "The table has the list in `Data` itself, the example in `Data.Pos`; both are read, and it is handed out as `Pos`.",
        "表格中列表就是 `Data`，示例中为 `Data.Pos`；两种都能读取，统一以 `Pos` 返回。",
    ),
    (
        "The table has times in seconds, the example sends milliseconds, and so does the service's interface for servers; they are sent as they are given.",
        "表格中时间以秒为单位，示例发送毫秒，服务端 API 也用毫秒；填写的值原样发送。",
    ),
    (
        "The table lists `Date` and `TimestampMs` as fields of the answer and forgets `Data`; the example has all three in a list `Results`, as here.",
        "表格把 `Date` 和 `TimestampMs` 列为应答的字段，漏了 `Data`；示例中三者都在列表 `Results` 内，这里与示例一致。",
    ),
    (
        "The table lists `ExpireAt` and `Token` side by side with `RequestId`; in the example they are in `Data`. Both are read.",
        "表格中 `ExpireAt` 和 `Token` 与 `RequestId` 并列；示例中它们在 `Data` 内。两种都能读取。",
    ),
    (
        "The table names the struct DeviceList for the elements; the example shows other fields, `BindStatus` among them, which are the ones listed here.",
        "表格说列表元素的结构体为 DeviceList；示例中是另一些字段，其中有 `BindStatus`，这里列出的是示例中的字段。",
    ),
    (
        "The table of errors is assumed to be that of the other pages on cloud storage.",
        "错误码表按与其他云存页面相同处理。",
    ),
    (
        "The table of errors is that of `AppSigGatewayBindDevice`: it lists a wrong signature although none is sent.",
        "错误码表与 `AppSigGatewayBindDevice` 的相同：虽然不发送签名，却列出了签名错误。",
    ),
    (
        "The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.",
        "错误码表与配网 Token 页面的相同；自己的失败示例中的 `InvalidParameterValue.InvalidAccessToken` 也已列在这里。",
    ),
    (
        "The table of errors is that of the gateway pages.",
        "错误码表与网关页面的相同。",
    ),
    (
        "The table of older copies has no parameter of its own although their example sends `FamilyId`; it is required, as on the newest copy.",
        "旧版页面的表格没有自己的参数，示例却发送 `FamilyId`；这里按最新版为必填。",
    ),
    (
        "The table promises `UserID`, and the example answers `Data` only; both are optional.",
        "表格列有 `UserID`，示例只返回 `Data`；两者均为可选。",
    ),
    (
        "The table promises `UserId`, and the example answers `Data` only; both are optional.",
        "表格列有 `UserId`，示例只返回 `Data`；两者均为可选。",
    ),
    (
        "The table requires `EventTimeStamp` and the example lacks it; it is required here and was added to the example.",
        "表格要求填写 `EventTimeStamp`，示例中没有；这里为必填，示例已补上。",
    ),
    (
        "The table requires `RoomId`, which may be empty: it is optional here, and an empty one is sent.",
        "表格要求填写 `RoomId`，但可以为空：这里为可选，不填时发送空值。",
    ),
    (
        "The table requires `RoomId`, which no example and no shipped client sends; it is optional here.",
        "表格要求填写 `RoomId`，所有示例和已发布的客户端都没有发送它；这里为可选。",
    ),
    (
        "The table requires all four switches, as here; the structure has each as optional and lists more settings, which pass if given.",
        "表格要求填写全部四个开关，这里也是如此；结构体中各项均为可选，并列出了更多设置，填写后也会发送。",
    ),
    (
        "The table spells `InvalidParameterValue.DeviecBinded`, the failure example `InvalidParameterValue.DeviceBinded`; both are known.",
        "表格写作 `InvalidParameterValue.DeviecBinded`，失败示例为 `InvalidParameterValue.DeviceBinded`；两者本库都认识。",
    ),
    (
        "The table spells `OutputParqams` and the example `OutputParams`; both are read, and the latter is handed out.",
        "表格写作 `OutputParqams`，示例为 `OutputParams`；两种都能读取，统一以后者返回。",
    ),
    (
        "The time that the device signed, in Unix seconds.",
        "设备签名所用的时间，Unix 时间戳（秒）。",
    ),
    (
        "The time that was signed, in Unix seconds.",
        "签名所用的时间，Unix 时间戳（秒）。",
    ),
    (
        "The time. With `CondType` 1.",
        "作为条件的时间。`CondType` 为 1 时使用。",
    ),
    ("The timers of this page.", "本页的定时任务。"),
    (
        "The times are text in the table of the struct and numbers in the example; both are read, and numbers handed out.",
        "时间在结构体的表格中为文本，在示例中为数值；两种都能读取，统一以数值返回。",
    ),
    (
        "The token of `AppCreateDeviceBindToken`.",
        "`AppCreateDeviceBindToken` 返回的 Token。",
    ),
    ("The token that the device reported.", "设备已上报的配网 Token。"),
    ("The token to hand to the device.", "要交给设备的配网 Token。"),
    (
        "The token, for `AppBindUserShareDevice`.",
        "分享 Token，供 `AppBindUserShareDevice` 使用。",
    ),
    (
        "The token, for `AppJoinFamily`.",
        "邀请 Token，供 `AppJoinFamily` 使用。",
    ),
    ("The user's id.", "用户 ID。"),
    ("The user.", "用户 ID。"),
    ("The users of this page.", "本页的用户。"),
    ("The value, as text.", "属性值，文本。"),
    ("The values of this page.", "本页的属性值。"),
    (
        "There are more commands than those that a page was seen of.",
        "除了看到过页面的命令，还有其他命令。",
    ),
    (
        "There are no pages and there is no `Total`, unlike in the list of scenes: all come at once.",
        "与手动智能联动列表不同，这里不分页，也没有 `Total`：一次返回全部。",
    ),
    (
        "There may be commands that no page was seen of.",
        "可能还有没看到页面的命令。",
    ),
    (
        "Time of day as `HH:MM`, in 24 hours.",
        "时刻，24 小时制，格式 `HH:MM`。",
    ),
    (
        "Time of the last message seen, in milliseconds since 1970; 0 or left out at first.",
        "上次收到的最后一条消息的时间，Unix 时间戳（毫秒）；首次为 0 或不填。",
    ),
    (
        "Time zone, from the lists of `AppGetGlobalConfig`.",
        "时区，取自 `AppGetGlobalConfig` 的列表。",
    ),
    ("Timer to change.", "要修改的定时任务 ID。"),
    ("Timer to delete.", "要删除的定时任务 ID。"),
    ("Timer to switch.", "要启用或关闭的定时任务 ID。"),
    (
        "Token of the invitation, from `AppInviteMember` or a message.",
        "邀请 Token，来自 `AppInviteMember` 或消息。",
    ),
    ("Token of the share.", "分享 Token。"),
    (
        "Token to accept a shared device or to join a family with.",
        "用于接受设备分享或加入家庭的 Token。",
    ),
    ("Topic that the device would publish to.", "设备发布消息所用的 Topic。"),
    (
        "True while there is more, by the page, and so the opposite of its name.",
        "按文档，为 true 表示还有更多数据，与字段名的含义相反。",
    ),
    (
        "Two pages describe this Action with the same table, one as registering an upload, one as making a delivery task.",
        "有两个页面以相同的表格介绍此接口，一页说是登记上传的文件，一页说是创建下发任务。",
    ),
    (
        "Until what time of day it may run, as `HH:MM`.",
        "每天到几点为止可以执行，格式 `HH:MM`。",
    ),
    (
        "Until when it can be played, in Unix seconds.",
        "可播放的截止时间，Unix 时间戳（秒）。",
    ),
    (
        "Until when the address works, in Unix seconds.",
        "地址有效的截止时间，Unix 时间戳（秒）。",
    ),
    ("Until when, in Unix milliseconds.", "结束时间，Unix 时间戳（毫秒）。"),
    (
        "Until when, in Unix milliseconds; by default now.",
        "结束时间，Unix 时间戳（毫秒）；默认为当前时间。",
    ),
    (
        "Until when, in Unix seconds; 0 is now.",
        "结束时间，Unix 时间戳（秒）；0 为当前时间。",
    ),
    ("User of the recordings.", "录像所属的用户 ID。"),
    (
        "User who accepted it; empty until then.",
        "接受分享的用户 ID，接受前为空。",
    ),
    ("User who bound it.", "绑定设备的用户 ID。"),
    ("User who created it.", "创建者的用户 ID。"),
    ("User who is invited.", "被邀请的用户 ID。"),
    ("User who is removed.", "要移出的用户 ID。"),
    ("User who loses the device.", "要取消其分享的用户 ID。"),
    ("User who shares the device.", "分享设备的用户 ID。"),
    (
        "User who was added or removed; may be empty.",
        "被添加或移除的用户 ID，可能为空。",
    ),
    ("User whom it is for.", "接收消息的用户 ID。"),
    ("User whom it is from; may be empty.", "消息来源的用户 ID，可能为空。"),
    ("Version of the file.", "文件的版本。"),
    ("Version that it can be upgraded to.", "可升级到的版本。"),
    ("Version that it is upgraded from.", "升级前的版本。"),
    ("Version that it is upgraded to.", "升级的目标版本。"),
    ("Version that the device runs.", "设备当前的版本。"),
    (
        "WeChat template messages: 0 off, 1 on.",
        "微信模板消息推送：0 关闭，1 开启。",
    ),
    (
        "Weekdays as seven digits, Sunday first: 0 off, 1 on.",
        "一周各天，七位数字，从周日开始：0 关闭，1 开启。",
    ),
    ("What comes with it.", "消息附带的内容。"),
    (
        "What happened: `enter` in the example.",
        "发生了什么，示例中为 `enter`。",
    ),
    (
        "What is asked for is in milliseconds, what is answered in nanoseconds.",
        "请求中的时间为毫秒，应答中的为纳秒。",
    ),
    (
        "What is sent is plain text, what is answered is Base64; neither is converted.",
        "发送的是纯文本，返回的是 Base64；两者都不做转换。",
    ),
    (
        "What is wrong where `Ret` is not 0. In the example only.",
        "`Ret` 不为 0 时的错误说明。仅见于示例。",
    ),
    ("What it does, in order.", "依次执行的动作。"),
    ("What it does, in this order.", "依次执行的动作。"),
    (
        "What it is compared with, of the type of the property.",
        "与之比较的值，类型与属性相同。",
    ),
    (
        "What it is for: `register` or `resetpass`.",
        "用途：`register` 或 `resetpass`。",
    ),
    (
        "What it is for: `register`, `resetpass` or `login`.",
        "用途：`register`、`resetpass` 或 `login`。",
    ),
    (
        "What its devices can do: properties, events and actions, as JSON text.",
        "数据模板：设备的属性、事件和行为，JSON 文本。",
    ),
    (
        "What the action answered, as JSON text; may be null or empty.",
        "行为的返回，JSON 文本，可能为 null 或空。",
    ),
    ("What the device signed, in hexadecimal.", "设备生成的签名，十六进制。"),
    ("What the product is; may be empty.", "产品描述，可能为空。"),
    ("What went wrong, where something did.", "出错时的错误说明。"),
    ("What went wrong; may be empty.", "错误说明，可能为空。"),
    ("When it began, in Unix seconds.", "开始时间，Unix 时间戳（秒）。"),
    ("When it begins, in Unix seconds.", "开始时间，Unix 时间戳（秒）。"),
    ("When it ended, in Unix seconds.", "结束时间，Unix 时间戳（秒）。"),
    ("When it ends, in Unix seconds.", "结束时间，Unix 时间戳（秒）。"),
    (
        "When it happened, in Unix milliseconds.",
        "发生时间，Unix 时间戳（毫秒）。",
    ),
    ("When it happened, in Unix seconds.", "发生时间，Unix 时间戳（秒）。"),
    (
        "When it last came online, in Unix seconds.",
        "最近一次上线的时间，Unix 时间戳（秒）。",
    ),
    (
        "When it last changed, in Unix seconds.",
        "最近更新时间，Unix 时间戳（秒）。",
    ),
    (
        "When it last sent data, it seems, in Unix seconds.",
        "应为最近一次发送数据的时间，Unix 时间戳（秒）。",
    ),
    (
        "When it raises an alarm: `enter` and `leave` in the examples.",
        "触发告警的条件，示例中有 `enter` 和 `leave`。",
    ),
    ("When it runs.", "触发条件。"),
    (
        "When it was accepted, in Unix seconds.",
        "接受分享的时间，Unix 时间戳（秒）。",
    ),
    (
        "When it was accepted, in Unix seconds; 0 until then.",
        "接受分享的时间，Unix 时间戳（秒）；接受前为 0。",
    ),
    ("When it was bound, in Unix seconds.", "绑定时间，Unix 时间戳（秒）。"),
    ("When it was created, as RFC 3339 has it.", "创建时间，RFC 3339 格式。"),
    ("When it was created, in Unix seconds.", "创建时间，Unix 时间戳（秒）。"),
    ("When it was raised, in Unix seconds.", "告警时间，Unix 时间戳（秒）。"),
    (
        "When it was reported: the digits of Unix milliseconds.",
        "上报时间，毫秒级 Unix 时间戳的数字文本。",
    ),
    (
        "When it was sent, in milliseconds since 1970.",
        "发送时间，Unix 时间戳（毫秒）。",
    ),
    ("When it was shared, as RFC 3339 has it.", "分享时间，RFC 3339 格式。"),
    (
        "When it was there, in nanoseconds since 1970.",
        "位于该处的时间，Unix 时间戳（纳秒）。",
    ),
    (
        "When not to disturb, as `HH:MM-HH:MM`; empty for never.",
        "免打扰时段，格式 `HH:MM-HH:MM`，空为不设。",
    ),
    (
        "When the access token expires, in Unix seconds.",
        "访问 Token 的过期时间，Unix 时间戳（秒）。",
    ),
    (
        "When the span begins, as text with its time zone.",
        "时间段的开始，带时区的文本。",
    ),
    (
        "When the span begins, in Unix milliseconds.",
        "时间段的开始，Unix 时间戳（毫秒）。",
    ),
    (
        "When the token expires, in Unix seconds.",
        "Token 的过期时间，Unix 时间戳（秒）。",
    ),
    (
        "When the token was made, in Unix seconds.",
        "Token 的生成时间，Unix 时间戳（秒）。",
    ),
    (
        "When the user had asked to close the account, in Unix seconds; comes once, with the sign-in that undid it.",
        "用户此前申请注销账号的时间，Unix 时间戳（秒）；只在撤销注销的那次登录中返回。",
    ),
    (
        "When they were measured, in Unix milliseconds.",
        "采集时间，Unix 时间戳（毫秒）。",
    ),
    (
        "When to raise an alarm: `enter` and `leave` in the examples.",
        "触发告警的条件，示例中有 `enter` 和 `leave`。",
    ),
    ("Where it was.", "设备的位置。"),
    ("Where the next page goes on.", "下一页的起点。"),
    (
        "Where to go on: `Context` of the page before.",
        "从何处继续：上一页返回的 `Context`。",
    ),
    ("Whether it raises alarms.", "是否启用告警。"),
    ("Whether the fence raises alarms.", "围栏是否启用告警。"),
    ("Whether these are the last ones.", "是否已是最后一批。"),
    ("Whether this page is the last.", "本页是否为最后一页。"),
    (
        "`AlertCondition` and `Method` are required although only the switch is to change: give what the fence has.",
        "虽然只是修改开关，`AlertCondition` 和 `Method` 也必填：请填写围栏现有的值。",
    ),
    (
        "`AlertCondition`, `FenceEnable` and `Method` are required, as if copied from `AppModifyFenceStatus`: give what the fence has.",
        "`AlertCondition`、`FenceEnable` 和 `Method` 必填，像是从 `AppModifyFenceStatus` 复制而来：请填写围栏现有的值。",
    ),
    ("`Avatar` stands in the example only.", "`Avatar` 仅见于示例。"),
    ("`C` or `F`.", "温度单位：`C` 或 `F`。"),
    (
        "`CancelAccountTime` stands in the structure only.",
        "`CancelAccountTime` 仅见于结构体。",
    ),
    (
        "`CreateTime` and `UpdateTime` are text in the table of the struct and numbers in the example; both are read, and numbers handed out.",
        "`CreateTime` 和 `UpdateTime` 在结构体的表格中为文本，在示例中为数值；两种都能读取，统一以数值返回。",
    ),
    (
        "`CreateTime` is an RFC 3339 text here and not Unix seconds; it is handed out as it comes.",
        "此处的 `CreateTime` 是 RFC 3339 文本，而不是 Unix 时间戳；原样返回。",
    ),
    (
        "`CreateTime` is text in the table of the struct and a number in the example; both are read, and a number handed out.",
        "`CreateTime` 在结构体的表格中为文本，在示例中为数值；两种都能读取，统一以数值返回。",
    ),
    (
        "`Data` is JSON within a text; it is handed out as it came.",
        "`Data` 是文本形式的 JSON；原样返回。",
    ),
    (
        "`Data` is the list itself here, and no envelope.",
        "此处的 `Data` 就是列表本身，不是外层包装。",
    ),
    (
        "`DeviceType` stands in the example and not in the table.",
        "`DeviceType` 见于示例，表格中没有。",
    ),
    (
        "`EffectiveTime` is called a validity, and the example sends a moment in Unix seconds; it is sent as given.",
        "文档称 `EffectiveTime` 为有效期，示例发送的是 Unix 时间戳（秒）；填写的值原样发送。",
    ),
    (
        "`FamilyId` is optional in the table, though rooms belong to a family: give it.",
        "`FamilyId` 在表格中为可选，但房间属于家庭：请填写。",
    ),
    (
        "`FamilyId` stands on the newest copy only, and as optional; give it, since a member may be in several families.",
        "`FamilyId` 仅见于最新版页面，且为可选；成员可能在多个家庭中，请填写。",
    ),
    (
        "`FenceId` is text in the table and a number in the example and on every other page; both are read, and a number handed out.",
        "`FenceId` 在表格中为文本，在示例和其他所有页面中为数值；两种都能读取，统一以数值返回。",
    ),
    (
        "`Limit` has a default of 0 on the newest copy, which would answer nothing: give one.",
        "最新版页面中 `Limit` 的默认值为 0，也就是不返回数据：请填写。",
    ),
    (
        "`Limit` is required and yet has a default, 10.",
        "`Limit` 必填，却又有默认值 10。",
    ),
    (
        "`Listover` is text in the table and `true` in the example; `\"true\"` and `\"false\"` are read too, and a boolean handed out.",
        "`Listover` 在表格中为文本，在示例中为 `true`；`\"true\"` 和 `\"false\"` 也能读取，统一以布尔值返回。",
    ),
    (
        "`Method` is required and yet has a default, `reported` (`repoted` in older copies): it is required here.",
        "`Method` 必填，却又有默认值 `reported`（旧版页面为 `repoted`）：这里为必填。",
    ),
    (
        "`MsgID` is text in the table and a bare number in the request example; it is sent as text, since it may be beyond what a number holds exactly.",
        "`MsgID` 在表格中为文本，在请求示例中为数值；这里以文本发送，因为它可能超出数值能精确表示的范围。",
    ),
    (
        "`Msgs` stands in the example and not in the table.",
        "`Msgs` 见于示例，表格中没有。",
    ),
    (
        "`Name` is optional although there is nothing else to change.",
        "`Name` 为可选，但除它之外没有可修改的内容。",
    ),
    ("`OK`.", "成功时为 `OK`。"),
    (
        "`ProductId/DeviceName` of the music device.",
        "音乐设备，格式为 `ProductId/DeviceName`。",
    ),
    ("`ProductId/DeviceName`.", "格式为 `ProductId/DeviceName`。"),
    (
        "`ProductId` is missing from the table; the example and shipped clients send it, and it is required, since a name alone does not tell a device.",
        "表格中没有 `ProductId`；示例和已发布的客户端都发送它。仅凭设备名称无法确定设备，因此这里为必填。",
    ),
    (
        "`ReportEventAsDevice` or `reported`.",
        "`ReportEventAsDevice` 或 `reported`。",
    ),
    (
        "`RequestId` comes inside `Data` in the example.",
        "示例中 `RequestId` 位于 `Data` 内。",
    ),
    (
        "`ResourceType` and `ReadProtect` stand in the example of one page only and are explained nowhere; both are optional.",
        "`ResourceType` 和 `ReadProtect` 仅见于其中一页的示例，没有任何说明；两者均为可选。",
    ),
    (
        "`Ret` and `ErrMsg` stand in the example only; they are handed out, and no error is made of them.",
        "`Ret` 和 `ErrMsg` 仅见于示例；原样返回，本库不把它们转成错误。",
    ),
    (
        "`RoomId` is text in the table and a number in the example; both are read, and text is handed out.",
        "`RoomId` 在表格中为文本，在示例中为数值；两种都能读取，统一以文本返回。",
    ),
    (
        "`RoomId` is text in the table and the number 0 in the example; both are read, and text is handed out.",
        "`RoomId` 在表格中为文本，在示例中为数值 0；两种都能读取，统一以文本返回。",
    ),
    ("`Sent` where the device was told.", "已下发给设备时为 `Sent`。"),
    (
        "`SignMethod` and `other_sign` stand only on the newest copy of the page.",
        "`SignMethod` 和 `other_sign` 仅见于最新版页面。",
    ),
    (
        "`StartTime` 0 is said to mean now, as `EndTime` 0 is, and yet the example sends both; they are sent as given.",
        "文档说 `StartTime` 为 0 表示当前时间，`EndTime` 也是如此，示例却两者都发送 0；填写的值原样发送。",
    ),
    (
        "`State` and `AppTemplate` stand in the example only; both are optional.",
        "`State` 和 `AppTemplate` 仅见于示例；两者均为可选。",
    ),
    (
        "`Status` is `Sent` here and `succ` in `AppCallDeviceActionSync`; no page lists its values.",
        "`Status` 在此处为 `Sent`，在 `AppCallDeviceActionSync` 中为 `succ`；文档没有列出它的取值。",
    ),
    (
        "`Status` is `succ` here and `Sent` in `AppCallDeviceActionAsync`; no page lists its values.",
        "`Status` 在此处为 `succ`，在 `AppCallDeviceActionAsync` 中为 `Sent`；文档没有列出它的取值。",
    ),
    (
        "`Status` is optional in the table, although it is what the call is for; no page says what happens without it.",
        "`Status` 在表格中为可选，但调用此接口正是为了它；文档没有说明不填时会怎样。",
    ),
    (
        "`Status` of a timer is text in the structure and a number in the example; both are read, and a number is handed out.",
        "定时任务的 `Status` 在结构体中为文本，在示例中为数值；两种都能读取，统一以数值返回。",
    ),
    (
        "`Total` is described as a number of devices; it is taken as that of the rooms.",
        "文档把 `Total` 说成设备的数量；这里当作房间的数量。",
    ),
    (
        "`Total` is text in the table and a number in the example; both are read, and a number handed out.",
        "`Total` 在表格中为文本，在示例中为数值；两种都能读取，统一以数值返回。",
    ),
    (
        "`Total` is text in the table and a number in the example; both are read.",
        "`Total` 在表格中为文本，在示例中为数值；两种都能读取。",
    ),
    (
        "`Total` stands in the example of older copies only.",
        "`Total` 仅见于旧版页面的示例。",
    ),
    (
        "`VideoURL` is a UUID in the example.",
        "`VideoURL` 在示例中是一个 UUID。",
    ),
    ("`alert`, `fault` or `info`.", "`alert`、`fault` 或 `info`。"),
    (
        "`alert`, `fault` or `info`; empty for all.",
        "`alert`、`fault` 或 `info`，空为全部。",
    ),
    ("`avg`, `min` or `max`.", "`avg`、`min` 或 `max`。"),
    (
        "`eq`, `ne`, `gt`, `lt`, `ge` or `le`.",
        "`eq`、`ne`、`gt`、`lt`、`ge` 或 `le`。",
    ),
    ("`succ` where the device did it.", "设备执行成功时为 `succ`。"),
    (
        "`update` sends the file, `delete` removes it.",
        "`update` 下发文件，`delete` 删除文件。",
    ),
];

/// What `english` is in Chinese; `None` for what no Action says.
#[must_use]
pub fn chinese(english: &str) -> Option<&'static str> {
    let at = CHINESE.binary_search_by_key(&english, |(sentence, _)| sentence).ok()?;
    CHINESE.get(at).map(|(_, chinese)| *chinese)
}
