//! `AppGatewayUnbindDevice`: detaches a sub-device from its gateway. [Reference](https://cloud.tencent.com/document/product/1081/65843)

use crate::action::prelude::*;

/// `AppGatewayUnbindDevice`.
pub const ACTION: Action = Action {
    name: "AppGatewayUnbindDevice",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the sub-device."),
        required("DeviceName", Text, "Name of the sub-device within its product."),
        required("GatewayProductId", Text, "Product of the gateway."),
        required("GatewayDeviceName", Text, "Name of the gateway within its product."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "gateway",
        about: "Detaches a sub-device from its gateway.",
        about_zh: "解除子设备与网关的绑定关系。",
        page: Some(65843),
        notes: &[
            "The reference prints the first parameter as `ProductId,`; its example sends `ProductId`, and so does this client.",
            "The page names no host; its example posts to `tokenapi`.",
            "The table of errors is that of `AppSigGatewayBindDevice`: it lists a wrong signature although none is sent.",
        ],
        assumed: &["The last rows of the table of errors are taken from `AppSigGatewayBindDevice`."],
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
            params: r#"{"ProductId":"LAEGABCE1A","DeviceName":"dev","GatewayProductId":"NJ1123T4","GatewayDeviceName":"gwdev"}"#,
            answer: r#"{"Response":{"RequestId":"zzY1pZb3sz1N"}}"#,
        },
    }),
};
