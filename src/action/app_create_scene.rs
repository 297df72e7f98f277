//! `AppCreateScene`: creates a manual scene: a list of actions run on demand. [Reference](https://cloud.tencent.com/document/product/1081/50210)

use crate::action::prelude::*;

/// `AppCreateScene`.
pub const ACTION: Action = Action {
    name: "AppCreateScene",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("SceneName", Text, "Scene name."),
        required("SceneIcon", Text, "Background picture URL."),
        required("Actions", List(&structs::ACTION), "Struct Action."),
    ],
    output: &[field("SceneId", Text, "Scene it is about.")],
    docs: docs(Docs {
        group: "scene",
        about: "Creates a manual scene: a list of actions run on demand.",
        about_zh: "。",
        page: Some(50210),
        notes: &[
            "Text at the top of the page names the appapi host path, but the request example posts to tokenapi and the common params use AccessToken; treat it as tokenapi.",
            "The example's SceneId starts with a_, while every other scene id starts with s_.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InternalError.InternalServerExceptionDB",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
            "InvalidParameterValue.NoPermission",
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","SceneName":"x","SceneIcon":"x","Actions":[{}]}"#,
            answer: r#"{"Response":{"SceneId":"x","RequestId":"req_1"}}"#,
        },
    }),
};
