//! `AppResetPasswordByEmail`: sets a new password by e-mail. [Reference](https://cloud.tencent.com/document/product/1081/56317)

use crate::action::prelude::*;

/// `AppResetPasswordByEmail`.
pub const ACTION: Action = Action {
    name: "AppResetPasswordByEmail",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("Email", Text, "E-mail address."),
        required("VerificationCode", Text, "The code that came by e-mail.").secret(),
        required("Password", Text, "The new password.").secret(),
    ],
    output: &[field("Data", Text, "`OK`.")],
    docs: docs(Docs {
        group: "user",
        about: "Sets a new password with a code that was sent by e-mail.",
        about_zh: "用邮箱验证码重置密码。",
        page: Some(56317),
        notes: &[
            "The request example lacks `VerificationCode`, which the table requires; it was added to the example.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.ErrorUserNotExists",
            "InvalidParameterValue.SendVerifyCodeTooQuick",
        ],
        example: Example {
            params: r#"{"Email":"someone@example.com","VerificationCode":"123456","Password":"password"}"#,
            answer: r#"{"Response":{"Data":"OK","RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
