//! `AppRunScene`: runs a scene now. [Reference](https://cloud.tencent.com/document/product/1081/50214)

use crate::action::prelude::*;

/// `AppRunScene`.
pub const ACTION: Action = Action {
    name: "AppRunScene",
    auth: AccessToken,
    access: Changing,
    params: &[required("SceneId", Text, "Scene it is about.")],
    output: &[],
    docs: docs(Docs {
        group: "scene",
        about: "Runs a scene now.",
        about_zh: "。",
        page: Some(50214),
        notes: &[
            "Text at the top of the page names the appapi host path, but the request example posts to tokenapi and the common params use AccessToken; treat it as tokenapi.",
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
            params: r#"{"SceneId":"x"}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
