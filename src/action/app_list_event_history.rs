//! `AppListEventHistory`: pages through past events of a device. [Reference](https://cloud.tencent.com/document/product/1081/60783)

use crate::action::prelude::*;

/// `AppListEventHistory`.
pub const ACTION: Action = Action {
    name: "AppListEventHistory",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("Type", Text, "Alert, fault or info; empty = all three."),
        optional("StartTime", Time, "Unix seconds; 0 = now by the page."),
        optional("EndTime", Time, "Unix seconds; 0 = now."),
        optional("Context", Text, "Cursor."),
        optional("Size", Count, "Page size."),
        optional("EventId", Text, "Only this event."),
    ],
    output: &[
        field("Context", Text, "Cursor."),
        field("Total", Count, "How many entries there are in all."),
        field("Listover", Boolean, "Whether the search is finished."),
        field("EventHistory", List(&structs::EVENT_HISTORY), "Struct EventHistory."),
    ],
    docs: docs(Docs {
        group: "data",
        about: "Pages through past events of a device.",
        about_zh: "。",
        page: Some(60783),
        notes: &[
            "The request example spells ProductID, the table ProductId.",
            "The success example lacks two commas, so it is not valid JSON.",
            "The example also carries ClientToken and OutputParams, left over from another page, and omits Listover.",
            "StartTime 0 is said to mean now, like EndTime 0, which would give an empty range.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"Context":"x","Total":1,"Listover":true,"EventHistory":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
