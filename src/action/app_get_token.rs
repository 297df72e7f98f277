//! `AppGetToken`: logs in with phone or e-mail plus password and receive an access token. [Reference](https://cloud.tencent.com/document/product/1081/40786)

use crate::action::prelude::*;

/// `AppGetToken`.
pub const ACTION: Action = Action {
    name: "AppGetToken",
    auth: AppSecret,
    access: Changing,
    params: &[
        optional("Type", Text, "Phone or email."),
        optional(
            "CountryCode",
            Text,
            "Country code of the phone number, as 86. With Type phone.",
        ),
        optional(
            "PhoneNumber",
            Text,
            "Phone number without its country code. With Type phone.",
        ),
        optional("Email", Text, "E-mail address. With Type email."),
        required("Password", Text, "The password.").secret(),
    ],
    output: &[
        field("ExpireAt", Time, "Expiry, Unix seconds."),
        field("Token", Text, "The access token. AccessToken for later tokenapi calls.").secret(),
        field(
            "CancelAccountTime",
            Time,
            "Unix seconds; only from the shared TokenResultInfo struct: present once, on the first login after an account-closing request.",
        ),
    ],
    docs: docs(Docs {
        group: "user",
        about: "Logs in with phone or e-mail plus password and receive an access token.",
        about_zh: "。",
        page: Some(40786),
        notes: &[
            "The output table types Data as a string; the example makes it an object holding ExpireAt and Token.",
            "The failure example puts InternalError in Error.Code and hides the real code inside Error.Message, as 'InvalidParameterValue.UserLoginFailed|text'; a client must split the message at the bar.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "ErrorRequiredParamNotFound",
            "InvalidAction",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidJSON",
            "InvalidParameterValue.UserLoginFailed",
            "InvalidParameterValue.UserLoginForbidden",
        ],
        example: Example {
            params: r#"{"Password":"x"}"#,
            answer: r#"{"Response":{"Data":{"ExpireAt":1,"Token":"x","CancelAccountTime":1},"RequestId":"req_1"}}"#,
        },
    }),
};
