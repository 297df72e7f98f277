//! `IotVideoGenerateSignedVideoURL`: signs a cloud-recording play URL so that it can be played until a given moment. [Reference](https://cloud.tencent.com/document/product/1081/106043)

use crate::action::prelude::*;

/// `IotVideoGenerateSignedVideoURL`.
pub const ACTION: Action = Action {
    name: "IotVideoGenerateSignedVideoURL",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required(
            "DeviceName",
            Text,
            "Name of the device within its product. On the Action's page, missing from the overview page 80183.",
        ),
        required("VideoURL", Text, "Unsigned play URL."),
        required("ExpireTime", Time, "Unix seconds at which the link stops working."),
    ],
    output: &[field("SignedVideoURL", Text, "Signed video url.")],
    docs: docs(Docs {
        group: "other",
        about: "Signs a cloud-recording play URL so that it can be played until a given moment.",
        about_zh: "。",
        page: Some(106043),
        notes: &[
            "The Action name lacks the App prefix.",
            "The request example carries Action AppDescribeTemplateBinding instead of this Action.",
            "The error table is copied from the provisioning-token page and does not list the code of its own failure example (InvalidParameterValue.InvalidAccessToken).",
            "DeviceName is required here but absent from the overview page.",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","VideoURL":"x","ExpireTime":1}"#,
            answer: r#"{"Response":{"SignedVideoURL":"x","RequestId":"req_1"}}"#,
        },
    }),
};
