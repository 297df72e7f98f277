//! `AppGetMultiDeviceBindTokenState`: how far several devices are with one bind token. [Reference](https://cloud.tencent.com/document/product/1081/40773)

use crate::action::prelude::*;

/// `AppGetMultiDeviceBindTokenState`.
pub const ACTION: Action = Action {
    name: "AppGetMultiDeviceBindTokenState",
    auth: AccessToken,
    access: ReadOnly,
    params: &[required("Token", Text, "The bind token.").secret()],
    output: &[field(
        "Data",
        List(&structs::MULTI_DEVICE_STATE),
        "The devices that have reported the token.",
    )],
    docs: docs(Docs {
        group: "bind",
        about: "Reads the state of each device that has reported a bind token.",
        about_zh: "查询同一配网 Token 下各设备的绑定状态。",
        page: None,
        notes: &[],
        assumed: &[
            "No page documents this Action: shipped clients poll it where firmware has token version 3, with which several devices report one token.",
            "No bind call follows: a device whose `State` is 2 is bound.",
        ],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"Token":"d7a12d"}"#,
            answer: r#"{"Response":{"Data":[{"ProductId":"ABCDE12345","DeviceName":"dev1","State":2}],"RequestId":"req_1"}}"#,
        },
    }),
};
