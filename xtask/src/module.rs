//! The WebAssembly module itself: what is taken out of it before it ships, and what must be true of it when it does.

use std::collections::{BTreeMap, BTreeSet};
use std::env;

use anyhow::{Context, Result, bail};
use iotexplorer_client::action;
use iotexplorer_client::error::codes;
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{
    CompositeInnerType, ExternalKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef, ValType, Validator,
    WasmFeatures,
};

use crate::counts::Tally;
use crate::project::{CLIENT_LIB, Project};

/// The least length of a sentence that is looked for: a short one could be in the module by chance.
const SENTENCE_MIN_BYTES: usize = 24;

/// Where wasm-bindgen puts our own JavaScript beside its glue.
const SNIPPETS: &str = "snippets/";

/// A module on its way to the package, with the glue that belongs to it.
#[derive(Debug)]
pub struct Edited {
    /// The module.
    pub wasm: Vec<u8>,
    /// wasm-bindgen's JavaScript, its names changed alike.
    pub glue: String,
    /// What the short names stand for.
    names: BTreeMap<String, String>,
}

/// The one place from which a finished module imports. Short, because it is written once per import.
const IMPORT_MODULE: &str = "i";

/// What an import is called in the glue, before its number. In the module it has the number alone: JavaScript hands the
/// functions over in an array, which names none of them.
const IMPORT: &str = "$i";

/// Keeps only functions and memory among the exports (WeChat on iOS refuses exported Globals) and gives short names to
/// what only module and glue say to each other, which also makes them independent of the compiler. What the module imports
/// from elsewhere, the glue hands on.
pub fn edit(wasm: &[u8], glue: &str) -> Result<Edited> {
    let mut names = BTreeMap::new();
    let mut direct = BTreeMap::new();
    let (mut imports, mut closures) = (0, 0);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    // wasm-bindgen writes no glue for what takes and gives numbers only.
                    let names = if import.module.contains(SNIPPETS) {
                        &mut direct
                    } else {
                        &mut names
                    };
                    names.entry(import.name.to_owned()).or_insert_with(|| {
                        let short = format!("{IMPORT}{imports}");
                        imports += 1;
                        (short, import.module.to_owned())
                    });
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.name.starts_with("wasm_bindgen_") {
                        closures += 1;
                        names.insert(export.name.to_owned(), (format!("$c{closures}"), String::new()));
                    } else if !may_be_exported(export.kind) && glue.contains(&format!("wasm.{}", export.name)) {
                        bail!("the glue uses the export {}, which cannot ship", export.name);
                    }
                }
            }
            _ => {}
        }
    }
    if let Some((short, _)) = names
        .values()
        .chain(direct.values())
        .find(|(short, _)| identifiers(glue).any(|word| word == short))
    {
        bail!("the glue has a name {short} of its own");
    }
    let mut renamed = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(start) = rest.find(is_identifier) {
        renamed.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|letter| !is_identifier(letter)).unwrap_or(rest.len());
        let word = &rest[..end];
        renamed.push_str(names.get(word).map_or(word, |(short, _)| short));
        rest = &rest[end..];
    }
    renamed.push_str(rest);
    for (name, (short, from)) in &direct {
        renamed.push_str(&format!("\nexport {{ {name} as {short} }} from '{from}';\n"));
    }

    let names: BTreeMap<_, _> = names
        .into_iter()
        .chain(direct)
        .map(|(long, (short, _))| (long, short))
        .collect();
    let mut module = Module::new();
    let mut editor = Editor { names };
    editor
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("cannot rewrite the module")?;
    Ok(Edited {
        wasm: module.finish(),
        glue: renamed,
        names: editor.names.into_iter().map(|(long, short)| (short, long)).collect(),
    })
}

impl Edited {
    /// A message with wasm-bindgen's own names, and what its glue says beside them, in place of the short ones.
    pub fn explain(&self, message: &str) -> String {
        let mut text = message.to_owned();
        for (short, long) in &self.names {
            let after = self
                .glue
                .split_once(&format!("function {short}("))
                .map(|(_, after)| after);
            let comment = after
                .and_then(|rest| rest.lines().nth(1))
                .filter(|line| line.contains("//"));
            let comment = comment.map(|line| format!(" {}", line.trim())).unwrap_or_default();
            text = text.replace(&format!("`{}`", imported(short)), &format!("`{long}`{comment}"));
        }
        text
    }
}

/// An import's name in the module.
fn imported(short: &str) -> &str {
    short.strip_prefix(IMPORT).unwrap_or(short)
}

fn is_identifier(letter: char) -> bool {
    letter == '_' || letter == '$' || letter.is_ascii_alphanumeric()
}

fn identifiers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter| !is_identifier(letter))
        .filter(|word| !word.is_empty())
}

/// Exports that nobody calls: those of src/wasm/memory.rs, and what bundle.mjs takes out of the glue.
const UNUSED: [&str; 3] = ["memcpy", "memset", "__wbindgen_realloc"];

const fn may_be_exported(kind: ExternalKind) -> bool {
    matches!(kind, ExternalKind::Func | ExternalKind::Memory)
}

struct Editor {
    names: BTreeMap<String, String>,
}

impl Reencode for Editor {
    type Error = std::convert::Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: wasmparser::Imports<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        match imports {
            wasmparser::Imports::Single(at, import) => {
                let name = self.names.get(import.name).cloned();
                let name = name.as_deref().map_or(import.name, imported);
                let import = wasmparser::Import {
                    module: IMPORT_MODULE,
                    name,
                    ..import
                };
                utils::parse_imports(self, section, wasmparser::Imports::Single(at, import))
            }
            other => utils::parse_imports(self, section, other),
        }
    }

    fn parse_export(
        &mut self,
        section: &mut ExportSection,
        export: wasmparser::Export<'_>,
    ) -> Result<(), reencode::Error<Self::Error>> {
        if !may_be_exported(export.kind) || UNUSED.contains(&export.name) {
            return Ok(());
        }
        let name = self.names.get(export.name).cloned();
        let name = name.as_deref().unwrap_or(export.name);
        utils::parse_export(self, section, wasmparser::Export { name, ..export })
    }
}

/// One thing that must be true of the module.
#[derive(Debug)]
pub struct Check {
    /// What must be true.
    pub claim: &'static str,
    /// Why it is not.
    pub problem: Option<String>,
}

/// Looks at everything that must be true of the module that ships.
pub fn inspect(project: &Project, wasm: &[u8]) -> Vec<Check> {
    let check = |claim, result: Result<()>| Check {
        claim,
        problem: result.err().map(|error| format!("{error:#}")),
    };
    vec![
        check("the module is valid WebAssembly 1.0 (MVP)", validate(wasm)),
        check("it exports functions and memory, nothing else", exports(wasm)),
        check("it imports functions only", imports(wasm)),
        check("no signature across its border has an i64", signatures(wasm)),
        check("it holds no text meant for people", texts(wasm)),
        check("it holds no path of the machine that made it", paths(project, wasm)),
    ]
}

/// The same of one of its parts, as far as that does not follow from the whole.
pub fn inspect_part(wasm: &[u8]) -> Vec<Check> {
    let check = |claim, result: Result<()>| Check {
        claim,
        problem: result.err().map(|error| format!("{error:#}")),
    };
    vec![
        check("each part of the module is valid WebAssembly 1.0 (MVP)", validate(wasm)),
        check("no signature across a part's border has an i64", signatures(wasm)),
    ]
}

/// The functions of ours that may trap, without the crates' hashes, and why that is no way to panic. Another compiler may draw
/// the lines between functions elsewhere.
const TRAPS: &[(&str, &str)] = &[
    (
        "iotexplorer_client::wasm::more::told",
        "counts references to a client's settings; 2^32 of them do not fit into memory",
    ),
    (
        "iotexplorer_client::sign::base64::read",
        "the crate's own, whatever it is given; four characters and room for three bytes here, which fuzzing tries",
    ),
    (
        "webRequest",
        "behind an exception of wasm-bindgen's, which never comes back",
    ),
];

/// Holds the functions of ours that may trap against those that are known to. `named` is the module with its names, before it is
/// optimised: a panic is one instruction there, and nothing else is.
pub fn check_traps(named: &[u8]) -> Result<()> {
    let found = traps(named)?;
    let known: BTreeSet<String> = TRAPS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let list = |names: BTreeSet<&String>| names.into_iter().map(|name| format!("\n  {name}")).collect::<String>();
    let (new, gone) = (
        list(found.difference(&known).collect()),
        list(known.difference(&found).collect()),
    );
    if !new.is_empty() {
        bail!("there is a new way to panic, or one that TRAPS in xtask/src/module.rs has to argue:{new}");
    }
    if !gone.is_empty() {
        bail!("TRAPS in xtask/src/module.rs argues what cannot panic any more:{gone}");
    }
    Ok(())
}

/// The functions of this package's crate, and its exports, in which there is an `unreachable`.
fn traps(wasm: &[u8]) -> Result<BTreeSet<String>> {
    let mut imported = 0;
    let mut trapping = Vec::new();
    let mut names = BTreeMap::new();
    let mut bodies = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                for operator in body.get_operators_reader()? {
                    if matches!(operator?, Operator::Unreachable) {
                        trapping.push(imported + bodies);
                        break;
                    }
                }
                bodies += 1;
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(sections) = section.as_known() {
                    for section in sections {
                        if let Name::Function(functions) = section? {
                            for function in functions {
                                let function = function?;
                                names.insert(function.index, function.name.to_owned());
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    if names.is_empty() {
        bail!("the module has no names");
    }
    let name = |index| names.get(&index).map(|name| without_hashes(name));
    Ok(trapping
        .into_iter()
        .filter_map(name)
        .filter(|name| name.contains(CLIENT_LIB) || !name.contains("::") && !name.starts_with("__"))
        .collect())
}

/// A function's name without what tells one version of a crate from another: `core[ca5820f5]::str` is `core::str`.
pub fn without_hashes(name: &str) -> String {
    let mut short = String::new();
    for (at, piece) in name.split('[').enumerate() {
        // Written without the zeros in front.
        let is_hash =
            |hash: &str| (8..=16).contains(&hash.len()) && hash.chars().all(|letter| letter.is_ascii_hexdigit());
        match piece.split_once(']') {
            Some((hash, rest)) if at > 0 && is_hash(hash) => short.push_str(rest),
            _ => {
                short.push_str(if at > 0 { "[" } else { "" });
                short.push_str(piece);
            }
        }
    }
    short
}

/// How many of the checks hold.
pub fn tally(checks: &[Check]) -> Tally {
    let mut tally = Tally::default();
    for check in checks {
        tally += Tally::one(check.problem.is_none());
    }
    tally
}

fn validate(wasm: &[u8]) -> Result<()> {
    Validator::new_with_features(WasmFeatures::MVP).validate_all(wasm)?;
    Ok(())
}

fn exports(wasm: &[u8]) -> Result<()> {
    let mut memories = 0;
    let mut functions = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ExportSection(section) = payload? {
            for export in section {
                let export = export?;
                match export.kind {
                    ExternalKind::Func => functions += 1,
                    ExternalKind::Memory => memories += 1,
                    other => bail!("`{}` is exported, a {other:?}", export.name),
                }
            }
        }
    }
    if memories != 1 || functions == 0 {
        bail!("{memories} memories and {functions} functions are exported");
    }
    Ok(())
}

fn imports(wasm: &[u8]) -> Result<()> {
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload? {
            for import in section.into_imports() {
                let import = import?;
                if !matches!(import.ty, TypeRef::Func(_)) {
                    bail!("`{}` is imported, a {:?}", import.name, import.ty);
                }
            }
        }
    }
    Ok(())
}

/// An i64 at the border needs BigInt, which old engines lack.
fn signatures(wasm: &[u8]) -> Result<()> {
    let mut types: Vec<bool> = Vec::new();
    let mut functions: Vec<u32> = Vec::new();
    let wide = |types: &[bool], index: u32| types.get(index as usize).copied().unwrap_or(true);
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                for group in section {
                    for sub in group?.into_types() {
                        let wide = match &sub.composite_type.inner {
                            CompositeInnerType::Func(func) => func
                                .params()
                                .iter()
                                .chain(func.results())
                                .any(|value| *value == ValType::I64),
                            _ => true,
                        };
                        types.push(wide);
                    }
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    if let TypeRef::Func(index) = import.ty {
                        functions.push(index);
                        if wide(&types, index) {
                            bail!("the import `{}` has one", import.name);
                        }
                    }
                }
            }
            Payload::FunctionSection(section) => {
                for index in section {
                    functions.push(index?);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == ExternalKind::Func {
                        let index = functions.get(export.index as usize).copied().unwrap_or(u32::MAX);
                        if wide(&types, index) {
                            bail!("the export `{}` has one", export.name);
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Descriptions and sentences belong to the feature `docs`; the module must have been compiled without.
fn texts(wasm: &[u8]) -> Result<()> {
    let mut looked_for = 0;
    for text in sentences().filter(|text| text.len() >= SENTENCE_MIN_BYTES) {
        looked_for += 1;
        if contains(wasm, text.as_bytes()) {
            bail!("it holds: {text}");
        }
    }
    if looked_for == 0 {
        bail!("there is no text to look for");
    }
    Ok(())
}

fn sentences() -> impl Iterator<Item = &'static str> {
    let actions = action::ALL.iter().flat_map(|action| {
        let of_params = action.params.iter().map(|param| param.about);
        let of_fields = action.output.iter().map(|field| field.about);
        let docs = &action.docs;
        of_params
            .chain(of_fields)
            .chain([docs.about, docs.about_zh, docs.example.params, docs.example.answer])
            .chain(docs.notes.iter().copied())
    });
    let errors = codes::CLOUD
        .iter()
        .chain(codes::OWN)
        .flat_map(|code| [code.en, code.zh]);
    actions.chain(errors)
}

fn paths(project: &Project, wasm: &[u8]) -> Result<()> {
    let mut places = vec![project.root.clone(), project.target.clone()];
    places.extend(
        ["CARGO_HOME", "RUSTUP_HOME", "HOME"]
            .iter()
            .filter_map(|name| env::var_os(name).map(Into::into)),
    );
    for place in places {
        let place = place.display().to_string();
        if place.len() > 1 && contains(wasm, format!("{place}/").as_bytes()) {
            bail!("it holds: {place}");
        }
    }
    Ok(())
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, EntityType, ExportKind, Function, FunctionSection, GlobalSection, GlobalType,
        MemorySection, MemoryType, NameMap, NameSection, TypeSection, ValType as Value,
    };

    use super::*;

    /// A module with an import, an exported function that takes `param`, a memory and an exported Global.
    fn sample(param: Value) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([param], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        imports.import("./glue.js", "__wbg_imported_123", EntityType::Function(0));
        module.section(&imports);
        let mut functions = FunctionSection::new();
        functions.function(0);
        module.section(&functions);
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        module.section(&memories);
        let mut globals = GlobalSection::new();
        let kind = GlobalType {
            val_type: Value::I32,
            mutable: false,
            shared: false,
        };
        globals.global(kind, &ConstExpr::i32_const(7));
        module.section(&globals);
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        exports.export("wasm_bindgen_closure_9", ExportKind::Func, 1);
        exports.export("__abort_handler", ExportKind::Global, 0);
        module.section(&exports);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instructions().end();
        code.function(&body);
        module.section(&code);
        module.finish()
    }

    #[test]
    fn an_exported_global_is_found_and_taken_out() {
        let wasm = sample(Value::I32);
        assert!(validate(&wasm).is_ok());
        assert!(
            exports(&wasm)
                .expect_err("a Global")
                .to_string()
                .contains("__abort_handler")
        );
        let edited = edit(&wasm, "").expect("editable");
        assert!(validate(&edited.wasm).is_ok());
        assert!(exports(&edited.wasm).is_ok());
    }

    #[test]
    fn a_global_that_the_glue_uses_is_not_taken_out_silently() {
        let error = edit(&sample(Value::I32), "x = wasm.__abort_handler").expect_err("it is used");
        assert!(error.to_string().contains("__abort_handler"));
    }

    #[test]
    fn names_change_alike_in_module_and_glue() {
        let glue = "export function __wbg_imported_123(a) { wasm.wasm_bindgen_closure_9(a); __wbg_imported_1234; }";
        let edited = edit(&sample(Value::I32), glue).expect("editable");
        assert_eq!(
            edited.glue,
            "export function $i0(a) { wasm.$c1(a); __wbg_imported_1234; }"
        );
        assert!(contains(&edited.wasm, b"\x01i\x010\0") && contains(&edited.wasm, b"$c1"));
        assert!(!contains(&edited.wasm, b"wasm_bindgen"));
        assert_eq!(edited.explain("the import `0`"), "the import `__wbg_imported_123`");
        assert!(edit(&sample(Value::I32), "let $i0").is_err());
    }

    #[test]
    fn an_i64_at_the_border_is_found() {
        assert!(signatures(&sample(Value::I32)).is_ok());
        assert!(signatures(&sample(Value::I64)).is_err());
    }

    #[test]
    fn features_after_the_first_version_are_found() {
        assert!(validate(&sample(Value::EXTERNREF)).is_err());
        assert!(validate(b"\0asm").is_err());
    }

    /// One import, and functions of these names, the last of which may trap.
    fn with_names(names: &[&str]) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("i", "0", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        let mut map = NameMap::new();
        map.append(0, "imported");
        for (index, name) in (1..).zip(names) {
            functions.function(0);
            map.append(index, name);
            let mut body = Function::new([]);
            if names.len() == index as usize {
                body.instructions().unreachable();
            }
            body.instructions().end();
            code.function(&body);
        }
        let mut section = NameSection::new();
        section.functions(&map);
        module.section(&types).section(&imports).section(&functions);
        module.section(&code).section(&section);
        module.finish()
    }

    #[test]
    fn what_may_trap_is_found_by_name() {
        let own = "iotexplorer_client[ef951b0cee3b3d8e]::text::find::<[u8]>";
        let found = traps(&with_names(&["ask", own])).expect("readable");
        assert_eq!(
            found,
            BTreeSet::from(["iotexplorer_client::text::find::<[u8]>".to_owned()])
        );
        assert_eq!(traps(&with_names(&[own, "ask"])).expect("readable").len(), 1);
        for other in ["alloc[d76446918ee403d4]::raw_vec::grow_one", "__wbindgen_malloc"] {
            assert!(traps(&with_names(&[own, other])).expect("readable").is_empty());
        }
        assert!(check_traps(&with_names(&["ask", own])).is_err());
        assert!(check_traps(&with_names(&[TRAPS[0].0])).is_err(), "the others are gone");
        assert!(traps(&sample(Value::I32)).is_err(), "no names");
    }

    #[test]
    fn text_for_people_is_found() {
        let sentence = sentences()
            .find(|text| text.len() >= SENTENCE_MIN_BYTES)
            .expect("there are some");
        assert!(texts(sentence.as_bytes()).is_err());
        assert!(texts(b"\0asm").is_ok());
    }
}
