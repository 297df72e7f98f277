//! `IotVideoGenerateSignedVideoURL`: signs the address of a recording so that it can be played for a while. [Reference](https://cloud.tencent.com/document/product/1081/106043)

use crate::action::prelude::*;

/// `IotVideoGenerateSignedVideoURL`.
pub const ACTION: Action = Action {
    name: "IotVideoGenerateSignedVideoURL",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("VideoURL", Text, "The address, not yet signed."),
        required("ExpireTime", Time, "Until when it can be played, in Unix seconds."),
    ],
    output: &[field("SignedVideoURL", Text, "The signed address.")],
    docs: docs(Docs {
        group: "other",
        about: "Signs the address of a recording so that it can be played until a given time.",
        about_zh: "为云存录像地址签名，使其在指定时间前可以播放。",
        page: Some(106043),
        notes: &[
            "The name lacks the `App` of all other Actions.",
            "The request example names another Action, `AppDescribeTemplateBinding`; this one's name is sent.",
            "The table of errors is that of the bind token's page; `InvalidParameterValue.InvalidAccessToken` of its own failure example is listed here too.",
            "The overview of cloud storage (page 80183) has no `DeviceName`; it is required, as on the Action's own page.",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"PRODUCT_ID","DeviceName":"DEVICENAME","VideoURL":"http://example.com/timeshift/live/1.m3u8","ExpireTime":1619331648}"#,
            answer: r#"{"Response":{"SignedVideoURL":"http://example.com/timeshift/live/1.m3u8?sign=x","RequestId":"xx"}}"#,
        },
    }),
};
