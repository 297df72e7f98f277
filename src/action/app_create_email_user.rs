//! `AppCreateEmailUser`: makes an account with an e-mail address. [Reference](https://cloud.tencent.com/document/product/1081/40784)

use crate::action::prelude::*;

/// `AppCreateEmailUser`.
pub const ACTION: Action = Action {
    name: "AppCreateEmailUser",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("Email", Text, "E-mail address."),
        required("Password", Text, "Password of the account.").secret(),
        required("VerificationCode", Text, "The code that came by e-mail.").secret(),
    ],
    output: &[field("UserID", Text, "Id of the new user.").also("UserId")],
    docs: docs(Docs {
        group: "user",
        about: "Creates an account with an e-mail address and a code that was sent to it.",
        about_zh: "用邮箱和邮箱验证码注册账号。",
        page: Some(40784),
        notes: &[
            "The id is spelled `UserID` here and `UserId` in the structures; it is handed out as `UserID`.",
            "The error table lacks `ErrorRequiredParamNotFound` and `InvalidAction`, which that of `AppCreateCellphoneUser` has.",
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
            params: r#"{"Email":"test@example.com","Password":"My!P@ssword","VerificationCode":"123456"}"#,
            answer: r#"{"Response":{"Data":{"UserID":"1"},"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
