//! `AppKugouUserCommand`: runs a music-service command in the name of the user on a music device. [Reference](https://cloud.tencent.com/document/product/1081/60575)

use crate::action::prelude::*;

/// `AppKugouUserCommand`.
pub const ACTION: Action = Action {
    name: "AppKugouUserCommand",
    auth: AccessToken,
    access: Changing,
    params: &[
        required(
            "KGCommand",
            Text,
            "Seen on pages: user_info, user_logout, song_url, album_info, awesome_everyday, top_song; more exist.",
        ),
        required(
            "DeviceId",
            Text,
            "`ProductId/DeviceName`. ProductId and DeviceName joined by a slash.",
        ),
        required("KugouParams", Map, "Params of the command, may be empty."),
    ],
    output: &[
        field("ErrorCode", Integer, "0 = fine."),
        field("ErrorMsg", Text, "Error msg."),
        field("Data", Map, "What is answered. Shape depends on KGCommand."),
    ],
    docs: docs(Docs {
        group: "other",
        about: "Runs a music-service command in the name of the user on a music device.",
        about_zh: "。",
        page: Some(60575),
        notes: &[
            "One Action covers many music commands told apart by KGCommand; each has its own page and its own KugouParams and Data shapes on the struct page, which are not recorded here.",
            "The examples elide objects with dots, so they are not valid JSON, and answer with another RequestId than was sent.",
            "A second error channel (ErrorCode, ErrorMsg) exists beside Response.Error.",
            "The error table is copied from the gateway pages.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.InternalRPCError",
            "ResourceNotFound",
            "ResourceNotFound.DeviceNotExist",
            "ResourceNotFound.StudioProductNotExist",
            "ResourceNotFound.AppNotExists",
            "UnsupportedOperation",
            "UnsupportedOperation.DeviceNotGateway",
            "UnsupportedOperation.NotBindVirtualDevice",
            "UnsupportedOperation.DeviceNotBind",
            "UnsupportedOperation.CannotBindSameFamily",
            "LimitExceeded",
            "LimitExceeded.FamilyDeviceExceedLimit",
            "UnauthorizedOperation",
            "UnauthorizedOperation.APPNoPermissionToStudioProduct",
        ],
        example: Example {
            params: r#"{"KGCommand":"x","DeviceId":"x","KugouParams":{}}"#,
            answer: r#"{"Response":{"ErrorCode":1,"ErrorMsg":"x","Data":{},"RequestId":"req_1"}}"#,
        },
    }),
};
