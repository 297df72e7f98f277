//! `AppGetResourceUploadURL`: where a file can be put. [Reference](https://cloud.tencent.com/document/product/1081/67572)

use crate::action::prelude::*;

/// `AppGetResourceUploadURL`.
pub const ACTION: Action = Action {
    name: "AppGetResourceUploadURL",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("UserResourceName", Text, "Name that the user gave the file."),
        required("FileSize", Count, "Size of the file in bytes."),
        required("ResourceVer", Text, "Version of the file."),
    ],
    output: &[
        field("UploadUrl", Text, "Address to put the file to."),
        field("ResourceName", Text, "Name of the file in the cloud."),
    ],
    docs: docs(Docs {
        group: "file",
        about: "Makes an address to which a file of a product can be uploaded.",
        about_zh: "获取产品文件的上传地址。",
        page: Some(67572),
        notes: &[
            "Older copies of the page carry the name of `AppGetResourceDownloadUrl`; this Action's own name is sent.",
            "The Action ends in `URL`, the one for downloads in `Url`.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"BKTTNGIQOG","UserResourceName":"restest","FileSize":5179,"ResourceVer":"0.0.1"}"#,
            answer: r#"{"Response":{"UploadUrl":"https://example.com/restest","ResourceName":"USER_72375312314273792_RES_restest","RequestId":"1pZb3sz1N"}}"#,
        },
    }),
};
