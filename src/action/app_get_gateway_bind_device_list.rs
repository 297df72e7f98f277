//! `AppGetGatewayBindDeviceList`: pages through a gateway's sub-devices of one product, bound to a family or not. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppGetGatewayBindDeviceList`.
pub const ACTION: Action = Action {
    name: "AppGetGatewayBindDeviceList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device. Of the sub-devices."),
        required("GatewayProductId", Text, "Product of the gateway."),
        required("GatewayDeviceName", Text, "Name of the gateway within its product."),
        required("Offset", Count, "How many entries to skip, from 0."),
        required("Limit", Limit, "How many entries to answer. At most 50."),
    ],
    output: &[
        field(
            "Total",
            Count,
            "How many entries there are in all. Table says string, example is a number.",
        ),
        field(
            "DeviceList",
            List(&structs::GATEWAY_BIND_DEVICE),
            "One page of devices. ProductId, DeviceName, DeviceId, AliasName, IconUrl, BindStatus (0 = not in a family, 1 = in one).",
        ),
    ],
    docs: docs(Docs {
        group: "gateway",
        about: "Pages through a gateway's sub-devices of one product, bound to a family or not.",
        about_zh: "。",
        page: None,
        notes: &[
            "Total is a string in the table and a number in the example.",
            "BindStatus appears only in the example; the linked DeviceList struct does not have it.",
            "Both examples carry line comments, so they are not valid JSON.",
            "InternalError.InternalRPCError is listed twice with two meanings.",
            "The response's RequestId in the example repeats the access token.",
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
            params: r#"{"ProductId":"ABCDE12345","GatewayProductId":"x","GatewayDeviceName":"x","Offset":1,"Limit":1}"#,
            answer: r#"{"Response":{"Total":1,"DeviceList":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
