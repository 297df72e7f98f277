//! `AppGetMessages`: pages through the user's messages of one category. [Reference](https://cloud.tencent.com/document/product/1081/40794)

use crate::action::prelude::*;

/// `AppGetMessages`.
pub const ACTION: Action = Action {
    name: "AppGetMessages",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("Category", Integer, "1 = device, 2 = family, 3 = notice."),
        optional("MsgID", Text, "Last message id seen; empty on the first call."),
        optional(
            "MsgTimestamp",
            Count,
            "Last message's milliseconds; 0 on the first call.",
        ),
        required("Limit", Count, "How many entries to answer. At most 100."),
    ],
    output: &[
        field("Listover", Boolean, "Table says string, example is a boolean."),
        field("Msgs", List(&structs::MSGS), "Struct Msgs; example only."),
    ],
    docs: docs(Docs {
        group: "message",
        about: "Pages through the user's messages of one category.",
        about_zh: "。",
        page: Some(40794),
        notes: &[
            "Listover is a string in the table and a boolean in the example.",
            "Msgs, the actual payload, is missing from the output table.",
            "The example spells UserID, FromUserID, MsgID, RelateUserID; the shared struct spells UserId, FromUserId, MsgId, RelateUserId.",
            "The example contains MsgType 100, which the struct's list of types does not have.",
            "The request asks for Category 2 but the answer mixes categories 1, 2 and 3.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"Category":1,"Limit":1}"#,
            answer: r#"{"Response":{"Data":{"Listover":true,"Msgs":[{}]},"RequestId":"req_1"}}"#,
        },
    }),
};
