//! `AppGetResourceDownloadUrl`: gets a URL from which a registered file can be downloaded. [Reference](https://cloud.tencent.com/document/product/1081/70295)

use crate::action::prelude::*;

/// `AppGetResourceDownloadUrl`.
pub const ACTION: Action = Action {
    name: "AppGetResourceDownloadUrl",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("UserResourceName", Text, "User resource name."),
        required(
            "EffectiveTime",
            Time,
            "The example sends an absolute Unix time in seconds.",
        ),
        required("ResourceVer", Text, "Resource ver."),
    ],
    output: &[field("DownloadUrl", Text, "Download url.")],
    docs: docs(Docs {
        group: "file",
        about: "Gets a URL from which a registered file can be downloaded.",
        about_zh: "。",
        page: Some(70295),
        notes: &[
            "The success example doubles the quotes around the URL, so it is not valid JSON.",
            "The description prints the Action with a trailing space.",
            "EffectiveTime is called a validity time, the example makes it look like an absolute timestamp.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","UserResourceName":"x","EffectiveTime":1,"ResourceVer":"x"}"#,
            answer: r#"{"Response":{"DownloadUrl":"x","RequestId":"req_1"}}"#,
        },
    }),
};
