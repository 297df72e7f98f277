//! `AppGetToken`: signs a user in. [Reference](https://cloud.tencent.com/document/product/1081/40786)

use crate::action::prelude::*;

/// `AppGetToken`.
pub const ACTION: Action = Action {
    name: "AppGetToken",
    auth: AppSecret,
    access: Changing,
    params: &[optional("Type", Text, "Kind of account: `phone` or `email`."),
optional("CountryCode", Text, "Country code of the phone number, as `86`."),
optional("PhoneNumber", Text, "Phone number without its country code."),
optional("Email", Text, "E-mail address."),
required("Password", Text, "Password of the account.").secret(),
],
    output: &[field("ExpireAt", Time, "When the access token expires, in Unix seconds."),
field("Token", Text, "The access token for the calls of a signed-in user.").secret(),
field("CancelAccountTime", Time, "When the user had asked to close the account, in Unix seconds; comes once, with the sign-in that undid it.").optional(),
],
    docs: docs(Docs {
        group: "user",
        about: "Signs a user in with phone number or e-mail address and password.",
        about_zh: "用手机号或邮箱加密码登录，获取访问 Token。",
        page: Some(40786),
        notes: &["The table has `Data` as text; in the example it is an object of `ExpireAt` and `Token`, as here.","The failure example has `InternalError` for a code and puts the real one before a bar in the message: `InvalidParameterValue.UserLoginFailed|…`. The real code is the one that the error has here.","`CancelAccountTime` stands in the structure only."],
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
            params: r#"{"Email":"test@example","Password":"123456","Type":"email"}"#,
            answer: r#"{"Response":{"Data":{"ExpireAt":1556076201,"Token":"d28514"},"RequestId":"rest-client"}}"#,
        },
    }),
};
