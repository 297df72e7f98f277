//! Checkpoints: `<flow> <place to change> <byte to put there> <milliseconds since it was written>`, then the record as JSON,
//! which is sealed here since no fuzzer guesses a digest; or, where that is no JSON, a checkpoint as it stands.

use iotexplorer_client::error::{Error, ErrorKind, code};
use iotexplorer_client::flow::checkpoint::{read, write};
use serde_json::Value;

use crate::machines;
use crate::{SECRETS, hides, json, line, text};

pub fn run(data: &[u8]) {
    let input = text(data);
    let (head, rest) = line(&input);
    let mut words = head.split(' ');
    let kind = words.next().unwrap_or_default();
    let mut number = || {
        words
            .next()
            .and_then(|word| word.parse::<u32>().ok())
            .unwrap_or_default()
    };
    let (place, byte, later_ms) = (number(), number(), f64::from(number()));

    let Some(record) = json(rest) else {
        // A text whose digest is right was not changed by accident; the fuzzer has found one, bit by bit.
        match read::<Value>(rest) {
            Ok(found) => assert!(found.is_object()),
            Err(error) => is_refusal(&error),
        }
        return;
    };
    let sealed = write(&record);
    let found = read::<Value>(&sealed);
    if !record.is_object() {
        assert!(found.is_err(), "a record that is no object was read");
        return;
    }
    // Read again, it is what was written; integers beyond 2^53 have become texts, which stay as they are.
    let found = found.expect("a checkpoint of our own");
    let again = write(&found);
    assert_eq!(read::<Value>(&again).as_ref(), Ok(&found));

    // One letter another: refused.
    let mut letters: Vec<char> = sealed.chars().collect();
    let at = place as usize % letters.len();
    let letter = char::from((byte % 128) as u8);
    if letters[at] != letter {
        letters[at] = letter;
        is_refused(&letters.iter().collect::<String>());
        letters.remove(at);
        is_refused(&letters.iter().collect::<String>());
    }
    let stage = found["stage"].as_f64().unwrap_or(f64::NAN);
    machines::resumed(kind, &again, stage, later_ms);
}

/// That a text is none of ours.
fn is_refused(text: &str) {
    match read::<Value>(text) {
        Ok(_) => panic!("taken for a checkpoint: {text}"),
        Err(error) => is_refusal(&error),
    }
}

/// That an error says so, and shows nothing of the text.
fn is_refusal(error: &Error) {
    assert!(error.kind == ErrorKind::Flow && error.is(code!("Flow.BadCheckpoint")));
    hides(&format!("{error:?} {}", error.text()), &SECRETS);
}
