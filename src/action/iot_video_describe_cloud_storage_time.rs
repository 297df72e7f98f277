//! `IotVideoDescribeCloudStorageTime`: reads the recorded time spans of one day and the base play URL. [Reference](https://cloud.tencent.com/document/product/1081/106042)

use crate::action::prelude::*;

/// `IotVideoDescribeCloudStorageTime`.
pub const ACTION: Action = Action {
    name: "IotVideoDescribeCloudStorageTime",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ProductId", Text, "Product of the device."),
        required("DeviceName", Text, "Name of the device within its product."),
        required("Date", Text, "YYYY-MM-DD."),
        optional("StartTime", Time, "Unix seconds."),
        optional("EndTime", Time, "Unix seconds."),
        optional("UserId", Text, "User it is about."),
    ],
    output: &[
        field(
            "VideoURL",
            Text,
            "Base of the play URL; start and end seconds are appended as starttime_epoch and endtime_epoch.",
        ),
        field(
            "TimeList",
            List(&structs::CLOUD_STORAGE_TIME),
            "StartTime and EndTime, Unix seconds.",
        ),
    ],
    docs: docs(Docs {
        group: "other",
        about: "Reads the recorded time spans of one day and the base play URL.",
        about_zh: "。",
        page: Some(106042),
        notes: &[
            "The Action name lacks the App prefix.",
            "The request example carries Action AppDescribeTemplateBinding instead of this Action.",
            "The error table is copied from the provisioning-token page and does not list the code of its own failure example (InvalidParameterValue.InvalidAccessToken). The error list is assumed from its sister pages.",
            "The example's VideoURL is a UUID, not a URL.",
        ],
        assumed: &[],
        codes: &[
            "InvalidParameter",
            "InvalidParameterValue",
            "InvalidParameterValue.TokenInfoSaveError",
            "InvalidParameterValue.InvalidAccessToken",
        ],
        example: Example {
            params: r#"{"ProductId":"ABCDE12345","DeviceName":"dev1","Date":"x"}"#,
            answer: r#"{"Response":{"Data":{"VideoURL":"x","TimeList":[{}]},"RequestId":"req_1"}}"#,
        },
    }),
};
