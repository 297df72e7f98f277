//! `AppGetUser`: reads who is signed in. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppGetUser`.
pub const ACTION: Action = Action {
    name: "AppGetUser",
    auth: AccessToken,
    access: ReadOnly,
    params: &[],
    output: &[
        field("UserId", Text, "The user's id.").also("UserID"),
        field("NickName", Text, "Name that the user goes by."),
        field("Avatar", Text, "Address of the user's picture; may be empty."),
        field("CountryCode", Text, "Country code of the phone number, as `86`.").optional(),
        field("PhoneNumber", Text, "Phone number without its country code.").optional(),
        field("Email", Text, "E-mail address.").optional(),
        field("HasPassword", Integer, "0 has no password, 1 has one.").optional(),
        field("HasWxOpenID", Integer, "0 is not linked to WeChat, 1 is.").optional(),
    ],
    docs: docs(Docs {
        group: "user",
        about: "Reads who is signed in.",
        about_zh: "查询当前登录用户的信息。",
        page: None,
        notes: &[],
        assumed: &[
            "No page documents this Action: shipped clients call it after sign-in. Its fields are those of the reference's `IotUserDetail`, which no Action of the reference uses.",
        ],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{}"#,
            answer: r#"{"Response":{"Data":{"UserID":"1","NickName":"x","Avatar":""},"RequestId":"req_1"}}"#,
        },
    }),
};
