//! `AppCreateFence`: creates a geofence for a device. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppCreateFence`.
pub const ACTION: Action = Action {
    name: "AppCreateFence",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("FenceName", Text, "Fence name."),
        required(
            "FenceArea",
            Text,
            "GeoJSON FeatureCollection as text, one Polygon of longitude, latitude pairs.",
        ),
        required("FenceDesc", Text, "Fence desc."),
        required("AlertCondition", Text, "Examples use enter and leave."),
        required("FenceEnable", Boolean, "Fence enable."),
        required("Method", Text, "How to notify; example is app push."),
    ],
    output: &[field(
        "FenceId",
        Integer,
        "Fence it is about. Table says string, example is a number.",
    )],
    docs: docs(Docs {
        group: "location",
        about: "Creates a geofence for a device.",
        about_zh: "。",
        page: None,
        notes: &["FenceId is a string in this output table, an integer in the example and in every other page."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalServerExceptionDB",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
            "UnauthorizedOperation",
            "UnauthorizedOperation.APPNoPermissionToStudioProduct",
            "UnauthorizedOperation.FenceDupKeyExist",
            "UnauthorizedOperation.SpaceDupKeyExist",
            "ResourceNotFound",
            "ResourceNotFound.StudioProductNotExist",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","FenceName":"x","FenceArea":"x","FenceDesc":"x","AlertCondition":"x","FenceEnable":true,"Method":"x"}"#,
            answer: r#"{"Response":{"FenceId":1,"RequestId":"req_1"}}"#,
        },
    }),
};
