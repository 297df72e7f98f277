//! `AppUpdateUser`: changes the profile of the logged-in user, or attach a phone or e-mail to it. [Reference](https://cloud.tencent.com/document/product/1081/40788)

use crate::action::prelude::*;

/// `AppUpdateUser`.
pub const ACTION: Action = Action {
    name: "AppUpdateUser",
    auth: AccessToken,
    access: Changing,
    params: &[
        optional("NickName", Text, "Name that the user goes by."),
        optional("Avatar", Text, "Address of the user's picture. Picture URL."),
        optional("CountryCode", Text, "Country code of the phone number, as 86."),
        optional("PhoneNumber", Text, "Phone number without its country code."),
        optional("Email", Text, "E-mail address."),
        optional(
            "VerificationCode",
            Text,
            "The code that was sent. Needed when a phone or e-mail is being attached.",
        )
        .secret(),
    ],
    output: &[field("Data", Text, "What is answered. Example value OK.")],
    docs: docs(Docs {
        group: "user",
        about: "Changes the profile of the logged-in user, or attach a phone or e-mail to it.",
        about_zh: "。",
        page: Some(40788),
        notes: &[
            "The success example echoes a RequestId different from the request's; the failure example has an empty one.",
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
            params: r#"{}"#,
            answer: r#"{"Response":{"Data":"x","RequestId":"req_1"}}"#,
        },
    }),
};
