//! `AppMadeUpThing`: made up by a test. [Reference](https://cloud.tencent.com/document/product/1081/1)

use crate::action::prelude::*;

/// `AppMadeUpThing`.
pub const ACTION: Action = Action {
    name: "AppMadeUpThing",
    auth: AccessToken,
    access: ReadOnly,
    params: &[
        required("ThingId", Text, "Which thing."),
        optional("Limit", Limit, "How many at most."),
        optional("Colour", Text, "One of two.").one_of(&["red", "blue"]),
    ],
    output: &[field("Shape", Text, "What it looks like.").also("Shpae"), field("Corners", Count, "How many it has.")],
    docs: docs(Docs {
        group: "bind",
        about: "Answers what a thing looks like.",
        about_zh: "查询某物的形状。",
        page: Some(1),
        notes: &[],
        assumed: &[],
        codes: &["InternalError", "ResourceNotFound"],
        example: Example {
            params: r#"{"ThingId":"t"}"#,
            answer: r#"{"Response":{"Shape":"round","Corners":0,"RequestId":"r"}}"#,
        },
    }),
};
