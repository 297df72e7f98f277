//! `AppSendEmailVerificationCode`: sends a verification code by e-mail. [Reference](https://cloud.tencent.com/document/product/1081/56316)

use crate::action::prelude::*;

/// `AppSendEmailVerificationCode`.
pub const ACTION: Action = Action {
    name: "AppSendEmailVerificationCode",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("Type", Text, "What it is for: `register`, `resetpass` or `login`."),
        required("Email", Text, "E-mail address."),
    ],
    output: &[
        field("Data", Text, "`OK`.").optional(),
        field("UserId", Text, "Id of the user.").also("UserID").optional(),
    ],
    docs: docs(Docs {
        group: "user",
        about: "Sends a verification code to an e-mail address.",
        about_zh: "向邮箱发送验证码。",
        page: Some(56316),
        notes: &[
            "The table promises `UserId`, and the example answers `Data` only; both are optional.",
            "Binding an e-mail address is named as a use, and no `Type` is listed for it; any is sent as given.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.EmailInvalid",
            "InvalidParameterValue.SendVerifyCodeTooQuick",
        ],
        example: Example {
            params: r#"{"Type":"register","Email":"someone@example.com"}"#,
            answer: r#"{"Response":{"Data":"OK","RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
