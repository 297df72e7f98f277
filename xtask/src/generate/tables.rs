//! The tables in the READMEs.

use std::fmt::Write as _;

use iotexplorer_client::action::Action;
use iotexplorer_client::error::codes;

use super::pages::groups::GROUPS;

/// The language of a README.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// `README.md`.
    English,
    /// `README.zh-CN.md`.
    Chinese,
}

/// Text that cannot end a table's cell.
pub fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

/// Every code with its remedy and its sentence: the cloud's, then our own.
pub fn errors(language: Language) -> String {
    let head = match language {
        Language::English => "| code | remedy | what happened, what to do |\n",
        Language::Chinese => "| 错误码 | 建议（remedy） | 说明 |\n",
    };
    let mut text = format!("\n{head}| --- | --- | --- |\n");
    for code in codes::CLOUD.iter().chain(codes::OWN) {
        let sentence = match language {
            Language::English => code.en,
            Language::Chinese => code.zh,
        };
        let _ = writeln!(
            text,
            "| `{}` | `{}` | {} |",
            code.code,
            code.remedy.as_str(),
            cell(sentence)
        );
    }
    text.push('\n');
    text
}

/// The method of every Action, a line for each group of them.
pub fn actions(actions: &[&Action], language: Language) -> String {
    let head = match language {
        Language::English => "| | methods of `Client` |\n",
        Language::Chinese => "| | `Client` 的方法 |\n",
    };
    let mut text = format!("\n{head}| --- | --- |\n");
    for group in GROUPS {
        let name = match language {
            Language::English => group.en,
            Language::Chinese => group.zh,
        };
        let methods: Vec<String> = actions
            .iter()
            .filter(|action| action.docs.group == group.id)
            .map(|action| format!("[`{}`]({})", action.method(), action.reference()))
            .collect();
        let _ = writeln!(text, "| **{name}** | {} |", methods.join(", "));
    }
    text.push('\n');
    text
}
