//! `AppDescribeFirmwareUpdateStatus`: reads state and progress of a firmware upgrade. [Reference](https://cloud.tencent.com/document/product/1081/47128)

use crate::action::prelude::*;

/// `AppDescribeFirmwareUpdateStatus`.
pub const ACTION: Action = Action {
    name: "AppDescribeFirmwareUpdateStatus",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
    ],
    output: &[
        field("OriVersion", Text, "Ori version."),
        field("DstVersion", Text, "Dst version."),
        field("ErrMsg", Text, "Err msg."),
        field("Percent", Count, "0 to 100."),
        field(
            "Status",
            Integer,
            "Its state. 0 device offline, 1 pending, 2 message delivered, 3 downloading, 4 burning, 5 failed, 6 finished, 7 in progress, 8 waiting for the user, 20 downloaded.",
        ),
    ],
    docs: docs(Docs {
        group: "firmware",
        about: "Reads state and progress of a firmware upgrade.",
        about_zh: "。",
        page: Some(47128),
        notes: &[
            "Status is missing from the success example.",
            "Status values jump from 8 to 20.",
        ],
        assumed: &[],
        codes: &[
            "InternalError",
            "InvalidParameterValue",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1"}"#,
            answer: r#"{"Response":{"OriVersion":"x","DstVersion":"x","ErrMsg":"x","Percent":1,"Status":1,"RequestId":"req_1"}}"#,
        },
    }),
};
