//! The declarations that follow from the Actions: parameters, results and codes of each, and the methods.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Result, ensure};
use iotexplorer_client::action::chinese::chinese;
use iotexplorer_client::action::{Action, Auth, Field, Kind, LIMIT_MAX_ENTRIES, Param, Struct};
use iotexplorer_client::error::codes;

/// `actions.d.ts`.
///
/// # Errors
///
/// Two different structs of one name.
pub fn actions(actions: &[&Action]) -> Result<String> {
    let mut text = String::from("// ---- Written by `cargo xtask gen` from the Action files. Do not edit. ----\n");
    structs(&mut text, actions)?;
    for action in actions {
        one(&mut text, action);
    }
    map(&mut text, actions);
    before_sign_in(&mut text, actions);
    methods(&mut text, actions);
    code_unions(&mut text, actions);
    Ok(text)
}

/// A documentation comment at `indent`; empty lines are kept, and nothing can end the comment early.
fn comment(text: &mut String, indent: &str, lines: &[String]) {
    if let [line] = lines {
        let _ = writeln!(text, "{indent}/** {} */", line.replace("*/", "*∕"));
        return;
    }
    let _ = writeln!(text, "{indent}/**");
    for line in lines {
        let line = format!("{indent} * {}", line.replace("*/", "*∕"));
        let _ = writeln!(text, "{}", line.trim_end());
    }
    let _ = writeln!(text, "{indent} */");
}

fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\\', "\\\\").replace('\'', "\\'"))
}

fn output_type(kind: Kind) -> String {
    match kind {
        Kind::Text => "string".into(),
        Kind::Integer | Kind::Count | Kind::Time | Kind::Limit | Kind::Number => "number".into(),
        Kind::Boolean => "boolean".into(),
        Kind::Object(shape) => format!("Structs.{}", shape.name),
        Kind::Map => "Record<string, JsonValue>".into(),
        Kind::List(shape) => format!("Structs.{}[]", shape.name),
        Kind::Texts => "string[]".into(),
        Kind::Any => "string | number | boolean".into(),
    }
}

fn input_type(param: &Param) -> String {
    match param.kind {
        Kind::Integer | Kind::Count | Kind::Time | Kind::Limit => "IntegerInput".into(),
        Kind::Text if !param.values.is_empty() => {
            let alias = param.alias.map(|(spelling, _)| spelling);
            let values: Vec<String> = param.values.iter().copied().chain(alias).map(quoted).collect();
            values.join(" | ")
        }
        Kind::Map => "Record<string, unknown>".into(),
        kind => output_type(kind),
    }
}

/// What a parameter or field means: a line in English, and one in Chinese.
fn meaning(about: &str) -> Vec<String> {
    std::iter::once(about).chain(chinese(about)).map(Into::into).collect()
}

/// What is said of a parameter: its meaning, and the bounds that its type does not show.
fn about_param(param: &Param) -> Vec<String> {
    let mut lines = meaning(param.about);
    match param.kind {
        Kind::Limit => lines.push(format!("A whole number from 0 to {LIMIT_MAX_ENTRIES}.")),
        Kind::Count | Kind::Time => lines.push("A whole number from 0 to 2^63 − 1.".into()),
        Kind::Integer => lines.push("A whole number.".into()),
        Kind::Text if param.required => lines.push("Must not be empty.".into()),
        _ => {}
    }
    if let Some((spelling, value)) = param.alias {
        lines.push(format!("`{spelling}` is taken for `{value}`."));
    }
    if param.secret {
        lines.push("Kept out of every error, event and log.".into());
    }
    if let Some(value) = param.default {
        lines.push(format!("@default '{value}'"));
    }
    lines
}

fn fields(text: &mut String, indent: &str, fields: &[Field]) {
    for field in fields.iter().filter(|field| !field.wrapper) {
        let mut lines = meaning(field.about);
        if field.secret {
            lines.push("Kept out of every error, event and log.".into());
        }
        comment(text, indent, &lines);
        let mark = if field.optional { "?" } else { "" };
        let mut kind = output_type(field.kind);
        if field.wide {
            kind.push_str(" | string");
        }
        let _ = writeln!(text, "{indent}{}{mark}: {kind};", field.name);
    }
}

fn structs(text: &mut String, actions: &[&Action]) -> Result<()> {
    let mut found: BTreeMap<&str, &'static Struct> = BTreeMap::new();
    let mut waiting: Vec<&'static Struct> = Vec::new();
    let shape_of = |kind: Kind| match kind {
        Kind::Object(shape) | Kind::List(shape) => Some(shape),
        _ => None,
    };
    for action in actions {
        waiting.extend(action.params.iter().filter_map(|param| shape_of(param.kind)));
        waiting.extend(action.output.iter().filter_map(|field| shape_of(field.kind)));
    }
    while let Some(shape) = waiting.pop() {
        if let Some(known) = found.insert(shape.name, shape) {
            let (known, new): (Vec<_>, Vec<_>) = (names(known), names(shape));
            ensure!(known == new, "two different structs are called {}", shape.name);
            continue;
        }
        waiting.extend(shape.fields.iter().filter_map(|field| shape_of(field.kind)));
    }
    text.push_str("\n/** Shapes that several Actions share, under the names that the reference gives them. */\n");
    text.push_str("export declare namespace Structs {\n");
    for shape in found.values() {
        let _ = writeln!(text, "  interface {} {{", shape.name);
        fields(text, "    ", shape.fields);
        text.push_str("  }\n");
    }
    text.push_str("}\n");
    Ok(())
}

fn names(shape: &Struct) -> Vec<&'static str> {
    shape.fields.iter().map(|field| field.name).collect()
}

/// Parameters, result and codes of one Action.
fn one(text: &mut String, action: &Action) {
    let name = action.name;
    text.push('\n');
    comment(
        text,
        "",
        &[format!("Parameters of `{name}`. [Reference]({})", action.reference())],
    );
    let _ = writeln!(text, "export interface {name}Params {{");
    for param in action.params {
        comment(text, "  ", &about_param(param));
        let mark = if param.required { "" } else { "?" };
        // Own keys that are `undefined` count as absent, so optional ones may be that also under the strictest settings.
        let or_undefined = if param.required { "" } else { " | undefined" };
        let _ = writeln!(text, "  {}{mark}: {}{or_undefined};", param.name, input_type(param));
    }
    text.push_str("}\n\n");
    comment(
        text,
        "",
        &[format!(
            "What `{name}` answers; fields that the reference does not list are kept too."
        )],
    );
    let _ = writeln!(text, "export interface {name}Result extends CommonResult {{");
    fields(text, "  ", action.output);
    text.push_str("}\n\n");
    comment(text, "", &[format!("The documented error codes of `{name}`.")]);
    let _ = write!(text, "export type {name}ErrorCode =");
    if action.docs.codes.is_empty() {
        text.push_str(" never");
    }
    for code in action.docs.codes {
        let _ = write!(text, "\n  | {}", quoted(code));
    }
    text.push_str(";\n");
}

fn map(text: &mut String, actions: &[&Action]) {
    text.push_str("\n/** Every Action with its types. */\nexport interface ActionMap {\n");
    for action in actions {
        let name = action.name;
        let _ = writeln!(
            text,
            "  {name}: {{ params: {name}Params; result: {name}Result; errorCode: {name}ErrorCode }};"
        );
    }
    text.push_str("}\n");
    text.push_str("\n/** The Actions whose answer is one page of a list, with the type of its elements: for {@link Client.all}. */\n");
    text.push_str("export interface PagedActionMap {\n");
    for action in actions.iter().filter(|action| action.is_paged()) {
        let element = match action.list().map(|list| list.kind) {
            Some(Kind::List(shape)) => format!("Structs.{}", shape.name),
            _ => "string".into(),
        };
        let _ = writeln!(text, "  {}: {element};", action.name);
    }
    text.push_str("}\n");
}

fn before_sign_in(text: &mut String, actions: &[&Action]) {
    text.push_str("\n/** The Actions that are called before sign-in: an application calls them, with `appKey` and `appSecret`. */\n");
    text.push_str("export type AppActionName =");
    for action in actions.iter().filter(|action| action.auth == Auth::AppSecret) {
        let _ = write!(text, "\n  | {}", quoted(action.name));
    }
    text.push_str(";\n");
}

fn methods(text: &mut String, actions: &[&Action]) {
    let about = |action: &Action| {
        let mut lines = vec![
            action.docs.about.to_owned(),
            String::new(),
            action.docs.about_zh.to_owned(),
            String::new(),
        ];
        let assumed = action.docs.assumed.iter().map(|note| format!("- Assumed: {note}"));
        let notes = action.docs.notes.iter().map(|note| format!("- {note}")).chain(assumed);
        let before = lines.len();
        lines.extend(notes);
        if lines.len() > before {
            lines.push(String::new());
        }
        lines.push(format!("@see {{@link {} {}}}", action.reference(), action.name));
        lines
    };
    let mark = |action: &Action| {
        if action.params.iter().any(|param| param.required) {
            ""
        } else {
            "?"
        }
    };
    text.push_str("\n/** One method per Action; `call` with the Action's name does the same. */\n");
    text.push_str("export interface ActionMethods {\n");
    for action in actions {
        comment(text, "  ", &about(action));
        let (method, name, mark) = (action.method(), action.name, mark(action));
        let _ = writeln!(
            text,
            "  {method}(params{mark}: {name}Params, options?: CallOptions): Promise<{name}Result>;"
        );
    }
    text.push_str("}\n\n/** One request builder per Action; `buildRequest` with the Action's name does the same. */\n");
    text.push_str("export interface RequestBuilders {\n");
    for action in actions {
        comment(text, "  ", &about(action));
        let (method, name) = (action.method(), action.name);
        // The common part is needed always, so what comes before it cannot be marked as optional.
        let or_undefined = if mark(action).is_empty() { "" } else { " | undefined" };
        let common = match action.auth {
            Auth::AccessToken => "BuildOptions",
            Auth::AppSecret => "AppBuildOptions",
        };
        let _ = writeln!(
            text,
            "  {method}(params: {name}Params{or_undefined}, common: {common}): HttpRequest;"
        );
    }
    text.push_str("}\n");
}

fn code_unions(text: &mut String, actions: &[&Action]) {
    let documented = actions.iter().flat_map(|action| action.docs.codes).copied();
    let cloud: BTreeSet<&str> = codes::CLOUD.iter().map(|code| code.code).chain(documented).collect();
    let own: BTreeSet<&str> = codes::OWN.iter().map(|code| code.code).collect();
    for (about, name, codes) in [
        ("The cloud's documented error codes.", "CloudErrorCode", cloud),
        ("The package's own error codes.", "OwnErrorCode", own),
    ] {
        let _ = write!(text, "\n/** {about} */\nexport type {name} =");
        for code in codes {
            let _ = write!(text, "\n  | {}", quoted(code));
        }
        text.push_str(";\n");
    }
}
