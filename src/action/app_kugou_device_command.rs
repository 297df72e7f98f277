//! `AppKugouDeviceCommand`: runs a command of the Kugou music service for a device. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppKugouDeviceCommand`.
pub const ACTION: Action = Action {
    name: "AppKugouDeviceCommand",
    auth: AccessToken,
    access: Changing,
    params: &[
        required(
            "KGCommand",
            Text,
            "The command; seen are `device_activation`, `wechat_appinfocode` and `wechat_minipauth`.",
        ),
        required("DeviceId", Text, "`ProductId/DeviceName` of the music device."),
        required("KugouParams", Map, "Parameters of the command; may be empty."),
    ],
    output: &[
        field("ErrorCode", Integer, "0 where the command succeeded."),
        field("ErrorMsg", Text, "What went wrong, where something did."),
        field(
            "Data",
            Map,
            "The result of the command; its shape depends on `KGCommand`.",
        ),
    ],
    docs: docs(Docs {
        group: "other",
        about: "Runs a command of the Kugou music service for a device, such as its activation.",
        about_zh: "以设备身份执行酷狗音乐命令，如激活设备。",
        page: None,
        notes: &[
            "One Action covers many music commands, told apart by `KGCommand`; each has a page and shapes of its own, which are not checked here.",
            "A command that fails says so in `ErrorCode` and `ErrorMsg` of an answer that is otherwise fine; both are handed out and no error is made of them, so look at `ErrorCode`.",
            "The table of errors is that of the gateway pages.",
        ],
        assumed: &["There may be commands that no page was seen of."],
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
            params: r#"{"KGCommand":"device_activation","DeviceId":"LAEG4YJE1A/dev01","KugouParams":{}}"#,
            answer: r#"{"Response":{"Data":{},"ErrorCode":0,"ErrorMsg":"","RequestId":"keyi20191119-012345"}}"#,
        },
    }),
};
