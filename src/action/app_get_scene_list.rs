//! `AppGetSceneList`: pages through the scenes of a family. [Reference](https://cloud.tencent.com/document/product/1081/50211)

use crate::action::prelude::*;

/// `AppGetSceneList`.
pub const ACTION: Action = Action {
    name: "AppGetSceneList",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("FamilyId", Text, "Family whose scenes to list."),
        required("Offset", Count, "How many entries to skip, from 0."),
        required("Limit", Limit, "How many entries to answer, at most 50."),
    ],
    output: &[
        field("SceneList", List(&structs::SCENE), "The scenes of this page."),
        field("Total", Count, "How many there are in all."),
    ],
    docs: docs(Docs {
        group: "scene",
        about: "Pages through the scenes of a family.",
        about_zh: "分页查询家庭的手动智能联动列表。",
        page: Some(50211),
        notes: &[
            "The page names the host of `appapi`, but its example posts to `tokenapi` with an access token; it is sent there.",
            "Fields of an action that would be empty are left out of the answer.",
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
            params: r#"{"FamilyId":"f_1","Offset":0,"Limit":10}"#,
            answer: r#"{"Response":{"RequestId":"req_1","SceneList":[{"SceneId":"s_1","FamilyId":"f_1","SceneName":"fana","SceneIcon":"","Actions":[{"ActionType":0,"ProductId":"R32ONVL0EU","DeviceName":"df2eSJyY","Data":"{\"brightness\": 25}","AliasName":"12345"},{"ActionType":1,"Data":"100"}],"UserId":"1","CreateTime":1578557536,"UpdateTime":1578560598,"Flag":0,"Status":0}],"Total":1}}"#,
        },
    }),
};
