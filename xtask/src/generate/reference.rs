//! `docs/reference.md`: every Action on one page.

use std::fmt::Write as _;

use iotexplorer_client::action::{Access, Action, Auth, Field, Kind};

use super::tables::cell;

/// The page.
pub fn page(actions: &[&Action]) -> String {
    let mut text = String::from(
        "<!-- Written by `cargo xtask gen` from the Action files. Do not edit. -->\n\n\
         # Every Action\n\n\
         Each is a method of `Client` and a builder of `request` under its lower-camel name. Names are the wire's own.\n",
    );
    for action in actions {
        one(&mut text, action);
    }
    text
}

fn one(text: &mut String, action: &Action) {
    let docs = &action.docs;
    let _ = write!(
        text,
        "\n## {}\n\n{} [Reference]({}). {}\n\n{}\n",
        action.name,
        docs.about,
        action.reference(),
        match (action.auth, action.access) {
            (Auth::AppSecret, _) => "Called before sign-in, by an application, on a server: sent once.",
            (_, Access::ReadOnly) => "Reads only: a lost answer is asked for again.",
            (_, Access::Changing) => "Changes something: sent once.",
        },
        docs.about_zh,
    );
    if !action.params.is_empty() {
        text.push_str("\n| parameter | type | |\n| --- | --- | --- |\n");
        for param in action.params {
            let mark = if param.required { "" } else { "?" };
            let _ = writeln!(
                text,
                "| `{}`{mark} | {} | {} |",
                param.name,
                kind_name(param.kind),
                cell(param.about)
            );
        }
    }
    fields(text, "answer", action.output);
    for field in action.output {
        if let Kind::Object(shape) | Kind::List(shape) = field.kind {
            fields(text, &format!("`{}`", shape.name), shape.fields);
        }
    }
    if !docs.notes.is_empty() || !docs.assumed.is_empty() {
        text.push('\n');
        for note in docs.notes {
            let _ = writeln!(text, "- {note}");
        }
        for note in docs.assumed {
            let _ = writeln!(text, "- Assumed: {note}");
        }
    }
    let codes: Vec<String> = docs.codes.iter().map(|code| format!("`{code}`")).collect();
    if !codes.is_empty() {
        let _ = writeln!(text, "\nError codes: {}.", codes.join(", "));
    }
}

fn fields(text: &mut String, title: &str, fields: &[Field]) {
    if fields.is_empty() {
        return;
    }
    let _ = write!(text, "\n| {title} | type | |\n| --- | --- | --- |\n");
    for field in fields {
        let mark = if field.optional { "?" } else { "" };
        let _ = writeln!(
            text,
            "| `{}`{mark} | {} | {} |",
            field.name,
            if field.wide {
                "integer, as text where it is beyond 2^53 − 1".into()
            } else {
                kind_name(field.kind)
            },
            cell(field.about)
        );
    }
}

fn kind_name(kind: Kind) -> String {
    match kind {
        Kind::Text => "text".into(),
        Kind::Integer | Kind::Count | Kind::Limit => "integer".into(),
        Kind::Time => "time in Unix seconds".into(),
        Kind::Number => "number".into(),
        Kind::Boolean => "boolean".into(),
        Kind::Object(shape) => format!("`{}`", shape.name),
        Kind::Map => "object".into(),
        Kind::List(shape) => format!("list of `{}`", shape.name),
        Kind::Texts => "list of text".into(),
        Kind::Any => "text, number or boolean".into(),
    }
}
