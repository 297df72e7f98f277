//! `AppGetMessages`: pages through the messages of the user. [Reference](https://cloud.tencent.com/document/product/1081/40794)

use crate::action::prelude::*;

/// `AppGetMessages`.
pub const ACTION: Action = Action {
    name: "AppGetMessages",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("Category", Integer, "1 device, 2 family, 3 notice."),
        optional(
            "MsgID",
            Text,
            "Id of the last message seen; empty or left out at first.",
        ),
        optional(
            "MsgTimestamp",
            Count,
            "Time of the last message seen, in milliseconds since 1970; 0 or left out at first.",
        ),
        required("Limit", Count, "How many entries to answer, at most 100."),
    ],
    output: &[
        field("Listover", Boolean, "Whether these are the last ones.").loose(),
        field("Msgs", List(&structs::MSGS), "The messages of this page."),
    ],
    docs: docs(Docs {
        group: "message",
        about: "Pages through the messages of the user, of one category, newest first.",
        about_zh: "分页查询用户某一类的消息，最新的在前。",
        page: Some(40794),
        notes: &[
            "`Listover` is text in the table and `true` in the example; `\"true\"` and `\"false\"` are read too, and a boolean handed out.",
            "`Msgs` stands in the example and not in the table.",
            "The example spells `UserID`, `FromUserID`, `MsgID` and `RelateUserID`, the struct `UserId`, `FromUserId`, `MsgId` and `RelateUserId`; both are read, and the struct's are handed out.",
            "The example has a `MsgType` 100, which the struct's list lacks, and messages of other categories than it asks for.",
        ],
        assumed: &["That the newest message comes first: only the example shows it."],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"Category":2,"MsgID":"","MsgTimestamp":0,"Limit":5}"#,
            answer: r#"{"Response":{"Data":{"Listover":true,"Msgs":[{"UserID":"1","FromUserID":"","MsgID":"65167410520395776","Category":1,"MsgType":100,"MsgTitle":"Device Warning","MsgContent":"Some message Wed Nov 27 2019 11:52:01 GMT+0000.","MsgTimestamp":1574855521420,"ProductId":"","DeviceName":"","DeviceAlias":"","FamilyId":"","FamilyName":"","RelateUserID":"","CreateAt":"2019-11-27T11:52:01.42Z"},{"UserID":"1","FromUserID":"1","MsgID":"65167339519217664","Category":3,"MsgType":300,"MsgTitle":"设备分享结果通知","MsgContent":"“dylan”已成功接收“jordan”分享的设备“智能灯”，现在可以查看和控制设备了。","MsgTimestamp":1574855504492,"ProductId":"22F9Y6II7O","DeviceName":"light1","DeviceAlias":"light1","FamilyId":"","FamilyName":"","RelateUserID":"2","CreateAt":"2019-11-27T11:51:44.492Z"}]},"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}"#,
        },
    }),
};
