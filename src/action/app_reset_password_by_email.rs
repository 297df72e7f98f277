//! `AppResetPasswordByEmail`: sets a new password after proving ownership of an e-mail address. [Reference](https://cloud.tencent.com/document/product/1081/56317)

use crate::action::prelude::*;

/// `AppResetPasswordByEmail`.
pub const ACTION: Action = Action {
    name: "AppResetPasswordByEmail",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("Email", Text, "E-mail address."),
        required("VerificationCode", Text, "The code that was sent.").secret(),
        required("Password", Text, "The password. The new password.").secret(),
    ],
    output: &[field("Data", Text, "What is answered. Example value OK.")],
    docs: docs(Docs {
        group: "user",
        about: "Sets a new password after proving ownership of an e-mail address.",
        about_zh: "。",
        page: Some(56317),
        notes: &["The request example leaves out VerificationCode although the table requires it."],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.ErrorUserNotExists",
            "InvalidParameterValue.SendVerifyCodeTooQuick",
        ],
        example: Example {
            params: r#"{"Email":"x","VerificationCode":"x","Password":"x"}"#,
            answer: r#"{"Response":{"Data":"x","RequestId":"req_1"}}"#,
        },
    }),
};
