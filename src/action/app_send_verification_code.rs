//! `AppSendVerificationCode`: sends an SMS code to a mobile number. [Reference](https://cloud.tencent.com/document/product/1081/40785)

use crate::action::prelude::*;

/// `AppSendVerificationCode`.
pub const ACTION: Action = Action {
    name: "AppSendVerificationCode",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("Type", Text, "Register or resetpass."),
        required("CountryCode", Text, "Country code of the phone number, as 86."),
        required("PhoneNumber", Text, "Phone number without its country code."),
    ],
    output: &[
        field("Data", Text, "What is answered. Example value OK."),
        field(
            "UserID",
            Text,
            "User it is about. Listed by the table only, absent from the example.",
        ),
    ],
    docs: docs(Docs {
        group: "user",
        about: "Sends an SMS code to a mobile number.",
        about_zh: "。",
        page: Some(40785),
        notes: &[
            "The output table promises UserID, the example returns only Data = OK.",
            "Binding a phone is named as a use, yet no Type value for it is listed.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.PhoneNumberInvalid",
            "InvalidParameterValue.SendVerifyCodeTooQuick",
        ],
        example: Example {
            params: r#"{"Type":"x","CountryCode":"x","PhoneNumber":"x"}"#,
            answer: r#"{"Response":{"Data":"x","UserID":"x","RequestId":"req_1"}}"#,
        },
    }),
};
