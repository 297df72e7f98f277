//! `AppGetResourceDownloadUrl`: where a registered file can be fetched. [Reference](https://cloud.tencent.com/document/product/1081/70295)

use crate::action::prelude::*;

/// `AppGetResourceDownloadUrl`.
pub const ACTION: Action = Action {
    name: "AppGetResourceDownloadUrl",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("UserResourceName", Text, "Name that the user gave the file."),
        required("EffectiveTime", Time, "Until when the address works, in Unix seconds."),
        required("ResourceVer", Text, "Version of the file."),
    ],
    output: &[field("DownloadUrl", Text, "Address to get the file from.")],
    docs: docs(Docs {
        group: "file",
        about: "Makes an address from which a registered file can be downloaded.",
        about_zh: "获取已登记文件的下载地址。",
        page: Some(70295),
        notes: &[
            "`EffectiveTime` is called a validity, and the example sends a moment in Unix seconds; it is sent as given.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"BKTTNGIQOG","UserResourceName":"restest","EffectiveTime":1637553600,"ResourceVer":"0.0.1"}"#,
            answer: r#"{"Response":{"DownloadUrl":"https://example.com/restest","RequestId":"1pZb3sz1N"}}"#,
        },
    }),
};
