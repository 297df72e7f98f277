//! `AppResetPasswordByCellphone`: sets a new password after proving ownership of a phone number. [Reference](https://cloud.tencent.com/document/product/1081/47613)

use crate::action::prelude::*;

/// `AppResetPasswordByCellphone`.
pub const ACTION: Action = Action {
    name: "AppResetPasswordByCellphone",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("CountryCode", Text, "Country code of the phone number, as 86."),
        required("PhoneNumber", Text, "Phone number without its country code."),
        required("VerificationCode", Text, "The code that was sent.").secret(),
        required("Password", Text, "The password. The new password.").secret(),
    ],
    output: &[field("Data", Text, "What is answered. Example value OK.")],
    docs: docs(Docs {
        group: "user",
        about: "Sets a new password after proving ownership of a phone number.",
        about_zh: "。",
        page: Some(47613),
        notes: &["The error table lists a too-frequent-code error but none for a wrong code."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.PhoneNumberInvalid",
            "InvalidParameterValue.SendVerifyCodeTooQuick",
        ],
        example: Example {
            params: r#"{"CountryCode":"x","PhoneNumber":"x","VerificationCode":"x","Password":"x"}"#,
            answer: r#"{"Response":{"Data":"x","RequestId":"req_1"}}"#,
        },
    }),
};
