//! `AppGetDeviceDataHistory`: past values of one property. [Reference](https://cloud.tencent.com/document/product/1081/43119)

use crate::action::prelude::*;

/// `AppGetDeviceDataHistory`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceDataHistory",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("FieldName", Text, "Id of the property."),
        optional("Context", Text, "Cursor of the answer before; none for the first page."),
        required("MinTime", Count, "From when, in Unix milliseconds."),
        required("MaxTime", Count, "Until when, in Unix milliseconds."),
        required("Limit", Count, "How many entries to answer."),
    ],
    output: &[
        field("Context", Text, "Cursor for the next page."),
        field("FieldName", Text, "Id of the property."),
        field(
            "Listover",
            Boolean,
            "True while there is more, by the page, and so the opposite of its name.",
        ),
        field("Results", List(&structs::DATA_HISTORY_ITEM), "The values of this page."),
    ],
    docs: docs(Docs {
        group: "data",
        about: "Pages through the past values of one property.",
        about_zh: "分页查询设备某个属性的历史数据。",
        page: Some(43119),
        notes: &[
            "The page says that `Listover` true means more to come, the opposite of its name, of `AppListEventHistory` and of the cloud's server API; it is handed out as it came.",
            "A translated copy of the page requires `DeviceId` in place of `ProductId` and `DeviceName`, but its example sends the two; they are required here.",
            "The example answers for another property than it was asked for.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"22F9Y6II7O","DeviceName":"light1","MinTime":1560949017000,"MaxTime":1561035417000,"Limit":20,"FieldName":"light_switch"}"#,
            answer: r#"{"Response":{"Context":"abc","FieldName":"brightness","Listover":false,"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68","Results":[{"Time":"1560949025494","Value":"77"}]}}"#,
        },
    }),
};
