//! The tables in the READMEs.

use std::fmt::Write as _;

use iotexplorer_client::action::Action;
use iotexplorer_client::error::codes;

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

/// Every Action with its method and what it does.
pub fn actions(actions: &[&Action], language: Language) -> String {
    let head = match language {
        Language::English => "| Action | method | what it does |\n",
        Language::Chinese => "| 接口 | 方法 | 作用 |\n",
    };
    let mut text = format!("\n{head}| --- | --- | --- |\n");
    for action in actions {
        let about = match language {
            Language::English => action.docs.about,
            Language::Chinese => action.docs.about_zh,
        };
        let (name, page, method) = (action.name, action.reference(), action.method());
        let _ = writeln!(text, "| [{name}]({page}) | `{method}` | {} |", cell(about));
    }
    text.push('\n');
    text
}
