//! `AppDeleteScene`: deletes a scene. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppDeleteScene`.
pub const ACTION: Action = Action {
    name: "AppDeleteScene",
    auth: AccessToken,
    access: Changing,
    params: &[required("SceneId", Text, "The scene.")],
    output: &[],
    docs: docs(Docs {
        group: "scene",
        about: "Deletes a scene.",
        about_zh: "删除手动智能联动。",
        page: None,
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
            params: r#"{"SceneId":"s_1"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
