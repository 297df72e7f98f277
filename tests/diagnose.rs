//! `sign::diagnose`: every mistake that it knows, made with an independent implementation (`tests/vectors/diagnose.json`).

#![cfg(not(target_arch = "wasm32"))]

use iotexplorer_client::sign::diagnose::diagnose;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Case {
    remark: String,
    input: Value,
    findings: Vec<String>,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("vectors/diagnose.json")).expect("the vectors are JSON")
}

#[test]
fn every_known_mistake_is_found() {
    for Case {
        remark,
        input,
        findings,
    } in cases()
    {
        let found = diagnose(&input).unwrap_or_else(|error| panic!("{remark}: {error:?}"));
        assert_eq!(found.findings, findings, "{remark}");
        assert_eq!(found.matches, findings.is_empty(), "{remark}");
    }
}

#[test]
fn the_text_is_the_one_that_should_have_been_signed() {
    for Case { remark, input, .. } in cases() {
        let found = diagnose(&input).expect(&remark);
        let right = if input["kind"] == "device" {
            iotexplorer_client::sign::device_text(&input).map(|(text, _)| text)
        } else {
            iotexplorer_client::sign::gateway_text(&input)
        };
        assert_eq!(found.text, right.expect(&remark), "{remark}");
    }
}

#[test]
fn bad_input_is_named() {
    let mut input = cases().remove(0).input;
    for (name, value) in [
        ("kind", "gate"),
        ("psk", "no Base64!"),
        ("productId", ""),
        ("bindType", "x"),
    ] {
        let before = input[name].take();
        input[name] = value.into();
        let error = diagnose(&input).expect_err(name);
        assert_eq!(error.parameter.as_deref(), Some(name));
        input[name] = before;
        if input[name].is_null() {
            input.as_object_mut().expect("an object").remove(name);
        }
    }
}
