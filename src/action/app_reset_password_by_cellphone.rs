//! `AppResetPasswordByCellphone`: sets a new password by phone. [Reference](https://cloud.tencent.com/document/product/1081/47613)

use crate::action::prelude::*;

/// `AppResetPasswordByCellphone`.
pub const ACTION: Action = Action {
    name: "AppResetPasswordByCellphone",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("CountryCode", Text, "Country code of the phone number, as `86`."),
        required("PhoneNumber", Text, "Phone number without its country code."),
        required("VerificationCode", Text, "The code that came by SMS.").secret(),
        required("Password", Text, "The new password.").secret(),
    ],
    output: &[field("Data", Text, "`OK`.")],
    docs: docs(Docs {
        group: "user",
        about: "Sets a new password with a code that was sent by SMS.",
        about_zh: "用短信验证码重置密码。",
        page: Some(47613),
        notes: &["The error table has a code for asking too often and none for a wrong verification code."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.PhoneNumberInvalid",
            "InvalidParameterValue.SendVerifyCodeTooQuick",
        ],
        example: Example {
            params: r#"{"CountryCode":"86","PhoneNumber":"139000000000","VerificationCode":"123456","Password":"password"}"#,
            answer: r#"{"Response":{"Data":"OK","RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
