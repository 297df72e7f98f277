//! `AppCreateEmailUser`: registers an account with an e-mail address and an e-mailed code. [Reference](https://cloud.tencent.com/document/product/1081/40784)

use crate::action::prelude::*;

/// `AppCreateEmailUser`.
pub const ACTION: Action = Action {
    name: "AppCreateEmailUser",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("Email", Text, "E-mail address."),
        required("Password", Text, "The password.").secret(),
        required(
            "VerificationCode",
            Text,
            "The code that was sent. Code received by e-mail.",
        )
        .secret(),
    ],
    output: &[field("UserID", Text, "User it is about.")],
    docs: docs(Docs {
        group: "user",
        about: "Registers an account with an e-mail address and an e-mailed code.",
        about_zh: "。",
        page: Some(40784),
        notes: &[
            "Spelled UserID here, while shared structs spell UserId.",
            "The error table leaves out ErrorRequiredParamNotFound and InvalidAction, which the phone variant lists.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidJSON",
            "InvalidParameterValue.EmailUsed",
            "InvalidParameterValue.CheckVerifyCodeFailed",
        ],
        example: Example {
            params: r#"{"Email":"x","Password":"x","VerificationCode":"x"}"#,
            answer: r#"{"Response":{"Data":{"UserID":"x"},"RequestId":"req_1"}}"#,
        },
    }),
};
