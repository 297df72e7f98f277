//! The two tables that the package reads: codes per Action, and what is said of each code.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context as _, Result, ensure};
use iotexplorer_client::action::{Action, Auth};
use iotexplorer_client::atom;
use iotexplorer_client::error::{Remedy, codes};

const HEAD: &str = "// Written by `cargo xtask gen`. Do not edit.\n";

/// Every remedy, in the order in which the table counts them.
const REMEDIES: [Remedy; 7] = [
    Remedy::Retry,
    Remedy::Wait,
    Remedy::SignIn,
    Remedy::NewToken,
    Remedy::Console,
    Remedy::FixInput,
    Remedy::None,
];

/// What is said of a code that nobody knows, `%`.
const UNKNOWN: (&str, &str) = (
    "The error % occurred; look it up in the documents.",
    "发生错误 %，请查阅文档。",
);

/// What nearly every Action documents.
const USUAL: [&str; 3] = [
    "InternalError",
    "InvalidParameterValue",
    "InvalidParameterValue.InvalidAccessToken",
];
/// The letter that stands for the first code of the table; those after it stand for the others.
const FIRST_LETTER: u8 = b'(';
/// The mark of an Action that is called before sign-in.
const BEFORE_SIGN_IN: u8 = b'!';
/// The mark of one whose answer is one page of a list.
const PAGED: u8 = b'#';

/// `actions.js`: what there is to know of each Action beside its name. The Actions' names stand in `atoms.js`.
///
/// # Errors
///
/// A code that the table lacks, or names that stand elsewhere.
pub fn actions(actions: &[&Action]) -> Result<String> {
    let names = actions.iter().map(|action| action.name);
    ensure!(
        names.eq(atom::ALL.into_iter().take(actions.len())),
        "the atoms do not begin with the Actions' names"
    );
    let usual = letters(&USUAL)?;
    let mut marks = Vec::new();
    for action in actions {
        let codes = letters(action.docs.codes).with_context(|| action.name.to_owned())?;
        let before_sign_in = (action.auth == Auth::AppSecret).then_some(&BEFORE_SIGN_IN);
        let paged = action.is_paged().then_some(&PAGED);
        let own = before_sign_in.into_iter().chain(paged);
        marks.push(text(own.chain(usual.symmetric_difference(&codes))));
    }
    Ok(format!(
        "{HEAD}
/** The codes that nearly every Action documents: a letter each. That of the first code is the first of these, and so on. */
export const FIRST_LETTER = '{}';
export const USUAL_CODES = '{}';

/** The marks of an Action that is called before sign-in, and of one whose answer is one page of a list. */
export const BEFORE_SIGN_IN = '{}';
export const PAGED = '{}';

/** For each Action its marks, and the codes in which it differs from the usual; the Actions' names are the first atoms. */
export const ACTION_MARKS = '{}';
",
        char::from(FIRST_LETTER),
        text(&usual),
        char::from(BEFORE_SIGN_IN),
        char::from(PAGED),
        marks.join(" ").replace('\\', "\\\\"),
    ))
}

/// The letters of these codes.
fn letters(names: &[&str]) -> Result<BTreeSet<u8>> {
    let letter = |name: &&str| {
        let place = codes::CLOUD.iter().position(|code| code.code == *name);
        let place = place.with_context(|| format!("{name} is not in src/error/codes.rs"))?;
        let letter = u8::try_from(place)
            .ok()
            .and_then(|place| FIRST_LETTER.checked_add(place));
        letter
            .filter(u8::is_ascii_graphic)
            .context("there are more codes than letters")
    };
    names.iter().map(letter).collect()
}

fn text<'a>(letters: impl IntoIterator<Item = &'a u8>) -> String {
    letters.into_iter().copied().map(char::from).collect()
}

/// `atoms.js`: the constant texts that the module knows by number, in its order.
///
/// # Errors
///
/// A text that the format cannot hold.
pub fn atoms() -> Result<String> {
    for text in atom::ALL {
        ensure!(
            !text.contains(['\n', '`', '\\', '$']),
            "an atom holds one of: ` \\ $ or a line break: {text}"
        );
    }
    Ok(format!(
        "{HEAD}\n/** Constant texts, by the numbers that the module has for them. */\nexport const ATOMS = `{}`.split('\\n');\n",
        atom::ALL.join("\n")
    ))
}

/// `codes.js`: names, remedies and sentences of the codes. Like beside like is what compresses best, so each has a list of
/// its own; and every list is one text, which is cheap to load and read only when there is an error.
///
/// # Errors
///
/// A text that the format cannot hold.
pub fn codes() -> Result<String> {
    let rows = || codes::CLOUD.iter().chain(codes::OWN);
    for code in rows() {
        for part in [code.code, code.en, code.zh] {
            ensure!(
                !part.contains(['\n', '`', '\\', '$', '%']),
                "a text about {} holds one of: ` \\ $ % or a line break",
                code.code
            );
        }
    }
    let remedies: Vec<&str> = REMEDIES.iter().map(|remedy| remedy.as_str()).collect();
    let numbers: String = rows()
        .map(|code| code.remedy)
        .chain([Remedy::None])
        .map(|remedy| remedy_number(remedy).to_string())
        .collect();
    let (english, chinese) = UNKNOWN;
    let parts = [
        (
            "How many codes are the cloud's; those after them are our own, in the order of src/error/codes.rs.",
            format!("OWN = {}", codes::CLOUD.len()),
        ),
        (
            "Every code. One that begins with a dot begins like the one before it.",
            format!("NAMES = `{}`", names(rows().map(|code| code.code))),
        ),
        (
            "What happened and what to do, without the full stop; at the end, what is said of a code that is not here.",
            format!(
                "SENTENCES = {{\n  en: `{}`,\n  zh: `{}`,\n}}",
                sentences(rows().map(|code| code.en).chain([english])),
                sentences(rows().map(|code| code.zh).chain([chinese]))
            ),
        ),
        ("What would help.", format!("REMEDIES = '{}'", remedies.join(" "))),
        (
            "The remedy of each of them, as its place in REMEDIES.",
            format!("REMEDY = '{numbers}'"),
        ),
    ];
    let mut file = String::from(HEAD);
    for (comment, constant) in parts {
        let _ = write!(file, "\n/** {comment} */\nexport const {constant};\n");
    }
    Ok(file)
}

fn remedy_number(remedy: Remedy) -> usize {
    REMEDIES.iter().position(|known| *known == remedy).unwrap_or_default()
}

fn lines<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

/// A line each, without what every one of them ends with.
fn sentences<'a>(sentences: impl Iterator<Item = &'a str>) -> String {
    lines(sentences.map(|text| text.trim_end_matches(['.', '。'])))
}

/// The codes, a line each, without the first segment where it is that of the line before.
fn names<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    let mut category = "";
    let shortened = codes.map(|code| {
        let before = category;
        category = code.split('.').next().unwrap_or(code);
        match code.strip_prefix(before) {
            Some(rest) if rest.starts_with('.') => rest,
            _ => code,
        }
    });
    lines(shortened)
}
