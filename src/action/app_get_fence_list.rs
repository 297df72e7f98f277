//! `AppGetFenceList`: pages through the geofences of a device. [Reference](https://cloud.tencent.com/document/product/1081/54142)

use crate::action::prelude::*;

/// `AppGetFenceList`.
pub const ACTION: Action = Action {
    name: "AppGetFenceList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("Offset", Count, "How many entries to skip, from 0."),
        optional("Limit", Limit, "How many entries to answer, at most 50."),
    ],
    output: &[field("List", List(&structs::FENCE), "The fences of this page.")],
    docs: docs(Docs {
        group: "location",
        about: "Pages through the geofences of a device.",
        about_zh: "分页查询设备的地理围栏列表。",
        page: Some(54142),
        notes: &[
            "`CreateTime` and `UpdateTime` are text in the table of the struct and numbers in the example; both are read, and numbers handed out.",
            "No `Total` is answered: the last page is the one that is not full.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalServerExceptionDB",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"NJ27OVLZT4","DeviceName":"gwdev","Offset":0,"Limit":10}"#,
            answer: r#"{"Response":{"List":[{"FenceId":8,"FenceName":"appFence","FenceDesc":"test","FenceArea":"{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[113.9498,22.5319],[113.9709,22.5319],[113.9709,22.5723],[113.9498,22.5723],[113.9498,22.5319]]]},\"properties\":null}]}","AlertCondition":"leave","FenceEnable":true,"Method":"app push","CreateTime":1604314065,"UpdateTime":1604314065}],"RequestId":"req_1"}}"#,
        },
    }),
};
