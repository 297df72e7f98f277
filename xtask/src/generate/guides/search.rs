//! `search.js`: what the search of all pages looks through beside the Actions.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use iotexplorer_client::error::codes;
use serde_json::json;

use super::{ERRORS, Page, errors};

/// The module: an entry per section, and an entry per code.
pub fn source(pages: &[Page]) -> Result<String> {
    let mut text = String::from(
        "// Written by `cargo xtask gen` from docs/ and the table of codes. Do not edit.\n\n\
         /** Pages by their names in the addresses: English and Chinese. */\nexport const PAGES = {\n",
    );
    for page in pages {
        let name = json!(page.guide.name);
        let _ = writeln!(text, "  {}: {name},", json!(page.guide.id));
    }
    text.push_str(
        "}\n\n/** Page, address, title in English and Chinese, text in English and Chinese. */\nexport const SECTIONS = [\n",
    );
    for page in pages {
        for (address, english, chinese) in &page.parts {
            if codes::find(&english.title).is_some() {
                continue;
            }
            let titles = if english.level == 0 {
                [&page.title.0, &page.title.1]
            } else {
                [&english.title, &chinese.title]
            };
            let entry = json!([
                page.guide.id,
                address,
                titles[0],
                titles[1],
                english.plain,
                chinese.plain
            ]);
            let _ = writeln!(text, "  {entry},");
        }
    }
    text.push_str("]\n\n/** Code, remedy, sentence in English and Chinese, and what the page says beside that. */\nexport const ERRORS = [\n");
    let page = pages
        .iter()
        .find(|page| page.guide.id == ERRORS)
        .context("the errors' page")?;
    for code in codes::CLOUD.iter().chain(codes::OWN) {
        let (english, chinese) = errors::advice_of(page, code.code).unwrap_or_default();
        let entry = json!([code.code, code.remedy.as_str(), code.en, code.zh, english, chinese]);
        let _ = writeln!(text, "  {entry},");
    }
    text.push_str("]\n");
    Ok(text)
}
