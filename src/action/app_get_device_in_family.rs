//! `AppGetDeviceInFamily`: one bound device, as the cloud knows it. [Reference](https://cloud.tencent.com/document/product/1081/40807)

use crate::action::prelude::*;

/// `AppGetDeviceInFamily`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceInFamily",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("FamilyId", Text, "Family that holds it."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[
        field("DeviceId", Text, "`ProductId/DeviceName`."),
        field("ProductId", Text, "Product of the device."),
        field("DeviceName", Text, "Name of the device within its product."),
        field("AliasName", Text, "Name that the user gave it; may be empty."),
        field("IconUrl", Text, "Address of its icon; may be empty."),
        field("FamilyId", Text, "Family that holds it."),
        field("RoomId", Text, "Room within the family; `0` is the default room."),
        field(
            "DeviceType",
            Integer,
            "0 plain, 1 gateway, 2 sub-device. In the example only.",
        )
        .optional(),
        field("CreateTime", Time, "When it was bound, in Unix seconds."),
        field("UpdateTime", Time, "When it last changed, in Unix seconds.").also("UpdateTIme"),
    ],
    docs: docs(Docs {
        group: "device",
        about: "Reads the details of one bound device.",
        about_zh: "查询家庭中一台已绑定设备的详情。",
        page: Some(40807),
        notes: &["`DeviceType` stands in the example and not in the table."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "UnauthorizedOperation",
            "UnauthorizedOperation.APPNoPermissionToStudioProduct",
            "ResourceNotFound",
            "ResourceNotFound.StudioMemberNotExist",
        ],
        example: Example {
            params: r#"{"ProductId":"R32ONVL0EU","FamilyId":"xxx","DeviceName":"df2eSJyY"}"#,
            answer: r#"{"Response":{"Data":{"DeviceId":"R32ONVL0EU/df2eSJyY","ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY","AliasName":"12345","IconUrl":"","FamilyId":"","RoomId":"","DeviceType":0,"CreateTime":1574931773,"UpdateTime":1574931945},"RequestId":"keyi20191119-012345"}}"#,
        },
    }),
};
