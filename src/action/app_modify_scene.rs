//! `AppModifyScene`: replaces a scene's name, picture and actions. [Reference](https://cloud.tencent.com/document/product/1081/50213)

use crate::action::prelude::*;

/// `AppModifyScene`.
pub const ACTION: Action = Action {
    name: "AppModifyScene",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("SceneId", Text, "Scene it is about."),
        required("SceneName", Text, "Scene name."),
        required("SceneIcon", Text, "Background picture URL."),
        required("Actions", List(&structs::ACTION), "Struct Action."),
    ],
    output: &[],
    docs: docs(Docs {
        group: "scene",
        about: "Replaces a scene's name, picture and actions.",
        about_zh: "。",
        page: Some(50213),
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
            params: r#"{"SceneId":"x","SceneName":"x","SceneIcon":"x","Actions":[{}]}"#,
            answer: r#"{"Response":{"RequestId":"req_1"}}"#,
        },
    }),
};
