//! `AppGetTokenByWeiXin`: signs a WeChat user in. [Reference](https://cloud.tencent.com/document/product/1081/40781)

use crate::action::prelude::*;

/// `AppGetTokenByWeiXin`.
pub const ACTION: Action = Action {
    name: "AppGetTokenByWeiXin",
    auth: AppSecret,
    access: Changing,
    params: &[required("WxOpenID", Text, "OpenID or UnionID of the WeChat user."),
required("NickName", Text, "Name that the user goes by."),
required("Avatar", Text, "Address of the user's picture."),
],
    output: &[field("ExpireAt", Time, "When the access token expires, in Unix seconds."),
field("Token", Text, "The access token for the calls of a signed-in user.").secret(),
field("CancelAccountTime", Time, "When the user had asked to close the account, in Unix seconds; comes once, with the sign-in that undid it.").optional(),
],
    docs: docs(Docs {
        group: "user",
        about: "Signs a WeChat user in, creating the account the first time.",
        about_zh: "微信用户登录，首次登录时自动注册账号。",
        page: Some(40781),
        notes: &["The failure example answers `InvalidParameterValue.ErrorUserNotExists`, which the error table lacks.","The table lists `ExpireAt` and `Token` side by side with `RequestId`; in the example they are in `Data`. Both are read.","`CancelAccountTime` stands in the structure only."],
        assumed: &[],
        codes: &[
            "InternalError",
            "ErrorRequiredParamNotFound",
            "InvalidAction",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidJSON",
            "InvalidParameterValue.NickNameLengthInvalid",
        ],
        example: Example {
            params: r#"{"WxOpenID":"0123456789","NickName":"tests","Avatar":"http://example.com/path/to/avatar.jpg"}"#,
            answer: r#"{"Response":{"Data":{"ExpireAt":1556076201,"Token":"d2a282"},"RequestId":"rest-client"}}"#,
        },
    }),
};
