//! `AppGetSceneList`: pages through the scenes of a family. [Reference](https://cloud.tencent.com/document/product/1081/50211)

use crate::action::prelude::*;

/// `AppGetSceneList`.
pub const ACTION: Action = Action {
    name: "AppGetSceneList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("FamilyId", Text, "Family it is about."),
        required("Offset", Count, "How many entries to skip, from 0."),
        required("Limit", Limit, "How many entries to answer. At most 50."),
    ],
    output: &[
        field("SceneList", List(&structs::SCENE), "Struct Scene."),
        field("Total", Count, "How many entries there are in all."),
    ],
    docs: docs(Docs {
        group: "scene",
        about: "Pages through the scenes of a family.",
        about_zh: "。",
        page: Some(50211),
        notes: &[
            "Text at the top of the page names the appapi host path, but the request example posts to tokenapi and the common params use AccessToken; treat it as tokenapi.",
            "The success example carries comments, so it is not valid JSON.",
            "Empty fields of an action are left out of the answer.",
            "A trailing remark speaks of IconUrl, which the example does not contain.",
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
            params: r#"{"FamilyId":"f_1","Offset":1,"Limit":1}"#,
            answer: r#"{"Response":{"SceneList":[{}],"Total":1,"RequestId":"req_1"}}"#,
        },
    }),
};
