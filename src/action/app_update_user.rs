//! `AppUpdateUser`: changes the profile of the user. [Reference](https://cloud.tencent.com/document/product/1081/40788)

use crate::action::prelude::*;

/// `AppUpdateUser`.
pub const ACTION: Action = Action {
    name: "AppUpdateUser",
    auth: AccessToken,
    access: Changing,
    params: &[
        optional("NickName", Text, "Name that the user goes by."),
        optional("Avatar", Text, "Address of the user's picture."),
        optional("CountryCode", Text, "Country code of the phone number, as `86`."),
        optional("PhoneNumber", Text, "Phone number without its country code."),
        optional("Email", Text, "E-mail address."),
        optional(
            "VerificationCode",
            Text,
            "The code that came by SMS or e-mail; needed to bind either.",
        )
        .secret(),
    ],
    output: &[field("Data", Text, "`OK`.")],
    docs: docs(Docs {
        group: "user",
        about: "Changes the profile of the user, or binds a phone number or e-mail address to it.",
        about_zh: "修改用户资料，或绑定手机号、邮箱。",
        page: Some(40788),
        notes: &[
            "The example answers another `RequestId` than was sent, and the failure example an empty one; each is kept as it came.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NickNameLengthInvalid",
            "InvalidParameterValue.PhoneNumberInvalid",
            "InvalidParameterValue.PhoneNumberUsed",
            "InvalidParameterValue.EmailInvalid",
            "InvalidParameterValue.EmailUsed",
            "InvalidParameterValue.CheckVerifyCodeFailed",
        ],
        example: Example {
            params: r#"{"NickName":"tests","Avatar":"http://example.com/path/to/avatar.jpg"}"#,
            answer: r#"{"Response":{"Data":"OK","RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
