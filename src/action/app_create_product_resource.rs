//! `AppCreateProductResource`: registers a file after it was uploaded, so it can be sent to devices. [Reference](https://cloud.tencent.com/document/product/1081/67570)

use crate::action::prelude::*;

/// `AppCreateProductResource`.
pub const ACTION: Action = Action {
    name: "AppCreateProductResource",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("UserResourceName", Text, "The user's file name."),
        required("FileSize", Count, "Bytes."),
        required("ResourceVer", Text, "Resource ver."),
        required("FileHash", Text, "32 hex digits in the example."),
        optional("ResourceType", Text, "Example of one page only: FILE."),
        optional("ReadProtect", Integer, "Example of one page only: 1."),
    ],
    output: &[field("ResourceName", Text, "Name on the vendor's side.")],
    docs: docs(Docs {
        group: "file",
        about: "Registers a file after it was uploaded, so it can be sent to devices.",
        about_zh: "。",
        page: Some(67570),
        notes: &[
            "Two pages describe the Action, one calling it a delivery task and one a registration after upload; their param tables agree.",
            "One page's example also sends ResourceType and ReadProtect, lacks a comma and ends with a trailing comma, so it is not valid JSON.",
            "The hash algorithm is not named; 32 hex digits suggest MD5.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","UserResourceName":"x","FileSize":1,"ResourceVer":"x","FileHash":"x"}"#,
            answer: r#"{"Response":{"ResourceName":"x","RequestId":"req_1"}}"#,
        },
    }),
};
