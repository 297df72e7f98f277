//! `AppSendVerificationCode`: sends a verification code by SMS. [Reference](https://cloud.tencent.com/document/product/1081/40785)

use crate::action::prelude::*;

/// `AppSendVerificationCode`.
pub const ACTION: Action = Action {
    name: "AppSendVerificationCode",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("Type", Text, "What it is for: `register` or `resetpass`."),
        required("CountryCode", Text, "Country code of the phone number, as `86`."),
        required("PhoneNumber", Text, "Phone number without its country code."),
    ],
    output: &[
        field("Data", Text, "`OK`.").optional(),
        field("UserID", Text, "Id of the user.").also("UserId").optional(),
    ],
    docs: docs(Docs {
        group: "user",
        about: "Sends a verification code to a phone number.",
        about_zh: "向手机号发送短信验证码。",
        page: Some(40785),
        notes: &[
            "The table promises `UserID`, and the example answers `Data` only; both are optional.",
            "Binding a phone number is named as a use, and no `Type` is listed for it; any is sent as given.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.PhoneNumberInvalid",
            "InvalidParameterValue.SendVerifyCodeTooQuick",
        ],
        example: Example {
            params: r#"{"Type":"register","CountryCode":"86","PhoneNumber":"1390000000"}"#,
            answer: r#"{"Response":{"Data":"OK","RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
