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
        field("UserId", Text, "User who bound it."),
        field("RoomId", Text, "Room within the family; `0` is the default room."),
        field("FamilyId", Text, "Family that holds it."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("DeviceType", Integer, "0 plain, 1 gateway, 2 sub-device.").optional(),
        field("CreateTime", Time, "When it was bound, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
};

/// `Action`.
pub const ACTION: Struct = Struct {
    name: "Action",
    fields: &[
        field("ActionType", Integer, "0 = device, 1 = delay, 2 = scene, 3 = notice."),
        field("ProductId", Text, "Product of the device. With ActionType 0."),
        field(
            "DeviceName",
            Text,
            "Name of the device within its product. With ActionType 0.",
        ),
        field(
            "Data",
            Text,
            "What is answered. By ActionType: property JSON text, seconds, scene id, or notice text.",
        ),
        field(
            "AliasName",
            Text,
            "Name that the user gave it. Optional device alias or scene name.",
        )
        .optional(),
        field("IconUrl", Text, "Address of its icon; may be empty. Optional.").optional(),
    ],
};

/// `AggregateItem`.
pub const AGGREGATE_ITEM: Struct = Struct {
    name: "AggregateItem",
    fields: &[
        field("Date", Text, "Start of the bucket, as text."),
        field("TimestampMs", Count, "Start of the bucket, in milliseconds."),
        field("Data", Any, "What is answered. The aggregate."),
    ],
};

/// `Automation`.
pub const AUTOMATION: Struct = Struct {
    name: "Automation",
    fields: &[
        field("AutomationId", Text, "Automation it is about."),
        field("Icon", Text, "Icon."),
        field("Name", Text, "Its name."),
        field("Status", Integer, "Its state. 0 = off, 1 = on."),
        field("MatchType", Integer, "0 = all conditions, 1 = any."),
        field("EffectiveBeginTime", Text, "HH:MM."),
        field("EffectiveEndTime", Text, "HH:MM."),
        field(
            "EffectiveDays",
            Text,
            "Seven characters, 0 = off and 1 = on, first is Sunday and last is Saturday.",
        ),
        field("Conditions", List(&structs::CONDITION), "Struct Condition."),
        field("Actions", List(&structs::ACTION), "Struct Action."),
    ],
};

/// `AutomationListItem`.
pub const AUTOMATION_LIST_ITEM: Struct = Struct {
    name: "AutomationListItem",
    fields: &[
        field("AutomationId", Text, "Automation it is about."),
        field("Icon", Text, "Icon."),
        field("Name", Text, "Its name."),
        field("Status", Integer, "Its state. 0 = off, 1 = on."),
    ],
};

/// `CloudStorageEvent`.
pub const CLOUD_STORAGE_EVENT: Struct = Struct {
    name: "CloudStorageEvent",
    fields: &[
        field("StartTime", Time, "When it began, in Unix seconds."),
        field("EndTime", Time, "When it ended, in Unix seconds."),
        field("Thumbnail", Text, "Name of its thumbnail."),
    ],
};

/// `CloudStorageTime`.
pub const CLOUD_STORAGE_TIME: Struct = Struct {
    name: "CloudStorageTime",
    fields: &[
        field("StartTime", Time, "When it begins, in Unix seconds."),
        field("EndTime", Time, "When it ends, in Unix seconds."),
    ],
};

/// `Condition`.
pub const CONDITION: Struct = Struct {
    name: "Condition",
    fields: &[
        field("CondId", Text, "Unique within the automation."),
        field("CondType", Integer, "0 = device property, 1 = timer."),
        field(
            "Property",
            Object(&structs::PROPERTY),
            "Struct Property, with CondType 0.",
        ),
        field("Timer", Object(&structs::TIMER), "Struct Timer, with CondType 1."),
    ],
};

/// `DataHistoryItem`.
pub const DATA_HISTORY_ITEM: Struct = Struct {
    name: "DataHistoryItem",
    fields: &[
        field("Time", Text, "Milliseconds as text."),
        field("Value", Text, "Value."),
    ],
};

/// `DeviceFenceEvent`.
pub const DEVICE_FENCE_EVENT: Struct = Struct {
    name: "DeviceFenceEvent",
    fields: &[
        field(
            "EventType",
            Text,
            "Enter in the example; described as a fence name by mistake.",
        ),
        field(
            "CreateTime",
            Text,
            "When it was made, in Unix seconds. Unix seconds; a number in the example.",
        ),
    ],
};

/// `DeviceResource`.
pub const DEVICE_RESOURCE: Struct = Struct {
    name: "DeviceResource",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("ResourceName", Text, "Resource name."),
        field("ResourceType", Text, "Resource type."),
        field("ResourceVer", Text, "Resource ver."),
        field(
            "Status",
            Integer,
            "Its state. Its state; the numbers are not documented.",
        ),
        field("CreateTime", Time, "When it was made, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds."),
    ],
};

/// `DeviceStatus`.
pub const DEVICE_STATUS: Struct = Struct {
    name: "DeviceStatus",
    fields: &[
        field("DeviceId", Text, "`ProductId/DeviceName`."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field(
            "Online",
            Integer,
            "Whether it is online; the reference contradicts itself on which number says so: 1 is taken as online.",
        ),
    ],
};

/// `EventHistory`.
pub const EVENT_HISTORY: Struct = Struct {
    name: "EventHistory",
    fields: &[
        field("TimeStamp", Time, "Unix seconds in the example."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("EventId", Text, "Event id."),
        field("Type", Text, "Alert, fault or info."),
        field("Data", Text, "What is answered. JSON text."),
    ],
};

/// `FamilyList`.
pub const FAMILY_LIST: Struct = Struct {
    name: "FamilyList",
    fields: &[
        field("FamilyId", Text, "Family it is about."),
        field("Name", Text, "Its name."),
        field("Role", Integer, "1 = administrator, 0 = member."),
        field("CreateTime", Time, "When it was made, in Unix seconds. Unix seconds."),
        field(
            "UpdateTime",
            Time,
            "When it last changed, in Unix seconds. Unix seconds.",
        ),
    ],
};

/// `Fence`.
pub const FENCE: Struct = Struct {
    name: "Fence",
    fields: &[
        field("FenceId", Integer, "Fence it is about."),
        field("FenceName", Text, "Fence name."),
        field("FenceArea", Text, "GeoJSON text."),
        field("FenceDesc", Text, "Fence desc."),
        field("AlertCondition", Text, "Examples use enter and leave."),
        field("FenceEnable", Boolean, "Fence enable."),
        field("Method", Text, "Example is app push."),
        field(
            "CreateTime",
            Text,
            "When it was made, in Unix seconds. Unix seconds; a number in the example.",
        ),
        field(
            "UpdateTime",
            Text,
            "When it last changed, in Unix seconds. Unix seconds; a number in the example.",
        ),
    ],
};

/// `GatewayBindDevice`.
pub const GATEWAY_BIND_DEVICE: Struct = Struct {
    name: "GatewayBindDevice",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("DeviceId", Text, "`ProductId/DeviceName`."),
        field("AliasName", Text, "Name that the user gave it."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("BindStatus", Integer, "0 not in a family, 1 in one."),
    ],
};

/// `Location`.
pub const LOCATION: Struct = Struct {
    name: "Location",
    fields: &[
        field("Longitude", Number, "Longitude."),
        field("Latitude", Number, "Latitude."),
    ],
};

/// `MemberList`.
pub const MEMBER_LIST: Struct = Struct {
    name: "MemberList",
    fields: &[
        field("UserId", Text, "User it is about. UserID in the example."),
        field("NickName", Text, "Name that the user goes by."),
        field("Avatar", Text, "Address of the user's picture."),
        field("Role", Integer, "1 = administrator, 0 = member."),
    ],
};

/// `MessageAttachment`.
pub const MESSAGE_ATTACHMENT: Struct = Struct {
    name: "MessageAttachment",
    fields: &[field(
        "ShareToken",
        Text,
        "Token of the invitation. Token to accept a device share or a family invitation.",
    )],
};

/// `Msgs`.
pub const MSGS: Struct = Struct {
    name: "Msgs",
    fields: &[
        field("UserId", Text, "User it is about. Receiver; UserID in the example."),
        field("FromUserId", Text, "Sender; FromUserID in the example."),
        field("MsgId", Text, "MsgID in the example."),
        field("Category", Integer, "1 = device, 2 = family, 3 = notice."),
        field(
            "MsgType",
            Integer,
            "101 device alarm, 200 member added, 201 member removed, 202 and 203 the same for a community, 204 family invitation, 300 share result, 301 share invitation; the example also has 100.",
        ),
        field("MsgTitle", Text, "Msg title."),
        field("MsgContent", Text, "Msg content."),
        field("MsgTimestamp", Count, "Milliseconds in the example."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("DeviceAlias", Text, "Device alias."),
        field("FamilyId", Text, "Family it is about."),
        field("FamilyName", Text, "Family name."),
        field(
            "RelateUserId",
            Text,
            "Who was added or removed; RelateUserID in the example.",
        ),
        field("CreateAt", Text, "RFC 3339."),
        field(
            "Attachments",
            Object(&structs::MESSAGE_ATTACHMENT),
            "Struct MessageAttachment.",
        ),
    ],
};

/// `MultiDeviceState`.
pub const MULTI_DEVICE_STATE: Struct = Struct {
    name: "MultiDeviceState",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("State", Integer, "1 initial, 2 usable."),
    ],
};

/// `Position`.
pub const POSITION: Struct = Struct {
    name: "Position",
    fields: &[
        field("Location", Object(&structs::LOCATION), "Struct Location."),
        field(
            "CreateTime",
            Count,
            "When it was made, in Unix seconds. Nanoseconds in the examples.",
        ),
    ],
};

/// `Products`.
pub const PRODUCTS: Struct = Struct {
    name: "Products",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("Name", Text, "Its name."),
        field("Description", Text, "Description."),
        field("DataTemplate", Text, "JSON text."),
        field("NetType", Text, "Wifi or else in the examples."),
        field("CategoryId", Integer, "Category id."),
        field("ProductType", Integer, "Product type."),
        field(
            "UpdateTime",
            Time,
            "When it last changed, in Unix seconds. Unix seconds.",
        ),
    ],
};

/// `Property`.
pub const PROPERTY: Struct = Struct {
    name: "Property",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("AliasName", Text, "Name that the user gave it. Optional.").optional(),
        field("IconUrl", Text, "Address of its icon; may be empty. Optional.").optional(),
        field("PropertyId", Text, "Marked optional.").optional(),
        field("Op", Text, "Eq, ne, gt, lt, ge or le."),
        field("Value", Any, "Any JSON scalar; follows the property's own type."),
    ],
};

/// `Roomlist`.
pub const ROOMLIST: Struct = Struct {
    name: "Roomlist",
    fields: &[
        field("RoomId", Text, "Room within the family; `0` is the default room."),
        field("RoomName", Text, "Room name."),
        field("DeviceNum", Count, "Device num."),
        field("CreateTime", Time, "When it was made, in Unix seconds. Unix seconds."),
        field(
            "UpdateTime",
            Time,
            "When it last changed, in Unix seconds. Unix seconds.",
        ),
    ],
};

/// `Scene`.
pub const SCENE: Struct = Struct {
    name: "Scene",
    fields: &[
        field("SceneId", Text, "Scene it is about."),
        field("FamilyId", Text, "Family it is about."),
        field("SceneName", Text, "Scene name."),
        field("SceneIcon", Text, "Optional.").optional(),
        field("Actions", List(&structs::ACTION), "Struct Action."),
        field("UserId", Text, "User it is about."),
        field("CreateTime", Time, "When it was made, in Unix seconds. Unix seconds."),
        field(
            "UpdateTime",
            Time,
            "When it last changed, in Unix seconds. Unix seconds.",
        ),
        field("Flag", Integer, "0 = fine, 1 = a device is no longer usable."),
        field("Status", Integer, "Its state. 0 = idle, 1 = running."),
    ],
};

/// `ShareDeviceTokenInfo`.
pub const SHARE_DEVICE_TOKEN_INFO: Struct = Struct {
    name: "ShareDeviceTokenInfo",
    fields: &[
        field("FromUserId", Text, "From user id."),
        field("FromUserNick", Text, "From user nick."),
        field("UserId", Text, "User it is about. Empty until accepted."),
        field("UserNick", Text, "Empty until accepted."),
        field("ProductId", Text, "Product of the device."),
        field(
            "DeviceName",
            Text,
            "Name of the device within its product. Misspelled DeviecName on the struct page.",
        ),
        field("AliasName", Text, "Name that the user gave it."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("BindTime", Time, "Unix seconds, 0 until accepted."),
        field(
            "ExpireTime",
            Time,
            "Unix seconds in the example, although described as a span.",
        ),
        field("CreateTime", Time, "When it was made, in Unix seconds. Unix seconds."),
    ],
};

/// `ShareDevices`.
pub const SHARE_DEVICES: Struct = Struct {
    name: "ShareDevices",
    fields: &[
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("AliasName", Text, "Name that the user gave it."),
        field("CreateTime", Text, "When it was made, in Unix seconds. RFC 3339."),
    ],
};

/// `ShareUserInfo`.
pub const SHARE_USER_INFO: Struct = Struct {
    name: "ShareUserInfo",
    fields: &[
        field("UserId", Text, "User it is about."),
        field("NickName", Text, "Name that the user goes by."),
        field("CountryCode", Text, "Country code of the phone number, as 86."),
        field(
            "PhoneNumber",
            Text,
            "Phone number without its country code. Masked in the example.",
        ),
        field("BindTime", Time, "Unix seconds."),
    ],
};

/// `Timer`.
pub const TIMER: Struct = Struct {
    name: "Timer",
    fields: &[
        field(
            "Days",
            Text,
            "Weekdays: seven characters, 0 off and 1 on, the first is Sunday. Seven characters, 0 = off and 1 = on, first is Sunday and last is Saturday.",
        ),
        field("TimePoint", Text, "Time of day as HH:MM. HH:MM, 24-hour clock."),
    ],
};

/// `TimerList`.
pub const TIMER_LIST: Struct = Struct {
    name: "TimerList",
    fields: &[
        field("TimerId", Text, "Timer it is about."),
        field("TimerName", Text, "Timer name."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field(
            "Days",
            Text,
            "Weekdays: seven characters, 0 off and 1 on, the first is Sunday. Seven characters, 0 = off and 1 = on, first is Sunday and last is Saturday.",
        ),
        field("TimePoint", Text, "Time of day as HH:MM. HH:MM."),
        field("Repeat", Integer, "0 = once, 1 = repeat."),
        field("Data", Text, "What is answered. JSON text."),
        field("Status", Text, "Its state. 0 = off, 1 = on; a number in the example."),
        field("CreateTime", Time, "When it was made, in Unix seconds. Unix seconds."),
        field(
            "UpdateTime",
            Time,
            "When it last changed, in Unix seconds. Unix seconds.",
        ),
    ],
};

/// `UserSetting`.
pub const USER_SETTING: Struct = Struct {
    name: "UserSetting",
    fields: &[
        field("EnableWechatPush", Integer, "0 or 1."),
        field("EnableDeviceMessagePush", Integer, "0 or 1."),
        field("EnableFamilyMessagePush", Integer, "0 or 1."),
        field("EnableNotifyMessagePush", Integer, "0 or 1."),
        field(
            "AllowEditions",
            Integer,
            "0 = home edition only, 1 = home and community editions.",
        ),
        field("UsingEdition", Integer, "0 = home, 1 = community."),
        field("TemperatureUnit", Text, "C or F."),
        field("Region", Text, "Time zone, from the lists of AppGetGlobalConfig."),
        field("NoDisturbTime", Text, "HH:MM-HH:MM, empty = off."),
        field("NoDisturbDeviceList", Texts, "Device ids."),
        field("NoDisturbFamilyList", Texts, "Family ids."),
    ],
};
