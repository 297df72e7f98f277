//! The tables themselves: Actions and codes agree with the facts, with each other, and with the code that uses them.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use iotexplorer_client::action::chinese::{CHINESE, chinese};
use iotexplorer_client::action::prelude::*;
use iotexplorer_client::action::{self, ALL, Kind};
use iotexplorer_client::error::codes::{CLOUD, Code, OWN, find};
use iotexplorer_client::error::{Error, ErrorKind, OwnCode, Remedy, SHOWN_CHARS, code};
use serde_json::json;
use support::{rows, text};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn actions_are_sorted_and_each_is_there_once() {
    let names: Vec<_> = ALL.iter().map(|action| action.name).collect();
    let sorted: Vec<_> = names.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(names, sorted);
    for name in names {
        assert_eq!(action::find(name).map(|action| action.name), Some(name));
        assert!(
            (name.starts_with("App") || name.starts_with("IotVideo"))
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            "{name}"
        );
    }
    assert!(action::find("").is_none());
}

/// One file per Action, named after it, and no other file but those that are not Actions.
#[test]
fn every_action_has_a_file_of_its_name() {
    let mut expected: BTreeSet<String> = ["catalog", "check", "chinese", "row", "structs"]
        .map(String::from)
        .into();
    for action in ALL {
        let stem = action.file_stem();
        assert_eq!(camel(&stem), action.name);
        let file = fs::read_to_string(root().join("src/action").join(&stem).with_extension("rs")).unwrap();
        let first = file.lines().next().unwrap();
        assert!(first.starts_with(&format!("//! `{}`: ", action.name)), "{first}");
        assert!(
            first.ends_with(&format!("[Reference]({})", action.reference())),
            "{first}"
        );
        expected.insert(stem);
    }
    let found: BTreeSet<String> = fs::read_dir(root().join("src/action"))
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(found, expected);
}

fn camel(snake: &str) -> String {
    let word = |word: &str| word[..1].to_uppercase() + &word[1..];
    snake.split('_').map(word).collect()
}

#[test]
fn methods_are_lower_camel() {
    for action in ALL {
        let method = action.method();
        assert_eq!(method[..1], action.name[..1].to_ascii_lowercase());
        assert_eq!(method[1..], action.name[1..]);
    }
    assert_eq!(
        action::find("AppGetDeviceInFamily").unwrap().method(),
        "appGetDeviceInFamily"
    );
    assert_eq!(
        action::find("AppGetDeviceInFamily").unwrap().file_stem(),
        "app_get_device_in_family"
    );
}

#[test]
fn descriptions_are_whole_and_links_are_right() {
    for action in ALL {
        let docs = &action.docs;
        assert_eq!(
            action.reference(),
            format!(
                "https://cloud.tencent.com/document/product/1081/{}",
                docs.page.unwrap_or(40_773)
            )
        );
        assert!(docs.page.is_none_or(|page| page > 40_773), "{}", action.name);
        assert!(!docs.group.is_empty(), "{}", action.name);
        assert!(docs.about.ends_with('.') && docs.about.len() > 10, "{}", action.name);
        assert!(docs.about_zh.ends_with('。'), "{}", action.name);
        for about in action
            .params
            .iter()
            .map(|param| param.about)
            .chain(action.output.iter().map(|field| field.about))
        {
            assert!(about.ends_with('.'), "{}: {about}", action.name);
        }
    }
}

/// What is said of fields and of the fields of their structs.
fn abouts(fields: &'static [Field], into: &mut BTreeSet<&'static str>) {
    for field in fields {
        into.insert(field.about);
        if let Object(shape) | List(shape) = field.kind {
            abouts(shape.fields, into);
        }
    }
}

#[test]
fn everything_said_of_an_action_is_said_in_chinese_too() {
    assert!(CHINESE.windows(2).all(|pair| pair[0].0 < pair[1].0), "not sorted");
    for (english, sentence) in CHINESE {
        assert!(
            sentence.ends_with('。') && sentence.chars().any(is_han),
            "{english}: {sentence}"
        );
        // Names and values of the wire are the same in both.
        let quoted = |text: &'static str| text.split('`').skip(1).step_by(2).collect::<BTreeSet<_>>();
        assert_eq!(quoted(english), quoted(sentence), "{english}");
        assert_eq!(chinese(english), Some(*sentence));
    }
    assert_eq!(chinese(""), None);

    let mut said = BTreeSet::new();
    for action in ALL {
        for param in action.params {
            said.insert(param.about);
            if let Object(shape) | List(shape) = param.kind {
                abouts(shape.fields, &mut said);
            }
        }
        abouts(action.output, &mut said);
        said.extend(action.docs.notes.iter().chain(action.docs.assumed));
    }
    let known: BTreeSet<_> = CHINESE.iter().map(|(english, _)| *english).collect();
    let missing: Vec<_> = said.difference(&known).collect();
    let unused: Vec<_> = known.difference(&said).collect();
    assert!(
        missing.is_empty() && unused.is_empty(),
        "missing: {missing:#?}\nunused: {unused:#?}"
    );
}

#[test]
fn names_within_an_action_are_unique_and_its_rules_make_sense() {
    for action in ALL {
        let params: BTreeSet<_> = action.params.iter().map(|param| param.name).collect();
        let output: BTreeSet<_> = action.output.iter().map(|field| field.name).collect();
        assert_eq!(params.len(), action.params.len(), "{}", action.name);
        assert_eq!(output.len(), action.output.len(), "{}", action.name);
        for param in action.params {
            let at = format!("{} {}", action.name, param.name);
            assert!(
                !action::check::COMMON.iter().any(|common| common.as_str() == param.name),
                "{at}"
            );
            if let Some((spelling, meant)) = param.alias {
                assert!(
                    !param.values.contains(&spelling) && param.values.contains(&meant),
                    "{at}"
                );
            }
            if let Some(default) = param.default {
                assert!(
                    !param.required && (param.values.is_empty() || param.values.contains(&default)),
                    "{at}"
                );
            }
            let secret = ["Token", "Signature", "Password", "VerificationCode"];
            let secret = secret.iter().any(|word| param.name.ends_with(word));
            assert_eq!(param.secret, secret, "{at}");
        }
    }
}

#[test]
fn documented_codes_are_known_and_sorted_out() {
    for action in ALL {
        let codes = action.docs.codes;
        let unique: BTreeSet<_> = codes.iter().collect();
        assert_eq!(unique.len(), codes.len(), "{}", action.name);
        // Whoever is signed in may be signed out.
        assert!(
            codes.contains(&"InvalidParameterValue.InvalidAccessToken") || action.auth == AppSecret,
            "{}",
            action.name
        );
        for code in codes {
            assert!(CLOUD.iter().any(|known| known.code == *code), "{}: {code}", action.name);
        }
    }
}

#[test]
fn codes_are_sorted_and_unique() {
    for table in [CLOUD, OWN] {
        assert!(table.windows(2).all(|pair| pair[0].code < pair[1].code));
    }
    for code in CLOUD.iter().chain(OWN) {
        assert_eq!(find(code.code).map(|found| found.en), Some(code.en));
    }
    assert!(CLOUD.iter().all(|code| !OWN.iter().any(|own| own.code == code.code)));
    assert!(find("No.SuchCode").is_none());
}

/// Codes that mean what one before them means: the documents spell or file them in two ways.
const TWINS: [&str; 3] = [
    "InvalidParameterValue.DeviecBinded",
    "InvalidParameterValue.InternalRPCError",
    "InvalidParameterValue.MsgIdInvalid",
];

fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

#[test]
fn every_code_has_a_sentence_in_two_languages() {
    let mut seen = BTreeSet::new();
    for Code { code, en, zh, .. } in CLOUD.iter().chain(OWN) {
        assert!(en.ends_with('.') && en.len() > 15 && en.is_ascii(), "{code}: {en}");
        assert!(zh.ends_with('。') && zh.chars().count() >= 6, "{code}: {zh}");
        assert!(zh.chars().any(is_han), "{code}: {zh}");
        let is_twin = TWINS.contains(code);
        assert_eq!(seen.insert(*en), !is_twin, "{code} says what another one says: {en}");
    }
}

/// `retryable` is true exactly where the remedy is to try again or to wait.
#[test]
fn remedies_agree_with_retryable() {
    let helps = |remedy| matches!(remedy, Remedy::Retry | Remedy::Wait);
    for code in CLOUD {
        let error = Error::api(&json!(code.code), &json!(""), 200);
        assert_eq!(error.retryable, helps(code.remedy), "{}", code.code);
    }
    for code in OWN {
        let error = Error::new(OwnCode::of(code.code));
        assert_eq!((error.kind, &*error.code), (kind_of(code.code), code.code));
        assert_eq!(error.retryable, helps(code.remedy), "{}", code.code);
    }
}

/// A code that nobody knows is retried by its status alone.
#[test]
fn unknown_codes_are_retryable_by_status() {
    for (code, status, retryable) in [
        ("Some.NewCode", 200, false),
        ("Some.NewCode", 400, false),
        ("Some.NewCode", 429, true),
        ("Some.NewCode", 500, true),
        ("InternalErrorNew", 200, true),
        ("InternalError.New", 200, true),
        ("-1001", 200, false),
    ] {
        assert_eq!(
            Error::api(&json!(code), &json!(""), status).retryable,
            retryable,
            "{code} {status}"
        );
    }
}

/// A signed-out user is told to sign in, whatever the spelling.
#[test]
fn refused_access_tokens_ask_for_a_sign_in() {
    for code in CLOUD.iter().filter(|code| code.remedy == Remedy::SignIn) {
        assert!(
            Error::api(&json!(code.code), &json!(""), 200).is_invalid_access_token(),
            "{}",
            code.code
        );
    }
    for (code, invalid) in [
        ("InvalidParameterValue.InvalidAccessToken", true),
        ("FailedOperation.InvalidAccessTokenExpired", true),
        ("VERIFY_LOGIN_FAIL", true),
        ("Error.VERIFY_LOGIN_FAIL", true),
        ("InvalidParameterValue.TokenNotExist", false),
        ("InvalidParameterValue", false),
    ] {
        assert_eq!(
            Error::api(&json!(code), &json!(""), 200).is_invalid_access_token(),
            invalid,
            "{code}"
        );
    }
    let ours = Error::new(code!("Parameter.AccessTokenFailed"));
    assert!(!ours.is_invalid_access_token());
}

fn kind_of(code: &str) -> ErrorKind {
    let category = code.split('.').next().unwrap().to_lowercase();
    let kind = ErrorKind::ALL.into_iter().find(|kind| kind.as_str() == category);
    kind.unwrap_or_else(|| panic!("{code} begins with no kind"))
}

/// Our own codes in source text: quoted, beginning with a kind's name.
fn own_codes_in(source: &str) -> BTreeSet<String> {
    let kinds = ["Aborted", "Flow", "Init", "Network", "Parameter", "Protocol", "Timeout"];
    source
        .split(['"', '\''])
        .filter(|literal| {
            literal.split_once('.').is_some_and(|(kind, rest)| {
                kinds.contains(&kind) && !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
            })
        })
        .map(Into::into)
        .collect()
}

fn sources(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("error/codes.rs") {
            let source = fs::read_to_string(&path).unwrap();
            into.push((path, source));
        }
    }
}

/// A code that the core can produce stands in the table, so that everybody can be told what it means.
#[test]
fn every_own_code_in_the_source_is_in_the_table() {
    let mut files = Vec::new();
    sources(&root().join("src"), &mut files);
    let mut used = BTreeSet::new();
    for (path, source) in files {
        for code in own_codes_in(&source) {
            assert!(OWN.iter().any(|own| own.code == code), "{code} in {}", path.display());
            used.insert(code);
        }
    }
    // The search finds something.
    for code in [
        "Flow.OutcomeUnknown",
        "Parameter.Missing",
        "Timeout.Request",
        "Protocol.NotJson",
    ] {
        assert!(used.contains(code), "{code}");
    }
}

/// What `kind` a type of the facts is.
fn type_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "string",
        Kind::Integer | Kind::Count | Kind::Time | Kind::Limit => "integer",
        Kind::Number => "number",
        Kind::Boolean => "boolean",
        Kind::Object(_) | Kind::Map => "object",
        Kind::List(_) => "array<object>",
        Kind::Texts => "array<string>",
        Kind::Any => "any",
    }
}

/// Where the table differs from the facts on purpose: Action, name, and why.
const EXTRA_OUTPUT: &[(&str, &str)] = &[
    // The live service names the device that reported the token; no page says so.
    ("AppGetDeviceBindTokenState", "ProductId"),
    ("AppGetDeviceBindTokenState", "DeviceName"),
    // The table has them in both places; the facts, in one.
    ("AppDescribeShareDeviceToken", "AliasName"),
    ("AppDescribeShareDeviceToken", "IconUrl"),
];
/// Fields that the facts have under another name or in another place, and that are handed out as another one.
const OTHER_OUTPUT: &[(&str, &str)] = &[
    // The table's name for the rooms; handed out as RoomList.
    ("AppGetRoomList", "FamilyList"),
];
/// Parameters that may be left out here although the page requires them.
const OPTIONAL_HERE: &[(&str, &str)] = &[
    // It may be empty, for all rooms, which is what is sent.
    ("AppGetFamilyDeviceList", "RoomId"),
    // No example and no shipped client sends it.
    ("AppDeleteDeviceInFamily", "RoomId"),
];
/// Actions that no page documents.
const UNDOCUMENTED: &[&str] = &["AppGetMultiDeviceBindTokenState", "AppGetUser"];

#[test]
fn every_action_of_the_facts_is_in_the_table_and_no_other() {
    let facts = rows("actions");
    let documented = facts.iter().map(|fact| text(fact, "action"));
    let expected: BTreeSet<_> = documented.chain(UNDOCUMENTED.iter().copied()).collect();
    let known: BTreeSet<_> = ALL.iter().map(|action| action.name).collect();
    assert_eq!(known, expected);
    for name in UNDOCUMENTED {
        assert!(!action::find(name).unwrap().docs.assumed.is_empty(), "{name}");
    }
}

#[test]
fn the_table_agrees_with_the_facts() {
    for fact in rows("actions") {
        let name = text(&fact, "action");
        let action = action::find(name).unwrap_or_else(|| panic!("no {name}"));
        let auth = if text(&fact, "endpoint") == "appapi" {
            AppSecret
        } else {
            AccessToken
        };
        assert_eq!(action.auth, auth, "{name}");
        assert_eq!(action.docs.group, text(&fact, "group"), "{name}");
        // Where the facts have no page, one may have been found since.
        if let Some(page) = fact["doc"].as_u64() {
            assert_eq!(action.docs.page.map(u64::from), Some(page), "{name}");
        }

        let list = |of: &str| fact[of].as_array().unwrap().clone();
        let params: Vec<_> = action
            .params
            .iter()
            .map(|param| (param.name, type_of(param.kind), param.required))
            .collect();
        let facts = list("params");
        let expected: Vec<_> = facts
            .iter()
            .map(|param| {
                let required = param["required"].as_bool().unwrap();
                let param = (text(param, "name"), text(param, "type"));
                let optional = OPTIONAL_HERE.contains(&(name, param.0));
                (param.0, param.1, required && !optional)
            })
            .collect();
        assert_eq!(params, expected, "{name}");

        let facts = list("output");
        let output: Vec<_> = action
            .output
            .iter()
            .filter(|field| !field.wrapper && !EXTRA_OUTPUT.contains(&(name, field.name)))
            .map(|field| (field.name, type_of(field.kind)))
            .collect();
        let expected: Vec<_> = facts
            .iter()
            .map(|field| (text(field, "name"), text(field, "type")))
            .filter(|field| !OTHER_OUTPUT.contains(&(name, field.0)))
            .collect();
        assert_eq!(output, expected, "{name}");

        let facts = list("errors");
        let codes: BTreeSet<_> = action.docs.codes.iter().copied().collect();
        let mut expected: BTreeSet<_> = facts.iter().map(|code| code.as_str().unwrap()).collect();
        if auth == AccessToken {
            // Any call of a signed-in user can be refused so, whether or not the page says it.
            expected.insert("InvalidParameterValue.InvalidAccessToken");
        }
        assert_eq!(codes, expected, "{name}");
    }
}

/// Each difference that is named above is one.
#[test]
fn the_differences_named_are_differences() {
    let facts = rows("actions");
    let fact = |name: &str| facts.iter().find(|fact| fact["action"] == name).unwrap();
    for &(name, field) in EXTRA_OUTPUT {
        assert!(
            action::find(name)
                .unwrap()
                .output
                .iter()
                .any(|known| known.name == field && known.optional)
        );
        assert!(
            fact(name)["output"]
                .as_array()
                .unwrap()
                .iter()
                .all(|known| known["name"] != field)
        );
    }
}

/// What a message says beyond its code: which parameter, which status, and what is peculiar to it; the package makes it so too.
#[test]
fn messages_say_what_is_known() {
    let late = Error::new(code!("Timeout.Request"));
    assert_eq!(late.text(), find("Timeout.Request").unwrap().en);
    let closed = Error::parameter(code!("Parameter.NotAllowed"), "BindType");
    assert_eq!(closed.detail("one of: a, b").text(), "BindType must be one of: a, b");
    let missing = Error::parameter(code!("Parameter.Missing"), "Token").text();
    assert!(missing.starts_with("Token"), "{missing}");
    let page = Error::new(code!("Protocol.ServerError")).with_status(502);
    let page = page.detail("x".repeat(500)).text();
    assert!(page.starts_with("HTTP 502: ") && page.contains("xxx…"), "{page}");
    assert_eq!(page.matches('x').count(), SHOWN_CHARS);
    let refused = Error::api(&json!("A.B"), &json!("no"), 200);
    assert_eq!(refused.text(), "no");
    assert_eq!(Error::api(&json!("A.B"), &json!(""), 200).text(), "A.B");
}
