//! `AppCallDeviceActionSync`: runs an action of a device. [Reference](https://cloud.tencent.com/document/product/1081/61347)

use crate::action::prelude::*;

/// `AppCallDeviceActionSync`.
pub const ACTION: Action = Action {
    name: "AppCallDeviceActionSync",
    auth: AccessToken,
    access: Changing,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("ActionId", Text, "Action of the device, as the product defines it."),
        optional("InputParams", Text, "Input of the action, as JSON text."),
    ],
    output: &[
        field("ClientToken", Text, "Id of this call."),
        field("Status", Text, "`succ` where the device did it."),
        field(
            "OutputParams",
            Text,
            "What the action answered, as JSON text; may be null or empty.",
        )
        .also("OutputParqams")
        .optional(),
    ],
    docs: docs(Docs {
        group: "control",
        about: "Runs an action of a device and waits for its answer.",
        about_zh: "同步调用设备行为并等待设备返回结果。",
        page: Some(61347),
        notes: &[
            "The table spells `OutputParqams` and the example `OutputParams`; both are read, and the latter is handed out.",
            "`Status` is `succ` here and `Sent` in `AppCallDeviceActionAsync`; no page lists its values.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"DEV","ActionId":"actionid","InputParams":"{\"color\":6}"}"#,
            answer: r#"{"Response":{"ClientToken":"1ee12","OutputParams":"","RequestId":"026fe48b-0c31-4a7c-aaf6-83ba3e9s4bcf","Status":"succ"}}"#,
        },
    }),
};
