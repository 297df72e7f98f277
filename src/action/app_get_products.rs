//! `AppGetProducts`: products and what they can do. [Reference](https://cloud.tencent.com/document/product/1081/48764)

use crate::action::prelude::*;

/// `AppGetProducts`.
pub const ACTION: Action = Action {
    name: "AppGetProducts",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductIds", Texts, "The products."),
        optional("DeviceIds", Texts, "The devices, each as `ProductId/DeviceName`."),
    ],
    output: &[field("Products", List(&structs::PRODUCTS), "The products.")],
    docs: docs(Docs {
        group: "device",
        about: "Reads products, each with its data template.",
        about_zh: "查询产品信息，包括产品的数据模板。",
        page: Some(48764),
        notes: &[
            "`State` and `AppTemplate` stand in the example only; both are optional.",
            "A product comes once for each of its devices that were asked for, so it may come more than once; the list is handed out as it came.",
            "The example prints `DataTemplate` without escaping its quotes; it is shortened here.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductIds":["FVYYYEL4ON"],"DeviceIds":["QDA1PZLBNB/aaa","QDA1PZLBNB/bbb"]}"#,
            answer: r#"{"Response":{"Products":[{"ProductId":"FVYYYEL4ON","Name":"c1","Description":"yes","State":"","DataTemplate":"{\"version\":\"1.0\",\"profile\":{\"ProductId\":\"FVYYYEL4ON\",\"CategoryId\":\"1\"},\"properties\":[{\"id\":\"mac\",\"name\":\"mac地址\",\"mode\":\"r\",\"define\":{\"type\":\"string\",\"min\":\"0\",\"max\":\"30\"}}],\"events\":[],\"actions\":[]}","AppTemplate":"","NetType":"wifi","CategoryId":1,"ProductType":0,"UpdateTime":1600159203},{"ProductId":"QDA1PZLBNB","Name":"light5","Description":"","State":"","DataTemplate":"{\"version\":\"1.0\",\"properties\":[{\"id\":\"power_switch\",\"name\":\"电灯开关\",\"mode\":\"rw\",\"define\":{\"type\":\"bool\",\"mapping\":{\"0\":\"关\",\"1\":\"开\"}}}],\"events\":[],\"actions\":[]}","AppTemplate":"","NetType":"else","CategoryId":141,"ProductType":0,"UpdateTime":1600265188}],"RequestId":"27HPvi1ylv"}}"#,
        },
    }),
};
