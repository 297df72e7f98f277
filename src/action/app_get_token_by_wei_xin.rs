//! `AppGetTokenByWeiXin`: logs a WeChat user in and hand out an access token, creating the account on first use. [Reference](https://cloud.tencent.com/document/product/1081/40781)

use crate::action::prelude::*;

/// `AppGetTokenByWeiXin`.
pub const ACTION: Action = Action {
    name: "AppGetTokenByWeiXin",
    auth: AppSecret,
    access: Changing,
    params: &[
        required("WxOpenID", Text, "OpenID or UnionID of the WeChat user."),
        required("NickName", Text, "Name that the user goes by."),
        required("Avatar", Text, "Address of the user's picture. Picture URL."),
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
        about: "Logs a WeChat user in and hand out an access token, creating the account on first use.",
        about_zh: "。",
        page: Some(40781),
        notes: &[
            "The failure example answers InvalidParameterValue.ErrorUserNotExists, a code missing from the page's own error table.",
            "The output table shows ExpireAt and Token as if flat; the example nests them in Response.Data.",
            "CancelAccountTime is listed only by the shared struct, not by the page.",
        ],
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
            params: r#"{"WxOpenID":"x","NickName":"x","Avatar":"x"}"#,
            answer: r#"{"Response":{"Data":{"ExpireAt":1,"Token":"x","CancelAccountTime":1},"RequestId":"req_1"}}"#,
        },
    }),
};
