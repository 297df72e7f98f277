// ---- Written by `cargo xtask gen` from the Action files. Do not edit. ----

/** Shapes that several Actions share, under the names that the reference gives them. */
export declare namespace Structs {
  interface Action {
    /**
     * 0 sets a device, 1 waits, 2 runs a scene, 3 sends a notice.
     * 0 控制设备，1 延时，2 执行手动智能联动，3 发送通知。
     */
    ActionType: number;
    /**
     * Product of the device. With `ActionType` 0.
     * 设备的产品 ID。`ActionType` 为 0 时使用。
     */
    ProductId?: string;
    /**
     * Name of the device within its product. With `ActionType` 0.
     * 设备名称，在产品内唯一。`ActionType` 为 0 时使用。
     */
    DeviceName?: string;
    /**
     * By `ActionType`: property values as JSON text, seconds, id of the scene, or text of the notice.
     * 随 `ActionType` 而定：属性值的 JSON 文本、秒数、手动智能联动 ID 或通知内容。
     */
    Data: string;
    /**
     * Name of the device or scene, to be shown.
     * 设备或手动智能联动的名称，用于展示。
     */
    AliasName?: string;
    /**
     * Address of its icon; may be empty.
     * 图标地址，可能为空。
     */
    IconUrl?: string;
  }
  interface AggregateItem {
    /**
     * When the span begins, as text with its time zone.
     * 时间段的开始，带时区的文本。
     */
    Date: string;
    /**
     * When the span begins, in Unix milliseconds.
     * 时间段的开始，Unix 时间戳（毫秒）。
     */
    TimestampMs: number;
    /**
     * The average, minimum or maximum.
     * 平均值、最小值或最大值。
     */
    Data: string | number | boolean;
  }
  interface AppDeviceInfo {
    /**
     * `ProductId/DeviceName`.
     * 格式为 `ProductId/DeviceName`。
     */
    DeviceId: string;
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * Name that the user gave it; may be empty.
     * 用户设置的名称，可能为空。
     */
    AliasName: string;
    /**
     * Address of its icon; may be empty.
     * 图标地址，可能为空。
     */
    IconUrl: string;
    /**
     * Family that holds it.
     * 所在的家庭 ID。
     */
    FamilyId: string;
    /**
     * Room within the family; `0` is the default room.
     * 家庭中的房间 ID；`0` 为默认房间。
     */
    RoomId: string;
    /**
     * When it was bound, in Unix seconds.
     * 绑定时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
    /**
     * When it last changed, in Unix seconds.
     * 最近更新时间，Unix 时间戳（秒）。
     */
    UpdateTime: number;
  }
  interface Automation {
    /**
     * Id of the automation.
     * 自动智能联动 ID。
     */
    AutomationId: string;
    /**
     * Address of its background picture.
     * 背景图地址。
     */
    Icon: string;
    /**
     * Name of the automation.
     * 自动智能联动的名称。
     */
    Name: string;
    /**
     * 0 off, 1 on.
     * 0 关闭，1 开启。
     */
    Status: number;
    /**
     * 0 all conditions must hold, 1 any of them.
     * 0 满足全部条件，1 满足任一条件。
     */
    MatchType: number;
    /**
     * From what time of day it may run, as `HH:MM`.
     * 每天从几点起可以执行，格式 `HH:MM`。
     */
    EffectiveBeginTime: string;
    /**
     * Until what time of day it may run, as `HH:MM`.
     * 每天到几点为止可以执行，格式 `HH:MM`。
     */
    EffectiveEndTime: string;
    /**
     * Weekdays as seven digits, Sunday first: 0 off, 1 on.
     * 一周各天，七位数字，从周日开始：0 关闭，1 开启。
     */
    EffectiveDays: string;
    /**
     * When it runs.
     * 触发条件。
     */
    Conditions: Structs.Condition[];
    /**
     * What it does, in this order.
     * 依次执行的动作。
     */
    Actions: Structs.Action[];
  }
  interface AutomationListItem {
    /**
     * Id of the automation.
     * 自动智能联动 ID。
     */
    AutomationId: string;
    /**
     * Address of its background picture.
     * 背景图地址。
     */
    Icon: string;
    /**
     * Name of the automation.
     * 自动智能联动的名称。
     */
    Name: string;
    /**
     * 0 off, 1 on.
     * 0 关闭，1 开启。
     */
    Status: number;
  }
  interface CloudStorageEvent {
    /**
     * When it began, in Unix seconds.
     * 开始时间，Unix 时间戳（秒）。
     */
    StartTime: number;
    /**
     * When it ended, in Unix seconds.
     * 结束时间，Unix 时间戳（秒）。
     */
    EndTime: number;
    /**
     * Name of its thumbnail, for `IotVideoDescribeCloudStorageThumbnail`.
     * 缩略图名称，供 `IotVideoDescribeCloudStorageThumbnail` 使用。
     */
    Thumbnail: string;
  }
  interface CloudStorageTime {
    /**
     * When it begins, in Unix seconds.
     * 开始时间，Unix 时间戳（秒）。
     */
    StartTime: number;
    /**
     * When it ends, in Unix seconds.
     * 结束时间，Unix 时间戳（秒）。
     */
    EndTime: number;
  }
  interface Condition {
    /**
     * Id of the condition, unique within the automation.
     * 条件 ID，在该自动智能联动内唯一。
     */
    CondId: string;
    /**
     * 0 a property of a device, 1 a time.
     * 0 为设备属性，1 为定时。
     */
    CondType: number;
    /**
     * The property. With `CondType` 0.
     * 作为条件的设备属性。`CondType` 为 0 时使用。
     */
    Property?: Structs.Property;
    /**
     * The time. With `CondType` 1.
     * 作为条件的时间。`CondType` 为 1 时使用。
     */
    Timer?: Structs.Timer;
  }
  interface DataHistoryItem {
    /**
     * When it was reported: the digits of Unix milliseconds.
     * 上报时间，毫秒级 Unix 时间戳的数字文本。
     */
    Time: string;
    /**
     * The value, as text.
     * 属性值，文本。
     */
    Value: string;
  }
  interface DeviceFenceEvent {
    /**
     * What happened: `enter` in the example.
     * 发生了什么，示例中为 `enter`。
     */
    EventType: string;
    /**
     * When it was raised, in Unix seconds.
     * 告警时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
  }
  interface DeviceList {
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * `ProductId/DeviceName`.
     * 格式为 `ProductId/DeviceName`。
     */
    DeviceId: string;
    /**
     * Name that the user gave it; may be empty.
     * 用户设置的名称，可能为空。
     */
    AliasName: string;
    /**
     * User who bound it.
     * 绑定设备的用户 ID。
     */
    UserId: string;
    /**
     * Room within the family; `0` is the default room.
     * 家庭中的房间 ID；`0` 为默认房间。
     */
    RoomId: string;
    /**
     * Family that holds it.
     * 所在的家庭 ID。
     */
    FamilyId?: string;
    /**
     * Address of its icon; may be empty.
     * 图标地址，可能为空。
     */
    IconUrl: string;
    /**
     * 0 plain, 1 gateway, 2 sub-device.
     * 0 普通设备，1 网关，2 子设备。
     */
    DeviceType?: number;
    /**
     * When it was bound, in Unix seconds.
     * 绑定时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
    /**
     * When it last changed, in Unix seconds.
     * 最近更新时间，Unix 时间戳（秒）。
     */
    UpdateTime: number;
  }
  interface DeviceResource {
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * Name of the file in the cloud.
     * 文件在云端的名称。
     */
    ResourceName: string;
    /**
     * Kind of file, such as `FILE`.
     * 文件类型，如 `FILE`。
     */
    ResourceType: string;
    /**
     * Version of the file.
     * 文件的版本。
     */
    ResourceVer: string;
    /**
     * Its state; no page says what the numbers mean.
     * 状态；文档没有说明各数值的含义。
     */
    Status: number;
    /**
     * When it was created, in Unix seconds.
     * 创建时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
    /**
     * When it last changed, in Unix seconds.
     * 最近更新时间，Unix 时间戳（秒）。
     */
    UpdateTime: number;
  }
  interface DeviceStatus {
    /**
     * `ProductId/DeviceName`.
     * 格式为 `ProductId/DeviceName`。
     */
    DeviceId?: string;
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId?: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * 1 online, 0 offline; one comment of the reference says the reverse.
     * 1 在线，0 离线；文档有一处注释说法相反。
     */
    Online: number;
    /**
     * When it last came online, in Unix seconds.
     * 最近一次上线的时间，Unix 时间戳（秒）。
     */
    LoginTime?: number;
    /**
     * When it last sent data, it seems, in Unix seconds.
     * 应为最近一次发送数据的时间，Unix 时间戳（秒）。
     */
    LastDataTime?: number;
  }
  interface EventHistory {
    /**
     * When it happened, in Unix seconds.
     * 发生时间，Unix 时间戳（秒）。
     */
    TimeStamp: number;
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * Event, as the product defines it.
     * 事件标识符，由产品定义。
     */
    EventId: string;
    /**
     * `alert`, `fault` or `info`.
     * `alert`、`fault` 或 `info`。
     */
    Type: string;
    /**
     * Parameters of the event, as JSON text.
     * 事件的参数，JSON 文本。
     */
    Data: string;
  }
  interface FamilyList {
    /**
     * Id of the family.
     * 家庭 ID。
     */
    FamilyId: string;
    /**
     * Name of the family.
     * 家庭名称。
     */
    Name: string;
    /**
     * 0 member, 1 administrator.
     * 0 普通成员，1 管理员。
     */
    Role: number;
    /**
     * When it was created, in Unix seconds.
     * 创建时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
    /**
     * When it last changed, in Unix seconds.
     * 最近更新时间，Unix 时间戳（秒）。
     */
    UpdateTime: number;
  }
  interface Fence {
    /**
     * The fence.
     * 围栏 ID。
     */
    FenceId: number;
    /**
     * Name of the fence.
     * 围栏名称。
     */
    FenceName: string;
    /**
     * Its area: the text of a GeoJSON FeatureCollection.
     * 围栏区域：GeoJSON FeatureCollection 文本。
     */
    FenceArea: string;
    /**
     * Description of the fence.
     * 围栏的描述。
     */
    FenceDesc: string;
    /**
     * When it raises an alarm: `enter` and `leave` in the examples.
     * 触发告警的条件，示例中有 `enter` 和 `leave`。
     */
    AlertCondition: string;
    /**
     * Whether it raises alarms.
     * 是否启用告警。
     */
    FenceEnable: boolean;
    /**
     * How the user is notified: `app push` in the examples.
     * 通知用户的方式，示例中为 `app push`。
     */
    Method: string;
    /**
     * When it was created, in Unix seconds.
     * 创建时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
    /**
     * When it last changed, in Unix seconds.
     * 最近更新时间，Unix 时间戳（秒）。
     */
    UpdateTime: number;
  }
  interface GatewayBindDevice {
    /**
     * Product of the sub-device.
     * 子设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the sub-device within its product.
     * 子设备的设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * `ProductId/DeviceName`.
     * 格式为 `ProductId/DeviceName`。
     */
    DeviceId: string;
    /**
     * Name that the user gave it; may be empty.
     * 用户设置的名称，可能为空。
     */
    AliasName: string;
    /**
     * Address of its icon; may be empty.
     * 图标地址，可能为空。
     */
    IconUrl: string;
    /**
     * 0 not in a family, 1 in one.
     * 0 未加入家庭，1 已加入家庭。
     */
    BindStatus: number;
  }
  interface Location {
    /**
     * Longitude in degrees.
     * 经度，单位为度。
     */
    Longitude: number;
    /**
     * Latitude in degrees.
     * 纬度，单位为度。
     */
    Latitude: number;
  }
  interface MemberList {
    /**
     * The user.
     * 用户 ID。
     */
    UserId: string;
    /**
     * Name that the user goes by.
     * 用户昵称。
     */
    NickName: string;
    /**
     * Address of the user's picture; may be empty.
     * 用户头像地址，可能为空。
     */
    Avatar: string;
    /**
     * 0 member, 1 administrator.
     * 0 普通成员，1 管理员。
     */
    Role: number;
  }
  interface MessageAttachment {
    /**
     * Token to accept a shared device or to join a family with.
     * 用于接受设备分享或加入家庭的 Token。
     * Kept out of every error, event and log.
     */
    ShareToken: string;
  }
  interface Msgs {
    /**
     * User whom it is for.
     * 接收消息的用户 ID。
     */
    UserId: string;
    /**
     * User whom it is from; may be empty.
     * 消息来源的用户 ID，可能为空。
     */
    FromUserId: string;
    /**
     * Id of the message, for `AppDeleteMessage`.
     * 消息 ID，供 `AppDeleteMessage` 使用。
     */
    MsgId: string;
    /**
     * 1 device, 2 family, 3 notice.
     * 1 设备，2 家庭，3 通知。
     */
    Category: number;
    /**
     * 101 alarm of a device, 200 member added, 201 member removed, 202 and 203 the same in a community, 204 invitation to a family, 300 outcome of a share, 301 invitation to share a device.
     * 101 设备告警，200 新增成员，201 移除成员，202 和 203 为社区中的新增和移除成员，204 家庭邀请，300 分享结果，301 设备分享邀请。
     */
    MsgType: number;
    /**
     * Its title.
     * 消息标题。
     */
    MsgTitle: string;
    /**
     * Its text.
     * 消息内容。
     */
    MsgContent: string;
    /**
     * When it was sent, in milliseconds since 1970.
     * 发送时间，Unix 时间戳（毫秒）。
     */
    MsgTimestamp: number;
    /**
     * Product of the device it is about; may be empty.
     * 消息涉及的设备的产品 ID，可能为空。
     */
    ProductId: string;
    /**
     * Name of that device within its product; may be empty.
     * 该设备的名称，可能为空。
     */
    DeviceName: string;
    /**
     * Name that the user gave that device; may be empty.
     * 用户为该设备设置的名称，可能为空。
     */
    DeviceAlias: string;
    /**
     * Family it is about; may be empty.
     * 消息涉及的家庭 ID，可能为空。
     */
    FamilyId: string;
    /**
     * Name of that family; may be empty.
     * 该家庭的名称，可能为空。
     */
    FamilyName: string;
    /**
     * User who was added or removed; may be empty.
     * 被添加或移除的用户 ID，可能为空。
     */
    RelateUserId: string;
    /**
     * When it was created, as RFC 3339 has it.
     * 创建时间，RFC 3339 格式。
     */
    CreateAt: string;
    /**
     * What comes with it.
     * 消息附带的内容。
     */
    Attachments?: Structs.MessageAttachment;
  }
  interface MultiDeviceState {
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * 1 initial, 2 bound.
     * 1 初始，2 已绑定。
     */
    State: number;
  }
  interface Position {
    /**
     * Where it was.
     * 设备的位置。
     */
    Location: Structs.Location;
    /**
     * When it was there, in nanoseconds since 1970.
     * 位于该处的时间，Unix 时间戳（纳秒）。
     */
    CreateTime: number | string;
  }
  interface Products {
    /**
     * Id of the product.
     * 产品 ID。
     */
    ProductId: string;
    /**
     * Name of the product.
     * 产品名称。
     */
    Name: string;
    /**
     * What the product is; may be empty.
     * 产品描述，可能为空。
     */
    Description: string;
    /**
     * What its devices can do: properties, events and actions, as JSON text.
     * 数据模板：设备的属性、事件和行为，JSON 文本。
     */
    DataTemplate: string;
    /**
     * How its devices connect, such as `wifi` or `else`.
     * 设备的联网方式，如 `wifi` 或 `else`。
     */
    NetType: string;
    /**
     * Category of the product.
     * 产品的品类。
     */
    CategoryId: number;
    /**
     * Kind of product; no page says what the numbers mean.
     * 产品类型；文档没有说明各数值的含义。
     */
    ProductType: number;
    /**
     * Empty in the only example.
     * 唯一的示例中为空。
     */
    State?: string;
    /**
     * Empty in the only example.
     * 唯一的示例中为空。
     */
    AppTemplate?: string;
    /**
     * When it last changed, in Unix seconds.
     * 最近更新时间，Unix 时间戳（秒）。
     */
    UpdateTime: number;
  }
  interface Property {
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * Name of the device, to be shown.
     * 设备的名称，用于展示。
     */
    AliasName?: string;
    /**
     * Address of its icon; may be empty.
     * 图标地址，可能为空。
     */
    IconUrl?: string;
    /**
     * Id of the property.
     * 属性标识符。
     */
    PropertyId?: string;
    /**
     * `eq`, `ne`, `gt`, `lt`, `ge` or `le`.
     * `eq`、`ne`、`gt`、`lt`、`ge` 或 `le`。
     */
    Op: string;
    /**
     * What it is compared with, of the type of the property.
     * 与之比较的值，类型与属性相同。
     */
    Value: string | number | boolean;
  }
  interface Roomlist {
    /**
     * The room; `0` is the default room.
     * 房间 ID；`0` 为默认房间。
     */
    RoomId: string;
    /**
     * Name of the room.
     * 房间名称。
     */
    RoomName: string;
    /**
     * How many devices are in it.
     * 房间中的设备数量。
     */
    DeviceNum: number;
    /**
     * When it was created, in Unix seconds.
     * 创建时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
    /**
     * When it last changed, in Unix seconds.
     * 最近更新时间，Unix 时间戳（秒）。
     */
    UpdateTime: number;
  }
  interface Scene {
    /**
     * The scene.
     * 手动智能联动 ID。
     */
    SceneId: string;
    /**
     * Family that has it.
     * 所属家庭 ID。
     */
    FamilyId: string;
    /**
     * Name of the scene.
     * 手动智能联动的名称。
     */
    SceneName: string;
    /**
     * Address of its background picture; may be empty.
     * 背景图地址，可能为空。
     */
    SceneIcon?: string;
    /**
     * What it does, in order.
     * 依次执行的动作。
     */
    Actions: Structs.Action[];
    /**
     * User who created it.
     * 创建者的用户 ID。
     */
    UserId: string;
    /**
     * When it was created, in Unix seconds.
     * 创建时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
    /**
     * When it last changed, in Unix seconds.
     * 最近更新时间，Unix 时间戳（秒）。
     */
    UpdateTime: number;
    /**
     * 0 fine, 1 a device of it is no longer in the family.
     * 0 正常，1 有设备已不在该家庭中。
     */
    Flag: number;
    /**
     * 0 idle, 1 running.
     * 0 空闲，1 执行中。
     */
    Status: number;
  }
  interface ShareDeviceTokenInfo {
    /**
     * User who shares the device.
     * 分享设备的用户 ID。
     */
    FromUserId: string;
    /**
     * Name that this user goes by.
     * 该用户的昵称。
     */
    FromUserNick: string;
    /**
     * User who accepted it; empty until then.
     * 接受分享的用户 ID，接受前为空。
     */
    UserId: string;
    /**
     * Name that this user goes by; empty until then.
     * 该用户的昵称，接受分享前为空。
     */
    UserNick: string;
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * Name that the user gave it; may be empty.
     * 用户设置的名称，可能为空。
     */
    AliasName: string;
    /**
     * Address of its icon; may be empty.
     * 图标地址，可能为空。
     */
    IconUrl: string;
    /**
     * When it was accepted, in Unix seconds; 0 until then.
     * 接受分享的时间，Unix 时间戳（秒）；接受前为 0。
     */
    BindTime: number;
    /**
     * When the token expires, in Unix seconds.
     * Token 的过期时间，Unix 时间戳（秒）。
     */
    ExpireTime: number;
    /**
     * When the token was made, in Unix seconds.
     * Token 的生成时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
  }
  interface ShareDevices {
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * `ProductId/DeviceName`.
     * 格式为 `ProductId/DeviceName`。
     */
    DeviceId: string;
    /**
     * Address of its icon; may be empty.
     * 图标地址，可能为空。
     */
    IconUrl: string;
    /**
     * Name that the user gave it; may be empty.
     * 用户设置的名称，可能为空。
     */
    AliasName: string;
    /**
     * When it was shared, as RFC 3339 has it.
     * 分享时间，RFC 3339 格式。
     */
    CreateTime: string;
  }
  interface ShareUserInfo {
    /**
     * The user.
     * 用户 ID。
     */
    UserId: string;
    /**
     * Name that the user goes by.
     * 用户昵称。
     */
    NickName: string;
    /**
     * Address of the user's picture; may be empty. In the example only.
     * 用户头像地址，可能为空。仅见于示例。
     */
    Avatar?: string;
    /**
     * Country code of the phone number, such as `86`.
     * 手机号的国家或地区区号，如 `86`。
     */
    CountryCode: string;
    /**
     * Phone number with its middle masked.
     * 手机号，中间几位已隐去。
     */
    PhoneNumber: string;
    /**
     * When it was accepted, in Unix seconds.
     * 接受分享的时间，Unix 时间戳（秒）。
     */
    BindTime: number;
  }
  interface Timer {
    /**
     * Weekdays as seven digits, Sunday first: 0 off, 1 on.
     * 一周各天，七位数字，从周日开始：0 关闭，1 开启。
     */
    Days: string;
    /**
     * Time of day as `HH:MM`, in 24 hours.
     * 时刻，24 小时制，格式 `HH:MM`。
     */
    TimePoint: string;
  }
  interface TimerList {
    /**
     * Id of the timer.
     * 定时任务 ID。
     */
    TimerId: string;
    /**
     * Name of the timer.
     * 定时任务的名称。
     */
    TimerName: string;
    /**
     * Product of the device.
     * 设备的产品 ID。
     */
    ProductId: string;
    /**
     * Name of the device within its product.
     * 设备名称，在产品内唯一。
     */
    DeviceName: string;
    /**
     * Weekdays as seven digits, Sunday first: 0 off, 1 on.
     * 一周各天，七位数字，从周日开始：0 关闭，1 开启。
     */
    Days: string;
    /**
     * Time of day as `HH:MM`, in 24 hours.
     * 时刻，24 小时制，格式 `HH:MM`。
     */
    TimePoint: string;
    /**
     * 0 once, 1 repeatedly.
     * 0 仅执行一次，1 重复执行。
     */
    Repeat: number;
    /**
     * Property values to set, by id, as JSON text.
     * 要下发的属性值，以属性标识符为键，JSON 文本。
     */
    Data: string;
    /**
     * 0 off, 1 on.
     * 0 关闭，1 开启。
     */
    Status: number;
    /**
     * When it was created, in Unix seconds.
     * 创建时间，Unix 时间戳（秒）。
     */
    CreateTime: number;
    /**
     * When it last changed, in Unix seconds.
     * 最近更新时间，Unix 时间戳（秒）。
     */
    UpdateTime: number;
  }
  interface UserSetting {
    /**
     * WeChat template messages: 0 off, 1 on.
     * 微信模板消息推送：0 关闭，1 开启。
     */
    EnableWechatPush?: number;
    /**
     * Alarms of devices: 0 off, 1 on.
     * 设备告警推送：0 关闭，1 开启。
     */
    EnableDeviceMessagePush?: number;
    /**
     * Messages of the family: 0 off, 1 on.
     * 家庭消息推送：0 关闭，1 开启。
     */
    EnableFamilyMessagePush?: number;
    /**
     * Notices: 0 off, 1 on.
     * 通知消息推送：0 关闭，1 开启。
     */
    EnableNotifyMessagePush?: number;
    /**
     * Editions the user may use: 0 home, 1 home and community.
     * 可使用的版本：0 家庭版，1 家庭版和社区版。
     */
    AllowEditions?: number;
    /**
     * Edition in use: 0 home, 1 community.
     * 当前使用的版本：0 家庭版，1 社区版。
     */
    UsingEdition?: number;
    /**
     * `C` or `F`.
     * 温度单位：`C` 或 `F`。
     */
    TemperatureUnit?: string;
    /**
     * Time zone, from the lists of `AppGetGlobalConfig`.
     * 时区，取自 `AppGetGlobalConfig` 的列表。
     */
    Region?: string;
    /**
     * When not to disturb, as `HH:MM-HH:MM`; empty for never.
     * 免打扰时段，格式 `HH:MM-HH:MM`，空为不设。
     */
    NoDisturbTime?: string;
    /**
     * Devices that are not to disturb, each as `ProductId/DeviceName`.
     * 免打扰的设备，每项格式为 `ProductId/DeviceName`。
     */
    NoDisturbDeviceList?: string[];
    /**
     * Families that are not to disturb.
     * 免打扰的家庭。
     */
    NoDisturbFamilyList?: string[];
  }
}

/** Parameters of `AppBindSubDeviceInFamily`. [Reference](https://cloud.tencent.com/document/product/1081/43155) */
export interface AppBindSubDeviceInFamilyParams {
  /**
   * Product of the gateway.
   * 网关的产品 ID。
   * Must not be empty.
   */
  GatewayProductId: string;
  /**
   * Name of the gateway within its product.
   * 网关的设备名称，在产品内唯一。
   * Must not be empty.
   */
  GatewayDeviceName: string;
  /**
   * Product of the sub-device.
   * 子设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the sub-device within its product.
   * 子设备的设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppBindSubDeviceInFamily` answers; fields that the reference does not list are kept too. */
export interface AppBindSubDeviceInFamilyResult extends CommonResult {
  /**
   * The sub-device as it was bound.
   * 绑定后的子设备信息。
   */
  AppDeviceInfo: Structs.AppDeviceInfo;
}

/** The documented error codes of `AppBindSubDeviceInFamily`. */
export type AppBindSubDeviceInFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppBindUserShareDevice`. [Reference](https://cloud.tencent.com/document/product/1081/48188) */
export interface AppBindUserShareDeviceParams {
  /**
   * Token of the share.
   * 分享 Token。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  ShareDeviceToken: string;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppBindUserShareDevice` answers; fields that the reference does not list are kept too. */
export interface AppBindUserShareDeviceResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Status: string;
}

/** The documented error codes of `AppBindUserShareDevice`. */
export type AppBindUserShareDeviceErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.DeviecBinded'
  | 'InvalidParameterValue.UserBindExceedLimit'
  | 'InvalidParameterValue.DeviceShareExceedLimit'
  | 'InvalidParameterValue.CannotBindOwnDevice'
  | 'InvalidParameterValue.ShareDeviceTokenUsed'
  | 'InvalidParameterValue.InvalidShareDeviceToken'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppCallDeviceActionAsync`. [Reference](https://cloud.tencent.com/document/product/1081/61348) */
export interface AppCallDeviceActionAsyncParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Action of the device, as the product defines it.
   * 设备行为的标识符，由产品定义。
   * Must not be empty.
   */
  ActionId: string;
  /**
   * Input of the action, as JSON text.
   * 行为的输入参数，JSON 文本。
   */
  InputParams?: string | undefined;
}

/** What `AppCallDeviceActionAsync` answers; fields that the reference does not list are kept too. */
export interface AppCallDeviceActionAsyncResult extends CommonResult {
  /**
   * Id of this call, repeated by its result.
   * 本次调用的 ID，结果中会带回。
   */
  ClientToken: string;
  /**
   * `Sent` where the device was told.
   * 已下发给设备时为 `Sent`。
   */
  Status: string;
}

/** The documented error codes of `AppCallDeviceActionAsync`. */
export type AppCallDeviceActionAsyncErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppCallDeviceActionSync`. [Reference](https://cloud.tencent.com/document/product/1081/61347) */
export interface AppCallDeviceActionSyncParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Action of the device, as the product defines it.
   * 设备行为的标识符，由产品定义。
   * Must not be empty.
   */
  ActionId: string;
  /**
   * Input of the action, as JSON text.
   * 行为的输入参数，JSON 文本。
   */
  InputParams?: string | undefined;
}

/** What `AppCallDeviceActionSync` answers; fields that the reference does not list are kept too. */
export interface AppCallDeviceActionSyncResult extends CommonResult {
  /**
   * Id of this call.
   * 本次调用的 ID。
   */
  ClientToken: string;
  /**
   * `succ` where the device did it.
   * 设备执行成功时为 `succ`。
   */
  Status: string;
  /**
   * What the action answered, as JSON text; may be null or empty.
   * 行为的返回，JSON 文本，可能为 null 或空。
   */
  OutputParams?: string;
}

/** The documented error codes of `AppCallDeviceActionSync`. */
export type AppCallDeviceActionSyncErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppCheckFirmwareUpdate`. [Reference](https://cloud.tencent.com/document/product/1081/47129) */
export interface AppCheckFirmwareUpdateParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppCheckFirmwareUpdate` answers; fields that the reference does not list are kept too. */
export interface AppCheckFirmwareUpdateResult extends CommonResult {
  /**
   * Version that the device runs.
   * 设备当前的版本。
   */
  CurrentVersion: string;
  /**
   * Version that it can be upgraded to.
   * 可升级到的版本。
   */
  DstVersion: string;
}

/** The documented error codes of `AppCheckFirmwareUpdate`. */
export type AppCheckFirmwareUpdateErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppControlDeviceData`. [Reference](https://cloud.tencent.com/document/product/1081/40805) */
export interface AppControlDeviceDataParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Property values by id, as JSON text.
   * 以属性标识符为键的属性值，JSON 文本。
   * Must not be empty.
   */
  Data: string;
}

/** What `AppControlDeviceData` answers; fields that the reference does not list are kept too. */
export interface AppControlDeviceDataResult extends CommonResult {
  /**
   * Empty in the example.
   * 示例中为空。
   */
  Data: string;
}

/** The documented error codes of `AppControlDeviceData`. */
export type AppControlDeviceDataErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppControlDeviceResource`. [Reference](https://cloud.tencent.com/document/product/1081/60590) */
export interface AppControlDeviceResourceParams {
  /**
   * `ProductId/DeviceName`.
   * 格式为 `ProductId/DeviceName`。
   * Must not be empty.
   */
  DeviceId: string;
  /**
   * Name of the file in the cloud.
   * 文件在云端的名称。
   * Must not be empty.
   */
  ResourceName: string;
  /**
   * Version of the file.
   * 文件的版本。
   * Must not be empty.
   */
  ResourceVer: string;
  /**
   * `update` sends the file, `delete` removes it.
   * `update` 下发文件，`delete` 删除文件。
   * Must not be empty.
   */
  Method: string;
}

/** What `AppControlDeviceResource` answers; fields that the reference does not list are kept too. */
export interface AppControlDeviceResourceResult extends CommonResult {
}

/** The documented error codes of `AppControlDeviceResource`. */
export type AppControlDeviceResourceErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppCreateAutomation`. [Reference](https://cloud.tencent.com/document/product/1081/50215) */
export interface AppCreateAutomationParams {
  /**
   * Family that will hold it.
   * 要归入的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Address of its background picture.
   * 背景图地址。
   * Must not be empty.
   */
  Icon: string;
  /**
   * Name of the automation.
   * 自动智能联动的名称。
   * Must not be empty.
   */
  Name: string;
  /**
   * 0 off, 1 on.
   * 0 关闭，1 开启。
   * A whole number.
   */
  Status: IntegerInput;
  /**
   * 0 all conditions must hold, 1 any of them.
   * 0 满足全部条件，1 满足任一条件。
   * A whole number.
   */
  MatchType: IntegerInput;
  /**
   * When it runs.
   * 触发条件。
   */
  Conditions: Structs.Condition[];
  /**
   * What it does, in this order.
   * 依次执行的动作。
   */
  Actions: Structs.Action[];
  /**
   * From what time of day it may run, as `HH:MM`.
   * 每天从几点起可以执行，格式 `HH:MM`。
   * Must not be empty.
   */
  EffectiveBeginTime: string;
  /**
   * Until what time of day it may run, as `HH:MM`.
   * 每天到几点为止可以执行，格式 `HH:MM`。
   * Must not be empty.
   */
  EffectiveEndTime: string;
  /**
   * Weekdays as seven digits, Sunday first: 0 off, 1 on.
   * 一周各天，七位数字，从周日开始：0 关闭，1 开启。
   * Must not be empty.
   */
  EffectiveDays: string;
}

/** What `AppCreateAutomation` answers; fields that the reference does not list are kept too. */
export interface AppCreateAutomationResult extends CommonResult {
  /**
   * Id of the new automation.
   * 新建的自动智能联动 ID。
   */
  AutomationId: string;
}

/** The documented error codes of `AppCreateAutomation`. */
export type AppCreateAutomationErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'LimitExceeded';

/** Parameters of `AppCreateCellphoneUser`. [Reference](https://cloud.tencent.com/document/product/1081/40783) */
export interface AppCreateCellphoneUserParams {
  /**
   * Country code of the phone number, as `86`.
   * 手机号的国家或地区区号，如 `86`。
   * Must not be empty.
   */
  CountryCode: string;
  /**
   * Phone number without its country code.
   * 手机号，不含区号。
   * Must not be empty.
   */
  PhoneNumber: string;
  /**
   * Password of the account.
   * 账号的密码。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Password: string;
  /**
   * The code that came by SMS.
   * 短信验证码。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  VerificationCode: string;
}

/** What `AppCreateCellphoneUser` answers; fields that the reference does not list are kept too. */
export interface AppCreateCellphoneUserResult extends CommonResult {
  /**
   * Id of the new user.
   * 新用户的 ID。
   */
  UserID: string;
}

/** The documented error codes of `AppCreateCellphoneUser`. */
export type AppCreateCellphoneUserErrorCode =
  | 'InternalError'
  | 'ErrorRequiredParamNotFound'
  | 'InvalidAction'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidJSON'
  | 'InvalidParameterValue.CheckVerifyCodeFailed'
  | 'InvalidParameterValue.PhoneNumberUsed'
  | 'InvalidParameterValue.PhoneNumberInvalid';

/** Parameters of `AppCreateDeviceBindToken`. [Reference](https://cloud.tencent.com/document/product/1081/44044) */
export interface AppCreateDeviceBindTokenParams {
  /**
   * Length of the token: empty for 32 characters (the default), `1` for 6.
   * Token 长度：空为 32 个字符（默认），`1` 为 6 个字符。
   */
  TokenLengthType?: '' | '1' | undefined;
}

/** What `AppCreateDeviceBindToken` answers; fields that the reference does not list are kept too. */
export interface AppCreateDeviceBindTokenResult extends CommonResult {
  /**
   * The token to hand to the device.
   * 要交给设备的配网 Token。
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

/** Parameters of `AppCreateEmailUser`. [Reference](https://cloud.tencent.com/document/product/1081/40784) */
export interface AppCreateEmailUserParams {
  /**
   * E-mail address.
   * 邮箱地址。
   * Must not be empty.
   */
  Email: string;
  /**
   * Password of the account.
   * 账号的密码。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Password: string;
  /**
   * The code that came by e-mail.
   * 邮箱验证码。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  VerificationCode: string;
}

/** What `AppCreateEmailUser` answers; fields that the reference does not list are kept too. */
export interface AppCreateEmailUserResult extends CommonResult {
  /**
   * Id of the new user.
   * 新用户的 ID。
   */
  UserID: string;
}

/** The documented error codes of `AppCreateEmailUser`. */
export type AppCreateEmailUserErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidJSON'
  | 'InvalidParameterValue.EmailUsed'
  | 'InvalidParameterValue.CheckVerifyCodeFailed';

/** Parameters of `AppCreateFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40808) */
export interface AppCreateFamilyParams {
  /**
   * Name of the family.
   * 家庭名称。
   * Must not be empty.
   */
  Name: string;
  /**
   * Address of the home.
   * 家庭的地址。
   * Must not be empty.
   */
  Address: string;
}

/** What `AppCreateFamily` answers; fields that the reference does not list are kept too. */
export interface AppCreateFamilyResult extends CommonResult {
  /**
   * Id of the new family.
   * 新家庭的 ID。
   */
  FamilyId: string;
}

/** The documented error codes of `AppCreateFamily`. */
export type AppCreateFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppCreateFence`. [Reference](https://cloud.tencent.com/document/product/1081/54140) */
export interface AppCreateFenceParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Name of the fence.
   * 围栏名称。
   * Must not be empty.
   */
  FenceName: string;
  /**
   * Its area: the text of a GeoJSON FeatureCollection with one Polygon of longitude and latitude.
   * 围栏区域：GeoJSON FeatureCollection 文本，含一个由经纬度构成的 Polygon。
   * Must not be empty.
   */
  FenceArea: string;
  /**
   * Description of the fence.
   * 围栏的描述。
   * Must not be empty.
   */
  FenceDesc: string;
  /**
   * When to raise an alarm: `enter` and `leave` in the examples.
   * 触发告警的条件，示例中有 `enter` 和 `leave`。
   * Must not be empty.
   */
  AlertCondition: string;
  /**
   * Whether it raises alarms.
   * 是否启用告警。
   */
  FenceEnable: boolean;
  /**
   * How to notify the user: `app push` in the examples.
   * 通知用户的方式，示例中为 `app push`。
   * Must not be empty.
   */
  Method: string;
}

/** What `AppCreateFence` answers; fields that the reference does not list are kept too. */
export interface AppCreateFenceResult extends CommonResult {
  /**
   * The new fence.
   * 新围栏的 ID。
   */
  FenceId: number;
}

/** The documented error codes of `AppCreateFence`. */
export type AppCreateFenceErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'UnauthorizedOperation.FenceDupKeyExist'
  | 'UnauthorizedOperation.SpaceDupKeyExist'
  | 'ResourceNotFound'
  | 'ResourceNotFound.StudioProductNotExist';

/** Parameters of `AppCreateProductResource`. [Reference](https://cloud.tencent.com/document/product/1081/67570) */
export interface AppCreateProductResourceParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name that the user gave the file.
   * 用户为文件设置的名称。
   * Must not be empty.
   */
  UserResourceName: string;
  /**
   * Size of the file in bytes.
   * 文件大小，单位为字节。
   * A whole number from 0 to 2^63 − 1.
   */
  FileSize: IntegerInput;
  /**
   * Version of the file.
   * 文件的版本。
   * Must not be empty.
   */
  ResourceVer: string;
  /**
   * Hash of the file in hexadecimal.
   * 文件的哈希值，十六进制。
   * Must not be empty.
   */
  FileHash: string;
  /**
   * Kind of file, such as `FILE`. In one example only.
   * 文件类型，如 `FILE`。仅见于一处示例。
   */
  ResourceType?: string | undefined;
  /**
   * 1 in the only example.
   * 唯一的示例中为 1。
   * A whole number.
   */
  ReadProtect?: IntegerInput | undefined;
}

/** What `AppCreateProductResource` answers; fields that the reference does not list are kept too. */
export interface AppCreateProductResourceResult extends CommonResult {
  /**
   * Name of the file in the cloud.
   * 文件在云端的名称。
   */
  ResourceName: string;
}

/** The documented error codes of `AppCreateProductResource`. */
export type AppCreateProductResourceErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppCreateRoom`. [Reference](https://cloud.tencent.com/document/product/1081/40813) */
export interface AppCreateRoomParams {
  /**
   * Family that will have the room.
   * 新房间所属的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Name of the room.
   * 房间名称。
   * Must not be empty.
   */
  Name: string;
}

/** What `AppCreateRoom` answers; fields that the reference does not list are kept too. */
export interface AppCreateRoomResult extends CommonResult {
  /**
   * The new room.
   * 新房间的 ID。
   */
  RoomId: string;
}

/** The documented error codes of `AppCreateRoom`. */
export type AppCreateRoomErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppCreateScene`. [Reference](https://cloud.tencent.com/document/product/1081/50210) */
export interface AppCreateSceneParams {
  /**
   * Family that will have the scene.
   * 新建的手动智能联动所属的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Name of the scene.
   * 手动智能联动的名称。
   * Must not be empty.
   */
  SceneName: string;
  /**
   * Address of its background picture.
   * 背景图地址。
   * Must not be empty.
   */
  SceneIcon: string;
  /**
   * What it does, in order.
   * 依次执行的动作。
   */
  Actions: Structs.Action[];
}

/** What `AppCreateScene` answers; fields that the reference does not list are kept too. */
export interface AppCreateSceneResult extends CommonResult {
  /**
   * The new scene.
   * 新建的手动智能联动 ID。
   */
  SceneId: string;
}

/** The documented error codes of `AppCreateScene`. */
export type AppCreateSceneErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission';

/** Parameters of `AppCreateShareDeviceToken`. [Reference](https://cloud.tencent.com/document/product/1081/48183) */
export interface AppCreateShareDeviceTokenParams {
  /**
   * Family that holds the device.
   * 设备所在的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Any text to go with the share.
   * 随分享附带的任意文本。
   */
  TokenContext?: string | undefined;
}

/** What `AppCreateShareDeviceToken` answers; fields that the reference does not list are kept too. */
export interface AppCreateShareDeviceTokenResult extends CommonResult {
  /**
   * The token, for `AppBindUserShareDevice`.
   * 分享 Token，供 `AppBindUserShareDevice` 使用。
   * Kept out of every error, event and log.
   */
  ShareDeviceToken: string;
}

/** The documented error codes of `AppCreateShareDeviceToken`. */
export type AppCreateShareDeviceTokenErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission';

/** Parameters of `AppCreateTimer`. [Reference](https://cloud.tencent.com/document/product/1081/40796) */
export interface AppCreateTimerParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Name of the timer.
   * 定时任务的名称。
   * Must not be empty.
   */
  TimerName: string;
  /**
   * Weekdays as seven digits, Sunday first: 0 off, 1 on.
   * 一周各天，七位数字，从周日开始：0 关闭，1 开启。
   * Must not be empty.
   */
  Days: string;
  /**
   * Time of day as `HH:MM`, in 24 hours.
   * 时刻，24 小时制，格式 `HH:MM`。
   * Must not be empty.
   */
  TimePoint: string;
  /**
   * 0 once, 1 repeatedly.
   * 0 仅执行一次，1 重复执行。
   * A whole number.
   */
  Repeat: IntegerInput;
  /**
   * Property values to set, by id, as JSON text.
   * 要下发的属性值，以属性标识符为键，JSON 文本。
   * Must not be empty.
   */
  Data: string;
}

/** What `AppCreateTimer` answers; fields that the reference does not list are kept too. */
export interface AppCreateTimerResult extends CommonResult {
  /**
   * Id of the new timer.
   * 新定时任务的 ID。
   */
  TimerId: string;
  /**
   * Name of the timer.
   * 定时任务的名称。
   */
  TimerName: string;
}

/** The documented error codes of `AppCreateTimer`. */
export type AppCreateTimerErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppDeleteAutomation`. [Reference](https://cloud.tencent.com/document/product/1081/40773) */
export interface AppDeleteAutomationParams {
  /**
   * Automation to delete.
   * 要删除的自动智能联动 ID。
   * Must not be empty.
   */
  AutomationId: string;
}

/** What `AppDeleteAutomation` answers; fields that the reference does not list are kept too. */
export interface AppDeleteAutomationResult extends CommonResult {
}

/** The documented error codes of `AppDeleteAutomation`. */
export type AppDeleteAutomationErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission';

/** Parameters of `AppDeleteDeviceInFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40802) */
export interface AppDeleteDeviceInFamilyParams {
  /**
   * Family that holds it.
   * 所在的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Room within the family; `0` is the default room.
   * 家庭中的房间 ID；`0` 为默认房间。
   */
  RoomId?: string | undefined;
}

/** What `AppDeleteDeviceInFamily` answers; fields that the reference does not list are kept too. */
export interface AppDeleteDeviceInFamilyResult extends CommonResult {
}

/** The documented error codes of `AppDeleteDeviceInFamily`. */
export type AppDeleteDeviceInFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppDeleteFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40809) */
export interface AppDeleteFamilyParams {
  /**
   * Family to delete.
   * 要删除的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Name of the family.
   * 家庭名称。
   * Must not be empty.
   */
  Name: string;
}

/** What `AppDeleteFamily` answers; fields that the reference does not list are kept too. */
export interface AppDeleteFamilyResult extends CommonResult {
}

/** The documented error codes of `AppDeleteFamily`. */
export type AppDeleteFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppDeleteFamilyMember`. [Reference](https://cloud.tencent.com/document/product/1081/40819) */
export interface AppDeleteFamilyMemberParams {
  /**
   * Family that the member is in.
   * 成员所在的家庭 ID。
   */
  FamilyId?: string | undefined;
  /**
   * User who is removed.
   * 要移出的用户 ID。
   * Must not be empty.
   */
  MemberId: string;
}

/** What `AppDeleteFamilyMember` answers; fields that the reference does not list are kept too. */
export interface AppDeleteFamilyMemberResult extends CommonResult {
}

/** The documented error codes of `AppDeleteFamilyMember`. */
export type AppDeleteFamilyMemberErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppDeleteFence`. [Reference](https://cloud.tencent.com/document/product/1081/40773) */
export interface AppDeleteFenceParams {
  /**
   * The fence.
   * 围栏 ID。
   * A whole number.
   */
  FenceId: IntegerInput;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * When to raise an alarm: `enter` and `leave` in the examples.
   * 触发告警的条件，示例中有 `enter` 和 `leave`。
   * Must not be empty.
   */
  AlertCondition: string;
  /**
   * Whether it raises alarms.
   * 是否启用告警。
   */
  FenceEnable: boolean;
  /**
   * How to notify the user: `app push` in the examples.
   * 通知用户的方式，示例中为 `app push`。
   * Must not be empty.
   */
  Method: string;
}

/** What `AppDeleteFence` answers; fields that the reference does not list are kept too. */
export interface AppDeleteFenceResult extends CommonResult {
}

/** The documented error codes of `AppDeleteFence`. */
export type AppDeleteFenceErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'UnauthorizedOperation.FenceDupKeyExist'
  | 'UnauthorizedOperation.SpaceDupKeyExist'
  | 'ResourceNotFound'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'ResourceNotFound.FenceNotExist';

/** Parameters of `AppDeleteMessage`. [Reference](https://cloud.tencent.com/document/product/1081/40795) */
export interface AppDeleteMessageParams {
  /**
   * Id of the message, from `AppGetMessages`.
   * 消息 ID，来自 `AppGetMessages`。
   * Must not be empty.
   */
  MsgID: string;
}

/** What `AppDeleteMessage` answers; fields that the reference does not list are kept too. */
export interface AppDeleteMessageResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Data: string;
}

/** The documented error codes of `AppDeleteMessage`. */
export type AppDeleteMessageErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.MsgIDInvalid';

/** Parameters of `AppDeleteRoom`. [Reference](https://cloud.tencent.com/document/product/1081/40815) */
export interface AppDeleteRoomParams {
  /**
   * Family that has the room.
   * 房间所属的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * The room.
   * 房间 ID。
   * Must not be empty.
   */
  RoomId: string;
}

/** What `AppDeleteRoom` answers; fields that the reference does not list are kept too. */
export interface AppDeleteRoomResult extends CommonResult {
}

/** The documented error codes of `AppDeleteRoom`. */
export type AppDeleteRoomErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppDeleteScene`. [Reference](https://cloud.tencent.com/document/product/1081/40773) */
export interface AppDeleteSceneParams {
  /**
   * The scene.
   * 手动智能联动 ID。
   * Must not be empty.
   */
  SceneId: string;
}

/** What `AppDeleteScene` answers; fields that the reference does not list are kept too. */
export interface AppDeleteSceneResult extends CommonResult {
}

/** The documented error codes of `AppDeleteScene`. */
export type AppDeleteSceneErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnsupportedOperation.SceneRunInProgress';

/** Parameters of `AppDeleteTimer`. [Reference](https://cloud.tencent.com/document/product/1081/40798) */
export interface AppDeleteTimerParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Timer to delete.
   * 要删除的定时任务 ID。
   * Must not be empty.
   */
  TimerId: string;
}

/** What `AppDeleteTimer` answers; fields that the reference does not list are kept too. */
export interface AppDeleteTimerResult extends CommonResult {
}

/** The documented error codes of `AppDeleteTimer`. */
export type AppDeleteTimerErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppDescribeAutomation`. [Reference](https://cloud.tencent.com/document/product/1081/50217) */
export interface AppDescribeAutomationParams {
  /**
   * Automation to read.
   * 要查询的自动智能联动 ID。
   * Must not be empty.
   */
  AutomationId: string;
}

/** What `AppDescribeAutomation` answers; fields that the reference does not list are kept too. */
export interface AppDescribeAutomationResult extends CommonResult {
  /**
   * The automation.
   * 自动智能联动的详情。
   */
  Data: Structs.Automation;
}

/** The documented error codes of `AppDescribeAutomation`. */
export type AppDescribeAutomationErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission';

/** Parameters of `AppDescribeDeviceResource`. [Reference](https://cloud.tencent.com/document/product/1081/67571) */
export interface AppDescribeDeviceResourceParams {
  /**
   * `ProductId/DeviceName`.
   * 格式为 `ProductId/DeviceName`。
   * Must not be empty.
   */
  DeviceId: string;
  /**
   * Name of the file in the cloud.
   * 文件在云端的名称。
   * Must not be empty.
   */
  ResourceName: string;
}

/** What `AppDescribeDeviceResource` answers; fields that the reference does not list are kept too. */
export interface AppDescribeDeviceResourceResult extends CommonResult {
  /**
   * The file.
   * 文件信息。
   */
  Resource: Structs.DeviceResource;
}

/** The documented error codes of `AppDescribeDeviceResource`. */
export type AppDescribeDeviceResourceErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppDescribeFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40812) */
export interface AppDescribeFamilyParams {
  /**
   * Family to read.
   * 要查询的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
}

/** What `AppDescribeFamily` answers; fields that the reference does not list are kept too. */
export interface AppDescribeFamilyResult extends CommonResult {
  /**
   * Id of the family.
   * 家庭 ID。
   */
  FamilyId: string;
  /**
   * Name of the family.
   * 家庭名称。
   */
  FamilyName: string;
  /**
   * Address of the home.
   * 家庭的地址。
   */
  Address: string;
  /**
   * When it was created, in Unix seconds.
   * 创建时间，Unix 时间戳（秒）。
   */
  CreateTime: number;
  /**
   * When it last changed, in Unix seconds.
   * 最近更新时间，Unix 时间戳（秒）。
   */
  UpdateTime: number;
}

/** The documented error codes of `AppDescribeFamily`. */
export type AppDescribeFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppDescribeFirmwareUpdateStatus`. [Reference](https://cloud.tencent.com/document/product/1081/47128) */
export interface AppDescribeFirmwareUpdateStatusParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppDescribeFirmwareUpdateStatus` answers; fields that the reference does not list are kept too. */
export interface AppDescribeFirmwareUpdateStatusResult extends CommonResult {
  /**
   * Version that it is upgraded from.
   * 升级前的版本。
   */
  OriVersion: string;
  /**
   * Version that it is upgraded to.
   * 升级的目标版本。
   */
  DstVersion: string;
  /**
   * What went wrong; may be empty.
   * 错误说明，可能为空。
   */
  ErrMsg: string;
  /**
   * Progress, from 0 to 100.
   * 进度，0 到 100。
   */
  Percent: number;
  /**
   * 0 device offline, 1 pending, 2 device told, 3 downloading, 4 writing, 5 failed, 6 done, 7 in progress, 8 waiting for the user, 20 downloaded.
   * 0 设备离线，1 待处理，2 已通知设备，3 下载中，4 写入中，5 失败，6 完成，7 升级中，8 待用户处理，20 已下载。
   */
  Status?: number;
}

/** The documented error codes of `AppDescribeFirmwareUpdateStatus`. */
export type AppDescribeFirmwareUpdateStatusErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppDescribeShareDeviceToken`. [Reference](https://cloud.tencent.com/document/product/1081/48187) */
export interface AppDescribeShareDeviceTokenParams {
  /**
   * Token of the share.
   * 分享 Token。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  ShareDeviceToken: string;
}

/** What `AppDescribeShareDeviceToken` answers; fields that the reference does not list are kept too. */
export interface AppDescribeShareDeviceTokenResult extends CommonResult {
  /**
   * The share.
   * 分享信息。
   */
  ShareDeviceTokenInfo: Structs.ShareDeviceTokenInfo;
  /**
   * Name that the user gave the device; may be empty. In the table only.
   * 用户为设备设置的名称，可能为空。仅见于文档的表格。
   */
  AliasName?: string;
  /**
   * Address of its icon; may be empty. In the table only.
   * 图标地址，可能为空。仅见于文档的表格。
   */
  IconUrl?: string;
}

/** The documented error codes of `AppDescribeShareDeviceToken`. */
export type AppDescribeShareDeviceTokenErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidShareDeviceToken'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppExitFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40820) */
export interface AppExitFamilyParams {
  /**
   * Family to leave.
   * 要退出的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
}

/** What `AppExitFamily` answers; fields that the reference does not list are kept too. */
export interface AppExitFamilyResult extends CommonResult {
}

/** The documented error codes of `AppExitFamily`. */
export type AppExitFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGatewayUnbindDevice`. [Reference](https://cloud.tencent.com/document/product/1081/65843) */
export interface AppGatewayUnbindDeviceParams {
  /**
   * Product of the sub-device.
   * 子设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the sub-device within its product.
   * 子设备的设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Product of the gateway.
   * 网关的产品 ID。
   * Must not be empty.
   */
  GatewayProductId: string;
  /**
   * Name of the gateway within its product.
   * 网关的设备名称，在产品内唯一。
   * Must not be empty.
   */
  GatewayDeviceName: string;
}

/** What `AppGatewayUnbindDevice` answers; fields that the reference does not list are kept too. */
export interface AppGatewayUnbindDeviceResult extends CommonResult {
}

/** The documented error codes of `AppGatewayUnbindDevice`. */
export type AppGatewayUnbindDeviceErrorCode =
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

/** Parameters of `AppGetAutomationList`. [Reference](https://cloud.tencent.com/document/product/1081/50216) */
export interface AppGetAutomationListParams {
  /**
   * Family that holds them.
   * 所属家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
}

/** What `AppGetAutomationList` answers; fields that the reference does not list are kept too. */
export interface AppGetAutomationListResult extends CommonResult {
  /**
   * All automations of the family, in brief.
   * 家庭的全部自动智能联动，仅含概要。
   */
  List: Structs.AutomationListItem[];
}

/** The documented error codes of `AppGetAutomationList`. */
export type AppGetAutomationListErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission';

/** Parameters of `AppGetDeviceAggsData`. [Reference](https://cloud.tencent.com/document/product/1081/40773) */
export interface AppGetDeviceAggsDataParams {
  /**
   * `ProductId/DeviceName`.
   * 格式为 `ProductId/DeviceName`。
   * Must not be empty.
   */
  DeviceId: string;
  /**
   * `avg`, `min` or `max`.
   * `avg`、`min` 或 `max`。
   * Must not be empty.
   */
  AggMethod: string;
  /**
   * Length of each span, such as `10m`, `30m`, `1h` or `1d`.
   * 每个时间段的长度，如 `10m`、`30m`、`1h` 或 `1d`。
   * Must not be empty.
   */
  Interval: string;
  /**
   * Id of a whole or fractional number property.
   * 整型或浮点型属性的标识符。
   */
  FieldName?: string | undefined;
  /**
   * From when, in Unix milliseconds; by default 24 hours before `EndTime`.
   * 起始时间，Unix 时间戳（毫秒）；默认为 `EndTime` 前 24 小时。
   * A whole number from 0 to 2^63 − 1.
   */
  BeginTime?: IntegerInput | undefined;
  /**
   * Until when, in Unix milliseconds; by default now.
   * 结束时间，Unix 时间戳（毫秒）；默认为当前时间。
   * A whole number from 0 to 2^63 − 1.
   */
  EndTime?: IntegerInput | undefined;
}

/** What `AppGetDeviceAggsData` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceAggsDataResult extends CommonResult {
  /**
   * One entry for each span that has data.
   * 每个有数据的时间段一条。
   */
  Results: Structs.AggregateItem[];
}

/** The documented error codes of `AppGetDeviceAggsData`. */
export type AppGetDeviceAggsDataErrorCode =
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'InvalidParameterValue.NoPermission'
  | 'ResourceNotFound.DeviceNotExist'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetDeviceBindTokenState`. [Reference](https://cloud.tencent.com/document/product/1081/44045) */
export interface AppGetDeviceBindTokenStateParams {
  /**
   * The token of `AppCreateDeviceBindToken`.
   * `AppCreateDeviceBindToken` 返回的 Token。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Token: string;
}

/** What `AppGetDeviceBindTokenState` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceBindTokenStateResult extends CommonResult {
  /**
   * 1: fresh, no device has reported it; 2: usable, a device has.
   * 1：新生成，尚无设备上报；2：可用，已有设备上报。
   */
  State: number;
  /**
   * Product of the device that reported it. Live service only.
   * 上报该 Token 的设备的产品 ID。文档未列，线上服务会返回。
   */
  ProductId?: string;
  /**
   * Name of the device that reported it. Live service only.
   * 上报该 Token 的设备名称。文档未列，线上服务会返回。
   */
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

/** Parameters of `AppGetDeviceData`. [Reference](https://cloud.tencent.com/document/product/1081/48492) */
export interface AppGetDeviceDataParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppGetDeviceData` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceDataResult extends CommonResult {
  /**
   * JSON text of an object: by property id, `Value` and `LastUpdate` in Unix milliseconds.
   * JSON 对象文本：以属性标识符为键，含 `Value` 和 `LastUpdate`（毫秒级 Unix 时间戳）。
   */
  Data: string;
}

/** The documented error codes of `AppGetDeviceData`. */
export type AppGetDeviceDataErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetDeviceDataHistory`. [Reference](https://cloud.tencent.com/document/product/1081/43119) */
export interface AppGetDeviceDataHistoryParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Id of the property.
   * 属性标识符。
   * Must not be empty.
   */
  FieldName: string;
  /**
   * Cursor of the answer before; none for the first page.
   * 上一次返回的游标，首页不填。
   */
  Context?: string | undefined;
  /**
   * From when, in Unix milliseconds.
   * 起始时间，Unix 时间戳（毫秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  MinTime: IntegerInput;
  /**
   * Until when, in Unix milliseconds.
   * 结束时间，Unix 时间戳（毫秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  MaxTime: IntegerInput;
  /**
   * How many entries to answer.
   * 返回的条数。
   * A whole number from 0 to 2^63 − 1.
   */
  Limit: IntegerInput;
}

/** What `AppGetDeviceDataHistory` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceDataHistoryResult extends CommonResult {
  /**
   * Cursor for the next page.
   * 下一页的游标。
   */
  Context: string;
  /**
   * Id of the property.
   * 属性标识符。
   */
  FieldName: string;
  /**
   * True while there is more, by the page, and so the opposite of its name.
   * 按文档，为 true 表示还有更多数据，与字段名的含义相反。
   */
  Listover: boolean;
  /**
   * The values of this page.
   * 本页的属性值。
   */
  Results: Structs.DataHistoryItem[];
}

/** The documented error codes of `AppGetDeviceDataHistory`. */
export type AppGetDeviceDataHistoryErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetDeviceInFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40807) */
export interface AppGetDeviceInFamilyParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Family that holds it.
   * 所在的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppGetDeviceInFamily` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceInFamilyResult extends CommonResult {
  /**
   * `ProductId/DeviceName`.
   * 格式为 `ProductId/DeviceName`。
   */
  DeviceId: string;
  /**
   * Product of the device.
   * 设备的产品 ID。
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   */
  DeviceName: string;
  /**
   * Name that the user gave it; may be empty.
   * 用户设置的名称，可能为空。
   */
  AliasName: string;
  /**
   * Address of its icon; may be empty.
   * 图标地址，可能为空。
   */
  IconUrl: string;
  /**
   * Family that holds it.
   * 所在的家庭 ID。
   */
  FamilyId: string;
  /**
   * Room within the family; `0` is the default room.
   * 家庭中的房间 ID；`0` 为默认房间。
   */
  RoomId: string;
  /**
   * 0 plain, 1 gateway, 2 sub-device. In the example only.
   * 0 普通设备，1 网关，2 子设备。仅见于示例。
   */
  DeviceType?: number;
  /**
   * When it was bound, in Unix seconds.
   * 绑定时间，Unix 时间戳（秒）。
   */
  CreateTime: number;
  /**
   * When it last changed, in Unix seconds.
   * 最近更新时间，Unix 时间戳（秒）。
   */
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

/** Parameters of `AppGetDeviceLocation`. [Reference](https://cloud.tencent.com/document/product/1081/48494) */
export interface AppGetDeviceLocationParams {
  /**
   * `ProductId/DeviceName`.
   * 格式为 `ProductId/DeviceName`。
   * Must not be empty.
   */
  DeviceId: string;
  /**
   * Coordinates to answer in: 1 Baidu, 2 Amap or Tencent, 3 WGS 84.
   * 返回所用的坐标系：1 百度，2 高德或腾讯，3 WGS 84。
   * A whole number.
   */
  CoordType?: IntegerInput | undefined;
}

/** What `AppGetDeviceLocation` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceLocationResult extends CommonResult {
  /**
   * Longitude in degrees.
   * 经度，单位为度。
   */
  Longitude: number;
  /**
   * Latitude in degrees.
   * 纬度，单位为度。
   */
  Latitude: number;
  /**
   * When it was there, in nanoseconds since 1970.
   * 位于该处的时间，Unix 时间戳（纳秒）。
   */
  CreateTime: number | string;
  /**
   * 0 where all is well. In the example only.
   * 正常时为 0。仅见于示例。
   */
  Ret?: number;
  /**
   * What is wrong where `Ret` is not 0. In the example only.
   * `Ret` 不为 0 时的错误说明。仅见于示例。
   */
  ErrMsg?: string;
}

/** The documented error codes of `AppGetDeviceLocation`. */
export type AppGetDeviceLocationErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetDeviceLocationHistory`. [Reference](https://cloud.tencent.com/document/product/1081/48495) */
export interface AppGetDeviceLocationHistoryParams {
  /**
   * `ProductId/DeviceName`.
   * 格式为 `ProductId/DeviceName`。
   * Must not be empty.
   */
  DeviceId: string;
  /**
   * Start of the span, in milliseconds since 1970; no more than a month ago.
   * 起始时间，Unix 时间戳（毫秒）；最早为一个月前。
   * A whole number from 0 to 2^63 − 1.
   */
  MinTime: IntegerInput;
  /**
   * End of the span, in milliseconds since 1970.
   * 结束时间，Unix 时间戳（毫秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  MaxTime: IntegerInput;
}

/** What `AppGetDeviceLocationHistory` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceLocationHistoryResult extends CommonResult {
  /**
   * Where it was.
   * 设备的位置。
   */
  Pos: Structs.Position[];
  /**
   * 0 where all is well. In the example only.
   * 正常时为 0。仅见于示例。
   */
  Ret?: number;
  /**
   * What is wrong where `Ret` is not 0. In the example only.
   * `Ret` 不为 0 时的错误说明。仅见于示例。
   */
  ErrMsg?: string;
}

/** The documented error codes of `AppGetDeviceLocationHistory`. */
export type AppGetDeviceLocationHistoryErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetDeviceStatuses`. [Reference](https://cloud.tencent.com/document/product/1081/40804) */
export interface AppGetDeviceStatusesParams {
  /**
   * The devices, each as `ProductId/DeviceName`.
   * 设备列表，每项格式为 `ProductId/DeviceName`。
   */
  DeviceIds: string[];
}

/** What `AppGetDeviceStatuses` answers; fields that the reference does not list are kept too. */
export interface AppGetDeviceStatusesResult extends CommonResult {
  /**
   * The state of each device.
   * 各设备的状态。
   */
  DeviceStatuses: Structs.DeviceStatus[];
}

/** The documented error codes of `AppGetDeviceStatuses`. */
export type AppGetDeviceStatusesErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetFamilyDeviceList`. [Reference](https://cloud.tencent.com/document/product/1081/40803) */
export interface AppGetFamilyDeviceListParams {
  /**
   * Family that holds them.
   * 所属家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Only this room; `0` is the default room, empty the whole family.
   * 只查询该房间；`0` 为默认房间，空为整个家庭。
   * @default ''
   */
  RoomId?: string | undefined;
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset?: IntegerInput | undefined;
  /**
   * How many entries to answer, at most 50.
   * 返回的条数，最多 50。
   * A whole number from 0 to 50.
   */
  Limit?: IntegerInput | undefined;
}

/** What `AppGetFamilyDeviceList` answers; fields that the reference does not list are kept too. */
export interface AppGetFamilyDeviceListResult extends CommonResult {
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
  /**
   * The devices of this page.
   * 本页的设备。
   */
  DeviceList: Structs.DeviceList[];
}

/** The documented error codes of `AppGetFamilyDeviceList`. */
export type AppGetFamilyDeviceListErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetFamilyList`. [Reference](https://cloud.tencent.com/document/product/1081/40811) */
export interface AppGetFamilyListParams {
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset?: IntegerInput | undefined;
  /**
   * How many entries to answer, at most 50.
   * 返回的条数，最多 50。
   * A whole number from 0 to 50.
   */
  Limit?: IntegerInput | undefined;
}

/** What `AppGetFamilyList` answers; fields that the reference does not list are kept too. */
export interface AppGetFamilyListResult extends CommonResult {
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
  /**
   * The families of this page.
   * 本页的家庭。
   */
  FamilyList: Structs.FamilyList[];
}

/** The documented error codes of `AppGetFamilyList`. */
export type AppGetFamilyListErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetFamilyMemberList`. [Reference](https://cloud.tencent.com/document/product/1081/40821) */
export interface AppGetFamilyMemberListParams {
  /**
   * Family whose members to list.
   * 要查询成员的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset?: IntegerInput | undefined;
  /**
   * How many entries to answer; see the notes on how many.
   * 返回的条数，上限见说明。
   * A whole number from 0 to 2^63 − 1.
   */
  Limit?: IntegerInput | undefined;
}

/** What `AppGetFamilyMemberList` answers; fields that the reference does not list are kept too. */
export interface AppGetFamilyMemberListResult extends CommonResult {
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
  /**
   * The members of this page.
   * 本页的成员。
   */
  MemberList: Structs.MemberList[];
}

/** The documented error codes of `AppGetFamilyMemberList`. */
export type AppGetFamilyMemberListErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetFamilySubDeviceList`. [Reference](https://cloud.tencent.com/document/product/1081/48130) */
export interface AppGetFamilySubDeviceListParams {
  /**
   * Product of the gateway.
   * 网关的产品 ID。
   * Must not be empty.
   */
  GatewayProductId: string;
  /**
   * Name of the gateway within its product.
   * 网关的设备名称，在产品内唯一。
   * Must not be empty.
   */
  GatewayDeviceName: string;
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset: IntegerInput;
  /**
   * How many entries to answer, at most 50.
   * 返回的条数，最多 50。
   * A whole number from 0 to 50.
   */
  Limit: IntegerInput;
}

/** What `AppGetFamilySubDeviceList` answers; fields that the reference does not list are kept too. */
export interface AppGetFamilySubDeviceListResult extends CommonResult {
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
  /**
   * The sub-devices of this page.
   * 本页的子设备。
   */
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

/** Parameters of `AppGetFenceEventList`. [Reference](https://cloud.tencent.com/document/product/1081/54141) */
export interface AppGetFenceEventListParams {
  /**
   * The fence.
   * 围栏 ID。
   * A whole number.
   */
  FenceId: IntegerInput;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Whether the fence raises alarms.
   * 围栏是否启用告警。
   */
  FenceEnable: boolean;
  /**
   * Start of the span; 0 for 24 hours ago. The notes say in which unit.
   * 起始时间，0 为 24 小时前；单位见说明。
   * A whole number from 0 to 2^63 − 1.
   */
  StartTime: IntegerInput;
  /**
   * End of the span; 0 for now. The notes say in which unit.
   * 结束时间，0 为当前时间；单位见说明。
   * A whole number from 0 to 2^63 − 1.
   */
  EndTime: IntegerInput;
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset?: IntegerInput | undefined;
  /**
   * How many entries to answer, at most 50.
   * 返回的条数，最多 50。
   * A whole number from 0 to 50.
   */
  Limit?: IntegerInput | undefined;
}

/** What `AppGetFenceEventList` answers; fields that the reference does not list are kept too. */
export interface AppGetFenceEventListResult extends CommonResult {
  /**
   * The alarms of this page.
   * 本页的告警事件。
   */
  List: Structs.DeviceFenceEvent[];
  /**
   * How many there are in all. In older examples only.
   * 总数。仅见于旧版示例。
   */
  Total?: number;
}

/** The documented error codes of `AppGetFenceEventList`. */
export type AppGetFenceEventListErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'ResourceNotFound'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'ResourceNotFound.FenceNotExist';

/** Parameters of `AppGetFenceList`. [Reference](https://cloud.tencent.com/document/product/1081/54142) */
export interface AppGetFenceListParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset?: IntegerInput | undefined;
  /**
   * How many entries to answer, at most 50.
   * 返回的条数，最多 50。
   * A whole number from 0 to 50.
   */
  Limit?: IntegerInput | undefined;
}

/** What `AppGetFenceList` answers; fields that the reference does not list are kept too. */
export interface AppGetFenceListResult extends CommonResult {
  /**
   * The fences of this page.
   * 本页的围栏。
   */
  List: Structs.Fence[];
}

/** The documented error codes of `AppGetFenceList`. */
export type AppGetFenceListErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetGatewayBindDeviceList`. [Reference](https://cloud.tencent.com/document/product/1081/48129) */
export interface AppGetGatewayBindDeviceListParams {
  /**
   * Product of the sub-devices.
   * 要查询的子设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Product of the gateway.
   * 网关的产品 ID。
   * Must not be empty.
   */
  GatewayProductId: string;
  /**
   * Name of the gateway within its product.
   * 网关的设备名称，在产品内唯一。
   * Must not be empty.
   */
  GatewayDeviceName: string;
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset: IntegerInput;
  /**
   * How many entries to answer, at most 50.
   * 返回的条数，最多 50。
   * A whole number from 0 to 50.
   */
  Limit: IntegerInput;
}

/** What `AppGetGatewayBindDeviceList` answers; fields that the reference does not list are kept too. */
export interface AppGetGatewayBindDeviceListResult extends CommonResult {
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
  /**
   * The sub-devices of this page.
   * 本页的子设备。
   */
  DeviceList: Structs.GatewayBindDevice[];
}

/** The documented error codes of `AppGetGatewayBindDeviceList`. */
export type AppGetGatewayBindDeviceListErrorCode =
  | 'InternalError'
  | 'InternalError.InternalRPCError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'UnsupportedOperation'
  | 'UnsupportedOperation.NotSupportVirtualDevice'
  | 'UnsupportedOperation.DeviceNotGateway'
  | 'ResourceNotFound'
  | 'ResourceNotFound.DeviceNotExist'
  | 'ResourceNotFound.StudioMemberNotExist';

/** Parameters of `AppGetMessages`. [Reference](https://cloud.tencent.com/document/product/1081/40794) */
export interface AppGetMessagesParams {
  /**
   * 1 device, 2 family, 3 notice.
   * 1 设备，2 家庭，3 通知。
   * A whole number.
   */
  Category: IntegerInput;
  /**
   * Id of the last message seen; empty or left out at first.
   * 上次收到的最后一条消息的 ID，首次为空或不填。
   */
  MsgID?: string | undefined;
  /**
   * Time of the last message seen, in milliseconds since 1970; 0 or left out at first.
   * 上次收到的最后一条消息的时间，Unix 时间戳（毫秒）；首次为 0 或不填。
   * A whole number from 0 to 2^63 − 1.
   */
  MsgTimestamp?: IntegerInput | undefined;
  /**
   * How many entries to answer, at most 100.
   * 返回的条数，最多 100。
   * A whole number from 0 to 2^63 − 1.
   */
  Limit: IntegerInput;
}

/** What `AppGetMessages` answers; fields that the reference does not list are kept too. */
export interface AppGetMessagesResult extends CommonResult {
  /**
   * Whether these are the last ones.
   * 是否已是最后一批。
   */
  Listover: boolean;
  /**
   * The messages of this page.
   * 本页的消息。
   */
  Msgs: Structs.Msgs[];
}

/** The documented error codes of `AppGetMessages`. */
export type AppGetMessagesErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetMultiDeviceBindTokenState`. [Reference](https://cloud.tencent.com/document/product/1081/40773) */
export interface AppGetMultiDeviceBindTokenStateParams {
  /**
   * The bind token.
   * 配网 Token。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Token: string;
}

/** What `AppGetMultiDeviceBindTokenState` answers; fields that the reference does not list are kept too. */
export interface AppGetMultiDeviceBindTokenStateResult extends CommonResult {
  /**
   * The devices that have reported the token.
   * 已上报该 Token 的设备。
   */
  Data: Structs.MultiDeviceState[];
}

/** The documented error codes of `AppGetMultiDeviceBindTokenState`. */
export type AppGetMultiDeviceBindTokenStateErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetProducts`. [Reference](https://cloud.tencent.com/document/product/1081/48764) */
export interface AppGetProductsParams {
  /**
   * The products.
   * 产品列表。
   */
  ProductIds: string[];
  /**
   * The devices, each as `ProductId/DeviceName`.
   * 设备列表，每项格式为 `ProductId/DeviceName`。
   */
  DeviceIds?: string[] | undefined;
}

/** What `AppGetProducts` answers; fields that the reference does not list are kept too. */
export interface AppGetProductsResult extends CommonResult {
  /**
   * The products.
   * 产品列表。
   */
  Products: Structs.Products[];
}

/** The documented error codes of `AppGetProducts`. */
export type AppGetProductsErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetResourceDownloadUrl`. [Reference](https://cloud.tencent.com/document/product/1081/70295) */
export interface AppGetResourceDownloadUrlParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name that the user gave the file.
   * 用户为文件设置的名称。
   * Must not be empty.
   */
  UserResourceName: string;
  /**
   * Until when the address works, in Unix seconds.
   * 地址有效的截止时间，Unix 时间戳（秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  EffectiveTime: IntegerInput;
  /**
   * Version of the file.
   * 文件的版本。
   * Must not be empty.
   */
  ResourceVer: string;
}

/** What `AppGetResourceDownloadUrl` answers; fields that the reference does not list are kept too. */
export interface AppGetResourceDownloadUrlResult extends CommonResult {
  /**
   * Address to get the file from.
   * 文件的下载地址。
   */
  DownloadUrl: string;
}

/** The documented error codes of `AppGetResourceDownloadUrl`. */
export type AppGetResourceDownloadUrlErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetResourceUploadURL`. [Reference](https://cloud.tencent.com/document/product/1081/67572) */
export interface AppGetResourceUploadURLParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name that the user gave the file.
   * 用户为文件设置的名称。
   * Must not be empty.
   */
  UserResourceName: string;
  /**
   * Size of the file in bytes.
   * 文件大小，单位为字节。
   * A whole number from 0 to 2^63 − 1.
   */
  FileSize: IntegerInput;
  /**
   * Version of the file.
   * 文件的版本。
   * Must not be empty.
   */
  ResourceVer: string;
}

/** What `AppGetResourceUploadURL` answers; fields that the reference does not list are kept too. */
export interface AppGetResourceUploadURLResult extends CommonResult {
  /**
   * Address to put the file to.
   * 文件的上传地址。
   */
  UploadUrl: string;
  /**
   * Name of the file in the cloud.
   * 文件在云端的名称。
   */
  ResourceName: string;
}

/** The documented error codes of `AppGetResourceUploadURL`. */
export type AppGetResourceUploadURLErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetRoomList`. [Reference](https://cloud.tencent.com/document/product/1081/40816) */
export interface AppGetRoomListParams {
  /**
   * Family whose rooms to list.
   * 要查询房间的家庭 ID。
   */
  FamilyId?: string | undefined;
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset?: IntegerInput | undefined;
  /**
   * How many entries to answer, at most 50.
   * 返回的条数，最多 50。
   * A whole number from 0 to 50.
   */
  Limit?: IntegerInput | undefined;
}

/** What `AppGetRoomList` answers; fields that the reference does not list are kept too. */
export interface AppGetRoomListResult extends CommonResult {
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
  /**
   * The rooms of this page.
   * 本页的房间。
   */
  RoomList: Structs.Roomlist[];
}

/** The documented error codes of `AppGetRoomList`. */
export type AppGetRoomListErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetSceneList`. [Reference](https://cloud.tencent.com/document/product/1081/50211) */
export interface AppGetSceneListParams {
  /**
   * Family whose scenes to list.
   * 要查询手动智能联动的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset: IntegerInput;
  /**
   * How many entries to answer, at most 50.
   * 返回的条数，最多 50。
   * A whole number from 0 to 50.
   */
  Limit: IntegerInput;
}

/** What `AppGetSceneList` answers; fields that the reference does not list are kept too. */
export interface AppGetSceneListResult extends CommonResult {
  /**
   * The scenes of this page.
   * 本页的手动智能联动。
   */
  SceneList: Structs.Scene[];
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
}

/** The documented error codes of `AppGetSceneList`. */
export type AppGetSceneListErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnsupportedOperation.SceneRunInProgress';

/** Parameters of `AppGetTimerList`. [Reference](https://cloud.tencent.com/document/product/1081/40800) */
export interface AppGetTimerListParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * How many entries to skip, from 0.
   * 跳过的条数，从 0 开始。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset?: IntegerInput | undefined;
  /**
   * How many entries to answer, at most 50.
   * 返回的条数，最多 50。
   * A whole number from 0 to 50.
   */
  Limit?: IntegerInput | undefined;
}

/** What `AppGetTimerList` answers; fields that the reference does not list are kept too. */
export interface AppGetTimerListResult extends CommonResult {
  /**
   * The timers of this page.
   * 本页的定时任务。
   */
  TimerList: Structs.TimerList[];
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
}

/** The documented error codes of `AppGetTimerList`. */
export type AppGetTimerListErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetToken`. [Reference](https://cloud.tencent.com/document/product/1081/40786) */
export interface AppGetTokenParams {
  /**
   * Kind of account: `phone` or `email`.
   * 账号类型：`phone` 或 `email`。
   */
  Type?: string | undefined;
  /**
   * Country code of the phone number, as `86`.
   * 手机号的国家或地区区号，如 `86`。
   */
  CountryCode?: string | undefined;
  /**
   * Phone number without its country code.
   * 手机号，不含区号。
   */
  PhoneNumber?: string | undefined;
  /**
   * E-mail address.
   * 邮箱地址。
   */
  Email?: string | undefined;
  /**
   * Password of the account.
   * 账号的密码。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Password: string;
}

/** What `AppGetToken` answers; fields that the reference does not list are kept too. */
export interface AppGetTokenResult extends CommonResult {
  /**
   * When the access token expires, in Unix seconds.
   * 访问 Token 的过期时间，Unix 时间戳（秒）。
   */
  ExpireAt: number;
  /**
   * The access token for the calls of a signed-in user.
   * 访问 Token，用于登录后的调用。
   * Kept out of every error, event and log.
   */
  Token: string;
  /**
   * When the user had asked to close the account, in Unix seconds; comes once, with the sign-in that undid it.
   * 用户此前申请注销账号的时间，Unix 时间戳（秒）；只在撤销注销的那次登录中返回。
   */
  CancelAccountTime?: number;
}

/** The documented error codes of `AppGetToken`. */
export type AppGetTokenErrorCode =
  | 'InternalError'
  | 'ErrorRequiredParamNotFound'
  | 'InvalidAction'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidJSON'
  | 'InvalidParameterValue.UserLoginFailed'
  | 'InvalidParameterValue.UserLoginForbidden';

/** Parameters of `AppGetTokenByWeiXin`. [Reference](https://cloud.tencent.com/document/product/1081/40781) */
export interface AppGetTokenByWeiXinParams {
  /**
   * OpenID or UnionID of the WeChat user.
   * 微信用户的 OpenID 或 UnionID。
   * Must not be empty.
   */
  WxOpenID: string;
  /**
   * Name that the user goes by.
   * 用户昵称。
   * Must not be empty.
   */
  NickName: string;
  /**
   * Address of the user's picture.
   * 用户头像地址。
   * Must not be empty.
   */
  Avatar: string;
}

/** What `AppGetTokenByWeiXin` answers; fields that the reference does not list are kept too. */
export interface AppGetTokenByWeiXinResult extends CommonResult {
  /**
   * When the access token expires, in Unix seconds.
   * 访问 Token 的过期时间，Unix 时间戳（秒）。
   */
  ExpireAt: number;
  /**
   * The access token for the calls of a signed-in user.
   * 访问 Token，用于登录后的调用。
   * Kept out of every error, event and log.
   */
  Token: string;
  /**
   * When the user had asked to close the account, in Unix seconds; comes once, with the sign-in that undid it.
   * 用户此前申请注销账号的时间，Unix 时间戳（秒）；只在撤销注销的那次登录中返回。
   */
  CancelAccountTime?: number;
}

/** The documented error codes of `AppGetTokenByWeiXin`. */
export type AppGetTokenByWeiXinErrorCode =
  | 'InternalError'
  | 'ErrorRequiredParamNotFound'
  | 'InvalidAction'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidJSON'
  | 'InvalidParameterValue.NickNameLengthInvalid';

/** Parameters of `AppGetUser`. [Reference](https://cloud.tencent.com/document/product/1081/40773) */
export interface AppGetUserParams {
}

/** What `AppGetUser` answers; fields that the reference does not list are kept too. */
export interface AppGetUserResult extends CommonResult {
  /**
   * The user's id.
   * 用户 ID。
   */
  UserId: string;
  /**
   * Name that the user goes by.
   * 用户昵称。
   */
  NickName: string;
  /**
   * Address of the user's picture; may be empty.
   * 用户头像地址，可能为空。
   */
  Avatar: string;
  /**
   * Country code of the phone number, as `86`.
   * 手机号的国家或地区区号，如 `86`。
   */
  CountryCode?: string;
  /**
   * Phone number without its country code.
   * 手机号，不含区号。
   */
  PhoneNumber?: string;
  /**
   * E-mail address.
   * 邮箱地址。
   */
  Email?: string;
  /**
   * 0 has no password, 1 has one.
   * 0 未设置密码，1 已设置密码。
   */
  HasPassword?: number;
  /**
   * 0 is not linked to WeChat, 1 is.
   * 0 未绑定微信，1 已绑定微信。
   */
  HasWxOpenID?: number;
}

/** The documented error codes of `AppGetUser`. */
export type AppGetUserErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppGetUserSetting`. [Reference](https://cloud.tencent.com/document/product/1081/40789) */
export interface AppGetUserSettingParams {
}

/** What `AppGetUserSetting` answers; fields that the reference does not list are kept too. */
export interface AppGetUserSettingResult extends CommonResult {
  /**
   * The settings.
   * 用户的各项设置。
   */
  UserSetting: Structs.UserSetting;
}

/** The documented error codes of `AppGetUserSetting`. */
export type AppGetUserSettingErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidJSON'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppInviteMember`. [Reference](https://cloud.tencent.com/document/product/1081/40817) */
export interface AppInviteMemberParams {
  /**
   * Family to join.
   * 邀请加入的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Name of the family.
   * 家庭名称。
   * Must not be empty.
   */
  Name: string;
}

/** What `AppInviteMember` answers; fields that the reference does not list are kept too. */
export interface AppInviteMemberResult extends CommonResult {
  /**
   * The token, for `AppJoinFamily`.
   * 邀请 Token，供 `AppJoinFamily` 使用。
   * Kept out of every error, event and log.
   */
  ShareToken: string;
}

/** The documented error codes of `AppInviteMember`. */
export type AppInviteMemberErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppJoinFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40818) */
export interface AppJoinFamilyParams {
  /**
   * Token of the invitation, from `AppInviteMember` or a message.
   * 邀请 Token，来自 `AppInviteMember` 或消息。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  ShareToken: string;
}

/** What `AppJoinFamily` answers; fields that the reference does not list are kept too. */
export interface AppJoinFamilyResult extends CommonResult {
}

/** The documented error codes of `AppJoinFamily`. */
export type AppJoinFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppKugouDeviceCommand`. [Reference](https://cloud.tencent.com/document/product/1081/40773) */
export interface AppKugouDeviceCommandParams {
  /**
   * The command; seen are `device_activation`, `wechat_appinfocode` and `wechat_minipauth`.
   * 命令；已知有 `device_activation`、`wechat_appinfocode` 和 `wechat_minipauth`。
   * Must not be empty.
   */
  KGCommand: string;
  /**
   * `ProductId/DeviceName` of the music device.
   * 音乐设备，格式为 `ProductId/DeviceName`。
   * Must not be empty.
   */
  DeviceId: string;
  /**
   * Parameters of the command; may be empty.
   * 命令的参数，可以为空。
   */
  KugouParams: Record<string, unknown>;
}

/** What `AppKugouDeviceCommand` answers; fields that the reference does not list are kept too. */
export interface AppKugouDeviceCommandResult extends CommonResult {
  /**
   * 0 where the command succeeded.
   * 命令执行成功时为 0。
   */
  ErrorCode: number;
  /**
   * What went wrong, where something did.
   * 出错时的错误说明。
   */
  ErrorMsg: string;
  /**
   * The result of the command; its shape depends on `KGCommand`.
   * 命令的结果，结构随 `KGCommand` 而定。
   */
  Data: Record<string, JsonValue>;
}

/** The documented error codes of `AppKugouDeviceCommand`. */
export type AppKugouDeviceCommandErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.InternalRPCError'
  | 'ResourceNotFound'
  | 'ResourceNotFound.DeviceNotExist'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'ResourceNotFound.AppNotExists'
  | 'UnsupportedOperation'
  | 'UnsupportedOperation.DeviceNotGateway'
  | 'UnsupportedOperation.NotBindVirtualDevice'
  | 'UnsupportedOperation.DeviceNotBind'
  | 'UnsupportedOperation.CannotBindSameFamily'
  | 'LimitExceeded'
  | 'LimitExceeded.FamilyDeviceExceedLimit'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct';

/** Parameters of `AppKugouUserCommand`. [Reference](https://cloud.tencent.com/document/product/1081/60575) */
export interface AppKugouUserCommandParams {
  /**
   * The command; seen are `user_info`, `user_logout`, `song_url`, `album_info`, `awesome_everyday` and `top_song`.
   * 命令；已知有 `user_info`、`user_logout`、`song_url`、`album_info`、`awesome_everyday` 和 `top_song`。
   * Must not be empty.
   */
  KGCommand: string;
  /**
   * `ProductId/DeviceName` of the music device.
   * 音乐设备，格式为 `ProductId/DeviceName`。
   * Must not be empty.
   */
  DeviceId: string;
  /**
   * Parameters of the command; may be empty.
   * 命令的参数，可以为空。
   */
  KugouParams: Record<string, unknown>;
}

/** What `AppKugouUserCommand` answers; fields that the reference does not list are kept too. */
export interface AppKugouUserCommandResult extends CommonResult {
  /**
   * 0 where the command succeeded.
   * 命令执行成功时为 0。
   */
  ErrorCode: number;
  /**
   * What went wrong, where something did.
   * 出错时的错误说明。
   */
  ErrorMsg: string;
  /**
   * The result of the command; its shape depends on `KGCommand`.
   * 命令的结果，结构随 `KGCommand` 而定。
   */
  Data: Record<string, JsonValue>;
}

/** The documented error codes of `AppKugouUserCommand`. */
export type AppKugouUserCommandErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.InternalRPCError'
  | 'ResourceNotFound'
  | 'ResourceNotFound.DeviceNotExist'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'ResourceNotFound.AppNotExists'
  | 'UnsupportedOperation'
  | 'UnsupportedOperation.DeviceNotGateway'
  | 'UnsupportedOperation.NotBindVirtualDevice'
  | 'UnsupportedOperation.DeviceNotBind'
  | 'UnsupportedOperation.CannotBindSameFamily'
  | 'LimitExceeded'
  | 'LimitExceeded.FamilyDeviceExceedLimit'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct';

/** Parameters of `AppListEventHistory`. [Reference](https://cloud.tencent.com/document/product/1081/60783) */
export interface AppListEventHistoryParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * `alert`, `fault` or `info`; empty for all.
   * `alert`、`fault` 或 `info`，空为全部。
   */
  Type?: string | undefined;
  /**
   * From when, in Unix seconds.
   * 起始时间，Unix 时间戳（秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  StartTime?: IntegerInput | undefined;
  /**
   * Until when, in Unix seconds; 0 is now.
   * 结束时间，Unix 时间戳（秒）；0 为当前时间。
   * A whole number from 0 to 2^63 − 1.
   */
  EndTime?: IntegerInput | undefined;
  /**
   * Cursor of the answer before; none for the first page.
   * 上一次返回的游标，首页不填。
   */
  Context?: string | undefined;
  /**
   * How many entries to answer.
   * 返回的条数。
   * A whole number from 0 to 2^63 − 1.
   */
  Size?: IntegerInput | undefined;
  /**
   * Only this event, as the product defines it.
   * 只查询该事件，标识符由产品定义。
   */
  EventId?: string | undefined;
}

/** What `AppListEventHistory` answers; fields that the reference does not list are kept too. */
export interface AppListEventHistoryResult extends CommonResult {
  /**
   * Cursor for the next page.
   * 下一页的游标。
   */
  Context: string;
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
  /**
   * Whether this page is the last.
   * 本页是否为最后一页。
   */
  Listover?: boolean;
  /**
   * The events of this page.
   * 本页的事件。
   */
  EventHistory: Structs.EventHistory[];
}

/** The documented error codes of `AppListEventHistory`. */
export type AppListEventHistoryErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppListShareDeviceUsers`. [Reference](https://cloud.tencent.com/document/product/1081/48191) */
export interface AppListShareDeviceUsersParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * How many entries to skip, from 0; at most 500.
   * 跳过的条数，从 0 开始，最大 500。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset: IntegerInput;
  /**
   * How many entries to answer, at most 100; 10 is usual.
   * 返回的条数，最多 100，通常填 10。
   * A whole number from 0 to 2^63 − 1.
   */
  Limit: IntegerInput;
}

/** What `AppListShareDeviceUsers` answers; fields that the reference does not list are kept too. */
export interface AppListShareDeviceUsersResult extends CommonResult {
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
  /**
   * The users of this page.
   * 本页的用户。
   */
  Users: Structs.ShareUserInfo[];
}

/** The documented error codes of `AppListShareDeviceUsers`. */
export type AppListShareDeviceUsersErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppListUserShareDevices`. [Reference](https://cloud.tencent.com/document/product/1081/48189) */
export interface AppListUserShareDevicesParams {
  /**
   * How many entries to skip, from 0; at most 500.
   * 跳过的条数，从 0 开始，最大 500。
   * A whole number from 0 to 2^63 − 1.
   */
  Offset: IntegerInput;
  /**
   * How many entries to answer, at most 100; 10 is usual.
   * 返回的条数，最多 100，通常填 10。
   * A whole number from 0 to 2^63 − 1.
   */
  Limit: IntegerInput;
}

/** What `AppListUserShareDevices` answers; fields that the reference does not list are kept too. */
export interface AppListUserShareDevicesResult extends CommonResult {
  /**
   * How many there are in all.
   * 总数。
   */
  Total: number;
  /**
   * The devices of this page.
   * 本页的设备。
   */
  ShareDevices: Structs.ShareDevices[];
}

/** The documented error codes of `AppListUserShareDevices`. */
export type AppListUserShareDevicesErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppLogoutUser`. [Reference](https://cloud.tencent.com/document/product/1081/40787) */
export interface AppLogoutUserParams {
}

/** What `AppLogoutUser` answers; fields that the reference does not list are kept too. */
export interface AppLogoutUserResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Data: string;
}

/** The documented error codes of `AppLogoutUser`. */
export type AppLogoutUserErrorCode =
  | 'InternalError'
  | 'ErrorRequiredParamNotFound'
  | 'InvalidAction'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidJSON'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppModifyAutomation`. [Reference](https://cloud.tencent.com/document/product/1081/50219) */
export interface AppModifyAutomationParams {
  /**
   * Automation to change.
   * 要修改的自动智能联动 ID。
   * Must not be empty.
   */
  AutomationId: string;
  /**
   * Address of its background picture.
   * 背景图地址。
   * Must not be empty.
   */
  Icon: string;
  /**
   * Name of the automation.
   * 自动智能联动的名称。
   * Must not be empty.
   */
  Name: string;
  /**
   * 0 off, 1 on.
   * 0 关闭，1 开启。
   * A whole number.
   */
  Status: IntegerInput;
  /**
   * 0 all conditions must hold, 1 any of them.
   * 0 满足全部条件，1 满足任一条件。
   * A whole number.
   */
  MatchType: IntegerInput;
  /**
   * When it runs.
   * 触发条件。
   */
  Conditions: Structs.Condition[];
  /**
   * What it does, in this order.
   * 依次执行的动作。
   */
  Actions: Structs.Action[];
  /**
   * From what time of day it may run, as `HH:MM`.
   * 每天从几点起可以执行，格式 `HH:MM`。
   * Must not be empty.
   */
  EffectiveBeginTime: string;
  /**
   * Until what time of day it may run, as `HH:MM`.
   * 每天到几点为止可以执行，格式 `HH:MM`。
   * Must not be empty.
   */
  EffectiveEndTime: string;
  /**
   * Weekdays as seven digits, Sunday first: 0 off, 1 on.
   * 一周各天，七位数字，从周日开始：0 关闭，1 开启。
   * Must not be empty.
   */
  EffectiveDays: string;
}

/** What `AppModifyAutomation` answers; fields that the reference does not list are kept too. */
export interface AppModifyAutomationResult extends CommonResult {
}

/** The documented error codes of `AppModifyAutomation`. */
export type AppModifyAutomationErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'LimitExceeded';

/** Parameters of `AppModifyAutomationStatus`. [Reference](https://cloud.tencent.com/document/product/1081/50220) */
export interface AppModifyAutomationStatusParams {
  /**
   * Automation to switch.
   * 要启用或关闭的自动智能联动 ID。
   * Must not be empty.
   */
  AutomationId: string;
  /**
   * 0 off, 1 on.
   * 0 关闭，1 开启。
   * A whole number.
   */
  Status: IntegerInput;
}

/** What `AppModifyAutomationStatus` answers; fields that the reference does not list are kept too. */
export interface AppModifyAutomationStatusResult extends CommonResult {
}

/** The documented error codes of `AppModifyAutomationStatus`. */
export type AppModifyAutomationStatusErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission';

/** Parameters of `AppModifyFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40810) */
export interface AppModifyFamilyParams {
  /**
   * Family to change.
   * 要修改的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Name of the family.
   * 家庭名称。
   * Must not be empty.
   */
  Name: string;
  /**
   * Address of the home.
   * 家庭的地址。
   * Must not be empty.
   */
  Address: string;
}

/** What `AppModifyFamily` answers; fields that the reference does not list are kept too. */
export interface AppModifyFamilyResult extends CommonResult {
}

/** The documented error codes of `AppModifyFamily`. */
export type AppModifyFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppModifyFamilyDeviceRoom`. [Reference](https://cloud.tencent.com/document/product/1081/43201) */
export interface AppModifyFamilyDeviceRoomParams {
  /**
   * Family that holds it.
   * 所在的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Room within the family; `0` is the default room.
   * 家庭中的房间 ID；`0` 为默认房间。
   * Must not be empty.
   */
  RoomId: string;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppModifyFamilyDeviceRoom` answers; fields that the reference does not list are kept too. */
export interface AppModifyFamilyDeviceRoomResult extends CommonResult {
}

/** The documented error codes of `AppModifyFamilyDeviceRoom`. */
export type AppModifyFamilyDeviceRoomErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppModifyFence`. [Reference](https://cloud.tencent.com/document/product/1081/54144) */
export interface AppModifyFenceParams {
  /**
   * The fence.
   * 围栏 ID。
   * A whole number.
   */
  FenceId: IntegerInput;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Name of the fence.
   * 围栏名称。
   * Must not be empty.
   */
  FenceName: string;
  /**
   * Its area: the text of a GeoJSON FeatureCollection with one Polygon of longitude and latitude.
   * 围栏区域：GeoJSON FeatureCollection 文本，含一个由经纬度构成的 Polygon。
   * Must not be empty.
   */
  FenceArea: string;
  /**
   * Description of the fence.
   * 围栏的描述。
   * Must not be empty.
   */
  FenceDesc: string;
  /**
   * When to raise an alarm: `enter` and `leave` in the examples.
   * 触发告警的条件，示例中有 `enter` 和 `leave`。
   * Must not be empty.
   */
  AlertCondition: string;
  /**
   * Whether it raises alarms.
   * 是否启用告警。
   */
  FenceEnable: boolean;
  /**
   * How to notify the user: `app push` in the examples.
   * 通知用户的方式，示例中为 `app push`。
   * Must not be empty.
   */
  Method: string;
}

/** What `AppModifyFence` answers; fields that the reference does not list are kept too. */
export interface AppModifyFenceResult extends CommonResult {
}

/** The documented error codes of `AppModifyFence`. */
export type AppModifyFenceErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'UnauthorizedOperation.FenceDupKeyExist'
  | 'UnauthorizedOperation.SpaceDupKeyExist'
  | 'ResourceNotFound'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'ResourceNotFound.FenceNotExist';

/** Parameters of `AppModifyFenceStatus`. [Reference](https://cloud.tencent.com/document/product/1081/40773) */
export interface AppModifyFenceStatusParams {
  /**
   * The fence.
   * 围栏 ID。
   * A whole number.
   */
  FenceId: IntegerInput;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * When to raise an alarm: `enter` and `leave` in the examples.
   * 触发告警的条件，示例中有 `enter` 和 `leave`。
   * Must not be empty.
   */
  AlertCondition: string;
  /**
   * Whether it raises alarms.
   * 是否启用告警。
   */
  FenceEnable: boolean;
  /**
   * How to notify the user: `app push` in the examples.
   * 通知用户的方式，示例中为 `app push`。
   * Must not be empty.
   */
  Method: string;
}

/** What `AppModifyFenceStatus` answers; fields that the reference does not list are kept too. */
export interface AppModifyFenceStatusResult extends CommonResult {
}

/** The documented error codes of `AppModifyFenceStatus`. */
export type AppModifyFenceStatusErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'UnauthorizedOperation.FenceDupKeyExist'
  | 'UnauthorizedOperation.SpaceDupKeyExist'
  | 'ResourceNotFound'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'ResourceNotFound.FenceNotExist';

/** Parameters of `AppModifyRoom`. [Reference](https://cloud.tencent.com/document/product/1081/40814) */
export interface AppModifyRoomParams {
  /**
   * Family that has the room.
   * 房间所属的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * The room.
   * 房间 ID。
   * Must not be empty.
   */
  RoomId: string;
  /**
   * Its new name.
   * 新的房间名称。
   */
  Name?: string | undefined;
}

/** What `AppModifyRoom` answers; fields that the reference does not list are kept too. */
export interface AppModifyRoomResult extends CommonResult {
}

/** The documented error codes of `AppModifyRoom`. */
export type AppModifyRoomErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppModifyScene`. [Reference](https://cloud.tencent.com/document/product/1081/50213) */
export interface AppModifySceneParams {
  /**
   * The scene.
   * 手动智能联动 ID。
   * Must not be empty.
   */
  SceneId: string;
  /**
   * Name of the scene.
   * 手动智能联动的名称。
   * Must not be empty.
   */
  SceneName: string;
  /**
   * Address of its background picture.
   * 背景图地址。
   * Must not be empty.
   */
  SceneIcon: string;
  /**
   * What it does, in order.
   * 依次执行的动作。
   */
  Actions: Structs.Action[];
}

/** What `AppModifyScene` answers; fields that the reference does not list are kept too. */
export interface AppModifySceneResult extends CommonResult {
}

/** The documented error codes of `AppModifyScene`. */
export type AppModifySceneErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnsupportedOperation.SceneRunInProgress';

/** Parameters of `AppModifyTimer`. [Reference](https://cloud.tencent.com/document/product/1081/40797) */
export interface AppModifyTimerParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Timer to change.
   * 要修改的定时任务 ID。
   * Must not be empty.
   */
  TimerId: string;
  /**
   * Name of the timer.
   * 定时任务的名称。
   * Must not be empty.
   */
  TimerName: string;
  /**
   * Weekdays as seven digits, Sunday first: 0 off, 1 on.
   * 一周各天，七位数字，从周日开始：0 关闭，1 开启。
   * Must not be empty.
   */
  Days: string;
  /**
   * Time of day as `HH:MM`, in 24 hours.
   * 时刻，24 小时制，格式 `HH:MM`。
   * Must not be empty.
   */
  TimePoint: string;
  /**
   * 0 once, 1 repeatedly.
   * 0 仅执行一次，1 重复执行。
   * A whole number.
   */
  Repeat: IntegerInput;
  /**
   * Property values to set, by id, as JSON text.
   * 要下发的属性值，以属性标识符为键，JSON 文本。
   * Must not be empty.
   */
  Data: string;
}

/** What `AppModifyTimer` answers; fields that the reference does not list are kept too. */
export interface AppModifyTimerResult extends CommonResult {
}

/** The documented error codes of `AppModifyTimer`. */
export type AppModifyTimerErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppModifyTimerStatus`. [Reference](https://cloud.tencent.com/document/product/1081/40799) */
export interface AppModifyTimerStatusParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Timer to switch.
   * 要启用或关闭的定时任务 ID。
   * Must not be empty.
   */
  TimerId: string;
  /**
   * 0 off, 1 on.
   * 0 关闭，1 开启。
   * A whole number.
   */
  Status?: IntegerInput | undefined;
}

/** What `AppModifyTimerStatus` answers; fields that the reference does not list are kept too. */
export interface AppModifyTimerStatusResult extends CommonResult {
}

/** The documented error codes of `AppModifyTimerStatus`. */
export type AppModifyTimerStatusErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppPublishFirmwareUpdateMessage`. [Reference](https://cloud.tencent.com/document/product/1081/47131) */
export interface AppPublishFirmwareUpdateMessageParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppPublishFirmwareUpdateMessage` answers; fields that the reference does not list are kept too. */
export interface AppPublishFirmwareUpdateMessageResult extends CommonResult {
}

/** The documented error codes of `AppPublishFirmwareUpdateMessage`. */
export type AppPublishFirmwareUpdateMessageErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppPublishMsgAsDevice`. [Reference](https://cloud.tencent.com/document/product/1081/50203) */
export interface AppPublishMsgAsDeviceParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Topic that the device would publish to.
   * 设备发布消息所用的 Topic。
   * Must not be empty.
   */
  Topic: string;
  /**
   * The message.
   * 消息内容。
   * Must not be empty.
   */
  Payload: string;
}

/** What `AppPublishMsgAsDevice` answers; fields that the reference does not list are kept too. */
export interface AppPublishMsgAsDeviceResult extends CommonResult {
}

/** The documented error codes of `AppPublishMsgAsDevice`. */
export type AppPublishMsgAsDeviceErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.BindDeviceNotConnected'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppPublishRRPCMessage`. [Reference](https://cloud.tencent.com/document/product/1081/61545) */
export interface AppPublishRRPCMessageParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * The message, as text.
   * 消息内容，文本。
   * Must not be empty.
   */
  Payload: string;
}

/** What `AppPublishRRPCMessage` answers; fields that the reference does not list are kept too. */
export interface AppPublishRRPCMessageResult extends CommonResult {
  /**
   * Id of the message.
   * 消息 ID。
   */
  MessageId: number;
  /**
   * The reply of the device, in Base64.
   * 设备的回复，Base64 编码。
   */
  PayloadBase64: string;
}

/** The documented error codes of `AppPublishRRPCMessage`. */
export type AppPublishRRPCMessageErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppRemoveShareDeviceUser`. [Reference](https://cloud.tencent.com/document/product/1081/48192) */
export interface AppRemoveShareDeviceUserParams {
  /**
   * User who loses the device.
   * 要取消其分享的用户 ID。
   * Must not be empty.
   */
  RemoveUserId: string;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppRemoveShareDeviceUser` answers; fields that the reference does not list are kept too. */
export interface AppRemoveShareDeviceUserResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Status: string;
}

/** The documented error codes of `AppRemoveShareDeviceUser`. */
export type AppRemoveShareDeviceUserErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.AppDeviceNotExist'
  | 'InvalidParameterValue.NoPermission'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppRemoveUserShareDevice`. [Reference](https://cloud.tencent.com/document/product/1081/48190) */
export interface AppRemoveUserShareDeviceParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
}

/** What `AppRemoveUserShareDevice` answers; fields that the reference does not list are kept too. */
export interface AppRemoveUserShareDeviceResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Status: string;
}

/** The documented error codes of `AppRemoveUserShareDevice`. */
export type AppRemoveUserShareDeviceErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.AppDeviceNotExist'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppReportDataAsDevice`. [Reference](https://cloud.tencent.com/document/product/1081/50202) */
export interface AppReportDataAsDeviceParams {
  /**
   * `ProductId/DeviceName`.
   * 格式为 `ProductId/DeviceName`。
   * Must not be empty.
   */
  DeviceId: string;
  /**
   * Property values by id, as JSON text.
   * 以属性标识符为键的属性值，JSON 文本。
   * Must not be empty.
   */
  Data: string;
  /**
   * When they were measured, in Unix milliseconds.
   * 采集时间，Unix 时间戳（毫秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  TimeStamp: IntegerInput;
}

/** What `AppReportDataAsDevice` answers; fields that the reference does not list are kept too. */
export interface AppReportDataAsDeviceResult extends CommonResult {
  /**
   * Empty in the example.
   * 示例中为空。
   */
  Data: string;
}

/** The documented error codes of `AppReportDataAsDevice`. */
export type AppReportDataAsDeviceErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.BindDeviceNotConnected'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppReportDeviceEvent`. [Reference](https://cloud.tencent.com/document/product/1081/50204) */
export interface AppReportDeviceEventParams {
  /**
   * `ProductId/DeviceName`.
   * 格式为 `ProductId/DeviceName`。
   * Must not be empty.
   */
  DeviceId: string;
  /**
   * Event, as the product defines it.
   * 事件标识符，由产品定义。
   * Must not be empty.
   */
  EventId: string;
  /**
   * Parameters of the event, as JSON text.
   * 事件的参数，JSON 文本。
   * Must not be empty.
   */
  Params: string;
  /**
   * `ReportEventAsDevice` or `reported`.
   * `ReportEventAsDevice` 或 `reported`。
   * Must not be empty.
   */
  Method: string;
  /**
   * When it happened, in Unix milliseconds.
   * 发生时间，Unix 时间戳（毫秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  EventTimeStamp: IntegerInput;
}

/** What `AppReportDeviceEvent` answers; fields that the reference does not list are kept too. */
export interface AppReportDeviceEventResult extends CommonResult {
}

/** The documented error codes of `AppReportDeviceEvent`. */
export type AppReportDeviceEventErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.BindDeviceNotConnected'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppResetPasswordByCellphone`. [Reference](https://cloud.tencent.com/document/product/1081/47613) */
export interface AppResetPasswordByCellphoneParams {
  /**
   * Country code of the phone number, as `86`.
   * 手机号的国家或地区区号，如 `86`。
   * Must not be empty.
   */
  CountryCode: string;
  /**
   * Phone number without its country code.
   * 手机号，不含区号。
   * Must not be empty.
   */
  PhoneNumber: string;
  /**
   * The code that came by SMS.
   * 短信验证码。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  VerificationCode: string;
  /**
   * The new password.
   * 新密码。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Password: string;
}

/** What `AppResetPasswordByCellphone` answers; fields that the reference does not list are kept too. */
export interface AppResetPasswordByCellphoneResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Data: string;
}

/** The documented error codes of `AppResetPasswordByCellphone`. */
export type AppResetPasswordByCellphoneErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.PhoneNumberInvalid'
  | 'InvalidParameterValue.SendVerifyCodeTooQuick';

/** Parameters of `AppResetPasswordByEmail`. [Reference](https://cloud.tencent.com/document/product/1081/56317) */
export interface AppResetPasswordByEmailParams {
  /**
   * E-mail address.
   * 邮箱地址。
   * Must not be empty.
   */
  Email: string;
  /**
   * The code that came by e-mail.
   * 邮箱验证码。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  VerificationCode: string;
  /**
   * The new password.
   * 新密码。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Password: string;
}

/** What `AppResetPasswordByEmail` answers; fields that the reference does not list are kept too. */
export interface AppResetPasswordByEmailResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Data: string;
}

/** The documented error codes of `AppResetPasswordByEmail`. */
export type AppResetPasswordByEmailErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.ErrorUserNotExists'
  | 'InvalidParameterValue.SendVerifyCodeTooQuick';

/** Parameters of `AppRunScene`. [Reference](https://cloud.tencent.com/document/product/1081/50214) */
export interface AppRunSceneParams {
  /**
   * The scene.
   * 手动智能联动 ID。
   * Must not be empty.
   */
  SceneId: string;
}

/** What `AppRunScene` answers; fields that the reference does not list are kept too. */
export interface AppRunSceneResult extends CommonResult {
}

/** The documented error codes of `AppRunScene`. */
export type AppRunSceneErrorCode =
  | 'InternalError'
  | 'InternalError.InternalServerExceptionDB'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission'
  | 'UnsupportedOperation.SceneRunInProgress';

/** Parameters of `AppSecureAddDeviceInFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40773) */
export interface AppSecureAddDeviceInFamilyParams {
  /**
   * Family that will hold the device.
   * 设备要加入的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * The signature that the code carries.
   * 二维码中携带的设备签名。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  DeviceSignature: string;
  /**
   * Room within the family; `0` or empty is the default room.
   * 家庭中的房间 ID；`0` 或空为默认房间。
   */
  RoomId?: string | undefined;
}

/** What `AppSecureAddDeviceInFamily` answers; fields that the reference does not list are kept too. */
export interface AppSecureAddDeviceInFamilyResult extends CommonResult {
  /**
   * The device as it was bound.
   * 绑定后的设备信息。
   */
  AppDeviceInfo?: Structs.AppDeviceInfo;
}

/** The documented error codes of `AppSecureAddDeviceInFamily`. */
export type AppSecureAddDeviceInFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppSendEmailVerificationCode`. [Reference](https://cloud.tencent.com/document/product/1081/56316) */
export interface AppSendEmailVerificationCodeParams {
  /**
   * What it is for: `register`, `resetpass` or `login`.
   * 用途：`register`、`resetpass` 或 `login`。
   * Must not be empty.
   */
  Type: string;
  /**
   * E-mail address.
   * 邮箱地址。
   * Must not be empty.
   */
  Email: string;
}

/** What `AppSendEmailVerificationCode` answers; fields that the reference does not list are kept too. */
export interface AppSendEmailVerificationCodeResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Data?: string;
  /**
   * Id of the user.
   * 用户 ID。
   */
  UserId?: string;
}

/** The documented error codes of `AppSendEmailVerificationCode`. */
export type AppSendEmailVerificationCodeErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.EmailInvalid'
  | 'InvalidParameterValue.SendVerifyCodeTooQuick';

/** Parameters of `AppSendShareDeviceInvite`. [Reference](https://cloud.tencent.com/document/product/1081/43156) */
export interface AppSendShareDeviceInviteParams {
  /**
   * Family that holds the device.
   * 设备所在的家庭 ID。
   */
  FamilyId?: string | undefined;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * User who is invited.
   * 被邀请的用户 ID。
   * Must not be empty.
   */
  ToUserID: string;
}

/** What `AppSendShareDeviceInvite` answers; fields that the reference does not list are kept too. */
export interface AppSendShareDeviceInviteResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Status: string;
}

/** The documented error codes of `AppSendShareDeviceInvite`. */
export type AppSendShareDeviceInviteErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission';

/** Parameters of `AppSendShareFamilyInvite`. [Reference](https://cloud.tencent.com/document/product/1081/43157) */
export interface AppSendShareFamilyInviteParams {
  /**
   * Family to join.
   * 邀请加入的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * User who is invited.
   * 被邀请的用户 ID。
   * Must not be empty.
   */
  ToUserID: string;
}

/** What `AppSendShareFamilyInvite` answers; fields that the reference does not list are kept too. */
export interface AppSendShareFamilyInviteResult extends CommonResult {
}

/** The documented error codes of `AppSendShareFamilyInvite`. */
export type AppSendShareFamilyInviteErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NoPermission';

/** Parameters of `AppSendVerificationCode`. [Reference](https://cloud.tencent.com/document/product/1081/40785) */
export interface AppSendVerificationCodeParams {
  /**
   * What it is for: `register` or `resetpass`.
   * 用途：`register` 或 `resetpass`。
   * Must not be empty.
   */
  Type: string;
  /**
   * Country code of the phone number, as `86`.
   * 手机号的国家或地区区号，如 `86`。
   * Must not be empty.
   */
  CountryCode: string;
  /**
   * Phone number without its country code.
   * 手机号，不含区号。
   * Must not be empty.
   */
  PhoneNumber: string;
}

/** What `AppSendVerificationCode` answers; fields that the reference does not list are kept too. */
export interface AppSendVerificationCodeResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Data?: string;
  /**
   * Id of the user.
   * 用户 ID。
   */
  UserID?: string;
}

/** The documented error codes of `AppSendVerificationCode`. */
export type AppSendVerificationCodeErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.PhoneNumberInvalid'
  | 'InvalidParameterValue.SendVerifyCodeTooQuick';

/** Parameters of `AppSigBindDeviceInFamily`. [Reference](https://cloud.tencent.com/document/product/1081/50205) */
export interface AppSigBindDeviceInFamilyParams {
  /**
   * Family that will hold the device.
   * 设备要加入的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Room within the family; `0` is the default room.
   * 家庭中的房间 ID；`0` 为默认房间。
   */
  RoomId?: string | undefined;
  /**
   * The time that the device signed, in Unix seconds.
   * 设备签名所用的时间，Unix 时间戳（秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  DeviceTimestamp: IntegerInput;
  /**
   * The random text that the device signed: connId over Wi-Fi, nonce over Bluetooth.
   * 设备签名所用的随机文本：Wi-Fi 为 connId，蓝牙为 nonce。
   */
  ConnId?: string | undefined;
  /**
   * What the device signed, in hexadecimal.
   * 设备生成的签名，十六进制。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Signature: string;
  /**
   * How the device signed: `wifi_sign` (the default), `bluetooth_sign` or `other_sign`.
   * 设备的签名方式：`wifi_sign`（默认）、`bluetooth_sign` 或 `other_sign`。
   * `bluetooth_sigh` is taken for `bluetooth_sign`.
   * @default 'wifi_sign'
   */
  BindType?: 'wifi_sign' | 'bluetooth_sign' | 'other_sign' | 'bluetooth_sigh' | undefined;
  /**
   * Digest of the signature: `hmacsha1` (the default) or `hmacsha256`.
   * 签名的摘要算法：`hmacsha1`（默认）或 `hmacsha256`。
   */
  SignMethod?: 'hmacsha1' | 'hmacsha256' | undefined;
}

/** What `AppSigBindDeviceInFamily` answers; fields that the reference does not list are kept too. */
export interface AppSigBindDeviceInFamilyResult extends CommonResult {
  /**
   * The device as it was bound.
   * 绑定后的设备信息。
   */
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
   * 子设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the sub-device within its product.
   * 子设备的设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Product of the gateway.
   * 网关的产品 ID。
   * Must not be empty.
   */
  GatewayProductId: string;
  /**
   * Name of the gateway within its product.
   * 网关的设备名称，在产品内唯一。
   * Must not be empty.
   */
  GatewayDeviceName: string;
  /**
   * The time that was signed, in Unix seconds.
   * 签名所用的时间，Unix 时间戳（秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  DeviceTimestamp: IntegerInput;
  /**
   * The random text that was signed; five characters are suggested.
   * 签名所用的随机文本，建议五个字符。
   * Must not be empty.
   */
  Nonce: string;
  /**
   * The signature that a holder of the ProductSecret made, in Base64.
   * 由 ProductSecret 持有方生成的签名，Base64 编码。
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
   * 设备已上报的配网 Token。
   * Must not be empty.
   * Kept out of every error, event and log.
   */
  Token: string;
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Family that will hold it.
   * 要归入的家庭 ID。
   * Must not be empty.
   */
  FamilyId: string;
  /**
   * Room within the family; `0` is the default room.
   * 家庭中的房间 ID；`0` 为默认房间。
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

/** Parameters of `AppUpdateDeviceInFamily`. [Reference](https://cloud.tencent.com/document/product/1081/40806) */
export interface AppUpdateDeviceInFamilyParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * The new name.
   * 新的名称。
   * Must not be empty.
   */
  AliasName: string;
}

/** What `AppUpdateDeviceInFamily` answers; fields that the reference does not list are kept too. */
export interface AppUpdateDeviceInFamilyResult extends CommonResult {
  /**
   * `ProductId/DeviceName`.
   * 格式为 `ProductId/DeviceName`。
   */
  DeviceId: string;
  /**
   * Product of the device.
   * 设备的产品 ID。
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   */
  DeviceName: string;
  /**
   * Name that the user gave it; may be empty.
   * 用户设置的名称，可能为空。
   */
  AliasName: string;
  /**
   * Address of its icon; may be empty.
   * 图标地址，可能为空。
   */
  IconUrl: string;
  /**
   * Family that holds it; may be empty.
   * 所在的家庭 ID，可能为空。
   */
  FamilyId: string;
  /**
   * Room within the family; `0` is the default room.
   * 家庭中的房间 ID；`0` 为默认房间。
   */
  RoomId: string;
  /**
   * When it was bound, in Unix seconds.
   * 绑定时间，Unix 时间戳（秒）。
   */
  CreateTime: number;
  /**
   * When it last changed, in Unix seconds.
   * 最近更新时间，Unix 时间戳（秒）。
   */
  UpdateTime: number;
}

/** The documented error codes of `AppUpdateDeviceInFamily`. */
export type AppUpdateDeviceInFamilyErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `AppUpdateUser`. [Reference](https://cloud.tencent.com/document/product/1081/40788) */
export interface AppUpdateUserParams {
  /**
   * Name that the user goes by.
   * 用户昵称。
   */
  NickName?: string | undefined;
  /**
   * Address of the user's picture.
   * 用户头像地址。
   */
  Avatar?: string | undefined;
  /**
   * Country code of the phone number, as `86`.
   * 手机号的国家或地区区号，如 `86`。
   */
  CountryCode?: string | undefined;
  /**
   * Phone number without its country code.
   * 手机号，不含区号。
   */
  PhoneNumber?: string | undefined;
  /**
   * E-mail address.
   * 邮箱地址。
   */
  Email?: string | undefined;
  /**
   * The code that came by SMS or e-mail; needed to bind either.
   * 短信或邮箱验证码，绑定手机号或邮箱时需要。
   * Kept out of every error, event and log.
   */
  VerificationCode?: string | undefined;
}

/** What `AppUpdateUser` answers; fields that the reference does not list are kept too. */
export interface AppUpdateUserResult extends CommonResult {
  /**
   * `OK`.
   * 成功时为 `OK`。
   */
  Data: string;
}

/** The documented error codes of `AppUpdateUser`. */
export type AppUpdateUserErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.NickNameLengthInvalid'
  | 'InvalidParameterValue.PhoneNumberInvalid'
  | 'InvalidParameterValue.PhoneNumberUsed'
  | 'InvalidParameterValue.EmailInvalid'
  | 'InvalidParameterValue.EmailUsed'
  | 'InvalidParameterValue.CheckVerifyCodeFailed';

/** Parameters of `AppUpdateUserSetting`. [Reference](https://cloud.tencent.com/document/product/1081/40790) */
export interface AppUpdateUserSettingParams {
  /**
   * WeChat template messages: 0 off, 1 on.
   * 微信模板消息推送：0 关闭，1 开启。
   * A whole number.
   */
  EnableWechatPush: IntegerInput;
  /**
   * Alarms of devices: 0 off, 1 on.
   * 设备告警推送：0 关闭，1 开启。
   * A whole number.
   */
  EnableDeviceMessagePush: IntegerInput;
  /**
   * Messages of the family: 0 off, 1 on.
   * 家庭消息推送：0 关闭，1 开启。
   * A whole number.
   */
  EnableFamilyMessagePush: IntegerInput;
  /**
   * Notices: 0 off, 1 on.
   * 通知消息推送：0 关闭，1 开启。
   * A whole number.
   */
  EnableNotifyMessagePush: IntegerInput;
}

/** What `AppUpdateUserSetting` answers; fields that the reference does not list are kept too. */
export interface AppUpdateUserSettingResult extends CommonResult {
}

/** The documented error codes of `AppUpdateUserSetting`. */
export type AppUpdateUserSettingErrorCode =
  | 'InternalError'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.InvalidJSON'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `IotVideoDescribeCloudStorageDate`. [Reference](https://cloud.tencent.com/document/product/1081/106041) */
export interface IotVideoDescribeCloudStorageDateParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * User of the recordings.
   * 录像所属的用户 ID。
   */
  UserId?: string | undefined;
}

/** What `IotVideoDescribeCloudStorageDate` answers; fields that the reference does not list are kept too. */
export interface IotVideoDescribeCloudStorageDateResult extends CommonResult {
  /**
   * The days, as `YYYY-MM-DD`.
   * 日期列表，格式 `YYYY-MM-DD`。
   */
  Data: string[];
}

/** The documented error codes of `IotVideoDescribeCloudStorageDate`. */
export type IotVideoDescribeCloudStorageDateErrorCode =
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.TokenInfoSaveError'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `IotVideoDescribeCloudStorageEvents`. [Reference](https://cloud.tencent.com/document/product/1081/106039) */
export interface IotVideoDescribeCloudStorageEventsParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Start of the span, in Unix seconds; 0 for 24 hours ago.
   * 起始时间，Unix 时间戳（秒）；0 为 24 小时前。
   * A whole number from 0 to 2^63 − 1.
   */
  StartTime?: IntegerInput | undefined;
  /**
   * End of the span, in Unix seconds; 0 for now.
   * 结束时间，Unix 时间戳（秒）；0 为当前时间。
   * A whole number from 0 to 2^63 − 1.
   */
  EndTime?: IntegerInput | undefined;
  /**
   * Where to go on: `Context` of the page before.
   * 从何处继续：上一页返回的 `Context`。
   */
  Context?: string | undefined;
  /**
   * How many entries to answer at most, 10 if left out; at least half as many come, if there are so many.
   * 最多返回的条数，默认 10；数据足够时至少返回其一半。
   * A whole number from 0 to 2^63 − 1.
   */
  Size?: IntegerInput | undefined;
  /**
   * Only this event.
   * 只查询该事件。
   */
  EventId?: string | undefined;
  /**
   * User of the recordings.
   * 录像所属的用户 ID。
   */
  UserId?: string | undefined;
  /**
   * Channel of a network video recorder; for others left out.
   * NVR 的通道；其他设备不填。
   * A whole number.
   */
  ChannelId?: IntegerInput | undefined;
}

/** What `IotVideoDescribeCloudStorageEvents` answers; fields that the reference does not list are kept too. */
export interface IotVideoDescribeCloudStorageEventsResult extends CommonResult {
  /**
   * The events of this page.
   * 本页的事件。
   */
  Events: Structs.CloudStorageEvent[];
  /**
   * Where the next page goes on.
   * 下一页的起点。
   */
  Context: string;
  /**
   * Whether these are the last ones.
   * 是否已是最后一批。
   */
  Listover: boolean;
  /**
   * A count of the service's own, and not the number of events.
   * 服务端自己的计数，并非事件总数。
   */
  Total: number;
  /**
   * Address that playing begins from; see `IotVideoGenerateSignedVideoURL`.
   * 播放所用的基础地址，参见 `IotVideoGenerateSignedVideoURL`。
   */
  VideoURL: string;
}

/** The documented error codes of `IotVideoDescribeCloudStorageEvents`. */
export type IotVideoDescribeCloudStorageEventsErrorCode =
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.TokenInfoSaveError'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `IotVideoDescribeCloudStorageStreamData`. [Reference](https://cloud.tencent.com/document/product/1081/106044) */
export interface IotVideoDescribeCloudStorageStreamDataParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * When it began, in Unix seconds.
   * 开始时间，Unix 时间戳（秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  StartTime: IntegerInput;
}

/** What `IotVideoDescribeCloudStorageStreamData` answers; fields that the reference does not list are kept too. */
export interface IotVideoDescribeCloudStorageStreamDataResult extends CommonResult {
  /**
   * Address of the pictures.
   * 图片流的视频地址。
   */
  VideoStream: string;
  /**
   * Address of the sound.
   * 图片流的音频地址。
   */
  AudioStream: string;
}

/** The documented error codes of `IotVideoDescribeCloudStorageStreamData`. */
export type IotVideoDescribeCloudStorageStreamDataErrorCode =
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.TokenInfoSaveError'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `IotVideoDescribeCloudStorageThumbnail`. [Reference](https://cloud.tencent.com/document/product/1081/106040) */
export interface IotVideoDescribeCloudStorageThumbnailParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * Name of the thumbnail, from the event.
   * 缩略图名称，来自云存事件。
   * Must not be empty.
   */
  Thumbnail: string;
}

/** What `IotVideoDescribeCloudStorageThumbnail` answers; fields that the reference does not list are kept too. */
export interface IotVideoDescribeCloudStorageThumbnailResult extends CommonResult {
  /**
   * Its signed address, which expires.
   * 带签名的地址，会过期。
   */
  ThumbnailURL: string;
}

/** The documented error codes of `IotVideoDescribeCloudStorageThumbnail`. */
export type IotVideoDescribeCloudStorageThumbnailErrorCode =
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.TokenInfoSaveError'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `IotVideoDescribeCloudStorageTime`. [Reference](https://cloud.tencent.com/document/product/1081/106042) */
export interface IotVideoDescribeCloudStorageTimeParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * The day, as `YYYY-MM-DD`.
   * 日期，格式 `YYYY-MM-DD`。
   * Must not be empty.
   */
  Date: string;
  /**
   * Start of the span, in Unix seconds.
   * 起始时间，Unix 时间戳（秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  StartTime?: IntegerInput | undefined;
  /**
   * End of the span, in Unix seconds.
   * 结束时间，Unix 时间戳（秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  EndTime?: IntegerInput | undefined;
  /**
   * User of the recordings.
   * 录像所属的用户 ID。
   */
  UserId?: string | undefined;
}

/** What `IotVideoDescribeCloudStorageTime` answers; fields that the reference does not list are kept too. */
export interface IotVideoDescribeCloudStorageTimeResult extends CommonResult {
  /**
   * Address that playing begins from: add `starttime_epoch` and `endtime_epoch`, and have it signed by `IotVideoGenerateSignedVideoURL`.
   * 播放所用的基础地址：追加 `starttime_epoch` 和 `endtime_epoch`，再由 `IotVideoGenerateSignedVideoURL` 签名。
   */
  VideoURL: string;
  /**
   * The spans.
   * 录像的时间段列表。
   */
  TimeList: Structs.CloudStorageTime[];
}

/** The documented error codes of `IotVideoDescribeCloudStorageTime`. */
export type IotVideoDescribeCloudStorageTimeErrorCode =
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.TokenInfoSaveError'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Parameters of `IotVideoGenerateSignedVideoURL`. [Reference](https://cloud.tencent.com/document/product/1081/106043) */
export interface IotVideoGenerateSignedVideoURLParams {
  /**
   * Product of the device.
   * 设备的产品 ID。
   * Must not be empty.
   */
  ProductId: string;
  /**
   * Name of the device within its product.
   * 设备名称，在产品内唯一。
   * Must not be empty.
   */
  DeviceName: string;
  /**
   * The address, not yet signed.
   * 尚未签名的地址。
   * Must not be empty.
   */
  VideoURL: string;
  /**
   * Until when it can be played, in Unix seconds.
   * 可播放的截止时间，Unix 时间戳（秒）。
   * A whole number from 0 to 2^63 − 1.
   */
  ExpireTime: IntegerInput;
}

/** What `IotVideoGenerateSignedVideoURL` answers; fields that the reference does not list are kept too. */
export interface IotVideoGenerateSignedVideoURLResult extends CommonResult {
  /**
   * The signed address.
   * 签名后的地址。
   */
  SignedVideoURL: string;
}

/** The documented error codes of `IotVideoGenerateSignedVideoURL`. */
export type IotVideoGenerateSignedVideoURLErrorCode =
  | 'InvalidParameter'
  | 'InvalidParameterValue'
  | 'InvalidParameterValue.TokenInfoSaveError'
  | 'InvalidParameterValue.InvalidAccessToken';

/** Every Action with its types. */
export interface ActionMap {
  AppBindSubDeviceInFamily: { params: AppBindSubDeviceInFamilyParams; result: AppBindSubDeviceInFamilyResult; errorCode: AppBindSubDeviceInFamilyErrorCode };
  AppBindUserShareDevice: { params: AppBindUserShareDeviceParams; result: AppBindUserShareDeviceResult; errorCode: AppBindUserShareDeviceErrorCode };
  AppCallDeviceActionAsync: { params: AppCallDeviceActionAsyncParams; result: AppCallDeviceActionAsyncResult; errorCode: AppCallDeviceActionAsyncErrorCode };
  AppCallDeviceActionSync: { params: AppCallDeviceActionSyncParams; result: AppCallDeviceActionSyncResult; errorCode: AppCallDeviceActionSyncErrorCode };
  AppCheckFirmwareUpdate: { params: AppCheckFirmwareUpdateParams; result: AppCheckFirmwareUpdateResult; errorCode: AppCheckFirmwareUpdateErrorCode };
  AppControlDeviceData: { params: AppControlDeviceDataParams; result: AppControlDeviceDataResult; errorCode: AppControlDeviceDataErrorCode };
  AppControlDeviceResource: { params: AppControlDeviceResourceParams; result: AppControlDeviceResourceResult; errorCode: AppControlDeviceResourceErrorCode };
  AppCreateAutomation: { params: AppCreateAutomationParams; result: AppCreateAutomationResult; errorCode: AppCreateAutomationErrorCode };
  AppCreateCellphoneUser: { params: AppCreateCellphoneUserParams; result: AppCreateCellphoneUserResult; errorCode: AppCreateCellphoneUserErrorCode };
  AppCreateDeviceBindToken: { params: AppCreateDeviceBindTokenParams; result: AppCreateDeviceBindTokenResult; errorCode: AppCreateDeviceBindTokenErrorCode };
  AppCreateEmailUser: { params: AppCreateEmailUserParams; result: AppCreateEmailUserResult; errorCode: AppCreateEmailUserErrorCode };
  AppCreateFamily: { params: AppCreateFamilyParams; result: AppCreateFamilyResult; errorCode: AppCreateFamilyErrorCode };
  AppCreateFence: { params: AppCreateFenceParams; result: AppCreateFenceResult; errorCode: AppCreateFenceErrorCode };
  AppCreateProductResource: { params: AppCreateProductResourceParams; result: AppCreateProductResourceResult; errorCode: AppCreateProductResourceErrorCode };
  AppCreateRoom: { params: AppCreateRoomParams; result: AppCreateRoomResult; errorCode: AppCreateRoomErrorCode };
  AppCreateScene: { params: AppCreateSceneParams; result: AppCreateSceneResult; errorCode: AppCreateSceneErrorCode };
  AppCreateShareDeviceToken: { params: AppCreateShareDeviceTokenParams; result: AppCreateShareDeviceTokenResult; errorCode: AppCreateShareDeviceTokenErrorCode };
  AppCreateTimer: { params: AppCreateTimerParams; result: AppCreateTimerResult; errorCode: AppCreateTimerErrorCode };
  AppDeleteAutomation: { params: AppDeleteAutomationParams; result: AppDeleteAutomationResult; errorCode: AppDeleteAutomationErrorCode };
  AppDeleteDeviceInFamily: { params: AppDeleteDeviceInFamilyParams; result: AppDeleteDeviceInFamilyResult; errorCode: AppDeleteDeviceInFamilyErrorCode };
  AppDeleteFamily: { params: AppDeleteFamilyParams; result: AppDeleteFamilyResult; errorCode: AppDeleteFamilyErrorCode };
  AppDeleteFamilyMember: { params: AppDeleteFamilyMemberParams; result: AppDeleteFamilyMemberResult; errorCode: AppDeleteFamilyMemberErrorCode };
  AppDeleteFence: { params: AppDeleteFenceParams; result: AppDeleteFenceResult; errorCode: AppDeleteFenceErrorCode };
  AppDeleteMessage: { params: AppDeleteMessageParams; result: AppDeleteMessageResult; errorCode: AppDeleteMessageErrorCode };
  AppDeleteRoom: { params: AppDeleteRoomParams; result: AppDeleteRoomResult; errorCode: AppDeleteRoomErrorCode };
  AppDeleteScene: { params: AppDeleteSceneParams; result: AppDeleteSceneResult; errorCode: AppDeleteSceneErrorCode };
  AppDeleteTimer: { params: AppDeleteTimerParams; result: AppDeleteTimerResult; errorCode: AppDeleteTimerErrorCode };
  AppDescribeAutomation: { params: AppDescribeAutomationParams; result: AppDescribeAutomationResult; errorCode: AppDescribeAutomationErrorCode };
  AppDescribeDeviceResource: { params: AppDescribeDeviceResourceParams; result: AppDescribeDeviceResourceResult; errorCode: AppDescribeDeviceResourceErrorCode };
  AppDescribeFamily: { params: AppDescribeFamilyParams; result: AppDescribeFamilyResult; errorCode: AppDescribeFamilyErrorCode };
  AppDescribeFirmwareUpdateStatus: { params: AppDescribeFirmwareUpdateStatusParams; result: AppDescribeFirmwareUpdateStatusResult; errorCode: AppDescribeFirmwareUpdateStatusErrorCode };
  AppDescribeShareDeviceToken: { params: AppDescribeShareDeviceTokenParams; result: AppDescribeShareDeviceTokenResult; errorCode: AppDescribeShareDeviceTokenErrorCode };
  AppExitFamily: { params: AppExitFamilyParams; result: AppExitFamilyResult; errorCode: AppExitFamilyErrorCode };
  AppGatewayUnbindDevice: { params: AppGatewayUnbindDeviceParams; result: AppGatewayUnbindDeviceResult; errorCode: AppGatewayUnbindDeviceErrorCode };
  AppGetAutomationList: { params: AppGetAutomationListParams; result: AppGetAutomationListResult; errorCode: AppGetAutomationListErrorCode };
  AppGetDeviceAggsData: { params: AppGetDeviceAggsDataParams; result: AppGetDeviceAggsDataResult; errorCode: AppGetDeviceAggsDataErrorCode };
  AppGetDeviceBindTokenState: { params: AppGetDeviceBindTokenStateParams; result: AppGetDeviceBindTokenStateResult; errorCode: AppGetDeviceBindTokenStateErrorCode };
  AppGetDeviceData: { params: AppGetDeviceDataParams; result: AppGetDeviceDataResult; errorCode: AppGetDeviceDataErrorCode };
  AppGetDeviceDataHistory: { params: AppGetDeviceDataHistoryParams; result: AppGetDeviceDataHistoryResult; errorCode: AppGetDeviceDataHistoryErrorCode };
  AppGetDeviceInFamily: { params: AppGetDeviceInFamilyParams; result: AppGetDeviceInFamilyResult; errorCode: AppGetDeviceInFamilyErrorCode };
  AppGetDeviceLocation: { params: AppGetDeviceLocationParams; result: AppGetDeviceLocationResult; errorCode: AppGetDeviceLocationErrorCode };
  AppGetDeviceLocationHistory: { params: AppGetDeviceLocationHistoryParams; result: AppGetDeviceLocationHistoryResult; errorCode: AppGetDeviceLocationHistoryErrorCode };
  AppGetDeviceStatuses: { params: AppGetDeviceStatusesParams; result: AppGetDeviceStatusesResult; errorCode: AppGetDeviceStatusesErrorCode };
  AppGetFamilyDeviceList: { params: AppGetFamilyDeviceListParams; result: AppGetFamilyDeviceListResult; errorCode: AppGetFamilyDeviceListErrorCode };
  AppGetFamilyList: { params: AppGetFamilyListParams; result: AppGetFamilyListResult; errorCode: AppGetFamilyListErrorCode };
  AppGetFamilyMemberList: { params: AppGetFamilyMemberListParams; result: AppGetFamilyMemberListResult; errorCode: AppGetFamilyMemberListErrorCode };
  AppGetFamilySubDeviceList: { params: AppGetFamilySubDeviceListParams; result: AppGetFamilySubDeviceListResult; errorCode: AppGetFamilySubDeviceListErrorCode };
  AppGetFenceEventList: { params: AppGetFenceEventListParams; result: AppGetFenceEventListResult; errorCode: AppGetFenceEventListErrorCode };
  AppGetFenceList: { params: AppGetFenceListParams; result: AppGetFenceListResult; errorCode: AppGetFenceListErrorCode };
  AppGetGatewayBindDeviceList: { params: AppGetGatewayBindDeviceListParams; result: AppGetGatewayBindDeviceListResult; errorCode: AppGetGatewayBindDeviceListErrorCode };
  AppGetMessages: { params: AppGetMessagesParams; result: AppGetMessagesResult; errorCode: AppGetMessagesErrorCode };
  AppGetMultiDeviceBindTokenState: { params: AppGetMultiDeviceBindTokenStateParams; result: AppGetMultiDeviceBindTokenStateResult; errorCode: AppGetMultiDeviceBindTokenStateErrorCode };
  AppGetProducts: { params: AppGetProductsParams; result: AppGetProductsResult; errorCode: AppGetProductsErrorCode };
  AppGetResourceDownloadUrl: { params: AppGetResourceDownloadUrlParams; result: AppGetResourceDownloadUrlResult; errorCode: AppGetResourceDownloadUrlErrorCode };
  AppGetResourceUploadURL: { params: AppGetResourceUploadURLParams; result: AppGetResourceUploadURLResult; errorCode: AppGetResourceUploadURLErrorCode };
  AppGetRoomList: { params: AppGetRoomListParams; result: AppGetRoomListResult; errorCode: AppGetRoomListErrorCode };
  AppGetSceneList: { params: AppGetSceneListParams; result: AppGetSceneListResult; errorCode: AppGetSceneListErrorCode };
  AppGetTimerList: { params: AppGetTimerListParams; result: AppGetTimerListResult; errorCode: AppGetTimerListErrorCode };
  AppGetToken: { params: AppGetTokenParams; result: AppGetTokenResult; errorCode: AppGetTokenErrorCode };
  AppGetTokenByWeiXin: { params: AppGetTokenByWeiXinParams; result: AppGetTokenByWeiXinResult; errorCode: AppGetTokenByWeiXinErrorCode };
  AppGetUser: { params: AppGetUserParams; result: AppGetUserResult; errorCode: AppGetUserErrorCode };
  AppGetUserSetting: { params: AppGetUserSettingParams; result: AppGetUserSettingResult; errorCode: AppGetUserSettingErrorCode };
  AppInviteMember: { params: AppInviteMemberParams; result: AppInviteMemberResult; errorCode: AppInviteMemberErrorCode };
  AppJoinFamily: { params: AppJoinFamilyParams; result: AppJoinFamilyResult; errorCode: AppJoinFamilyErrorCode };
  AppKugouDeviceCommand: { params: AppKugouDeviceCommandParams; result: AppKugouDeviceCommandResult; errorCode: AppKugouDeviceCommandErrorCode };
  AppKugouUserCommand: { params: AppKugouUserCommandParams; result: AppKugouUserCommandResult; errorCode: AppKugouUserCommandErrorCode };
  AppListEventHistory: { params: AppListEventHistoryParams; result: AppListEventHistoryResult; errorCode: AppListEventHistoryErrorCode };
  AppListShareDeviceUsers: { params: AppListShareDeviceUsersParams; result: AppListShareDeviceUsersResult; errorCode: AppListShareDeviceUsersErrorCode };
  AppListUserShareDevices: { params: AppListUserShareDevicesParams; result: AppListUserShareDevicesResult; errorCode: AppListUserShareDevicesErrorCode };
  AppLogoutUser: { params: AppLogoutUserParams; result: AppLogoutUserResult; errorCode: AppLogoutUserErrorCode };
  AppModifyAutomation: { params: AppModifyAutomationParams; result: AppModifyAutomationResult; errorCode: AppModifyAutomationErrorCode };
  AppModifyAutomationStatus: { params: AppModifyAutomationStatusParams; result: AppModifyAutomationStatusResult; errorCode: AppModifyAutomationStatusErrorCode };
  AppModifyFamily: { params: AppModifyFamilyParams; result: AppModifyFamilyResult; errorCode: AppModifyFamilyErrorCode };
  AppModifyFamilyDeviceRoom: { params: AppModifyFamilyDeviceRoomParams; result: AppModifyFamilyDeviceRoomResult; errorCode: AppModifyFamilyDeviceRoomErrorCode };
  AppModifyFence: { params: AppModifyFenceParams; result: AppModifyFenceResult; errorCode: AppModifyFenceErrorCode };
  AppModifyFenceStatus: { params: AppModifyFenceStatusParams; result: AppModifyFenceStatusResult; errorCode: AppModifyFenceStatusErrorCode };
  AppModifyRoom: { params: AppModifyRoomParams; result: AppModifyRoomResult; errorCode: AppModifyRoomErrorCode };
  AppModifyScene: { params: AppModifySceneParams; result: AppModifySceneResult; errorCode: AppModifySceneErrorCode };
  AppModifyTimer: { params: AppModifyTimerParams; result: AppModifyTimerResult; errorCode: AppModifyTimerErrorCode };
  AppModifyTimerStatus: { params: AppModifyTimerStatusParams; result: AppModifyTimerStatusResult; errorCode: AppModifyTimerStatusErrorCode };
  AppPublishFirmwareUpdateMessage: { params: AppPublishFirmwareUpdateMessageParams; result: AppPublishFirmwareUpdateMessageResult; errorCode: AppPublishFirmwareUpdateMessageErrorCode };
  AppPublishMsgAsDevice: { params: AppPublishMsgAsDeviceParams; result: AppPublishMsgAsDeviceResult; errorCode: AppPublishMsgAsDeviceErrorCode };
  AppPublishRRPCMessage: { params: AppPublishRRPCMessageParams; result: AppPublishRRPCMessageResult; errorCode: AppPublishRRPCMessageErrorCode };
  AppRemoveShareDeviceUser: { params: AppRemoveShareDeviceUserParams; result: AppRemoveShareDeviceUserResult; errorCode: AppRemoveShareDeviceUserErrorCode };
  AppRemoveUserShareDevice: { params: AppRemoveUserShareDeviceParams; result: AppRemoveUserShareDeviceResult; errorCode: AppRemoveUserShareDeviceErrorCode };
  AppReportDataAsDevice: { params: AppReportDataAsDeviceParams; result: AppReportDataAsDeviceResult; errorCode: AppReportDataAsDeviceErrorCode };
  AppReportDeviceEvent: { params: AppReportDeviceEventParams; result: AppReportDeviceEventResult; errorCode: AppReportDeviceEventErrorCode };
  AppResetPasswordByCellphone: { params: AppResetPasswordByCellphoneParams; result: AppResetPasswordByCellphoneResult; errorCode: AppResetPasswordByCellphoneErrorCode };
  AppResetPasswordByEmail: { params: AppResetPasswordByEmailParams; result: AppResetPasswordByEmailResult; errorCode: AppResetPasswordByEmailErrorCode };
  AppRunScene: { params: AppRunSceneParams; result: AppRunSceneResult; errorCode: AppRunSceneErrorCode };
  AppSecureAddDeviceInFamily: { params: AppSecureAddDeviceInFamilyParams; result: AppSecureAddDeviceInFamilyResult; errorCode: AppSecureAddDeviceInFamilyErrorCode };
  AppSendEmailVerificationCode: { params: AppSendEmailVerificationCodeParams; result: AppSendEmailVerificationCodeResult; errorCode: AppSendEmailVerificationCodeErrorCode };
  AppSendShareDeviceInvite: { params: AppSendShareDeviceInviteParams; result: AppSendShareDeviceInviteResult; errorCode: AppSendShareDeviceInviteErrorCode };
  AppSendShareFamilyInvite: { params: AppSendShareFamilyInviteParams; result: AppSendShareFamilyInviteResult; errorCode: AppSendShareFamilyInviteErrorCode };
  AppSendVerificationCode: { params: AppSendVerificationCodeParams; result: AppSendVerificationCodeResult; errorCode: AppSendVerificationCodeErrorCode };
  AppSigBindDeviceInFamily: { params: AppSigBindDeviceInFamilyParams; result: AppSigBindDeviceInFamilyResult; errorCode: AppSigBindDeviceInFamilyErrorCode };
  AppSigGatewayBindDevice: { params: AppSigGatewayBindDeviceParams; result: AppSigGatewayBindDeviceResult; errorCode: AppSigGatewayBindDeviceErrorCode };
  AppTokenBindDeviceFamily: { params: AppTokenBindDeviceFamilyParams; result: AppTokenBindDeviceFamilyResult; errorCode: AppTokenBindDeviceFamilyErrorCode };
  AppUpdateDeviceInFamily: { params: AppUpdateDeviceInFamilyParams; result: AppUpdateDeviceInFamilyResult; errorCode: AppUpdateDeviceInFamilyErrorCode };
  AppUpdateUser: { params: AppUpdateUserParams; result: AppUpdateUserResult; errorCode: AppUpdateUserErrorCode };
  AppUpdateUserSetting: { params: AppUpdateUserSettingParams; result: AppUpdateUserSettingResult; errorCode: AppUpdateUserSettingErrorCode };
  IotVideoDescribeCloudStorageDate: { params: IotVideoDescribeCloudStorageDateParams; result: IotVideoDescribeCloudStorageDateResult; errorCode: IotVideoDescribeCloudStorageDateErrorCode };
  IotVideoDescribeCloudStorageEvents: { params: IotVideoDescribeCloudStorageEventsParams; result: IotVideoDescribeCloudStorageEventsResult; errorCode: IotVideoDescribeCloudStorageEventsErrorCode };
  IotVideoDescribeCloudStorageStreamData: { params: IotVideoDescribeCloudStorageStreamDataParams; result: IotVideoDescribeCloudStorageStreamDataResult; errorCode: IotVideoDescribeCloudStorageStreamDataErrorCode };
  IotVideoDescribeCloudStorageThumbnail: { params: IotVideoDescribeCloudStorageThumbnailParams; result: IotVideoDescribeCloudStorageThumbnailResult; errorCode: IotVideoDescribeCloudStorageThumbnailErrorCode };
  IotVideoDescribeCloudStorageTime: { params: IotVideoDescribeCloudStorageTimeParams; result: IotVideoDescribeCloudStorageTimeResult; errorCode: IotVideoDescribeCloudStorageTimeErrorCode };
  IotVideoGenerateSignedVideoURL: { params: IotVideoGenerateSignedVideoURLParams; result: IotVideoGenerateSignedVideoURLResult; errorCode: IotVideoGenerateSignedVideoURLErrorCode };
}

/** The Actions whose answer is one page of a list, with the type of its elements: for {@link Client.all}. */
export interface PagedActionMap {
  AppGetFamilyDeviceList: Structs.DeviceList;
  AppGetFamilyList: Structs.FamilyList;
  AppGetFamilyMemberList: Structs.MemberList;
  AppGetFamilySubDeviceList: Structs.DeviceList;
  AppGetFenceEventList: Structs.DeviceFenceEvent;
  AppGetFenceList: Structs.Fence;
  AppGetGatewayBindDeviceList: Structs.GatewayBindDevice;
  AppGetRoomList: Structs.Roomlist;
  AppGetSceneList: Structs.Scene;
  AppGetTimerList: Structs.TimerList;
  AppListShareDeviceUsers: Structs.ShareUserInfo;
  AppListUserShareDevices: Structs.ShareDevices;
}

/** The Actions that are called before sign-in: an application calls them, with `appKey` and `appSecret`. */
export type AppActionName =
  | 'AppCreateCellphoneUser'
  | 'AppCreateEmailUser'
  | 'AppGetToken'
  | 'AppGetTokenByWeiXin'
  | 'AppResetPasswordByCellphone'
  | 'AppResetPasswordByEmail'
  | 'AppSendEmailVerificationCode'
  | 'AppSendVerificationCode';

/** One method per Action; `call` with the Action's name does the same. */
export interface ActionMethods {
  /**
   * Adds a sub-device that its gateway already knows to the gateway's family.
   *
   * 把网关下已绑定的子设备添加到网关所在的家庭。
   *
   * - The older copy's table gives the Action as `AppSecureAddDeviceInFamily`; its example and the newest copy say `AppBindSubDeviceInFamily`, which is sent.
   * - The times are text in the table of the struct and numbers in the example; both are read, and numbers handed out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43155 AppBindSubDeviceInFamily}
   */
  appBindSubDeviceInFamily(params: AppBindSubDeviceInFamilyParams, options?: CallOptions): Promise<AppBindSubDeviceInFamilyResult>;
  /**
   * Accepts a device that another user shares, with the token of the share.
   *
   * 凭分享 Token 绑定他人分享的设备。
   *
   * - The table spells `InvalidParameterValue.DeviecBinded`, the failure example `InvalidParameterValue.DeviceBinded`; both are known.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48188 AppBindUserShareDevice}
   */
  appBindUserShareDevice(params: AppBindUserShareDeviceParams, options?: CallOptions): Promise<AppBindUserShareDeviceResult>;
  /**
   * Starts an action of a device without waiting for its answer.
   *
   * 异步调用设备行为，结果通过长连接返回。
   *
   * - `Status` is `Sent` here and `succ` in `AppCallDeviceActionSync`; no page lists its values.
   * - Assumed: The result arrives over the WebSocket of the platform, which this client does not open.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/61348 AppCallDeviceActionAsync}
   */
  appCallDeviceActionAsync(params: AppCallDeviceActionAsyncParams, options?: CallOptions): Promise<AppCallDeviceActionAsyncResult>;
  /**
   * Runs an action of a device and waits for its answer.
   *
   * 同步调用设备行为并等待设备返回结果。
   *
   * - The table spells `OutputParqams` and the example `OutputParams`; both are read, and the latter is handed out.
   * - `Status` is `succ` here and `Sent` in `AppCallDeviceActionAsync`; no page lists its values.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/61347 AppCallDeviceActionSync}
   */
  appCallDeviceActionSync(params: AppCallDeviceActionSyncParams, options?: CallOptions): Promise<AppCallDeviceActionSyncResult>;
  /**
   * Checks whether there is newer firmware for a device.
   *
   * 查询设备是否有可升级的固件。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/47129 AppCheckFirmwareUpdate}
   */
  appCheckFirmwareUpdate(params: AppCheckFirmwareUpdateParams, options?: CallOptions): Promise<AppCheckFirmwareUpdateResult>;
  /**
   * Sets property values of a bound device.
   *
   * 控制已绑定设备，下发属性数据。
   *
   * - The request example carries a number `AppId` that no table lists; it was left out here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40805 AppControlDeviceData}
   */
  appControlDeviceData(params: AppControlDeviceDataParams, options?: CallOptions): Promise<AppControlDeviceDataResult>;
  /**
   * Sends a registered file to a device, or removes it there.
   *
   * 向设备下发文件，或删除设备上的文件。
   *
   * - The table gives another Action's name as its own.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/60590 AppControlDeviceResource}
   */
  appControlDeviceResource(params: AppControlDeviceResourceParams, options?: CallOptions): Promise<AppControlDeviceResourceResult>;
  /**
   * Creates an automation: actions that run when its conditions hold.
   *
   * 创建自动智能联动，条件满足时自动执行动作。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - An older copy's example also sends `FilterType`, which no table lists; it passes if given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50215 AppCreateAutomation}
   */
  appCreateAutomation(params: AppCreateAutomationParams, options?: CallOptions): Promise<AppCreateAutomationResult>;
  /**
   * Creates an account with a phone number and a code that was sent to it.
   *
   * 用手机号和短信验证码注册账号。
   *
   * - The id is spelled `UserID` here and `UserId` in the structures; it is handed out as `UserID`.
   * - The example answers another `RequestId` than was sent; it is kept as it came.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40783 AppCreateCellphoneUser}
   */
  appCreateCellphoneUser(params: AppCreateCellphoneUserParams, options?: CallOptions): Promise<AppCreateCellphoneUserResult>;
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
   * Creates an account with an e-mail address and a code that was sent to it.
   *
   * 用邮箱和邮箱验证码注册账号。
   *
   * - The id is spelled `UserID` here and `UserId` in the structures; it is handed out as `UserID`.
   * - The error table lacks `ErrorRequiredParamNotFound` and `InvalidAction`, which that of `AppCreateCellphoneUser` has.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40784 AppCreateEmailUser}
   */
  appCreateEmailUser(params: AppCreateEmailUserParams, options?: CallOptions): Promise<AppCreateEmailUserResult>;
  /**
   * Creates a family, which the user then owns.
   *
   * 创建家庭。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40808 AppCreateFamily}
   */
  appCreateFamily(params: AppCreateFamilyParams, options?: CallOptions): Promise<AppCreateFamilyResult>;
  /**
   * Creates a geofence that raises an alarm when a device enters or leaves it.
   *
   * 为设备创建地理围栏，设备进出围栏时告警。
   *
   * - `FenceId` is text in the table and a number in the example and on every other page; both are read, and a number handed out.
   * - Assumed: No page says which other values `AlertCondition` and `Method` may have.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/54140 AppCreateFence}
   */
  appCreateFence(params: AppCreateFenceParams, options?: CallOptions): Promise<AppCreateFenceResult>;
  /**
   * Registers an uploaded file, so that it can be sent to devices.
   *
   * 登记已上传的文件，供下发给设备。
   *
   * - Two pages describe this Action with the same table, one as registering an upload, one as making a delivery task.
   * - `ResourceType` and `ReadProtect` stand in the example of one page only and are explained nowhere; both are optional.
   * - Assumed: The hash is not named; the 32 digits of the example suggest MD5.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/67570 AppCreateProductResource}
   */
  appCreateProductResource(params: AppCreateProductResourceParams, options?: CallOptions): Promise<AppCreateProductResourceResult>;
  /**
   * Creates a room in a family.
   *
   * 在家庭中新建房间。
   *
   * - `RoomId` is text in the table and a number in the example; both are read, and text is handed out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40813 AppCreateRoom}
   */
  appCreateRoom(params: AppCreateRoomParams, options?: CallOptions): Promise<AppCreateRoomResult>;
  /**
   * Creates a scene: a list of actions that the user runs by hand.
   *
   * 新建手动智能联动。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50210 AppCreateScene}
   */
  appCreateScene(params: AppCreateSceneParams, options?: CallOptions): Promise<AppCreateSceneResult>;
  /**
   * Makes a token with which another user can accept a shared device.
   *
   * 生成设备分享 Token。
   *
   * - The request example leaves out `FamilyId`, which the table requires; it is required, and added to the example here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48183 AppCreateShareDeviceToken}
   */
  appCreateShareDeviceToken(params: AppCreateShareDeviceTokenParams, options?: CallOptions): Promise<AppCreateShareDeviceTokenResult>;
  /**
   * Creates a timer that sets properties of a device.
   *
   * 为设备创建定时任务，到点下发属性数据。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40796 AppCreateTimer}
   */
  appCreateTimer(params: AppCreateTimerParams, options?: CallOptions): Promise<AppCreateTimerResult>;
  /**
   * Deletes an automation.
   *
   * 删除自动智能联动。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - The page's sentence is a copy of that of `AppDescribeAutomation`; this Action deletes.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppDeleteAutomation}
   */
  appDeleteAutomation(params: AppDeleteAutomationParams, options?: CallOptions): Promise<AppDeleteAutomationResult>;
  /**
   * Unbinds a device from its family; it must be provisioned anew before it can be bound again.
   *
   * 解绑家庭中的设备，之后需重新配网才能再次绑定。
   *
   * - The table requires `RoomId`, which no example and no shipped client sends; it is optional here.
   * - An older copy's table lacks `ProductId`, which its example sends; it is required here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40802 AppDeleteDeviceInFamily}
   */
  appDeleteDeviceInFamily(params: AppDeleteDeviceInFamilyParams, options?: CallOptions): Promise<AppDeleteDeviceInFamilyResult>;
  /**
   * Deletes a family.
   *
   * 删除家庭。
   *
   * - The name is required besides the id; no page says what becomes of one that does not match.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40809 AppDeleteFamily}
   */
  appDeleteFamily(params: AppDeleteFamilyParams, options?: CallOptions): Promise<AppDeleteFamilyResult>;
  /**
   * Removes a member from a family; only its administrator may.
   *
   * 由管理员把成员移出家庭。
   *
   * - Older copies of the page and shipped clients spell `MemberID`; `MemberId` is sent, as on the newest copy.
   * - Parameters that the table does not know are sent as they are given, so a service that still wants `MemberID` can be given it too.
   * - `FamilyId` stands on the newest copy only, and as optional; give it, since a member may be in several families.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40819 AppDeleteFamilyMember}
   */
  appDeleteFamilyMember(params: AppDeleteFamilyMemberParams, options?: CallOptions): Promise<AppDeleteFamilyMemberResult>;
  /**
   * Deletes a geofence.
   *
   * 删除设备的地理围栏。
   *
   * - `AlertCondition`, `FenceEnable` and `Method` are required, as if copied from `AppModifyFenceStatus`: give what the fence has.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppDeleteFence}
   */
  appDeleteFence(params: AppDeleteFenceParams, options?: CallOptions): Promise<AppDeleteFenceResult>;
  /**
   * Deletes a message of the user.
   *
   * 删除用户的一条消息。
   *
   * - `MsgID` is text in the table and a bare number in the request example; it is sent as text, since it may be beyond what a number holds exactly.
   * - Another page of the reference, in the chapter on music, spells `MsgId`, takes several ids joined by commas, and answers `InvalidParameterValue.MsgIdInvalid`; that code is known too.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40795 AppDeleteMessage}
   */
  appDeleteMessage(params: AppDeleteMessageParams, options?: CallOptions): Promise<AppDeleteMessageResult>;
  /**
   * Deletes a room of a family.
   *
   * 删除家庭中的房间。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40815 AppDeleteRoom}
   */
  appDeleteRoom(params: AppDeleteRoomParams, options?: CallOptions): Promise<AppDeleteRoomResult>;
  /**
   * Deletes a scene.
   *
   * 删除手动智能联动。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppDeleteScene}
   */
  appDeleteScene(params: AppDeleteSceneParams, options?: CallOptions): Promise<AppDeleteSceneResult>;
  /**
   * Deletes a timer of a device.
   *
   * 删除设备的定时任务。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40798 AppDeleteTimer}
   */
  appDeleteTimer(params: AppDeleteTimerParams, options?: CallOptions): Promise<AppDeleteTimerResult>;
  /**
   * Reads one automation in full.
   *
   * 查询一个自动智能联动的详情。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - The automation is the field `Data` itself, which elsewhere only wraps fields; it is handed out as `Data`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50217 AppDescribeAutomation}
   */
  appDescribeAutomation(params: AppDescribeAutomationParams, options?: CallOptions): Promise<AppDescribeAutomationResult>;
  /**
   * Reads the state of one file on a device.
   *
   * 查询设备上某个文件的状态。
   *
   * - No page says what the numbers of `Status` mean.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/67571 AppDescribeDeviceResource}
   */
  appDescribeDeviceResource(params: AppDescribeDeviceResourceParams, options?: CallOptions): Promise<AppDescribeDeviceResourceResult>;
  /**
   * Reads the details of one family.
   *
   * 查询家庭详情。
   *
   * - The name is `FamilyName` here and `Name` in `AppGetFamilyList`; each is handed out as it is called.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40812 AppDescribeFamily}
   */
  appDescribeFamily(params: AppDescribeFamilyParams, options?: CallOptions): Promise<AppDescribeFamilyResult>;
  /**
   * Reads the state and the progress of a firmware upgrade.
   *
   * 查询设备固件升级的状态和进度。
   *
   * - The example lacks `Status`; it is optional.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/47128 AppDescribeFirmwareUpdateStatus}
   */
  appDescribeFirmwareUpdateStatus(params: AppDescribeFirmwareUpdateStatusParams, options?: CallOptions): Promise<AppDescribeFirmwareUpdateStatusResult>;
  /**
   * Reads which device a token shares, and who accepted it.
   *
   * 查询设备分享 Token 的详情，包括是否已被接受。
   *
   * - The table has `AliasName` and `IconUrl` beside `ShareDeviceTokenInfo`, the example within; each is handed out where it comes.
   * - The struct spells `DeviecName`, the example `DeviceName`; both are read, and `DeviceName` is handed out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48187 AppDescribeShareDeviceToken}
   */
  appDescribeShareDeviceToken(params: AppDescribeShareDeviceTokenParams, options?: CallOptions): Promise<AppDescribeShareDeviceTokenResult>;
  /**
   * Leaves a family.
   *
   * 退出家庭。
   *
   * - The table of older copies has no parameter of its own although their example sends `FamilyId`; it is required, as on the newest copy.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40820 AppExitFamily}
   */
  appExitFamily(params: AppExitFamilyParams, options?: CallOptions): Promise<AppExitFamilyResult>;
  /**
   * Detaches a sub-device from its gateway.
   *
   * 解除子设备与网关的绑定关系。
   *
   * - The reference prints the first parameter as `ProductId,`; its example sends `ProductId`, and so does this client.
   * - The page names no host; its example posts to `tokenapi`.
   * - The table of errors is that of `AppSigGatewayBindDevice`: it lists a wrong signature although none is sent.
   * - Assumed: The last rows of the table of errors are taken from `AppSigGatewayBindDevice`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/65843 AppGatewayUnbindDevice}
   */
  appGatewayUnbindDevice(params: AppGatewayUnbindDeviceParams, options?: CallOptions): Promise<AppGatewayUnbindDeviceResult>;
  /**
   * Lists the automations of a family.
   *
   * 查询家庭的自动智能联动列表。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - There are no pages and there is no `Total`, unlike in the list of scenes: all come at once.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50216 AppGetAutomationList}
   */
  appGetAutomationList(params: AppGetAutomationListParams, options?: CallOptions): Promise<AppGetAutomationListResult>;
  /**
   * Reads averages, minima or maxima of a numeric property over spans of time.
   *
   * 按时间粒度查询设备数值属性的聚合值，如平均值、最小值、最大值。
   *
   * - The table lists `Date` and `TimestampMs` as fields of the answer and forgets `Data`; the example has all three in a list `Results`, as here.
   * - Assumed: The request example sends 0 for both times, which seems to mean the default.
   * - Assumed: Shipped panels send `MinTime` and `MaxTime` for the times, and `sum` too for `AggMethod`; both pass.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppGetDeviceAggsData}
   */
  appGetDeviceAggsData(params: AppGetDeviceAggsDataParams, options?: CallOptions): Promise<AppGetDeviceAggsDataResult>;
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
   * Reads the property values that a device reported last.
   *
   * 查询设备最近上报的属性数据。
   *
   * - `Data` is JSON within a text; it is handed out as it came.
   * - Assumed: Shipped mini-programs send `DeviceId` in place of `ProductId` and `DeviceName`; the page knows the two only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48492 AppGetDeviceData}
   */
  appGetDeviceData(params: AppGetDeviceDataParams, options?: CallOptions): Promise<AppGetDeviceDataResult>;
  /**
   * Pages through the past values of one property.
   *
   * 分页查询设备某个属性的历史数据。
   *
   * - The page says that `Listover` true means more to come, the opposite of its name, of `AppListEventHistory` and of the cloud's server API; it is handed out as it came.
   * - A translated copy of the page requires `DeviceId` in place of `ProductId` and `DeviceName`, but its example sends the two; they are required here.
   * - The example answers for another property than it was asked for.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43119 AppGetDeviceDataHistory}
   */
  appGetDeviceDataHistory(params: AppGetDeviceDataHistoryParams, options?: CallOptions): Promise<AppGetDeviceDataHistoryResult>;
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
   * Reads the current position of a cellular device.
   *
   * 查询蜂窝设备的当前位置。
   *
   * - The table has the coordinates in an object `Location`, the example beside `CreateTime`; both are read, and they are handed out without it.
   * - `Ret` and `ErrMsg` stand in the example only; they are handed out, and no error is made of them.
   * - Nanoseconds are beyond 2^53 − 1: such a number is handed out as the text of its digits.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48494 AppGetDeviceLocation}
   */
  appGetDeviceLocation(params: AppGetDeviceLocationParams, options?: CallOptions): Promise<AppGetDeviceLocationResult>;
  /**
   * Reads where a cellular device was within the last month.
   *
   * 查询蜂窝设备最近一个月内的历史位置。
   *
   * - The table has the list in `Data` itself, the example in `Data.Pos`; both are read, and it is handed out as `Pos`.
   * - `Ret` and `ErrMsg` stand in the example only; they are handed out, and no error is made of them.
   * - What is asked for is in milliseconds, what is answered in nanoseconds.
   * - Nanoseconds are beyond 2^53 − 1: such a number is handed out as the text of its digits.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48495 AppGetDeviceLocationHistory}
   */
  appGetDeviceLocationHistory(params: AppGetDeviceLocationHistoryParams, options?: CallOptions): Promise<AppGetDeviceLocationHistoryResult>;
  /**
   * Reads whether devices are online.
   *
   * 批量查询设备的在线状态。
   *
   * - The table calls the list `Devices` and the example `DeviceStatuses`; both are read, and the latter is handed out.
   * - A comment in the example says that `Online` is 0 for online and 1 for offline. The structures say the reverse, and shipped clients take 1 as online and less than 0 as out of order; it is handed out as it came.
   * - The structure that the table names has `LoginTime` and `LastDataTime` and lacks `DeviceId` and `ProductId`; the example has it the other way round. Any of them may be missing.
   * - An older copy asks by `ProductId` and `ListDeviceName`; `DeviceIds` is sent.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40804 AppGetDeviceStatuses}
   */
  appGetDeviceStatuses(params: AppGetDeviceStatusesParams, options?: CallOptions): Promise<AppGetDeviceStatusesResult>;
  /**
   * Pages through the devices of a family, or of one of its rooms.
   *
   * 分页查询家庭或某个房间中已绑定的设备。
   *
   * - The table requires `RoomId`, which may be empty: it is optional here, and an empty one is sent.
   * - The example spells `UserID` where the structure has `UserId`; both are read, and the latter is handed out.
   * - The example lacks `FamilyId` and `DeviceType`; both are optional.
   * - The table describes `Total` as a family; it is the number of devices.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40803 AppGetFamilyDeviceList}
   */
  appGetFamilyDeviceList(params: AppGetFamilyDeviceListParams, options?: CallOptions): Promise<AppGetFamilyDeviceListResult>;
  /**
   * Pages through the families that the user belongs to.
   *
   * 分页查询用户所在的家庭。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40811 AppGetFamilyList}
   */
  appGetFamilyList(params?: AppGetFamilyListParams, options?: CallOptions): Promise<AppGetFamilyListResult>;
  /**
   * Pages through the members of a family.
   *
   * 分页查询家庭成员列表。
   *
   * - The example answers without `Response` around it; it is read with and without.
   * - The example spells `UserID`, the struct `UserId`; both are read, and `UserId` is handed out.
   * - The table allows a `Limit` of 50, and the example sends 100: what is given is sent, and the service may answer fewer.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40821 AppGetFamilyMemberList}
   */
  appGetFamilyMemberList(params: AppGetFamilyMemberListParams, options?: CallOptions): Promise<AppGetFamilyMemberListResult>;
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
   * Pages through the alarms that a geofence raised.
   *
   * 分页查询地理围栏的告警事件列表。
   *
   * - The table has times in seconds, the example sends milliseconds, and so does the service's interface for servers; they are sent as they are given.
   * - `Limit` has a default of 0 on the newest copy, which would answer nothing: give one.
   * - `CreateTime` is text in the table of the struct and a number in the example; both are read, and a number handed out.
   * - The struct describes `EventType` as the name of a fence; the example has `enter`.
   * - `Total` stands in the example of older copies only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/54141 AppGetFenceEventList}
   */
  appGetFenceEventList(params: AppGetFenceEventListParams, options?: CallOptions): Promise<AppGetFenceEventListResult>;
  /**
   * Pages through the geofences of a device.
   *
   * 分页查询设备的地理围栏列表。
   *
   * - `CreateTime` and `UpdateTime` are text in the table of the struct and numbers in the example; both are read, and numbers handed out.
   * - No `Total` is answered: the last page is the one that is not full.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/54142 AppGetFenceList}
   */
  appGetFenceList(params: AppGetFenceListParams, options?: CallOptions): Promise<AppGetFenceListResult>;
  /**
   * Pages through a gateway's sub-devices of one product, whether or not they are in a family.
   *
   * 分页查询网关下指定产品的子设备，包括尚未加入家庭的。
   *
   * - `Total` is text in the table and a number in the example; both are read, and a number handed out.
   * - The table names the struct DeviceList for the elements; the example shows other fields, `BindStatus` among them, which are the ones listed here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48129 AppGetGatewayBindDeviceList}
   */
  appGetGatewayBindDeviceList(params: AppGetGatewayBindDeviceListParams, options?: CallOptions): Promise<AppGetGatewayBindDeviceListResult>;
  /**
   * Pages through the messages of the user, of one category, newest first.
   *
   * 分页查询用户某一类的消息，最新的在前。
   *
   * - `Listover` is text in the table and `true` in the example; `"true"` and `"false"` are read too, and a boolean handed out.
   * - `Msgs` stands in the example and not in the table.
   * - The example spells `UserID`, `FromUserID`, `MsgID` and `RelateUserID`, the struct `UserId`, `FromUserId`, `MsgId` and `RelateUserId`; both are read, and the struct's are handed out.
   * - The example has a `MsgType` 100, which the struct's list lacks, and messages of other categories than it asks for.
   * - Assumed: That the newest message comes first: only the example shows it.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40794 AppGetMessages}
   */
  appGetMessages(params: AppGetMessagesParams, options?: CallOptions): Promise<AppGetMessagesResult>;
  /**
   * Reads the state of each device that has reported a bind token.
   *
   * 查询同一配网 Token 下各设备的绑定状态。
   *
   * - Assumed: No page documents this Action: shipped clients poll it where firmware has token version 3, with which several devices report one token.
   * - Assumed: No bind call follows: a device whose `State` is 2 is bound.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppGetMultiDeviceBindTokenState}
   */
  appGetMultiDeviceBindTokenState(params: AppGetMultiDeviceBindTokenStateParams, options?: CallOptions): Promise<AppGetMultiDeviceBindTokenStateResult>;
  /**
   * Reads products, each with its data template.
   *
   * 查询产品信息，包括产品的数据模板。
   *
   * - `State` and `AppTemplate` stand in the example only; both are optional.
   * - A product comes once for each of its devices that were asked for, so it may come more than once; the list is handed out as it came.
   * - The example prints `DataTemplate` without escaping its quotes; it is shortened here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48764 AppGetProducts}
   */
  appGetProducts(params: AppGetProductsParams, options?: CallOptions): Promise<AppGetProductsResult>;
  /**
   * Makes an address from which a registered file can be downloaded.
   *
   * 获取已登记文件的下载地址。
   *
   * - `EffectiveTime` is called a validity, and the example sends a moment in Unix seconds; it is sent as given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/70295 AppGetResourceDownloadUrl}
   */
  appGetResourceDownloadUrl(params: AppGetResourceDownloadUrlParams, options?: CallOptions): Promise<AppGetResourceDownloadUrlResult>;
  /**
   * Makes an address to which a file of a product can be uploaded.
   *
   * 获取产品文件的上传地址。
   *
   * - Older copies of the page carry the name of `AppGetResourceDownloadUrl`; this Action's own name is sent.
   * - The Action ends in `URL`, the one for downloads in `Url`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/67572 AppGetResourceUploadURL}
   */
  appGetResourceUploadURL(params: AppGetResourceUploadURLParams, options?: CallOptions): Promise<AppGetResourceUploadURLResult>;
  /**
   * Pages through the rooms of a family.
   *
   * 分页查询家庭的房间列表。
   *
   * - Table and example of the newest copy have the rooms in `FamilyList`, as if copied from the families' page; older copies and shipped clients have `RoomList`. Both are read, and `RoomList` is handed out.
   * - `FamilyId` is optional in the table, though rooms belong to a family: give it.
   * - `Total` is described as a number of devices; it is taken as that of the rooms.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40816 AppGetRoomList}
   */
  appGetRoomList(params?: AppGetRoomListParams, options?: CallOptions): Promise<AppGetRoomListResult>;
  /**
   * Pages through the scenes of a family.
   *
   * 分页查询家庭的手动智能联动列表。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   * - Fields of an action that would be empty are left out of the answer.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50211 AppGetSceneList}
   */
  appGetSceneList(params: AppGetSceneListParams, options?: CallOptions): Promise<AppGetSceneListResult>;
  /**
   * Pages through the timers of a device.
   *
   * 分页查询设备的定时任务。
   *
   * - `Status` of a timer is text in the structure and a number in the example; both are read, and a number is handed out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40800 AppGetTimerList}
   */
  appGetTimerList(params: AppGetTimerListParams, options?: CallOptions): Promise<AppGetTimerListResult>;
  /**
   * Signs a user in with phone number or e-mail address and password.
   *
   * 用手机号或邮箱加密码登录，获取访问 Token。
   *
   * - The table has `Data` as text; in the example it is an object of `ExpireAt` and `Token`, as here.
   * - The failure example has `InternalError` for a code and puts the real one before a bar in the message: `InvalidParameterValue.UserLoginFailed|…`. The real code is the one that the error has here.
   * - `CancelAccountTime` stands in the structure only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40786 AppGetToken}
   */
  appGetToken(params: AppGetTokenParams, options?: CallOptions): Promise<AppGetTokenResult>;
  /**
   * Signs a WeChat user in, creating the account the first time.
   *
   * 微信用户登录，首次登录时自动注册账号。
   *
   * - The failure example answers `InvalidParameterValue.ErrorUserNotExists`, which the error table lacks.
   * - The table lists `ExpireAt` and `Token` side by side with `RequestId`; in the example they are in `Data`. Both are read.
   * - `CancelAccountTime` stands in the structure only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40781 AppGetTokenByWeiXin}
   */
  appGetTokenByWeiXin(params: AppGetTokenByWeiXinParams, options?: CallOptions): Promise<AppGetTokenByWeiXinResult>;
  /**
   * Reads who is signed in.
   *
   * 查询当前登录用户的信息。
   *
   * - Assumed: No page documents this Action: shipped clients call it after sign-in. Its fields are those of the reference's `IotUserDetail`, which no Action of the reference uses.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppGetUser}
   */
  appGetUser(params?: AppGetUserParams, options?: CallOptions): Promise<AppGetUserResult>;
  /**
   * Reads the user's notification switches and other settings.
   *
   * 查询用户的消息推送开关等设置。
   *
   * - The example has the four switches for messages only; the structure lists more. All are optional.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40789 AppGetUserSetting}
   */
  appGetUserSetting(params?: AppGetUserSettingParams, options?: CallOptions): Promise<AppGetUserSettingResult>;
  /**
   * Makes a token with which a WeChat friend can join a family.
   *
   * 生成家庭邀请 Token，供微信好友加入家庭。
   *
   * - One copy of the page has no `Name`; it is required, as on the newest copy.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40817 AppInviteMember}
   */
  appInviteMember(params: AppInviteMemberParams, options?: CallOptions): Promise<AppInviteMemberResult>;
  /**
   * Joins a family with the token of an invitation.
   *
   * 凭邀请 Token 加入家庭。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40818 AppJoinFamily}
   */
  appJoinFamily(params: AppJoinFamilyParams, options?: CallOptions): Promise<AppJoinFamilyResult>;
  /**
   * Runs a command of the Kugou music service for a device, such as its activation.
   *
   * 以设备身份执行酷狗音乐命令，如激活设备。
   *
   * - One Action covers many music commands, told apart by `KGCommand`; each has a page and shapes of its own, which are not checked here.
   * - A command that fails says so in `ErrorCode` and `ErrorMsg` of an answer that is otherwise fine; both are handed out and no error is made of them, so look at `ErrorCode`.
   * - The table of errors is that of the gateway pages.
   * - Assumed: There may be commands that no page was seen of.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppKugouDeviceCommand}
   */
  appKugouDeviceCommand(params: AppKugouDeviceCommandParams, options?: CallOptions): Promise<AppKugouDeviceCommandResult>;
  /**
   * Runs a command of the Kugou music service for the user of a music device.
   *
   * 以用户身份执行酷狗音乐命令，如查询歌曲信息。
   *
   * - One Action covers many music commands, told apart by `KGCommand`; each has a page and shapes of its own, which are not checked here.
   * - A command that fails says so in `ErrorCode` and `ErrorMsg` of an answer that is otherwise fine; both are handed out and no error is made of them, so look at `ErrorCode`.
   * - The table of errors is that of the gateway pages.
   * - Assumed: There are more commands than those that a page was seen of.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/60575 AppKugouUserCommand}
   */
  appKugouUserCommand(params: AppKugouUserCommandParams, options?: CallOptions): Promise<AppKugouUserCommandResult>;
  /**
   * Pages through the past events of a device.
   *
   * 分页查询设备的历史事件。
   *
   * - The request example spells `ProductID`; `ProductId` is sent, as the table has it.
   * - The example lacks `Listover` and carries `ClientToken` and `OutputParams` of another page; these are kept.
   * - `StartTime` 0 is said to mean now, as `EndTime` 0 is, and yet the example sends both; they are sent as given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/60783 AppListEventHistory}
   */
  appListEventHistory(params: AppListEventHistoryParams, options?: CallOptions): Promise<AppListEventHistoryResult>;
  /**
   * Pages through the users whom a device is shared with.
   *
   * 分页查询设备的分享用户列表。
   *
   * - `ProductId` is missing from the table; the example and shipped clients send it, and it is required, since a name alone does not tell a device.
   * - `Limit` is required and yet has a default, 10.
   * - `Avatar` stands in the example only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48191 AppListShareDeviceUsers}
   */
  appListShareDeviceUsers(params: AppListShareDeviceUsersParams, options?: CallOptions): Promise<AppListShareDeviceUsersResult>;
  /**
   * Pages through the devices that other users share with this user.
   *
   * 分页查询他人分享给当前用户的设备列表。
   *
   * - `Limit` is required and yet has a default, 10.
   * - `CreateTime` is an RFC 3339 text here and not Unix seconds; it is handed out as it comes.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48189 AppListUserShareDevices}
   */
  appListUserShareDevices(params: AppListUserShareDevicesParams, options?: CallOptions): Promise<AppListUserShareDevicesResult>;
  /**
   * Signs the user out: the access token is good for nothing afterwards.
   *
   * 退出登录，访问 Token 随之失效。
   *
   * - The page's title can be read as closing the account; this Action only ends the sign-in.
   * - The failure example has an empty `RequestId`; it is kept as it came.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40787 AppLogoutUser}
   */
  appLogoutUser(params?: AppLogoutUserParams, options?: CallOptions): Promise<AppLogoutUserResult>;
  /**
   * Replaces the contents of an automation.
   *
   * 修改自动智能联动，整体替换其条件和动作。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - The request example carries another Action's name.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50219 AppModifyAutomation}
   */
  appModifyAutomation(params: AppModifyAutomationParams, options?: CallOptions): Promise<AppModifyAutomationResult>;
  /**
   * Switches an automation on or off.
   *
   * 启用或关闭自动智能联动。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - The request example carries another Action's name.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50220 AppModifyAutomationStatus}
   */
  appModifyAutomationStatus(params: AppModifyAutomationStatusParams, options?: CallOptions): Promise<AppModifyAutomationStatusResult>;
  /**
   * Changes the name and the address of a family.
   *
   * 修改家庭的名称和地址。
   *
   * - Both are required: who changes one sends the other as it was.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40810 AppModifyFamily}
   */
  appModifyFamily(params: AppModifyFamilyParams, options?: CallOptions): Promise<AppModifyFamilyResult>;
  /**
   * Moves a device to another room of its family.
   *
   * 把设备移到家庭中的另一个房间。
   *
   * - The page stands in the chapter on sharing, with which it has nothing to do.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43201 AppModifyFamilyDeviceRoom}
   */
  appModifyFamilyDeviceRoom(params: AppModifyFamilyDeviceRoomParams, options?: CallOptions): Promise<AppModifyFamilyDeviceRoomResult>;
  /**
   * Changes a geofence: all of it is given anew.
   *
   * 修改设备的地理围栏，需传入全部字段。
   *
   * - Assumed: No page says which other values `AlertCondition` and `Method` may have.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/54144 AppModifyFence}
   */
  appModifyFence(params: AppModifyFenceParams, options?: CallOptions): Promise<AppModifyFenceResult>;
  /**
   * Switches the alarms of a geofence on or off.
   *
   * 启用或停用设备的地理围栏。
   *
   * - `AlertCondition` and `Method` are required although only the switch is to change: give what the fence has.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppModifyFenceStatus}
   */
  appModifyFenceStatus(params: AppModifyFenceStatusParams, options?: CallOptions): Promise<AppModifyFenceStatusResult>;
  /**
   * Renames a room of a family.
   *
   * 修改房间名称。
   *
   * - `Name` is optional although there is nothing else to change.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40814 AppModifyRoom}
   */
  appModifyRoom(params: AppModifyRoomParams, options?: CallOptions): Promise<AppModifyRoomResult>;
  /**
   * Replaces the name, the picture and the actions of a scene.
   *
   * 修改手动智能联动的名称、背景图和动作。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50213 AppModifyScene}
   */
  appModifyScene(params: AppModifySceneParams, options?: CallOptions): Promise<AppModifySceneResult>;
  /**
   * Changes a timer of a device.
   *
   * 修改设备的定时任务。
   *
   * - The example sends `9:30` and the list answers `09:30`: a leading zero is not settled, and what is given is sent.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40797 AppModifyTimer}
   */
  appModifyTimer(params: AppModifyTimerParams, options?: CallOptions): Promise<AppModifyTimerResult>;
  /**
   * Switches a timer of a device on or off.
   *
   * 启用或关闭设备的定时任务。
   *
   * - `Status` is optional in the table, although it is what the call is for; no page says what happens without it.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40799 AppModifyTimerStatus}
   */
  appModifyTimerStatus(params: AppModifyTimerStatusParams, options?: CallOptions): Promise<AppModifyTimerStatusResult>;
  /**
   * Confirms a firmware upgrade: the cloud tells the device to start.
   *
   * 确认固件升级，由云端通知设备开始升级。
   *
   * - One copy's table lists `CurrentVersion` and `DstVersion`, which the example lacks; they are handed out if they come.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/47131 AppPublishFirmwareUpdateMessage}
   */
  appPublishFirmwareUpdateMessage(params: AppPublishFirmwareUpdateMessageParams, options?: CallOptions): Promise<AppPublishFirmwareUpdateMessageResult>;
  /**
   * Publishes a message in the name of a Bluetooth device, such as its reply to an action.
   *
   * 代蓝牙设备发布消息，例如设备行为的回复。
   *
   * - The table does not say how `Payload` is encoded, and the example sends Base64; it is sent as it is given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50203 AppPublishMsgAsDevice}
   */
  appPublishMsgAsDevice(params: AppPublishMsgAsDeviceParams, options?: CallOptions): Promise<AppPublishMsgAsDeviceResult>;
  /**
   * Sends a message to a device and waits for its reply.
   *
   * 向设备下发 RRPC 消息并等待设备回复。
   *
   * - What is sent is plain text, what is answered is Base64; neither is converted.
   * - Assumed: That it still works: its sibling for servers, `PublishRRPCMessage`, was to end in March 2025.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/61545 AppPublishRRPCMessage}
   */
  appPublishRRPCMessage(params: AppPublishRRPCMessageParams, options?: CallOptions): Promise<AppPublishRRPCMessageResult>;
  /**
   * Stops sharing a device with one user.
   *
   * 取消对某个用户的设备分享。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48192 AppRemoveShareDeviceUser}
   */
  appRemoveShareDeviceUser(params: AppRemoveShareDeviceUserParams, options?: CallOptions): Promise<AppRemoveShareDeviceUserResult>;
  /**
   * Gives up a device that another user shares with this user.
   *
   * 移除他人分享给当前用户的设备。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48190 AppRemoveUserShareDevice}
   */
  appRemoveUserShareDevice(params: AppRemoveUserShareDeviceParams, options?: CallOptions): Promise<AppRemoveUserShareDeviceResult>;
  /**
   * Reports property values in the name of a Bluetooth device.
   *
   * 代蓝牙设备上报属性数据。
   *
   * - The parameter is `TimeStamp` here, with a capital S, unlike the common parameter `Timestamp`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50202 AppReportDataAsDevice}
   */
  appReportDataAsDevice(params: AppReportDataAsDeviceParams, options?: CallOptions): Promise<AppReportDataAsDeviceResult>;
  /**
   * Reports an event in the name of a Bluetooth device.
   *
   * 代蓝牙设备上报事件。
   *
   * - `Method` is required and yet has a default, `reported` (`repoted` in older copies): it is required here.
   * - The table requires `EventTimeStamp` and the example lacks it; it is required here and was added to the example.
   * - The example's answer has an empty `Data` that the table does not list; it is kept.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50204 AppReportDeviceEvent}
   */
  appReportDeviceEvent(params: AppReportDeviceEventParams, options?: CallOptions): Promise<AppReportDeviceEventResult>;
  /**
   * Sets a new password with a code that was sent by SMS.
   *
   * 用短信验证码重置密码。
   *
   * - The error table has a code for asking too often and none for a wrong verification code.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/47613 AppResetPasswordByCellphone}
   */
  appResetPasswordByCellphone(params: AppResetPasswordByCellphoneParams, options?: CallOptions): Promise<AppResetPasswordByCellphoneResult>;
  /**
   * Sets a new password with a code that was sent by e-mail.
   *
   * 用邮箱验证码重置密码。
   *
   * - The request example lacks `VerificationCode`, which the table requires; it was added to the example.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/56317 AppResetPasswordByEmail}
   */
  appResetPasswordByEmail(params: AppResetPasswordByEmailParams, options?: CallOptions): Promise<AppResetPasswordByEmailResult>;
  /**
   * Runs a scene now.
   *
   * 立即执行手动智能联动。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50214 AppRunScene}
   */
  appRunScene(params: AppRunSceneParams, options?: CallOptions): Promise<AppRunSceneResult>;
  /**
   * Binds a device to a family with a device signature, mostly from a scanned QR code.
   *
   * 用设备签名（通常来自扫描二维码）把设备绑定到家庭。
   *
   * - Assumed: No page documents this Action: the page of structures names it as a user of AppDeviceInfo, and shipped clients call it with these parameters.
   * - Assumed: Its answer and its error codes are taken to be those of `AppBindSubDeviceInFamily`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppSecureAddDeviceInFamily}
   */
  appSecureAddDeviceInFamily(params: AppSecureAddDeviceInFamilyParams, options?: CallOptions): Promise<AppSecureAddDeviceInFamilyResult>;
  /**
   * Sends a verification code to an e-mail address.
   *
   * 向邮箱发送验证码。
   *
   * - The table promises `UserId`, and the example answers `Data` only; both are optional.
   * - Binding an e-mail address is named as a use, and no `Type` is listed for it; any is sent as given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/56316 AppSendEmailVerificationCode}
   */
  appSendEmailVerificationCode(params: AppSendEmailVerificationCodeParams, options?: CallOptions): Promise<AppSendEmailVerificationCodeResult>;
  /**
   * Sends another user an invitation to share a device, as a message.
   *
   * 向其他用户发送设备分享邀请。
   *
   * - An older copy of the table requires `FamilyId`; no example sends it, and it may be left out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43156 AppSendShareDeviceInvite}
   */
  appSendShareDeviceInvite(params: AppSendShareDeviceInviteParams, options?: CallOptions): Promise<AppSendShareDeviceInviteResult>;
  /**
   * Sends another user an invitation to a family, as a message.
   *
   * 向其他用户发送加入家庭的邀请。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43157 AppSendShareFamilyInvite}
   */
  appSendShareFamilyInvite(params: AppSendShareFamilyInviteParams, options?: CallOptions): Promise<AppSendShareFamilyInviteResult>;
  /**
   * Sends a verification code to a phone number.
   *
   * 向手机号发送短信验证码。
   *
   * - The table promises `UserID`, and the example answers `Data` only; both are optional.
   * - Binding a phone number is named as a use, and no `Type` is listed for it; any is sent as given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40785 AppSendVerificationCode}
   */
  appSendVerificationCode(params: AppSendVerificationCodeParams, options?: CallOptions): Promise<AppSendVerificationCodeResult>;
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
  /**
   * Gives a bound device another name.
   *
   * 修改已绑定设备的名称。
   *
   * - `RoomId` is text in the table and the number 0 in the example; both are read, and text is handed out.
   * - The example answers for another device than it was asked for.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40806 AppUpdateDeviceInFamily}
   */
  appUpdateDeviceInFamily(params: AppUpdateDeviceInFamilyParams, options?: CallOptions): Promise<AppUpdateDeviceInFamilyResult>;
  /**
   * Changes the profile of the user, or binds a phone number or e-mail address to it.
   *
   * 修改用户资料，或绑定手机号、邮箱。
   *
   * - The example answers another `RequestId` than was sent, and the failure example an empty one; each is kept as it came.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40788 AppUpdateUser}
   */
  appUpdateUser(params?: AppUpdateUserParams, options?: CallOptions): Promise<AppUpdateUserResult>;
  /**
   * Changes the user's notification switches.
   *
   * 修改用户的消息推送开关。
   *
   * - The table requires all four switches, as here; the structure has each as optional and lists more settings, which pass if given.
   * - Assumed: Shipped clients change one other setting, such as `TemperatureUnit`, without the switches; here the four go with it.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40790 AppUpdateUserSetting}
   */
  appUpdateUserSetting(params: AppUpdateUserSettingParams, options?: CallOptions): Promise<AppUpdateUserSettingResult>;
  /**
   * Lists the days of which a camera has recordings in the cloud.
   *
   * 查询摄像机有云存录像的日期。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - `Data` is the list itself here, and no envelope.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106041 IotVideoDescribeCloudStorageDate}
   */
  iotVideoDescribeCloudStorageDate(params: IotVideoDescribeCloudStorageDateParams, options?: CallOptions): Promise<IotVideoDescribeCloudStorageDateResult>;
  /**
   * Pages through the events that a camera recorded to the cloud.
   *
   * 分页查询摄像机的云存事件。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - Assumed: Only the start of the page was read: the table of errors is assumed to be that of the other pages on cloud storage.
   * - Assumed: An event may have more fields than the three listed.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106039 IotVideoDescribeCloudStorageEvents}
   */
  iotVideoDescribeCloudStorageEvents(params: IotVideoDescribeCloudStorageEventsParams, options?: CallOptions): Promise<IotVideoDescribeCloudStorageEventsResult>;
  /**
   * Reads the addresses of the pictures and the sound of a recorded stream.
   *
   * 查询云存图片流的视频和音频地址。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - Assumed: That `StartTime` is in seconds: the page names no unit, and its example has seconds.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106044 IotVideoDescribeCloudStorageStreamData}
   */
  iotVideoDescribeCloudStorageStreamData(params: IotVideoDescribeCloudStorageStreamDataParams, options?: CallOptions): Promise<IotVideoDescribeCloudStorageStreamDataResult>;
  /**
   * Reads the address of the thumbnail of an event in cloud storage.
   *
   * 查询云存事件缩略图的地址。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - Assumed: The table of errors is assumed to be that of the other pages on cloud storage.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106040 IotVideoDescribeCloudStorageThumbnail}
   */
  iotVideoDescribeCloudStorageThumbnail(params: IotVideoDescribeCloudStorageThumbnailParams, options?: CallOptions): Promise<IotVideoDescribeCloudStorageThumbnailResult>;
  /**
   * Reads the spans of one day that a camera recorded, and where playing begins from.
   *
   * 查询摄像机某一天的云存时间轴。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - `VideoURL` is a UUID in the example.
   * - Assumed: The table of errors is assumed to be that of the other pages on cloud storage.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106042 IotVideoDescribeCloudStorageTime}
   */
  iotVideoDescribeCloudStorageTime(params: IotVideoDescribeCloudStorageTimeParams, options?: CallOptions): Promise<IotVideoDescribeCloudStorageTimeResult>;
  /**
   * Signs the address of a recording so that it can be played until a given time.
   *
   * 为云存录像地址签名，使其在指定时间前可以播放。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - The overview of cloud storage (page 80183) has no `DeviceName`; it is required, as on the Action's own page.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106043 IotVideoGenerateSignedVideoURL}
   */
  iotVideoGenerateSignedVideoURL(params: IotVideoGenerateSignedVideoURLParams, options?: CallOptions): Promise<IotVideoGenerateSignedVideoURLResult>;
}

/** One request builder per Action; `buildRequest` with the Action's name does the same. */
export interface RequestBuilders {
  /**
   * Adds a sub-device that its gateway already knows to the gateway's family.
   *
   * 把网关下已绑定的子设备添加到网关所在的家庭。
   *
   * - The older copy's table gives the Action as `AppSecureAddDeviceInFamily`; its example and the newest copy say `AppBindSubDeviceInFamily`, which is sent.
   * - The times are text in the table of the struct and numbers in the example; both are read, and numbers handed out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43155 AppBindSubDeviceInFamily}
   */
  appBindSubDeviceInFamily(params: AppBindSubDeviceInFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Accepts a device that another user shares, with the token of the share.
   *
   * 凭分享 Token 绑定他人分享的设备。
   *
   * - The table spells `InvalidParameterValue.DeviecBinded`, the failure example `InvalidParameterValue.DeviceBinded`; both are known.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48188 AppBindUserShareDevice}
   */
  appBindUserShareDevice(params: AppBindUserShareDeviceParams, common: BuildOptions): HttpRequest;
  /**
   * Starts an action of a device without waiting for its answer.
   *
   * 异步调用设备行为，结果通过长连接返回。
   *
   * - `Status` is `Sent` here and `succ` in `AppCallDeviceActionSync`; no page lists its values.
   * - Assumed: The result arrives over the WebSocket of the platform, which this client does not open.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/61348 AppCallDeviceActionAsync}
   */
  appCallDeviceActionAsync(params: AppCallDeviceActionAsyncParams, common: BuildOptions): HttpRequest;
  /**
   * Runs an action of a device and waits for its answer.
   *
   * 同步调用设备行为并等待设备返回结果。
   *
   * - The table spells `OutputParqams` and the example `OutputParams`; both are read, and the latter is handed out.
   * - `Status` is `succ` here and `Sent` in `AppCallDeviceActionAsync`; no page lists its values.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/61347 AppCallDeviceActionSync}
   */
  appCallDeviceActionSync(params: AppCallDeviceActionSyncParams, common: BuildOptions): HttpRequest;
  /**
   * Checks whether there is newer firmware for a device.
   *
   * 查询设备是否有可升级的固件。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/47129 AppCheckFirmwareUpdate}
   */
  appCheckFirmwareUpdate(params: AppCheckFirmwareUpdateParams, common: BuildOptions): HttpRequest;
  /**
   * Sets property values of a bound device.
   *
   * 控制已绑定设备，下发属性数据。
   *
   * - The request example carries a number `AppId` that no table lists; it was left out here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40805 AppControlDeviceData}
   */
  appControlDeviceData(params: AppControlDeviceDataParams, common: BuildOptions): HttpRequest;
  /**
   * Sends a registered file to a device, or removes it there.
   *
   * 向设备下发文件，或删除设备上的文件。
   *
   * - The table gives another Action's name as its own.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/60590 AppControlDeviceResource}
   */
  appControlDeviceResource(params: AppControlDeviceResourceParams, common: BuildOptions): HttpRequest;
  /**
   * Creates an automation: actions that run when its conditions hold.
   *
   * 创建自动智能联动，条件满足时自动执行动作。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - An older copy's example also sends `FilterType`, which no table lists; it passes if given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50215 AppCreateAutomation}
   */
  appCreateAutomation(params: AppCreateAutomationParams, common: BuildOptions): HttpRequest;
  /**
   * Creates an account with a phone number and a code that was sent to it.
   *
   * 用手机号和短信验证码注册账号。
   *
   * - The id is spelled `UserID` here and `UserId` in the structures; it is handed out as `UserID`.
   * - The example answers another `RequestId` than was sent; it is kept as it came.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40783 AppCreateCellphoneUser}
   */
  appCreateCellphoneUser(params: AppCreateCellphoneUserParams, common: AppBuildOptions): HttpRequest;
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
   * Creates an account with an e-mail address and a code that was sent to it.
   *
   * 用邮箱和邮箱验证码注册账号。
   *
   * - The id is spelled `UserID` here and `UserId` in the structures; it is handed out as `UserID`.
   * - The error table lacks `ErrorRequiredParamNotFound` and `InvalidAction`, which that of `AppCreateCellphoneUser` has.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40784 AppCreateEmailUser}
   */
  appCreateEmailUser(params: AppCreateEmailUserParams, common: AppBuildOptions): HttpRequest;
  /**
   * Creates a family, which the user then owns.
   *
   * 创建家庭。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40808 AppCreateFamily}
   */
  appCreateFamily(params: AppCreateFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Creates a geofence that raises an alarm when a device enters or leaves it.
   *
   * 为设备创建地理围栏，设备进出围栏时告警。
   *
   * - `FenceId` is text in the table and a number in the example and on every other page; both are read, and a number handed out.
   * - Assumed: No page says which other values `AlertCondition` and `Method` may have.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/54140 AppCreateFence}
   */
  appCreateFence(params: AppCreateFenceParams, common: BuildOptions): HttpRequest;
  /**
   * Registers an uploaded file, so that it can be sent to devices.
   *
   * 登记已上传的文件，供下发给设备。
   *
   * - Two pages describe this Action with the same table, one as registering an upload, one as making a delivery task.
   * - `ResourceType` and `ReadProtect` stand in the example of one page only and are explained nowhere; both are optional.
   * - Assumed: The hash is not named; the 32 digits of the example suggest MD5.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/67570 AppCreateProductResource}
   */
  appCreateProductResource(params: AppCreateProductResourceParams, common: BuildOptions): HttpRequest;
  /**
   * Creates a room in a family.
   *
   * 在家庭中新建房间。
   *
   * - `RoomId` is text in the table and a number in the example; both are read, and text is handed out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40813 AppCreateRoom}
   */
  appCreateRoom(params: AppCreateRoomParams, common: BuildOptions): HttpRequest;
  /**
   * Creates a scene: a list of actions that the user runs by hand.
   *
   * 新建手动智能联动。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50210 AppCreateScene}
   */
  appCreateScene(params: AppCreateSceneParams, common: BuildOptions): HttpRequest;
  /**
   * Makes a token with which another user can accept a shared device.
   *
   * 生成设备分享 Token。
   *
   * - The request example leaves out `FamilyId`, which the table requires; it is required, and added to the example here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48183 AppCreateShareDeviceToken}
   */
  appCreateShareDeviceToken(params: AppCreateShareDeviceTokenParams, common: BuildOptions): HttpRequest;
  /**
   * Creates a timer that sets properties of a device.
   *
   * 为设备创建定时任务，到点下发属性数据。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40796 AppCreateTimer}
   */
  appCreateTimer(params: AppCreateTimerParams, common: BuildOptions): HttpRequest;
  /**
   * Deletes an automation.
   *
   * 删除自动智能联动。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - The page's sentence is a copy of that of `AppDescribeAutomation`; this Action deletes.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppDeleteAutomation}
   */
  appDeleteAutomation(params: AppDeleteAutomationParams, common: BuildOptions): HttpRequest;
  /**
   * Unbinds a device from its family; it must be provisioned anew before it can be bound again.
   *
   * 解绑家庭中的设备，之后需重新配网才能再次绑定。
   *
   * - The table requires `RoomId`, which no example and no shipped client sends; it is optional here.
   * - An older copy's table lacks `ProductId`, which its example sends; it is required here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40802 AppDeleteDeviceInFamily}
   */
  appDeleteDeviceInFamily(params: AppDeleteDeviceInFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Deletes a family.
   *
   * 删除家庭。
   *
   * - The name is required besides the id; no page says what becomes of one that does not match.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40809 AppDeleteFamily}
   */
  appDeleteFamily(params: AppDeleteFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Removes a member from a family; only its administrator may.
   *
   * 由管理员把成员移出家庭。
   *
   * - Older copies of the page and shipped clients spell `MemberID`; `MemberId` is sent, as on the newest copy.
   * - Parameters that the table does not know are sent as they are given, so a service that still wants `MemberID` can be given it too.
   * - `FamilyId` stands on the newest copy only, and as optional; give it, since a member may be in several families.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40819 AppDeleteFamilyMember}
   */
  appDeleteFamilyMember(params: AppDeleteFamilyMemberParams, common: BuildOptions): HttpRequest;
  /**
   * Deletes a geofence.
   *
   * 删除设备的地理围栏。
   *
   * - `AlertCondition`, `FenceEnable` and `Method` are required, as if copied from `AppModifyFenceStatus`: give what the fence has.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppDeleteFence}
   */
  appDeleteFence(params: AppDeleteFenceParams, common: BuildOptions): HttpRequest;
  /**
   * Deletes a message of the user.
   *
   * 删除用户的一条消息。
   *
   * - `MsgID` is text in the table and a bare number in the request example; it is sent as text, since it may be beyond what a number holds exactly.
   * - Another page of the reference, in the chapter on music, spells `MsgId`, takes several ids joined by commas, and answers `InvalidParameterValue.MsgIdInvalid`; that code is known too.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40795 AppDeleteMessage}
   */
  appDeleteMessage(params: AppDeleteMessageParams, common: BuildOptions): HttpRequest;
  /**
   * Deletes a room of a family.
   *
   * 删除家庭中的房间。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40815 AppDeleteRoom}
   */
  appDeleteRoom(params: AppDeleteRoomParams, common: BuildOptions): HttpRequest;
  /**
   * Deletes a scene.
   *
   * 删除手动智能联动。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppDeleteScene}
   */
  appDeleteScene(params: AppDeleteSceneParams, common: BuildOptions): HttpRequest;
  /**
   * Deletes a timer of a device.
   *
   * 删除设备的定时任务。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40798 AppDeleteTimer}
   */
  appDeleteTimer(params: AppDeleteTimerParams, common: BuildOptions): HttpRequest;
  /**
   * Reads one automation in full.
   *
   * 查询一个自动智能联动的详情。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - The automation is the field `Data` itself, which elsewhere only wraps fields; it is handed out as `Data`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50217 AppDescribeAutomation}
   */
  appDescribeAutomation(params: AppDescribeAutomationParams, common: BuildOptions): HttpRequest;
  /**
   * Reads the state of one file on a device.
   *
   * 查询设备上某个文件的状态。
   *
   * - No page says what the numbers of `Status` mean.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/67571 AppDescribeDeviceResource}
   */
  appDescribeDeviceResource(params: AppDescribeDeviceResourceParams, common: BuildOptions): HttpRequest;
  /**
   * Reads the details of one family.
   *
   * 查询家庭详情。
   *
   * - The name is `FamilyName` here and `Name` in `AppGetFamilyList`; each is handed out as it is called.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40812 AppDescribeFamily}
   */
  appDescribeFamily(params: AppDescribeFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Reads the state and the progress of a firmware upgrade.
   *
   * 查询设备固件升级的状态和进度。
   *
   * - The example lacks `Status`; it is optional.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/47128 AppDescribeFirmwareUpdateStatus}
   */
  appDescribeFirmwareUpdateStatus(params: AppDescribeFirmwareUpdateStatusParams, common: BuildOptions): HttpRequest;
  /**
   * Reads which device a token shares, and who accepted it.
   *
   * 查询设备分享 Token 的详情，包括是否已被接受。
   *
   * - The table has `AliasName` and `IconUrl` beside `ShareDeviceTokenInfo`, the example within; each is handed out where it comes.
   * - The struct spells `DeviecName`, the example `DeviceName`; both are read, and `DeviceName` is handed out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48187 AppDescribeShareDeviceToken}
   */
  appDescribeShareDeviceToken(params: AppDescribeShareDeviceTokenParams, common: BuildOptions): HttpRequest;
  /**
   * Leaves a family.
   *
   * 退出家庭。
   *
   * - The table of older copies has no parameter of its own although their example sends `FamilyId`; it is required, as on the newest copy.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40820 AppExitFamily}
   */
  appExitFamily(params: AppExitFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Detaches a sub-device from its gateway.
   *
   * 解除子设备与网关的绑定关系。
   *
   * - The reference prints the first parameter as `ProductId,`; its example sends `ProductId`, and so does this client.
   * - The page names no host; its example posts to `tokenapi`.
   * - The table of errors is that of `AppSigGatewayBindDevice`: it lists a wrong signature although none is sent.
   * - Assumed: The last rows of the table of errors are taken from `AppSigGatewayBindDevice`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/65843 AppGatewayUnbindDevice}
   */
  appGatewayUnbindDevice(params: AppGatewayUnbindDeviceParams, common: BuildOptions): HttpRequest;
  /**
   * Lists the automations of a family.
   *
   * 查询家庭的自动智能联动列表。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - There are no pages and there is no `Total`, unlike in the list of scenes: all come at once.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50216 AppGetAutomationList}
   */
  appGetAutomationList(params: AppGetAutomationListParams, common: BuildOptions): HttpRequest;
  /**
   * Reads averages, minima or maxima of a numeric property over spans of time.
   *
   * 按时间粒度查询设备数值属性的聚合值，如平均值、最小值、最大值。
   *
   * - The table lists `Date` and `TimestampMs` as fields of the answer and forgets `Data`; the example has all three in a list `Results`, as here.
   * - Assumed: The request example sends 0 for both times, which seems to mean the default.
   * - Assumed: Shipped panels send `MinTime` and `MaxTime` for the times, and `sum` too for `AggMethod`; both pass.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppGetDeviceAggsData}
   */
  appGetDeviceAggsData(params: AppGetDeviceAggsDataParams, common: BuildOptions): HttpRequest;
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
   * Reads the property values that a device reported last.
   *
   * 查询设备最近上报的属性数据。
   *
   * - `Data` is JSON within a text; it is handed out as it came.
   * - Assumed: Shipped mini-programs send `DeviceId` in place of `ProductId` and `DeviceName`; the page knows the two only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48492 AppGetDeviceData}
   */
  appGetDeviceData(params: AppGetDeviceDataParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the past values of one property.
   *
   * 分页查询设备某个属性的历史数据。
   *
   * - The page says that `Listover` true means more to come, the opposite of its name, of `AppListEventHistory` and of the cloud's server API; it is handed out as it came.
   * - A translated copy of the page requires `DeviceId` in place of `ProductId` and `DeviceName`, but its example sends the two; they are required here.
   * - The example answers for another property than it was asked for.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43119 AppGetDeviceDataHistory}
   */
  appGetDeviceDataHistory(params: AppGetDeviceDataHistoryParams, common: BuildOptions): HttpRequest;
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
   * Reads the current position of a cellular device.
   *
   * 查询蜂窝设备的当前位置。
   *
   * - The table has the coordinates in an object `Location`, the example beside `CreateTime`; both are read, and they are handed out without it.
   * - `Ret` and `ErrMsg` stand in the example only; they are handed out, and no error is made of them.
   * - Nanoseconds are beyond 2^53 − 1: such a number is handed out as the text of its digits.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48494 AppGetDeviceLocation}
   */
  appGetDeviceLocation(params: AppGetDeviceLocationParams, common: BuildOptions): HttpRequest;
  /**
   * Reads where a cellular device was within the last month.
   *
   * 查询蜂窝设备最近一个月内的历史位置。
   *
   * - The table has the list in `Data` itself, the example in `Data.Pos`; both are read, and it is handed out as `Pos`.
   * - `Ret` and `ErrMsg` stand in the example only; they are handed out, and no error is made of them.
   * - What is asked for is in milliseconds, what is answered in nanoseconds.
   * - Nanoseconds are beyond 2^53 − 1: such a number is handed out as the text of its digits.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48495 AppGetDeviceLocationHistory}
   */
  appGetDeviceLocationHistory(params: AppGetDeviceLocationHistoryParams, common: BuildOptions): HttpRequest;
  /**
   * Reads whether devices are online.
   *
   * 批量查询设备的在线状态。
   *
   * - The table calls the list `Devices` and the example `DeviceStatuses`; both are read, and the latter is handed out.
   * - A comment in the example says that `Online` is 0 for online and 1 for offline. The structures say the reverse, and shipped clients take 1 as online and less than 0 as out of order; it is handed out as it came.
   * - The structure that the table names has `LoginTime` and `LastDataTime` and lacks `DeviceId` and `ProductId`; the example has it the other way round. Any of them may be missing.
   * - An older copy asks by `ProductId` and `ListDeviceName`; `DeviceIds` is sent.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40804 AppGetDeviceStatuses}
   */
  appGetDeviceStatuses(params: AppGetDeviceStatusesParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the devices of a family, or of one of its rooms.
   *
   * 分页查询家庭或某个房间中已绑定的设备。
   *
   * - The table requires `RoomId`, which may be empty: it is optional here, and an empty one is sent.
   * - The example spells `UserID` where the structure has `UserId`; both are read, and the latter is handed out.
   * - The example lacks `FamilyId` and `DeviceType`; both are optional.
   * - The table describes `Total` as a family; it is the number of devices.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40803 AppGetFamilyDeviceList}
   */
  appGetFamilyDeviceList(params: AppGetFamilyDeviceListParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the families that the user belongs to.
   *
   * 分页查询用户所在的家庭。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40811 AppGetFamilyList}
   */
  appGetFamilyList(params: AppGetFamilyListParams | undefined, common: BuildOptions): HttpRequest;
  /**
   * Pages through the members of a family.
   *
   * 分页查询家庭成员列表。
   *
   * - The example answers without `Response` around it; it is read with and without.
   * - The example spells `UserID`, the struct `UserId`; both are read, and `UserId` is handed out.
   * - The table allows a `Limit` of 50, and the example sends 100: what is given is sent, and the service may answer fewer.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40821 AppGetFamilyMemberList}
   */
  appGetFamilyMemberList(params: AppGetFamilyMemberListParams, common: BuildOptions): HttpRequest;
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
   * Pages through the alarms that a geofence raised.
   *
   * 分页查询地理围栏的告警事件列表。
   *
   * - The table has times in seconds, the example sends milliseconds, and so does the service's interface for servers; they are sent as they are given.
   * - `Limit` has a default of 0 on the newest copy, which would answer nothing: give one.
   * - `CreateTime` is text in the table of the struct and a number in the example; both are read, and a number handed out.
   * - The struct describes `EventType` as the name of a fence; the example has `enter`.
   * - `Total` stands in the example of older copies only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/54141 AppGetFenceEventList}
   */
  appGetFenceEventList(params: AppGetFenceEventListParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the geofences of a device.
   *
   * 分页查询设备的地理围栏列表。
   *
   * - `CreateTime` and `UpdateTime` are text in the table of the struct and numbers in the example; both are read, and numbers handed out.
   * - No `Total` is answered: the last page is the one that is not full.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/54142 AppGetFenceList}
   */
  appGetFenceList(params: AppGetFenceListParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through a gateway's sub-devices of one product, whether or not they are in a family.
   *
   * 分页查询网关下指定产品的子设备，包括尚未加入家庭的。
   *
   * - `Total` is text in the table and a number in the example; both are read, and a number handed out.
   * - The table names the struct DeviceList for the elements; the example shows other fields, `BindStatus` among them, which are the ones listed here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48129 AppGetGatewayBindDeviceList}
   */
  appGetGatewayBindDeviceList(params: AppGetGatewayBindDeviceListParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the messages of the user, of one category, newest first.
   *
   * 分页查询用户某一类的消息，最新的在前。
   *
   * - `Listover` is text in the table and `true` in the example; `"true"` and `"false"` are read too, and a boolean handed out.
   * - `Msgs` stands in the example and not in the table.
   * - The example spells `UserID`, `FromUserID`, `MsgID` and `RelateUserID`, the struct `UserId`, `FromUserId`, `MsgId` and `RelateUserId`; both are read, and the struct's are handed out.
   * - The example has a `MsgType` 100, which the struct's list lacks, and messages of other categories than it asks for.
   * - Assumed: That the newest message comes first: only the example shows it.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40794 AppGetMessages}
   */
  appGetMessages(params: AppGetMessagesParams, common: BuildOptions): HttpRequest;
  /**
   * Reads the state of each device that has reported a bind token.
   *
   * 查询同一配网 Token 下各设备的绑定状态。
   *
   * - Assumed: No page documents this Action: shipped clients poll it where firmware has token version 3, with which several devices report one token.
   * - Assumed: No bind call follows: a device whose `State` is 2 is bound.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppGetMultiDeviceBindTokenState}
   */
  appGetMultiDeviceBindTokenState(params: AppGetMultiDeviceBindTokenStateParams, common: BuildOptions): HttpRequest;
  /**
   * Reads products, each with its data template.
   *
   * 查询产品信息，包括产品的数据模板。
   *
   * - `State` and `AppTemplate` stand in the example only; both are optional.
   * - A product comes once for each of its devices that were asked for, so it may come more than once; the list is handed out as it came.
   * - The example prints `DataTemplate` without escaping its quotes; it is shortened here.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48764 AppGetProducts}
   */
  appGetProducts(params: AppGetProductsParams, common: BuildOptions): HttpRequest;
  /**
   * Makes an address from which a registered file can be downloaded.
   *
   * 获取已登记文件的下载地址。
   *
   * - `EffectiveTime` is called a validity, and the example sends a moment in Unix seconds; it is sent as given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/70295 AppGetResourceDownloadUrl}
   */
  appGetResourceDownloadUrl(params: AppGetResourceDownloadUrlParams, common: BuildOptions): HttpRequest;
  /**
   * Makes an address to which a file of a product can be uploaded.
   *
   * 获取产品文件的上传地址。
   *
   * - Older copies of the page carry the name of `AppGetResourceDownloadUrl`; this Action's own name is sent.
   * - The Action ends in `URL`, the one for downloads in `Url`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/67572 AppGetResourceUploadURL}
   */
  appGetResourceUploadURL(params: AppGetResourceUploadURLParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the rooms of a family.
   *
   * 分页查询家庭的房间列表。
   *
   * - Table and example of the newest copy have the rooms in `FamilyList`, as if copied from the families' page; older copies and shipped clients have `RoomList`. Both are read, and `RoomList` is handed out.
   * - `FamilyId` is optional in the table, though rooms belong to a family: give it.
   * - `Total` is described as a number of devices; it is taken as that of the rooms.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40816 AppGetRoomList}
   */
  appGetRoomList(params: AppGetRoomListParams | undefined, common: BuildOptions): HttpRequest;
  /**
   * Pages through the scenes of a family.
   *
   * 分页查询家庭的手动智能联动列表。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   * - Fields of an action that would be empty are left out of the answer.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50211 AppGetSceneList}
   */
  appGetSceneList(params: AppGetSceneListParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the timers of a device.
   *
   * 分页查询设备的定时任务。
   *
   * - `Status` of a timer is text in the structure and a number in the example; both are read, and a number is handed out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40800 AppGetTimerList}
   */
  appGetTimerList(params: AppGetTimerListParams, common: BuildOptions): HttpRequest;
  /**
   * Signs a user in with phone number or e-mail address and password.
   *
   * 用手机号或邮箱加密码登录，获取访问 Token。
   *
   * - The table has `Data` as text; in the example it is an object of `ExpireAt` and `Token`, as here.
   * - The failure example has `InternalError` for a code and puts the real one before a bar in the message: `InvalidParameterValue.UserLoginFailed|…`. The real code is the one that the error has here.
   * - `CancelAccountTime` stands in the structure only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40786 AppGetToken}
   */
  appGetToken(params: AppGetTokenParams, common: AppBuildOptions): HttpRequest;
  /**
   * Signs a WeChat user in, creating the account the first time.
   *
   * 微信用户登录，首次登录时自动注册账号。
   *
   * - The failure example answers `InvalidParameterValue.ErrorUserNotExists`, which the error table lacks.
   * - The table lists `ExpireAt` and `Token` side by side with `RequestId`; in the example they are in `Data`. Both are read.
   * - `CancelAccountTime` stands in the structure only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40781 AppGetTokenByWeiXin}
   */
  appGetTokenByWeiXin(params: AppGetTokenByWeiXinParams, common: AppBuildOptions): HttpRequest;
  /**
   * Reads who is signed in.
   *
   * 查询当前登录用户的信息。
   *
   * - Assumed: No page documents this Action: shipped clients call it after sign-in. Its fields are those of the reference's `IotUserDetail`, which no Action of the reference uses.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppGetUser}
   */
  appGetUser(params: AppGetUserParams | undefined, common: BuildOptions): HttpRequest;
  /**
   * Reads the user's notification switches and other settings.
   *
   * 查询用户的消息推送开关等设置。
   *
   * - The example has the four switches for messages only; the structure lists more. All are optional.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40789 AppGetUserSetting}
   */
  appGetUserSetting(params: AppGetUserSettingParams | undefined, common: BuildOptions): HttpRequest;
  /**
   * Makes a token with which a WeChat friend can join a family.
   *
   * 生成家庭邀请 Token，供微信好友加入家庭。
   *
   * - One copy of the page has no `Name`; it is required, as on the newest copy.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40817 AppInviteMember}
   */
  appInviteMember(params: AppInviteMemberParams, common: BuildOptions): HttpRequest;
  /**
   * Joins a family with the token of an invitation.
   *
   * 凭邀请 Token 加入家庭。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40818 AppJoinFamily}
   */
  appJoinFamily(params: AppJoinFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Runs a command of the Kugou music service for a device, such as its activation.
   *
   * 以设备身份执行酷狗音乐命令，如激活设备。
   *
   * - One Action covers many music commands, told apart by `KGCommand`; each has a page and shapes of its own, which are not checked here.
   * - A command that fails says so in `ErrorCode` and `ErrorMsg` of an answer that is otherwise fine; both are handed out and no error is made of them, so look at `ErrorCode`.
   * - The table of errors is that of the gateway pages.
   * - Assumed: There may be commands that no page was seen of.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppKugouDeviceCommand}
   */
  appKugouDeviceCommand(params: AppKugouDeviceCommandParams, common: BuildOptions): HttpRequest;
  /**
   * Runs a command of the Kugou music service for the user of a music device.
   *
   * 以用户身份执行酷狗音乐命令，如查询歌曲信息。
   *
   * - One Action covers many music commands, told apart by `KGCommand`; each has a page and shapes of its own, which are not checked here.
   * - A command that fails says so in `ErrorCode` and `ErrorMsg` of an answer that is otherwise fine; both are handed out and no error is made of them, so look at `ErrorCode`.
   * - The table of errors is that of the gateway pages.
   * - Assumed: There are more commands than those that a page was seen of.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/60575 AppKugouUserCommand}
   */
  appKugouUserCommand(params: AppKugouUserCommandParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the past events of a device.
   *
   * 分页查询设备的历史事件。
   *
   * - The request example spells `ProductID`; `ProductId` is sent, as the table has it.
   * - The example lacks `Listover` and carries `ClientToken` and `OutputParams` of another page; these are kept.
   * - `StartTime` 0 is said to mean now, as `EndTime` 0 is, and yet the example sends both; they are sent as given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/60783 AppListEventHistory}
   */
  appListEventHistory(params: AppListEventHistoryParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the users whom a device is shared with.
   *
   * 分页查询设备的分享用户列表。
   *
   * - `ProductId` is missing from the table; the example and shipped clients send it, and it is required, since a name alone does not tell a device.
   * - `Limit` is required and yet has a default, 10.
   * - `Avatar` stands in the example only.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48191 AppListShareDeviceUsers}
   */
  appListShareDeviceUsers(params: AppListShareDeviceUsersParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the devices that other users share with this user.
   *
   * 分页查询他人分享给当前用户的设备列表。
   *
   * - `Limit` is required and yet has a default, 10.
   * - `CreateTime` is an RFC 3339 text here and not Unix seconds; it is handed out as it comes.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48189 AppListUserShareDevices}
   */
  appListUserShareDevices(params: AppListUserShareDevicesParams, common: BuildOptions): HttpRequest;
  /**
   * Signs the user out: the access token is good for nothing afterwards.
   *
   * 退出登录，访问 Token 随之失效。
   *
   * - The page's title can be read as closing the account; this Action only ends the sign-in.
   * - The failure example has an empty `RequestId`; it is kept as it came.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40787 AppLogoutUser}
   */
  appLogoutUser(params: AppLogoutUserParams | undefined, common: BuildOptions): HttpRequest;
  /**
   * Replaces the contents of an automation.
   *
   * 修改自动智能联动，整体替换其条件和动作。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - The request example carries another Action's name.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50219 AppModifyAutomation}
   */
  appModifyAutomation(params: AppModifyAutomationParams, common: BuildOptions): HttpRequest;
  /**
   * Switches an automation on or off.
   *
   * 启用或关闭自动智能联动。
   *
   * - The page names `appapi` as the address, but its example posts to `tokenapi` with an access token; `tokenapi` is used.
   * - The request example carries another Action's name.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50220 AppModifyAutomationStatus}
   */
  appModifyAutomationStatus(params: AppModifyAutomationStatusParams, common: BuildOptions): HttpRequest;
  /**
   * Changes the name and the address of a family.
   *
   * 修改家庭的名称和地址。
   *
   * - Both are required: who changes one sends the other as it was.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40810 AppModifyFamily}
   */
  appModifyFamily(params: AppModifyFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Moves a device to another room of its family.
   *
   * 把设备移到家庭中的另一个房间。
   *
   * - The page stands in the chapter on sharing, with which it has nothing to do.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43201 AppModifyFamilyDeviceRoom}
   */
  appModifyFamilyDeviceRoom(params: AppModifyFamilyDeviceRoomParams, common: BuildOptions): HttpRequest;
  /**
   * Changes a geofence: all of it is given anew.
   *
   * 修改设备的地理围栏，需传入全部字段。
   *
   * - Assumed: No page says which other values `AlertCondition` and `Method` may have.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/54144 AppModifyFence}
   */
  appModifyFence(params: AppModifyFenceParams, common: BuildOptions): HttpRequest;
  /**
   * Switches the alarms of a geofence on or off.
   *
   * 启用或停用设备的地理围栏。
   *
   * - `AlertCondition` and `Method` are required although only the switch is to change: give what the fence has.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppModifyFenceStatus}
   */
  appModifyFenceStatus(params: AppModifyFenceStatusParams, common: BuildOptions): HttpRequest;
  /**
   * Renames a room of a family.
   *
   * 修改房间名称。
   *
   * - `Name` is optional although there is nothing else to change.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40814 AppModifyRoom}
   */
  appModifyRoom(params: AppModifyRoomParams, common: BuildOptions): HttpRequest;
  /**
   * Replaces the name, the picture and the actions of a scene.
   *
   * 修改手动智能联动的名称、背景图和动作。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50213 AppModifyScene}
   */
  appModifyScene(params: AppModifySceneParams, common: BuildOptions): HttpRequest;
  /**
   * Changes a timer of a device.
   *
   * 修改设备的定时任务。
   *
   * - The example sends `9:30` and the list answers `09:30`: a leading zero is not settled, and what is given is sent.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40797 AppModifyTimer}
   */
  appModifyTimer(params: AppModifyTimerParams, common: BuildOptions): HttpRequest;
  /**
   * Switches a timer of a device on or off.
   *
   * 启用或关闭设备的定时任务。
   *
   * - `Status` is optional in the table, although it is what the call is for; no page says what happens without it.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40799 AppModifyTimerStatus}
   */
  appModifyTimerStatus(params: AppModifyTimerStatusParams, common: BuildOptions): HttpRequest;
  /**
   * Confirms a firmware upgrade: the cloud tells the device to start.
   *
   * 确认固件升级，由云端通知设备开始升级。
   *
   * - One copy's table lists `CurrentVersion` and `DstVersion`, which the example lacks; they are handed out if they come.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/47131 AppPublishFirmwareUpdateMessage}
   */
  appPublishFirmwareUpdateMessage(params: AppPublishFirmwareUpdateMessageParams, common: BuildOptions): HttpRequest;
  /**
   * Publishes a message in the name of a Bluetooth device, such as its reply to an action.
   *
   * 代蓝牙设备发布消息，例如设备行为的回复。
   *
   * - The table does not say how `Payload` is encoded, and the example sends Base64; it is sent as it is given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50203 AppPublishMsgAsDevice}
   */
  appPublishMsgAsDevice(params: AppPublishMsgAsDeviceParams, common: BuildOptions): HttpRequest;
  /**
   * Sends a message to a device and waits for its reply.
   *
   * 向设备下发 RRPC 消息并等待设备回复。
   *
   * - What is sent is plain text, what is answered is Base64; neither is converted.
   * - Assumed: That it still works: its sibling for servers, `PublishRRPCMessage`, was to end in March 2025.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/61545 AppPublishRRPCMessage}
   */
  appPublishRRPCMessage(params: AppPublishRRPCMessageParams, common: BuildOptions): HttpRequest;
  /**
   * Stops sharing a device with one user.
   *
   * 取消对某个用户的设备分享。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48192 AppRemoveShareDeviceUser}
   */
  appRemoveShareDeviceUser(params: AppRemoveShareDeviceUserParams, common: BuildOptions): HttpRequest;
  /**
   * Gives up a device that another user shares with this user.
   *
   * 移除他人分享给当前用户的设备。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/48190 AppRemoveUserShareDevice}
   */
  appRemoveUserShareDevice(params: AppRemoveUserShareDeviceParams, common: BuildOptions): HttpRequest;
  /**
   * Reports property values in the name of a Bluetooth device.
   *
   * 代蓝牙设备上报属性数据。
   *
   * - The parameter is `TimeStamp` here, with a capital S, unlike the common parameter `Timestamp`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50202 AppReportDataAsDevice}
   */
  appReportDataAsDevice(params: AppReportDataAsDeviceParams, common: BuildOptions): HttpRequest;
  /**
   * Reports an event in the name of a Bluetooth device.
   *
   * 代蓝牙设备上报事件。
   *
   * - `Method` is required and yet has a default, `reported` (`repoted` in older copies): it is required here.
   * - The table requires `EventTimeStamp` and the example lacks it; it is required here and was added to the example.
   * - The example's answer has an empty `Data` that the table does not list; it is kept.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50204 AppReportDeviceEvent}
   */
  appReportDeviceEvent(params: AppReportDeviceEventParams, common: BuildOptions): HttpRequest;
  /**
   * Sets a new password with a code that was sent by SMS.
   *
   * 用短信验证码重置密码。
   *
   * - The error table has a code for asking too often and none for a wrong verification code.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/47613 AppResetPasswordByCellphone}
   */
  appResetPasswordByCellphone(params: AppResetPasswordByCellphoneParams, common: AppBuildOptions): HttpRequest;
  /**
   * Sets a new password with a code that was sent by e-mail.
   *
   * 用邮箱验证码重置密码。
   *
   * - The request example lacks `VerificationCode`, which the table requires; it was added to the example.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/56317 AppResetPasswordByEmail}
   */
  appResetPasswordByEmail(params: AppResetPasswordByEmailParams, common: AppBuildOptions): HttpRequest;
  /**
   * Runs a scene now.
   *
   * 立即执行手动智能联动。
   *
   * - The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/50214 AppRunScene}
   */
  appRunScene(params: AppRunSceneParams, common: BuildOptions): HttpRequest;
  /**
   * Binds a device to a family with a device signature, mostly from a scanned QR code.
   *
   * 用设备签名（通常来自扫描二维码）把设备绑定到家庭。
   *
   * - Assumed: No page documents this Action: the page of structures names it as a user of AppDeviceInfo, and shipped clients call it with these parameters.
   * - Assumed: Its answer and its error codes are taken to be those of `AppBindSubDeviceInFamily`.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40773 AppSecureAddDeviceInFamily}
   */
  appSecureAddDeviceInFamily(params: AppSecureAddDeviceInFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Sends a verification code to an e-mail address.
   *
   * 向邮箱发送验证码。
   *
   * - The table promises `UserId`, and the example answers `Data` only; both are optional.
   * - Binding an e-mail address is named as a use, and no `Type` is listed for it; any is sent as given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/56316 AppSendEmailVerificationCode}
   */
  appSendEmailVerificationCode(params: AppSendEmailVerificationCodeParams, common: AppBuildOptions): HttpRequest;
  /**
   * Sends another user an invitation to share a device, as a message.
   *
   * 向其他用户发送设备分享邀请。
   *
   * - An older copy of the table requires `FamilyId`; no example sends it, and it may be left out.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43156 AppSendShareDeviceInvite}
   */
  appSendShareDeviceInvite(params: AppSendShareDeviceInviteParams, common: BuildOptions): HttpRequest;
  /**
   * Sends another user an invitation to a family, as a message.
   *
   * 向其他用户发送加入家庭的邀请。
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/43157 AppSendShareFamilyInvite}
   */
  appSendShareFamilyInvite(params: AppSendShareFamilyInviteParams, common: BuildOptions): HttpRequest;
  /**
   * Sends a verification code to a phone number.
   *
   * 向手机号发送短信验证码。
   *
   * - The table promises `UserID`, and the example answers `Data` only; both are optional.
   * - Binding a phone number is named as a use, and no `Type` is listed for it; any is sent as given.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40785 AppSendVerificationCode}
   */
  appSendVerificationCode(params: AppSendVerificationCodeParams, common: AppBuildOptions): HttpRequest;
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
  /**
   * Gives a bound device another name.
   *
   * 修改已绑定设备的名称。
   *
   * - `RoomId` is text in the table and the number 0 in the example; both are read, and text is handed out.
   * - The example answers for another device than it was asked for.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40806 AppUpdateDeviceInFamily}
   */
  appUpdateDeviceInFamily(params: AppUpdateDeviceInFamilyParams, common: BuildOptions): HttpRequest;
  /**
   * Changes the profile of the user, or binds a phone number or e-mail address to it.
   *
   * 修改用户资料，或绑定手机号、邮箱。
   *
   * - The example answers another `RequestId` than was sent, and the failure example an empty one; each is kept as it came.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40788 AppUpdateUser}
   */
  appUpdateUser(params: AppUpdateUserParams | undefined, common: BuildOptions): HttpRequest;
  /**
   * Changes the user's notification switches.
   *
   * 修改用户的消息推送开关。
   *
   * - The table requires all four switches, as here; the structure has each as optional and lists more settings, which pass if given.
   * - Assumed: Shipped clients change one other setting, such as `TemperatureUnit`, without the switches; here the four go with it.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/40790 AppUpdateUserSetting}
   */
  appUpdateUserSetting(params: AppUpdateUserSettingParams, common: BuildOptions): HttpRequest;
  /**
   * Lists the days of which a camera has recordings in the cloud.
   *
   * 查询摄像机有云存录像的日期。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - `Data` is the list itself here, and no envelope.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106041 IotVideoDescribeCloudStorageDate}
   */
  iotVideoDescribeCloudStorageDate(params: IotVideoDescribeCloudStorageDateParams, common: BuildOptions): HttpRequest;
  /**
   * Pages through the events that a camera recorded to the cloud.
   *
   * 分页查询摄像机的云存事件。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - Assumed: Only the start of the page was read: the table of errors is assumed to be that of the other pages on cloud storage.
   * - Assumed: An event may have more fields than the three listed.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106039 IotVideoDescribeCloudStorageEvents}
   */
  iotVideoDescribeCloudStorageEvents(params: IotVideoDescribeCloudStorageEventsParams, common: BuildOptions): HttpRequest;
  /**
   * Reads the addresses of the pictures and the sound of a recorded stream.
   *
   * 查询云存图片流的视频和音频地址。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - Assumed: That `StartTime` is in seconds: the page names no unit, and its example has seconds.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106044 IotVideoDescribeCloudStorageStreamData}
   */
  iotVideoDescribeCloudStorageStreamData(params: IotVideoDescribeCloudStorageStreamDataParams, common: BuildOptions): HttpRequest;
  /**
   * Reads the address of the thumbnail of an event in cloud storage.
   *
   * 查询云存事件缩略图的地址。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - Assumed: The table of errors is assumed to be that of the other pages on cloud storage.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106040 IotVideoDescribeCloudStorageThumbnail}
   */
  iotVideoDescribeCloudStorageThumbnail(params: IotVideoDescribeCloudStorageThumbnailParams, common: BuildOptions): HttpRequest;
  /**
   * Reads the spans of one day that a camera recorded, and where playing begins from.
   *
   * 查询摄像机某一天的云存时间轴。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - `VideoURL` is a UUID in the example.
   * - Assumed: The table of errors is assumed to be that of the other pages on cloud storage.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106042 IotVideoDescribeCloudStorageTime}
   */
  iotVideoDescribeCloudStorageTime(params: IotVideoDescribeCloudStorageTimeParams, common: BuildOptions): HttpRequest;
  /**
   * Signs the address of a recording so that it can be played until a given time.
   *
   * 为云存录像地址签名，使其在指定时间前可以播放。
   *
   * - The name lacks the `App` of all other Actions.
   * - The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.
   * - The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.
   * - The overview of cloud storage (page 80183) has no `DeviceName`; it is required, as on the Action's own page.
   *
   * @see {@link https://cloud.tencent.com/document/product/1081/106043 IotVideoGenerateSignedVideoURL}
   */
  iotVideoGenerateSignedVideoURL(params: IotVideoGenerateSignedVideoURLParams, common: BuildOptions): HttpRequest;
}

/** The cloud's documented error codes. */
export type CloudErrorCode =
  | 'ErrorRequiredParamNotFound'
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
  | 'InvalidParameterValue.CannotBindOwnDevice'
  | 'InvalidParameterValue.CheckVerifyCodeFailed'
  | 'InvalidParameterValue.DeviceBinded'
  | 'InvalidParameterValue.DeviceShareExceedLimit'
  | 'InvalidParameterValue.DeviecBinded'
  | 'InvalidParameterValue.EmailInvalid'
  | 'InvalidParameterValue.EmailUsed'
  | 'InvalidParameterValue.ErrorUserNotExists'
  | 'InvalidParameterValue.FamilyDeviceCountReadError'
  | 'InvalidParameterValue.InternalRPCError'
  | 'InvalidParameterValue.InvalidAccessToken'
  | 'InvalidParameterValue.InvalidAppParameter'
  | 'InvalidParameterValue.InvalidJSON'
  | 'InvalidParameterValue.InvalidShareDeviceToken'
  | 'InvalidParameterValue.MsgIDInvalid'
  | 'InvalidParameterValue.MsgIdInvalid'
  | 'InvalidParameterValue.NickNameLengthInvalid'
  | 'InvalidParameterValue.NoPermission'
  | 'InvalidParameterValue.PhoneNumberInvalid'
  | 'InvalidParameterValue.PhoneNumberUsed'
  | 'InvalidParameterValue.ReadTokenInfoError'
  | 'InvalidParameterValue.SendVerifyCodeTooQuick'
  | 'InvalidParameterValue.ShareDeviceTokenUsed'
  | 'InvalidParameterValue.TokenInfoSaveError'
  | 'InvalidParameterValue.TokenIsExpire'
  | 'InvalidParameterValue.TokenNotBind'
  | 'InvalidParameterValue.TokenNotExist'
  | 'InvalidParameterValue.UserBindExceedLimit'
  | 'InvalidParameterValue.UserLoginFailed'
  | 'InvalidParameterValue.UserLoginForbidden'
  | 'LimitExceeded'
  | 'LimitExceeded.FamilyDeviceExceedLimit'
  | 'ResourceNotFound'
  | 'ResourceNotFound.AppNotExists'
  | 'ResourceNotFound.DeviceNotExist'
  | 'ResourceNotFound.FenceNotExist'
  | 'ResourceNotFound.StudioFamilyNotExist'
  | 'ResourceNotFound.StudioMemberNotExist'
  | 'ResourceNotFound.StudioProductNotExist'
  | 'UnauthorizedOperation'
  | 'UnauthorizedOperation.APPNoPermissionToStudioProduct'
  | 'UnauthorizedOperation.FenceDupKeyExist'
  | 'UnauthorizedOperation.NoPermissionToFamily'
  | 'UnauthorizedOperation.SpaceDupKeyExist'
  | 'UnsupportedOperation'
  | 'UnsupportedOperation.CannotBindSameFamily'
  | 'UnsupportedOperation.DeviceNotBind'
  | 'UnsupportedOperation.DeviceNotGateway'
  | 'UnsupportedOperation.DeviceType'
  | 'UnsupportedOperation.ERR_APP_INVALID_IOTAPPID'
  | 'UnsupportedOperation.NotBindVirtualDevice'
  | 'UnsupportedOperation.NotSupportVirtualDevice'
  | 'UnsupportedOperation.SceneRunInProgress'
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
  | 'Init.NotAllowed'
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
  | 'Parameter.NoFamily'
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
