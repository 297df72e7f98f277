//! `AppGetDeviceDataHistory`: pages through past values of one property. [Reference](https://cloud.tencent.com/document/product/1081/43119)

use crate::action::prelude::*;

/// `AppGetDeviceDataHistory`.
pub const ACTION: Action = Action {
    name: "AppGetDeviceDataHistory",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("FieldName", Text, "Property id."),
        optional("Context", Text, "Cursor; omit on the first call."),
        required("MinTime", Count, "Milliseconds."),
        required("MaxTime", Count, "Milliseconds."),
        required("Limit", Count, "How many entries to answer. Page size."),
    ],
    output: &[
        field("Context", Text, "Cursor for the next call."),
        field("FieldName", Text, "Field name."),
        field(
            "Listover",
            Boolean,
            "The page says true = more remains, false = all read.",
        ),
        field("Results", List(&structs::DATA_HISTORY_ITEM), "Struct DataHistoryItem."),
    ],
    docs: docs(Docs {
        group: "data",
        about: "Pages through past values of one property.",
        about_zh: "。",
        page: Some(43119),
        notes: &[
            "Listover is described with true meaning that data remains, the opposite of what its name and AppListEventHistory say; check against the live service.",
            "The response example answers for another FieldName than the request example asked for.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","FieldName":"x","MinTime":1,"MaxTime":1,"Limit":1}"#,
            answer: r#"{"Response":{"Context":"x","FieldName":"x","Listover":true,"Results":[{}],"RequestId":"req_1"}}"#,
        },
    }),
};
