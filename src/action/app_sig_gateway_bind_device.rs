//! `AppSigGatewayBindDevice`: attaches a sub-device to a gateway, proven by a signature of a server. [Reference](https://cloud.tencent.com/document/product/1081/65842)

use crate::action::prelude::*;

/// `AppSigGatewayBindDevice`.
pub const ACTION: Action = Action {
    name: "AppSigGatewayBindDevice",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the sub-device."),
        required("DeviceName", Text, "Name of the sub-device within its product."),
        required("GatewayProductId", Text, "Product of the gateway."),
        required("GatewayDeviceName", Text, "Name of the gateway within its product."),
        required("DeviceTimestamp", Time, "The time that was signed, in Unix seconds."),
        required(
            "Nonce",
            Text,
            "The random text that was signed; five characters are suggested.",
        ),
        required(
            "Signature",
            Text,
            "The signature that a holder of the ProductSecret made, in Base64.",
        )
        .secret(),
    ],
    output: &[],
    docs: docs(Docs {
        group: "gateway",
        about: "Attaches a sub-device to a gateway, proven by a signature.",
        about_zh: "凭签名把子设备绑定到网关。",
        page: Some(65842),
        notes: &[
            "The reference prints the first parameter as `ProductId,`; its example sends `ProductId`.",
            "The signed text uses `deviceName` and `timestamp` where the request uses `DeviceName` and `DeviceTimestamp`.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalServerException",
            "InvalidParameterValue",
            "InvalidParameterValue.BindDeviceNotConnected",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.InvalidAppParameter",
            "InvalidParameterValue.BindDeviceSigMismatch",
            "UnsupportedOperation",
            "UnsupportedOperation.NotBindVirtualDevice",
            "UnsupportedOperation.DeviceType",
            "ResourceNotFound",
            "ResourceNotFound.StudioProductNotExist",
            "ResourceNotFound.DeviceNotExist",
            "ResourceNotFound.AppNotExists",
            "UnauthorizedOperation",
            "UnauthorizedOperation.APPNoPermissionToStudioProduct",
            "UnauthorizedOperation.NoPermissionToFamily",
            "LimitExceeded",
            "LimitExceeded.FamilyDeviceExceedLimit",
        ],
        example: Example {
            params: r#"{"GatewayProductId":"NJ27OVLZT4","GatewayDeviceName":"gwdev","ProductId":"LAEG4YJE1A","DeviceName":"subdev3","DeviceTimestamp":1583810805,"Nonce":"123456","Signature":"YZGf0E***WGUEJGn+SxUf23HYA="}"#,
            answer: r#"{"Response":{"RequestId":"zzY1pZb3sz1N"}}"#,
        },
    }),
};
