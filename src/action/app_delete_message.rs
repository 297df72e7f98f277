//! `AppDeleteMessage`: deletes a message. [Reference](https://cloud.tencent.com/document/product/1081/40795)

use crate::action::prelude::*;

/// `AppDeleteMessage`.
pub const ACTION: Action = Action {
    name: "AppDeleteMessage",
    auth: AccessToken,
    access: Changing,
    params: &[required(
        "MsgID",
        Text,
        "A draft page spells it MsgId and takes several ids joined by commas.",
    )],
    output: &[field("Data", Text, "What is answered. Example value OK.")],
    docs: docs(Docs {
        group: "message",
        about: "Deletes a message.",
        about_zh: "。",
        page: Some(40795),
        notes: &[
            "MsgID is a string in the table but a bare number in the request example; send it as text, it exceeds 32 bits.",
            "A stray draft page in the music folder documents the same Action with MsgId, comma-joined ids and the code InvalidParameterValue.MsgIdInvalid; match both spellings of the code.",
            "The failure example has an empty RequestId.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.MsgIDInvalid",
        ],
        example: Example {
            params: r#"{"MsgID":"x"}"#,
            answer: r#"{"Response":{"Data":"x","RequestId":"req_1"}}"#,
        },
    }),
};
