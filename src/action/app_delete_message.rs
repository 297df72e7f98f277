//! `AppDeleteMessage`: deletes a message. [Reference](https://cloud.tencent.com/document/product/1081/40795)

use crate::action::prelude::*;

/// `AppDeleteMessage`.
pub const ACTION: Action = Action {
    name: "AppDeleteMessage",
    auth: AccessToken,
    access: Changing,
    params: &[required("MsgID", Text, "Id of the message, from `AppGetMessages`.")],
    output: &[field("Data", Text, "`OK`.")],
    docs: docs(Docs {
        group: "message",
        about: "Deletes a message of the user.",
        about_zh: "删除用户的一条消息。",
        page: Some(40795),
        notes: &[
            "`MsgID` is text in the table and a bare number in the request example; it is sent as text, since it may be beyond what a number holds exactly.",
            "Another page of the reference, in the chapter on music, spells `MsgId`, takes several ids joined by commas, and answers `InvalidParameterValue.MsgIdInvalid`; that code is known too.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.MsgIDInvalid",
        ],
        example: Example {
            params: r#"{"MsgID":"65167410520395776"}"#,
            answer: r#"{"Response":{"Data":"OK","RequestId":"req_1"}}"#,
        },
    }),
};
