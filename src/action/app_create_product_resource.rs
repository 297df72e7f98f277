//! `AppCreateProductResource`: registers an uploaded file. [Reference](https://cloud.tencent.com/document/product/1081/67570)

use crate::action::prelude::*;

/// `AppCreateProductResource`.
pub const ACTION: Action = Action {
    name: "AppCreateProductResource",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("UserResourceName", Text, "Name that the user gave the file."),
        required("FileSize", Count, "Size of the file in bytes."),
        required("ResourceVer", Text, "Version of the file."),
        required("FileHash", Text, "Hash of the file in hexadecimal."),
        optional(
            "ResourceType",
            Text,
            "Kind of file, such as `FILE`. In one example only.",
        ),
        optional("ReadProtect", Integer, "1 in the only example."),
    ],
    output: &[field("ResourceName", Text, "Name of the file in the cloud.")],
    docs: docs(Docs {
        group: "file",
        about: "Registers an uploaded file, so that it can be sent to devices.",
        about_zh: "登记已上传的文件，供下发给设备。",
        page: Some(67570),
        notes: &[
            "Two pages describe this Action with the same table, one as registering an upload, one as making a delivery task.",
            "`ResourceType` and `ReadProtect` stand in the example of one page only and are explained nowhere; both are optional.",
        ],
        assumed: &["The hash is not named; the 32 digits of the example suggest MD5."],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"BKTTNGIQOG","UserResourceName":"restest","FileSize":5179,"ResourceVer":"0.0.1","FileHash":"2a8116bfda28","ResourceType":"FILE","ReadProtect":1}"#,
            answer: r#"{"Response":{"ResourceName":"USER_72375312314273792_RES_restest","RequestId":"1pZb3sz1N"}}"#,
        },
    }),
};
