//! `AppModifyScene`: changes a scene. [Reference](https://cloud.tencent.com/document/product/1081/50213)

use crate::action::prelude::*;

/// `AppModifyScene`.
pub const ACTION: Action = Action {
    name: "AppModifyScene",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("SceneId", Text, "The scene."),
        required("SceneName", Text, "Name of the scene."),
        required("SceneIcon", Text, "Address of its background picture."),
        required("Actions", List(&structs::ACTION), "What it does, in order."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "scene",
        about: "Replaces the name, the picture and the actions of a scene.",
        about_zh: "修改手动智能联动的名称、背景图和动作。",
        page: Some(50213),
        notes: &[
            "The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalServerExceptionDB",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
            "UnsupportedOperation.SceneRunInProgress",
        ],
        example: Example {
            params: r#"{"SceneId":"s_1","SceneName":"name","SceneIcon":"icon","Actions":[{"ActionType":0,"ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY","Data":"{\"brightness\": 25}"}]}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
