//! Shapes that several Actions share, named as the reference names them.

use super::Struct;
use super::prelude::*;

/// A bound device, as a bind by signature answers it.
pub const APP_DEVICE_INFO: Struct = Struct {
    name: "AppDeviceInfo",
    fields: &[
        field("DeviceId", Text, "`ProductId/DeviceName`."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("AliasName", Text, "Name that the user gave it; may be empty."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("FamilyId", Text, "Family that holds it."),
        field("RoomId", Text, "Room within the family; `0` is the default room."),
        field("CreateTime", Time, "When it was bound, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds.").also("UpdateTIme"),
    ],
};

/// A device in a list.
pub const DEVICE_LIST: Struct = Struct {
    name: "DeviceList",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("DeviceId", Text, "`ProductId/DeviceName`."),
        field("AliasName", Text, "Name that the user gave it; may be empty."),
        field("UserId", Text, "User who bound it.").also("UserID"),
        field("RoomId", Text, "Room within the family; `0` is the default room."),
        field("FamilyId", Text, "Family that holds it.").optional(),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("DeviceType", Integer, "0 plain, 1 gateway, 2 sub-device.").optional(),
        field("CreateTime", Time, "When it was bound, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
};

/// What an automation or a scene does.
pub const ACTION: Struct = Struct {
    name: "Action",
    fields: &[
        field(
            "ActionType",
            Integer,
            "0 sets a device, 1 waits, 2 runs a scene, 3 sends a notice.",
        ),
        field("ProductId", Text, "Product of the device. With `ActionType` 0.").optional(),
        field(
            "DeviceName",
            Text,
            "Name of the device within its product. With `ActionType` 0.",
        )
        .optional(),
        field(
            "Data",
            Text,
            "By `ActionType`: property values as JSON text, seconds, id of the scene, or text of the notice.",
        ),
        field("AliasName", Text, "Name of the device or scene, to be shown.").optional(),
        field("IconUrl", Text, "Address of its icon; may be empty.").optional(),
    ],
};

/// What a property came to over a span of time.
pub const AGGREGATE_ITEM: Struct = Struct {
    name: "AggregateItem",
    fields: &[
        field("Date", Text, "When the span begins, as text with its time zone."),
        field("TimestampMs", Count, "When the span begins, in Unix milliseconds."),
        field("Data", Any, "The average, minimum or maximum."),
    ],
};

/// An automation in full.
pub const AUTOMATION: Struct = Struct {
    name: "Automation",
    fields: &[
        field("AutomationId", Text, "Id of the automation."),
        field("Icon", Text, "Address of its background picture."),
        field("Name", Text, "Name of the automation."),
        field("Status", Integer, "0 off, 1 on."),
        field("MatchType", Integer, "0 all conditions must hold, 1 any of them."),
        field(
            "EffectiveBeginTime",
            Text,
            "From what time of day it may run, as `HH:MM`.",
        ),
        field(
            "EffectiveEndTime",
            Text,
            "Until what time of day it may run, as `HH:MM`.",
        ),
        field(
            "EffectiveDays",
            Text,
            "Weekdays as seven digits, Sunday first: 0 off, 1 on.",
        ),
        field("Conditions", List(&structs::CONDITION), "When it runs."),
        field("Actions", List(&structs::ACTION), "What it does, in this order."),
    ],
};

/// An automation in a list.
pub const AUTOMATION_LIST_ITEM: Struct = Struct {
    name: "AutomationListItem",
    fields: &[
        field("AutomationId", Text, "Id of the automation."),
        field("Icon", Text, "Address of its background picture."),
        field("Name", Text, "Name of the automation."),
        field("Status", Integer, "0 off, 1 on."),
    ],
};

/// An event that a camera recorded to the cloud.
pub const CLOUD_STORAGE_EVENT: Struct = Struct {
    name: "CloudStorageEvent",
    fields: &[
        field("StartTime", Time, "When it began, in Unix seconds."),
        field("EndTime", Time, "When it ended, in Unix seconds."),
        field(
            "Thumbnail",
            Text,
            "Name of its thumbnail, for `IotVideoDescribeCloudStorageThumbnail`.",
        ),
    ],
};

/// A span that a camera recorded to the cloud.
pub const CLOUD_STORAGE_TIME: Struct = Struct {
    name: "CloudStorageTime",
    fields: &[
        field("StartTime", Time, "When it begins, in Unix seconds."),
        field("EndTime", Time, "When it ends, in Unix seconds."),
    ],
};

/// When an automation runs.
pub const CONDITION: Struct = Struct {
    name: "Condition",
    fields: &[
        field("CondId", Text, "Id of the condition, unique within the automation."),
        field("CondType", Integer, "0 a property of a device, 1 a time."),
        field(
            "Property",
            Object(&structs::PROPERTY),
            "The property. With `CondType` 0.",
        )
        .optional(),
        field("Timer", Object(&structs::TIMER), "The time. With `CondType` 1.").optional(),
    ],
};

/// A value that a property had.
pub const DATA_HISTORY_ITEM: Struct = Struct {
    name: "DataHistoryItem",
    fields: &[
        field("Time", Text, "When it was reported: the digits of Unix milliseconds."),
        field("Value", Text, "The value, as text."),
    ],
};

/// An alarm that a geofence raised.
pub const DEVICE_FENCE_EVENT: Struct = Struct {
    name: "DeviceFenceEvent",
    fields: &[
        field("EventType", Text, "What happened: `enter` in the example."),
        field("CreateTime", Time, "When it was raised, in Unix seconds.").loose(),
    ],
};

/// A file on a device.
pub const DEVICE_RESOURCE: Struct = Struct {
    name: "DeviceResource",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("ResourceName", Text, "Name of the file in the cloud."),
        field("ResourceType", Text, "Kind of file, such as `FILE`."),
        field("ResourceVer", Text, "Version of the file."),
        field("Status", Integer, "Its state; no page says what the numbers mean."),
        field("CreateTime", Time, "When it was created, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
};

/// Whether a device is online.
pub const DEVICE_STATUS: Struct = Struct {
    name: "DeviceStatus",
    fields: &[
        field("DeviceId", Text, "`ProductId/DeviceName`.").optional(),
        field("ProductId", Text, "Product of the device.").optional(),
        field("DeviceName", Text, "Name of the device within its product."),
        field(
            "Online",
            Integer,
            "1 online, 0 offline; one comment of the reference says the reverse.",
        ),
        field("LoginTime", Time, "When it last came online, in Unix seconds.").optional(),
        field(
            "LastDataTime",
            Time,
            "When it last sent data, it seems, in Unix seconds.",
        )
        .optional(),
    ],
};

/// A past event of a device.
pub const EVENT_HISTORY: Struct = Struct {
    name: "EventHistory",
    fields: &[
        field("TimeStamp", Time, "When it happened, in Unix seconds."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("EventId", Text, "Event, as the product defines it."),
        field("Type", Text, "`alert`, `fault` or `info`."),
        field("Data", Text, "Parameters of the event, as JSON text."),
    ],
};

/// A family in a list.
pub const FAMILY_LIST: Struct = Struct {
    name: "FamilyList",
    fields: &[
        field("FamilyId", Text, "Id of the family."),
        field("Name", Text, "Name of the family."),
        field("Role", Integer, "0 member, 1 administrator."),
        field("CreateTime", Time, "When it was created, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
};

/// A geofence of a device.
pub const FENCE: Struct = Struct {
    name: "Fence",
    fields: &[
        field("FenceId", Integer, "The fence.").loose(),
        field("FenceName", Text, "Name of the fence."),
        field("FenceArea", Text, "Its area: the text of a GeoJSON FeatureCollection."),
        field("FenceDesc", Text, "Description of the fence."),
        field(
            "AlertCondition",
            Text,
            "When it raises an alarm: `enter` and `leave` in the examples.",
        ),
        field("FenceEnable", Boolean, "Whether it raises alarms."),
        field("Method", Text, "How the user is notified: `app push` in the examples."),
        field("CreateTime", Time, "When it was created, in Unix seconds.").loose(),
        field("UpdateTime", Time, "When it last changed, in Unix seconds.").loose(),
    ],
};

/// A sub-device that a gateway has. No page names this shape.
pub const GATEWAY_BIND_DEVICE: Struct = Struct {
    name: "GatewayBindDevice",
    fields: &[
        field("ProductId", Text, "Product of the sub-device."),
        field("DeviceName", Text, "Name of the sub-device within its product."),
        field("DeviceId", Text, "`ProductId/DeviceName`."),
        field("AliasName", Text, "Name that the user gave it; may be empty."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("BindStatus", Integer, "0 not in a family, 1 in one."),
    ],
};

/// Where something is.
pub const LOCATION: Struct = Struct {
    name: "Location",
    fields: &[
        field("Longitude", Number, "Longitude in degrees."),
        field("Latitude", Number, "Latitude in degrees."),
    ],
};

/// A member of a family.
pub const MEMBER_LIST: Struct = Struct {
    name: "MemberList",
    fields: &[
        field("UserId", Text, "The user.").also("UserID"),
        field("NickName", Text, "Name that the user goes by."),
        field("Avatar", Text, "Address of the user's picture; may be empty."),
        field("Role", Integer, "0 member, 1 administrator."),
    ],
};

/// What comes with a message.
pub const MESSAGE_ATTACHMENT: Struct = Struct {
    name: "MessageAttachment",
    fields: &[field(
        "ShareToken",
        Text,
        "Token to accept a shared device or to join a family with.",
    )
    .secret()],
};

/// A message to the user.
pub const MSGS: Struct = Struct {
    name: "Msgs",
    fields: &[
        field("UserId", Text, "User whom it is for.").also("UserID"),
        field("FromUserId", Text, "User whom it is from; may be empty.").also("FromUserID"),
        field("MsgId", Text, "Id of the message, for `AppDeleteMessage`.").also("MsgID"),
        field("Category", Integer, "1 device, 2 family, 3 notice."),
        field(
            "MsgType",
            Integer,
            "101 alarm of a device, 200 member added, 201 member removed, 202 and 203 the same in a community, 204 invitation to a family, 300 outcome of a share, 301 invitation to share a device.",
        ),
        field("MsgTitle", Text, "Its title."),
        field("MsgContent", Text, "Its text."),
        field("MsgTimestamp", Count, "When it was sent, in milliseconds since 1970."),
        field("ProductId", Text, "Product of the device it is about; may be empty."),
        field(
            "DeviceName",
            Text,
            "Name of that device within its product; may be empty.",
        ),
        field(
            "DeviceAlias",
            Text,
            "Name that the user gave that device; may be empty.",
        ),
        field("FamilyId", Text, "Family it is about; may be empty."),
        field("FamilyName", Text, "Name of that family; may be empty."),
        field("RelateUserId", Text, "User who was added or removed; may be empty.").also("RelateUserID"),
        field("CreateAt", Text, "When it was created, as RFC 3339 has it."),
        field(
            "Attachments",
            Object(&structs::MESSAGE_ATTACHMENT),
            "What comes with it.",
        )
        .optional(),
    ],
};

/// How far one of several devices is with a bind token.
pub const MULTI_DEVICE_STATE: Struct = Struct {
    name: "MultiDeviceState",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("State", Integer, "1 initial, 2 bound."),
    ],
};

/// Where a device was at some time.
pub const POSITION: Struct = Struct {
    name: "Position",
    fields: &[
        field("Location", Object(&structs::LOCATION), "Where it was."),
        field("CreateTime", Count, "When it was there, in nanoseconds since 1970.").wide(),
    ],
};

/// A product.
pub const PRODUCTS: Struct = Struct {
    name: "Products",
    fields: &[
        field("ProductId", Text, "Id of the product."),
        field("Name", Text, "Name of the product."),
        field("Description", Text, "What the product is; may be empty."),
        field(
            "DataTemplate",
            Text,
            "What its devices can do: properties, events and actions, as JSON text.",
        ),
        field("NetType", Text, "How its devices connect, such as `wifi` or `else`."),
        field("CategoryId", Integer, "Category of the product."),
        field(
            "ProductType",
            Integer,
            "Kind of product; no page says what the numbers mean.",
        ),
        field("State", Text, "Empty in the only example.").optional(),
        field("AppTemplate", Text, "Empty in the only example.").optional(),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
};

/// A property of a device, compared with a value.
pub const PROPERTY: Struct = Struct {
    name: "Property",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("AliasName", Text, "Name of the device, to be shown.").optional(),
        field("IconUrl", Text, "Address of its icon; may be empty.").optional(),
        field("PropertyId", Text, "Id of the property.").optional(),
        field("Op", Text, "`eq`, `ne`, `gt`, `lt`, `ge` or `le`."),
        field("Value", Any, "What it is compared with, of the type of the property."),
    ],
};

/// A room of a family.
pub const ROOMLIST: Struct = Struct {
    name: "Roomlist",
    fields: &[
        field("RoomId", Text, "The room; `0` is the default room."),
        field("RoomName", Text, "Name of the room."),
        field("DeviceNum", Count, "How many devices are in it."),
        field("CreateTime", Time, "When it was created, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
};

/// A scene that the user runs by hand.
pub const SCENE: Struct = Struct {
    name: "Scene",
    fields: &[
        field("SceneId", Text, "The scene."),
        field("FamilyId", Text, "Family that has it."),
        field("SceneName", Text, "Name of the scene."),
        field("SceneIcon", Text, "Address of its background picture; may be empty.").optional(),
        field("Actions", List(&structs::ACTION), "What it does, in order."),
        field("UserId", Text, "User who created it."),
        field("CreateTime", Time, "When it was created, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
        field("Flag", Integer, "0 fine, 1 a device of it is no longer in the family."),
        field("Status", Integer, "0 idle, 1 running."),
    ],
};

/// What a token shares.
pub const SHARE_DEVICE_TOKEN_INFO: Struct = Struct {
    name: "ShareDeviceTokenInfo",
    fields: &[
        field("FromUserId", Text, "User who shares the device."),
        field("FromUserNick", Text, "Name that this user goes by."),
        field("UserId", Text, "User who accepted it; empty until then."),
        field("UserNick", Text, "Name that this user goes by; empty until then."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product.").also("DeviecName"),
        field("AliasName", Text, "Name that the user gave it; may be empty."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("BindTime", Time, "When it was accepted, in Unix seconds; 0 until then."),
        field("ExpireTime", Time, "When the token expires, in Unix seconds."),
        field("CreateTime", Time, "When the token was made, in Unix seconds."),
    ],
};

/// A device that another user shares.
pub const SHARE_DEVICES: Struct = Struct {
    name: "ShareDevices",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("DeviceId", Text, "`ProductId/DeviceName`."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("AliasName", Text, "Name that the user gave it; may be empty."),
        field("CreateTime", Text, "When it was shared, as RFC 3339 has it."),
    ],
};

/// A user whom a device is shared with.
pub const SHARE_USER_INFO: Struct = Struct {
    name: "ShareUserInfo",
    fields: &[
        field("UserId", Text, "The user."),
        field("NickName", Text, "Name that the user goes by."),
        field(
            "Avatar",
            Text,
            "Address of the user's picture; may be empty. In the example only.",
        )
        .optional(),
        field("CountryCode", Text, "Country code of the phone number, such as `86`."),
        field("PhoneNumber", Text, "Phone number with its middle masked."),
        field("BindTime", Time, "When it was accepted, in Unix seconds."),
    ],
};

/// A time of day on some weekdays.
pub const TIMER: Struct = Struct {
    name: "Timer",
    fields: &[
        field("Days", Text, "Weekdays as seven digits, Sunday first: 0 off, 1 on."),
        field("TimePoint", Text, "Time of day as `HH:MM`, in 24 hours."),
    ],
};

/// A timer in a list.
pub const TIMER_LIST: Struct = Struct {
    name: "TimerList",
    fields: &[
        field("TimerId", Text, "Id of the timer."),
        field("TimerName", Text, "Name of the timer."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("Days", Text, "Weekdays as seven digits, Sunday first: 0 off, 1 on."),
        field("TimePoint", Text, "Time of day as `HH:MM`, in 24 hours."),
        field("Repeat", Integer, "0 once, 1 repeatedly."),
        field("Data", Text, "Property values to set, by id, as JSON text."),
        field("Status", Integer, "0 off, 1 on.").loose(),
        field("CreateTime", Time, "When it was created, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
};

/// A user's settings.
pub const USER_SETTING: Struct = Struct {
    name: "UserSetting",
    fields: &[
        field("EnableWechatPush", Integer, "WeChat template messages: 0 off, 1 on.").optional(),
        field("EnableDeviceMessagePush", Integer, "Alarms of devices: 0 off, 1 on.").optional(),
        field(
            "EnableFamilyMessagePush",
            Integer,
            "Messages of the family: 0 off, 1 on.",
        )
        .optional(),
        field("EnableNotifyMessagePush", Integer, "Notices: 0 off, 1 on.").optional(),
        field(
            "AllowEditions",
            Integer,
            "Editions the user may use: 0 home, 1 home and community.",
        )
        .optional(),
        field("UsingEdition", Integer, "Edition in use: 0 home, 1 community.").optional(),
        field("TemperatureUnit", Text, "`C` or `F`.").optional(),
        field("Region", Text, "Time zone, from the lists of `AppGetGlobalConfig`.").optional(),
        field(
            "NoDisturbTime",
            Text,
            "When not to disturb, as `HH:MM-HH:MM`; empty for never.",
        )
        .optional(),
        field(
            "NoDisturbDeviceList",
            Texts,
            "Devices that are not to disturb, each as `ProductId/DeviceName`.",
        )
        .optional(),
        field("NoDisturbFamilyList", Texts, "Families that are not to disturb.").optional(),
    ],
};
