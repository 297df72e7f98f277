//! `AppGetResourceUploadURL`: gets a URL to which a file for a product can be uploaded. [Reference](https://cloud.tencent.com/document/product/1081/67572)

use crate::action::prelude::*;

/// `AppGetResourceUploadURL`.
pub const ACTION: Action = Action {
    name: "AppGetResourceUploadURL",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("UserResourceName", Text, "The user's file name."),
        required("FileSize", Count, "Bytes."),
        required("ResourceVer", Text, "Resource ver."),
    ],
    output: &[
        field("UploadUrl", Text, "Upload url."),
        field("ResourceName", Text, "Name on the vendor's side."),
    ],
    docs: docs(Docs {
        group: "file",
        about: "Gets a URL to which a file for a product can be uploaded.",
        about_zh: "。",
        page: Some(67572),
        notes: &[
            "Older copies (and page 60588) carry Action AppGetResourceDownloadUrl in table and example; the newest copy is corrected.",
            "Upper-case URL here, mixed-case Url in the download Action.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","UserResourceName":"x","FileSize":1,"ResourceVer":"x"}"#,
            answer: r#"{"Response":{"UploadUrl":"x","ResourceName":"x","RequestId":"req_1"}}"#,
        },
    }),
};
