//! `AppCreateCellphoneUser`: registers an account with a mobile number and an SMS code. [Reference](https://cloud.tencent.com/document/product/1081/40783)

use crate::action::prelude::*;

/// `AppCreateCellphoneUser`.
pub const ACTION: Action = Action {
    name: "AppCreateCellphoneUser",
    auth: AppSecret,
    access: Changing,
    params: &[
        required(
            "CountryCode",
            Text,
            "Country code of the phone number, as 86. Dialling code such as 86, without plus sign.",
        ),
        required("PhoneNumber", Text, "Phone number without its country code."),
        required("Password", Text, "The password.").secret(),
        required(
            "VerificationCode",
            Text,
            "The code that was sent. Code received by SMS.",
        )
        .secret(),
    ],
    output: &[field("UserID", Text, "User it is about.")],
    docs: docs(Docs {
        group: "user",
        about: "Registers an account with a mobile number and an SMS code.",
        about_zh: "。",
        page: Some(40783),
        notes: &[
            "Spelled UserID here, while shared structs spell UserId.",
            "The success example echoes a RequestId different from the one in the request example.",
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
            params: r#"{"CountryCode":"x","PhoneNumber":"x","Password":"x","VerificationCode":"x"}"#,
            answer: r#"{"Response":{"Data":{"UserID":"x"},"RequestId":"req_1"}}"#,
        },
    }),
};
