//! `AppCreateFence`: creates a geofence for a device. [Reference](https://cloud.tencent.com/document/product/1081/54140)

use crate::action::prelude::*;

/// `AppCreateFence`.
pub const ACTION: Action = Action {
    name: "AppCreateFence",
    auth: AccessToken,
    access: Changing,
    params: &[
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
    output: &[field("FenceId", Integer, "The new fence.")],
    docs: docs(Docs {
        group: "location",
        about: "Creates a geofence that raises an alarm when a device enters or leaves it.",
        about_zh: "为设备创建地理围栏，设备进出围栏时告警。",
        page: Some(54140),
        notes: &[
            "`FenceId` is text in the table and a number in the example and on every other page; both are read, and a number handed out.",
        ],
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
        ],
        example: Example {
            params: r#"{"ProductId":"NJ27OVLZT4","DeviceName":"gwdev","FenceName":"appFence","FenceArea":"{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[113.9498,22.5319],[113.9709,22.5319],[113.9709,22.5723],[113.9498,22.5723],[113.9498,22.5319]]]},\"properties\":null}]}","FenceDesc":"test","AlertCondition":"leave","FenceEnable":true,"Method":"app push"}"#,
            answer: r#"{"Response":{"FenceId":7,"RequestId":"req_1"}}"#,
        },
    }),
};
