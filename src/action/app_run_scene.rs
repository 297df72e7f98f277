//! `AppRunScene`: runs a scene. [Reference](https://cloud.tencent.com/document/product/1081/50214)

use crate::action::prelude::*;

/// `AppRunScene`.
pub const ACTION: Action = Action {
    name: "AppRunScene",
    auth: AccessToken,
    access: Changing,
    params: &[required("SceneId", Text, "The scene.")],
    output: &[],
    docs: docs(Docs {
        group: "scene",
        about: "Runs a scene now.",
        about_zh: "立即执行手动智能联动。",
        page: Some(50214),
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
