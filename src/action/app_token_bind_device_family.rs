//! `AppTokenBindDeviceFamily`: binds a Wi-Fi device with the token that it reported. [Reference](https://cloud.tencent.com/document/product/1081/44046)

use crate::action::prelude::*;

/// `AppTokenBindDeviceFamily`.
pub const ACTION: Action = Action {
    name: "AppTokenBindDeviceFamily",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("Token", Text, "The token that the device reported.").secret(),
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("FamilyId", Text, "Family that will hold it."),
        required("RoomId", Text, "Room within the family; `0` is the default room."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "bind",
        about: "Binds a Wi-Fi device to a family with the bind token that the device reported.",
        about_zh: "用设备已上报的配网 Token 把 Wi-Fi 设备绑定到家庭。",
        page: Some(44046),
        notes: &[
            "The reference's failure example answers `InvalidParameterValue.InvalidAccessToken`, which its table leaves out; it is listed here.",
            "`RequestId` comes inside `Data` in the example.",
            "Nothing about the bound device is answered: ask `AppGetDeviceInFamily`.",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenNotExist",
            "InvalidParameterValue.TokenIsExpire",
            "InvalidParameterValue.ReadTokenInfoError",
            "InvalidParameterValue.TokenNotBind",
            "InvalidParameterValue.FamilyDeviceCountReadError",
            "InvalidParameterValue.InvalidAccessToken",
            "UnauthorizedOperation",
            "UnauthorizedOperation.APPNoPermissionToStudioProduct",
            "UnauthorizedOperation.NoPermissionToFamily",
            "ResourceNotFound",
            "ResourceNotFound.StudioFamilyNotExist",
            "ResourceNotFound.StudioProductNotExist",
            "ResourceNotFound.DeviceNotExist",
            "LimitExceeded",
            "LimitExceeded.FamilyDeviceExceedLimit",
            "InternalError",
            "InternalError.InternalServerException",
            "InternalError.InternalServerExceptionDB",
            "UnsupportedOperation",
            "UnsupportedOperation.CannotBindSameFamily",
        ],
        example: Example {
            params: r#"{"Token":"d7a12d######**********861b3b","ProductId":"*******","DeviceName":"*******","FamilyId":"f************cc1","RoomId":"0"}"#,
            answer: r#"{"Response":{"Data":{"RequestId":"f92406b3-5a9a-4fe8-bc43-45e3d794bb68"}}}"#,
        },
    }),
};
