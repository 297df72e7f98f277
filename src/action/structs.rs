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
