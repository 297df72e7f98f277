//! `search.js`: what the pages' search looks through.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::Result;
use iotexplorer_client::action::{Field, Kind};
use serde_json::{Map, Value, json};

use super::html::Words;
use super::{Page, known_code};

/// The module: an entry per Action, and the sentences of the codes.
pub fn source(pages: &[Page]) -> Result<String> {
    let mut text = String::from(
        "// Written by `cargo xtask gen` from the Action files. Do not edit.\n\n\
         /** The groups by their names in the addresses: English and Chinese. */\nexport const GROUPS = {\n",
    );
    for page in pages {
        let group = page.group;
        let _ = writeln!(text, "  {}: {},", group.id, json!([group.en, group.zh]));
    }
    text.push_str("}\n\n/** What is said of each code: English and Chinese. */\nexport const CODES = {\n");
    let documented: BTreeSet<&str> = pages
        .iter()
        .flat_map(|page| page.actions.iter().flat_map(|action| action.docs.codes))
        .copied()
        .collect();
    for name in documented {
        let code = known_code(name)?;
        let _ = writeln!(text, "  {}: {},", json!(name), json!([code.en, code.zh]));
    }
    text.push_str(
        "}\n\n/** Name, group, sentence in English and Chinese, parameters with what they mean, fields of the answer, codes. */\n\
         export const ACTIONS = [\n",
    );
    for page in pages {
        for action in &page.actions {
            let params: Map<String, Value> = action
                .params
                .iter()
                .map(|param| (param.name.to_owned(), json!(Words::of_action(param.about).joined())))
                .collect();
            let mut fields = BTreeSet::new();
            collect(action.output, &mut fields, 0);
            let entry = json!([
                action.name,
                page.group.id,
                action.docs.about,
                action.docs.about_zh,
                params,
                fields,
                action.docs.codes
            ]);
            let _ = writeln!(text, "  {entry},");
        }
    }
    text.push_str("]\n");
    Ok(text)
}

/// The names of fields, those of structs included.
fn collect(fields: &'static [Field], names: &mut BTreeSet<&'static str>, depth: usize) {
    if depth > super::DEPTH_MAX {
        return;
    }
    for field in fields.iter().filter(|field| !field.wrapper) {
        names.insert(field.name);
        if let Kind::Object(shape) | Kind::List(shape) = field.kind {
            collect(shape.fields, names, depth + 1);
        }
    }
}
