//! `AppGetFamilySubDeviceList`: one page of a gateway's sub-devices. [Reference](https://cloud.tencent.com/document/product/1081/48130)

use crate::action::prelude::*;

/// `AppGetFamilySubDeviceList`.
pub const ACTION: Action = Action {
    name: "AppGetFamilySubDeviceList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("GatewayProductId", Text, "Product of the gateway."),
        required("GatewayDeviceName", Text, "Name of the gateway within its product."),
        required("Offset", Count, "How many entries to skip, from 0."),
        required("Limit", Limit, "How many entries to answer, at most 50."),
    ],
    output: &[
        field("Total", Count, "How many there are in all."),
        field(
            "DeviceList",
            List(&structs::DEVICE_LIST),
            "The sub-devices of this page.",
        ),
    ],
    docs: docs(Docs {
        group: "gateway",
        about: "Pages through a gateway's sub-devices that are bound to the family.",
        about_zh: "分页查询家庭中某网关下已绑定的子设备。",
        page: Some(48130),
        notes: &[
            "`Total` is text in the table and a number in the example; both are read.",
            "The example's `RequestId` repeats the access token.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalRPCError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
            "UnsupportedOperation",
            "UnsupportedOperation.ERR_APP_INVALID_IOTAPPID",
            "ResourceNotFound",
            "ResourceNotFound.DeviceNotExist",
        ],
        example: Example {
            params: r#"{"GatewayProductId":"NJ27OVLZT4","GatewayDeviceName":"gwdev","Offset":0,"Limit":10}"#,
            answer: r#"{"Response":{"RequestId":"req_1","Total":1,"DeviceList":[{"ProductId":"LAEG4YJE1A","DeviceName":"subdev3","DeviceId":"LAEG4YJE1A/subdev3","AliasName":"","UserId":"1","RoomId":"0","FamilyId":"1","IconUrl":"","DeviceType":2,"CreateTime":1552910676,"UpdateTime":1552910676}]}}"#,
        },
    }),
};
