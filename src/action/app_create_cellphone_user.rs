//! `AppCreateCellphoneUser`: makes an account with a phone number. [Reference](https://cloud.tencent.com/document/product/1081/40783)

use crate::action::prelude::*;

/// `AppCreateCellphoneUser`.
pub const ACTION: Action = Action {
    name: "AppCreateCellphoneUser",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("CountryCode", Text, "Country code of the phone number, as `86`."),
        required("PhoneNumber", Text, "Phone number without its country code."),
        required("Password", Text, "Password of the account.").secret(),
        required("VerificationCode", Text, "The code that came by SMS.").secret(),
    ],
    output: &[field("UserID", Text, "Id of the new user.").also("UserId")],
    docs: docs(Docs {
        group: "user",
        about: "Creates an account with a phone number and a code that was sent to it.",
        about_zh: "用手机号和短信验证码注册账号。",
        page: Some(40783),
        notes: &[
            "The id is spelled `UserID` here and `UserId` in the structures; it is handed out as `UserID`.",
            "The example answers another `RequestId` than was sent; it is kept as it came.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "ErrorRequiredParamNotFound",
            "InvalidAction",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidJSON",
            "InvalidParameterValue.CheckVerifyCodeFailed",
            "InvalidParameterValue.PhoneNumberUsed",
            "InvalidParameterValue.PhoneNumberInvalid",
        ],
        example: Example {
            params: r#"{"CountryCode":"86","PhoneNumber":"13900000000","Password":"MyPassword","VerificationCode":"123456"}"#,
            answer: r#"{"Response":{"Data":{"UserID":"1234567890"},"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
