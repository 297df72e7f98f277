//! `cli.json`: the Action table for the command line, which converts parameters by it and holds answers against it.
//!
//! It is apart from `actions.js` so that nothing of it reaches an app.

use std::fmt::Write as _;

use iotexplorer_client::action::chinese::chinese;
use iotexplorer_client::action::{Access, Action, Auth, Field, Kind, Param, Struct};
use iotexplorer_client::error::codes;
use serde_json::{Value, json};

/// The table, an Action or struct a line. What is false or empty is left out.
pub fn table(actions: &[&Action]) -> String {
    let mut structs: Vec<&Struct> = Vec::new();
    for action in actions {
        collect(action.output, &mut structs);
    }
    structs.sort_by_key(|shape| shape.name);

    let mut text = String::from("{\n\"actions\": {\n");
    let rows = actions.iter().map(|action| (action.name, one(action)));
    lines(&mut text, &rows.collect::<Vec<_>>());
    text.push_str("},\n\"structs\": {\n");
    let rows = structs.iter().map(|shape| (shape.name, fields(shape.fields)));
    lines(&mut text, &rows.collect::<Vec<_>>());
    let names: Vec<&str> = codes::CLOUD.iter().map(|code| code.code).collect();
    let _ = write!(text, "}},\n\"codes\": {}\n}}\n", json!(names));
    text
}

fn lines(text: &mut String, rows: &[(&str, Value)]) {
    for (at, (name, row)) in rows.iter().enumerate() {
        let end = if at + 1 < rows.len() { "," } else { "" };
        let _ = writeln!(text, "{}: {row}{end}", json!(name));
    }
}

/// Every struct that these fields have, each once.
fn collect(fields: &[Field], structs: &mut Vec<&'static Struct>) {
    for field in fields {
        if let Kind::Object(shape) | Kind::List(shape) = field.kind
            && !structs.iter().any(|known| known.name == shape.name)
        {
            structs.push(shape);
            collect(shape.fields, structs);
        }
    }
}

fn one(action: &Action) -> Value {
    let params: Vec<Value> = action.params.iter().map(parameter).collect();
    let mut row = json!({
        "en": action.docs.about,
        "zh": action.docs.about_zh,
        "params": params,
        "output": fields(action.output),
        "codes": action.docs.codes,
    });
    set(&mut row, "readOnly", action.access == Access::ReadOnly);
    set(&mut row, "beforeSignIn", action.auth == Auth::AppSecret);
    set(&mut row, "paged", action.is_paged());
    row
}

fn parameter(param: &Param) -> Value {
    let mut row = json!({ "name": param.name, "en": param.about });
    if let Some(zh) = chinese(param.about) {
        put(&mut row, "zh", json!(zh));
    }
    put_kind(&mut row, param.kind);
    set(&mut row, "required", param.required);
    set(&mut row, "secret", param.secret);
    if !param.values.is_empty() {
        put(&mut row, "values", json!(param.values));
    }
    row
}

fn fields(fields: &[Field]) -> Value {
    fields
        .iter()
        .map(|field| {
            let mut row = json!({ "name": field.name });
            put_kind(&mut row, field.kind);
            set(&mut row, "optional", field.optional);
            set(&mut row, "secret", field.secret);
            set(&mut row, "loose", field.loose);
            set(&mut row, "wide", field.wide);
            set(&mut row, "wrapper", field.wrapper);
            if let Some(spelling) = field.also {
                put(&mut row, "also", json!(spelling));
            }
            row
        })
        .collect()
}

fn put_kind(row: &mut Value, kind: Kind) {
    let (name, shape) = match kind {
        Kind::Text => ("text", None),
        Kind::Integer | Kind::Count | Kind::Time | Kind::Limit => ("integer", None),
        Kind::Number => ("number", None),
        Kind::Boolean => ("boolean", None),
        Kind::Object(shape) => ("object", Some(shape)),
        Kind::Map => ("map", None),
        Kind::List(shape) => ("list", Some(shape)),
        Kind::Texts => ("texts", None),
        Kind::Any => ("any", None),
    };
    put(row, "kind", json!(name));
    if let Some(shape) = shape {
        put(row, "of", json!(shape.name));
    }
}

fn set(row: &mut Value, name: &str, is_so: bool) {
    if is_so {
        put(row, name, json!(true));
    }
}

fn put(row: &mut Value, name: &str, value: Value) {
    row[name] = value;
}
