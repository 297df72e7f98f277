//! `AppListEventHistory`: past events of a device. [Reference](https://cloud.tencent.com/document/product/1081/60783)

use crate::action::prelude::*;

/// `AppListEventHistory`.
pub const ACTION: Action = Action {
    name: "AppListEventHistory",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        optional("Type", Text, "`alert`, `fault` or `info`; empty for all."),
        optional("StartTime", Time, "From when, in Unix seconds."),
        optional("EndTime", Time, "Until when, in Unix seconds; 0 is now."),
        optional("Context", Text, "Cursor of the answer before; none for the first page."),
        optional("Size", Count, "How many entries to answer."),
        optional("EventId", Text, "Only this event, as the product defines it."),
    ],
    output: &[
        field("Context", Text, "Cursor for the next page."),
        field("Total", Count, "How many there are in all."),
        field("Listover", Boolean, "Whether this page is the last.").optional(),
        field(
            "EventHistory",
            List(&structs::EVENT_HISTORY),
            "The events of this page.",
        ),
    ],
    docs: docs(Docs {
        group: "data",
        about: "Pages through the past events of a device.",
        about_zh: "分页查询设备的历史事件。",
        page: Some(60783),
        notes: &[
            "The request example spells `ProductID`; `ProductId` is sent, as the table has it.",
            "The example lacks `Listover` and carries `ClientToken` and `OutputParams` of another page; these are kept.",
            "`StartTime` 0 is said to mean now, as `EndTime` 0 is, and yet the example sends both; they are sent as given.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"DEV","StartTime":0,"EndTime":0,"Type":"info","Size":5,"Context":""}"#,
            answer: r#"{"Response":{"ClientToken":"1ee12","OutputParams":"","RequestId":"026fe48b-0c31-4a7c-aaf6-83ba3e9s4bcf","Context":"DnF1ZXJ5","EventHistory":[{"TimeStamp":1553484903,"ProductId":"product1","DeviceName":"light3","EventId":"status_report","Type":"info","Data":"{\"status\": 0,\"message\": \"test message:11:35:03.288277\"}"}],"Total":1}}"#,
        },
    }),
};
