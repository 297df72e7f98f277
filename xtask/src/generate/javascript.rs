//! The two tables that the facade reads: codes per Action, and what is said of each code.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Result, ensure};
use iotexplorer_client::action::Action;
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

/// `actions.js`: the Actions' names, each with its documented codes as indices into one list.
pub fn actions(actions: &[&Action]) -> String {
    let distinct: BTreeSet<&str> = actions.iter().flat_map(|action| action.docs.codes).copied().collect();
    let distinct: Vec<&str> = distinct.into_iter().collect();
    let mut text = format!("{HEAD}\n/** Every documented code of the cloud. */\nexport const CODES = [\n");
    for code in &distinct {
        let _ = writeln!(text, "  '{code}',");
    }
    text.push_str("];\n\n/** Action → its documented codes, as places in CODES. */\nexport const ACTIONS = {\n");
    for action in actions {
        let places: Vec<String> = action
            .docs
            .codes
            .iter()
            .filter_map(|code| distinct.binary_search(code).ok())
            .map(|place| place.to_string())
            .collect();
        let _ = writeln!(text, "  {}: [{}],", action.name, places.join(", "));
    }
    text.push_str("};\n");
    text
}

/// `codes.js`: a line per code with the number of its remedy and both sentences, as one text that is cheap to load.
///
/// # Errors
///
/// A sentence that the format cannot hold.
pub fn codes() -> Result<String> {
    let names: Vec<String> = REMEDIES.iter().map(|remedy| format!("'{}'", remedy.as_str())).collect();
    let mut text = format!(
        "{HEAD}\n/** What would help; the lines below count from here. */\nexport const REMEDIES = [{}];\n\n",
        names.join(", ")
    );
    let _ = write!(
        text,
        "/** How many lines below come before the own codes, which the module counts from there. */\nexport const OWN = {};\n\n",
        codes::CLOUD.len()
    );
    text.push_str("/** A line per code: code, number of the remedy, English, Chinese. */\nexport const CODES = `");
    for (index, code) in codes::CLOUD.iter().chain(codes::OWN).enumerate() {
        for part in [code.code, code.en, code.zh] {
            ensure!(
                !part.contains(['|', '\n', '`', '\\', '$']),
                "a text about {} holds one of: | ` \\ $ or a line break",
                code.code
            );
        }
        let remedy = REMEDIES
            .iter()
            .position(|remedy| *remedy == code.remedy)
            .unwrap_or_default();
        let line_break = if index == 0 { "" } else { "\n" };
        let _ = write!(text, "{line_break}{}|{remedy}|{}|{}", code.code, code.en, code.zh);
    }
    text.push_str("`;\n");
    Ok(text)
}
