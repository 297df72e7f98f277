//! `AppGetGatewayBindDeviceList`: pages through the sub-devices of one product that a gateway has. [Reference](https://cloud.tencent.com/document/product/1081/48129)

use crate::action::prelude::*;

/// `AppGetGatewayBindDeviceList`.
pub const ACTION: Action = Action {
    name: "AppGetGatewayBindDeviceList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the sub-devices."),
        required("GatewayProductId", Text, "Product of the gateway."),
        required("GatewayDeviceName", Text, "Name of the gateway within its product."),
        required("Offset", Count, "How many entries to skip, from 0."),
        required("Limit", Limit, "How many entries to answer, at most 50."),
    ],
    output: &[
        field("Total", Count, "How many there are in all."),
        field(
            "DeviceList",
            List(&structs::GATEWAY_BIND_DEVICE),
            "The sub-devices of this page.",
        ),
    ],
    docs: docs(Docs {
        group: "gateway",
        about: "Pages through a gateway's sub-devices of one product, whether or not they are in a family.",
        about_zh: "分页查询网关下指定产品的子设备，包括尚未加入家庭的。",
        page: Some(48129),
        notes: &[
            "`Total` is text in the table and a number in the example; both are read, and a number handed out.",
            "The table names the struct DeviceList for the elements; the example shows other fields, `BindStatus` among them, which are the ones listed here.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalRPCError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "UnsupportedOperation",
            "UnsupportedOperation.NotSupportVirtualDevice",
            "UnsupportedOperation.DeviceNotGateway",
            "ResourceNotFound",
            "ResourceNotFound.DeviceNotExist",
            "ResourceNotFound.StudioMemberNotExist",
        ],
        example: Example {
            params: r#"{"ProductId":"LAEG4YJE1A","GatewayProductId":"NJ27OVLZT4","GatewayDeviceName":"gwdev","Offset":0,"Limit":2}"#,
            answer: r#"{"Response":{"DeviceList":[{"ProductId":"LAEG4YJE1A","DeviceName":"subdev2","DeviceId":"LAEG4YJE1A/subdev2","AliasName":"","IconUrl":"","BindStatus":0},{"ProductId":"LAEG4YJE1A","DeviceName":"subdev1","DeviceId":"LAEG4YJE1A/subdev1","AliasName":"","IconUrl":"","BindStatus":1}],"RequestId":"req_1","Total":2}}"#,
        },
    }),
};
