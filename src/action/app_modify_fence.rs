//! `AppModifyFence`: changes a geofence. [Reference](https://cloud.tencent.com/document/product/1081/54144)

use crate::action::prelude::*;

/// `AppModifyFence`.
pub const ACTION: Action = Action {
    name: "AppModifyFence",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FenceId", Integer, "The fence."),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("FenceName", Text, "Name of the fence."),
        required(
            "FenceArea",
            Text,
            "Its area: the text of a GeoJSON FeatureCollection with one Polygon of longitude and latitude.",
        ),
        required("FenceDesc", Text, "Description of the fence."),
        required(
            "AlertCondition",
            Text,
            "When to raise an alarm: `enter` and `leave` in the examples.",
        ),
        required("FenceEnable", Boolean, "Whether it raises alarms."),
        required("Method", Text, "How to notify the user: `app push` in the examples."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "location",
        about: "Changes a geofence: all of it is given anew.",
        about_zh: "修改设备的地理围栏，需传入全部字段。",
        page: Some(54144),
        notes: &[],
        assumed: &["No page says which other values `AlertCondition` and `Method` may have."],
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
            "ResourceNotFound.FenceNotExist",
        ],
        example: Example {
            params: r#"{"FenceId":7,"ProductId":"NJ27OVLZT4","DeviceName":"gwdev","FenceName":"appFence","FenceArea":"{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[113.9498,22.5319],[113.9709,22.5319],[113.9709,22.5723],[113.9498,22.5723],[113.9498,22.5319]]]},\"properties\":null}]}","FenceDesc":"test","AlertCondition":"enter","FenceEnable":true,"Method":"app push"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
