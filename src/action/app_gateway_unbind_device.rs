//! `AppGatewayUnbindDevice`: detaches a sub-device from its gateway. [Reference](https://cloud.tencent.com/document/product/1081/65843)

use crate::action::prelude::*;

/// `AppGatewayUnbindDevice`.
pub const ACTION: Action = Action {
    name: "AppGatewayUnbindDevice",
    auth: AccessToken,
    access: Changing,
    params: &[
        required(
            "ProductId",
            Text,
            "Product of the device. Of the sub-device; the table prints the name with a trailing comma, fixed here.",
        ),
        required(
            "DeviceName",
            Text,
            "Name of the device within its product. Of the sub-device.",
        ),
        required("GatewayProductId", Text, "Product of the gateway."),
        required("GatewayDeviceName", Text, "Name of the gateway within its product."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "gateway",
        about: "Detaches a sub-device from its gateway.",
        about_zh: "。",
        page: Some(65843),
        notes: &[
            "The table prints the param name as 'ProductId,' with a comma; the example uses ProductId.",
            "The request host in the text is an unfilled placeholder; the example posts to tokenapi.",
            "The error table is copied from the binding Action (it lists a signature mismatch although no signature is sent); its last rows were not visible in the copy read and are taken from that Action.",
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
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","GatewayProductId":"x","GatewayDeviceName":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
