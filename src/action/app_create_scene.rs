//! `AppCreateScene`: creates a scene that the user runs by hand. [Reference](https://cloud.tencent.com/document/product/1081/50210)

use crate::action::prelude::*;

/// `AppCreateScene`.
pub const ACTION: Action = Action {
    name: "AppCreateScene",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("FamilyId", Text, "Family that will have the scene."),
        required("SceneName", Text, "Name of the scene."),
        required("SceneIcon", Text, "Address of its background picture."),
        required("Actions", List(&structs::ACTION), "What it does, in order."),
    ],
    output: &[field("SceneId", Text, "The new scene.")],
    docs: docs(Docs {
        group: "scene",
        about: "Creates a scene: a list of actions that the user runs by hand.",
        about_zh: "新建手动智能联动。",
        page: Some(50210),
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
        ],
        example: Example {
            params: r#"{"FamilyId":"f_1","SceneName":"name","SceneIcon":"icon","Actions":[{"ActionType":0,"ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY","Data":"{\"brightness\": 25}"}]}"#,
            answer: r#"{"Response":{"SceneId":"a_1","RequestId":"req_1"}}"#,
        },
    }),
};
