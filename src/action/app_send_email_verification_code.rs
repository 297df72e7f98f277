//! `AppSendEmailVerificationCode`: sends a verification code to an e-mail address. [Reference](https://cloud.tencent.com/document/product/1081/56316)

use crate::action::prelude::*;

/// `AppSendEmailVerificationCode`.
pub const ACTION: Action = Action {
    name: "AppSendEmailVerificationCode",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("Type", Text, "Register, resetpass or login."),
        required("Email", Text, "E-mail address."),
    ],
    output: &[
        field("Data", Text, "What is answered. Example value OK."),
        field(
            "UserId",
            Text,
            "User it is about. Listed by the table only, absent from the example.",
        ),
    ],
    docs: docs(Docs {
        group: "user",
        about: "Sends a verification code to an e-mail address.",
        about_zh: "。",
        page: Some(56316),
        notes: &[
            "The output table promises UserId, the example returns only Data = OK.",
            "Binding an e-mail is named as a use, yet no Type value for it is listed.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.EmailInvalid",
            "InvalidParameterValue.SendVerifyCodeTooQuick",
        ],
        example: Example {
            params: r#"{"Type":"x","Email":"x"}"#,
            answer: r#"{"Response":{"Data":"x","UserId":"x","RequestId":"req_1"}}"#,
        },
    }),
};
