//! A copy of a module that counts its own instructions: unlike seconds, they are the same on every machine and at every hour.
//!
//! Every run of instructions that are only ever executed together adds their number to a global, of which each function has one
//! and which the copy exports.
//! What only gives a program its shape (`block`, `loop`, `else`, `end`, `nop`) costs an engine nothing and counts nothing.

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, Function, GlobalSection, GlobalType, Instruction, Module,
    ValType,
};
use wasmparser::{KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// The counts are exported under this name and the function's place among those that the module defines.
pub const EXPORT: &str = "instructions ";

/// The counting copy of a module.
pub fn metered(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let mut meter = Meter::default();
    meter
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .context("cannot rewrite the module")?;
    if meter.first_counter.is_none() {
        bail!("the module has no globals, and so no place for the counters");
    }
    Ok(module.finish())
}

/// The names of the functions that a module defines, in their order; empty where it does not say.
pub fn names(wasm: &[u8]) -> Result<Vec<String>> {
    let (mut imported, mut names) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::FunctionSection(section) => names.resize(section.count() as usize, String::new()),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(sections) = section.as_known() else {
                    continue;
                };
                for part in sections {
                    let Name::Function(list) = part? else { continue };
                    for naming in list {
                        let naming = naming?;
                        let place = (naming.index as usize).checked_sub(imported);
                        if let Some(name) = place.and_then(|place| names.get_mut(place)) {
                            *name = naming.name.to_owned();
                        }
                    }
                }
            }
            _ => {}
        }
    }
    Ok(names)
}

#[derive(Default)]
struct Meter {
    imported_globals: u32,
    functions: u32,
    /// The first of the counters among the globals, once these are written.
    first_counter: Option<u32>,
    /// How many functions have been rewritten.
    written: u32,
}

impl Reencode for Meter {
    type Error = std::convert::Infallible;

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: wasmparser::GlobalSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        self.first_counter = Some(self.imported_globals + section.count());
        utils::parse_global_section(self, globals, section)?;
        let kind = GlobalType {
            val_type: ValType::I64,
            mutable: true,
            shared: false,
        };
        for _ in 0..self.functions {
            globals.global(kind, &ConstExpr::i64_const(0));
        }
        Ok(())
    }

    fn parse_import(
        &mut self,
        imports: &mut wasm_encoder::ImportSection,
        import: wasmparser::Import<'_>,
    ) -> Result<(), reencode::Error> {
        // These come first in the numbering.
        self.imported_globals += u32::from(matches!(import.ty, TypeRef::Global(_)));
        utils::parse_import(self, imports, import)
    }

    fn parse_function_section(
        &mut self,
        functions: &mut wasm_encoder::FunctionSection,
        section: wasmparser::FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        self.functions = section.count();
        utils::parse_function_section(self, functions, section)
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Result<(), reencode::Error> {
        utils::parse_export_section(self, exports, section)?;
        if let Some(first) = self.first_counter {
            for place in 0..self.functions {
                exports.export(&format!("{EXPORT}{place}"), ExportKind::Global, first + place);
            }
        }
        Ok(())
    }

    fn parse_function_body(
        &mut self,
        code: &mut CodeSection,
        body: wasmparser::FunctionBody<'_>,
    ) -> Result<(), reencode::Error> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        let mut operators = body.get_operators_reader()?;
        let mut run = Vec::new();
        while !operators.eof() {
            let operator = operators.read()?;
            let ends = ends_a_run(&operator);
            run.push(operator);
            if ends {
                self.write(&mut function, &mut run)?;
            }
        }
        self.write(&mut function, &mut run)?;
        code.function(&function);
        self.written += 1;
        Ok(())
    }
}

impl Meter {
    /// Writes a run, and before it what counts it.
    fn write(&mut self, function: &mut Function, run: &mut Vec<Operator<'_>>) -> Result<(), reencode::Error> {
        let cost = run.iter().filter(|operator| !is_shape(operator)).count();
        if let (1.., Some(first)) = (cost, self.first_counter) {
            let counter = first + self.written;
            function
                .instruction(&Instruction::GlobalGet(counter))
                .instruction(&Instruction::I64Const(i64::try_from(cost).unwrap_or(i64::MAX)))
                .instruction(&Instruction::I64Add)
                .instruction(&Instruction::GlobalSet(counter));
        }
        for operator in run.drain(..) {
            function.instruction(&self.instruction(operator)?);
        }
        Ok(())
    }
}

/// Whether what follows may be reached without what comes before, or the other way round.
fn ends_a_run(operator: &Operator<'_>) -> bool {
    matches!(
        operator,
        Operator::Loop { .. }
            | Operator::If { .. }
            | Operator::Else
            | Operator::End
            | Operator::Br { .. }
            | Operator::BrIf { .. }
            | Operator::BrTable { .. }
            | Operator::Return
            | Operator::Unreachable
    )
}

fn is_shape(operator: &Operator<'_>) -> bool {
    matches!(
        operator,
        Operator::Block { .. } | Operator::Loop { .. } | Operator::Else | Operator::End | Operator::Nop
    )
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{BlockType, FunctionSection, TypeSection};
    use wasmparser::{Validator, WasmFeatures};

    use super::*;

    /// A function that counts its argument down to 0, and one way out of the middle.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([ValType::I32], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut globals = GlobalSection::new();
        let stack = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        globals.global(stack, &ConstExpr::i32_const(0));
        let mut exports = ExportSection::new();
        exports.export("count", ExportKind::Func, 0);
        let mut body = Function::new([]);
        for instruction in [
            Instruction::Loop(BlockType::Empty),
            Instruction::LocalGet(0),
            Instruction::I32Const(1),
            Instruction::I32Sub,
            Instruction::LocalTee(0),
            Instruction::BrIf(0),
            Instruction::LocalGet(0),
            Instruction::Drop,
            Instruction::End,
            Instruction::LocalGet(0),
            Instruction::If(BlockType::Empty),
            Instruction::Nop,
            Instruction::Else,
            Instruction::Return,
            Instruction::End,
            Instruction::End,
        ] {
            body.instruction(&instruction);
        }
        let mut code = CodeSection::new();
        code.function(&body);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&functions)
            .section(&globals)
            .section(&exports)
            .section(&code);
        module.finish()
    }

    fn operators(wasm: &[u8]) -> Vec<String> {
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(wasm) {
            if let Payload::CodeSectionEntry(body) = payload.expect("a module") {
                let mut reader = body.get_operators_reader().expect("a body");
                while !reader.eof() {
                    let name = match reader.read().expect("an operator") {
                        Operator::I64Const { value } => format!("add {value}"),
                        other => format!("{other:?}"),
                    };
                    names.push(name.split(' ').take(2).collect::<Vec<_>>().join(" "));
                }
            }
        }
        names
    }

    #[test]
    fn every_run_is_counted_where_it_begins() {
        let wasm = metered(&module()).expect("metered");
        Validator::new_with_features(WasmFeatures::MVP | WasmFeatures::MUTABLE_GLOBAL)
            .validate_all(&wasm)
            .expect("valid");
        let all = operators(&wasm);
        let shown: Vec<&str> = all
            .iter()
            .map(String::as_str)
            .filter(|name| !name.starts_with("Global") && *name != "I64Add")
            .collect();
        assert_eq!(
            shown,
            [
                "Loop {",
                "add 5",
                "LocalGet {",
                "I32Const {",
                "I32Sub",
                "LocalTee {",
                "BrIf {",
                "add 2",
                "LocalGet {",
                "Drop",
                "End",
                "add 2",
                "LocalGet {",
                "If {",
                "Nop",
                "Else",
                "add 1",
                "Return",
                "End",
                "End",
            ]
        );
    }

    #[test]
    fn the_count_is_exported() {
        let wasm = metered(&module()).expect("metered");
        let mut names = Vec::new();
        for payload in Parser::new(0).parse_all(&wasm) {
            if let Payload::ExportSection(section) = payload.expect("a module") {
                for export in section {
                    names.push(export.expect("an export").name.to_owned());
                }
            }
        }
        assert_eq!(names, ["count".to_owned(), format!("{EXPORT}0")]);
    }

    #[test]
    fn functions_have_the_names_that_the_module_gives_them() {
        assert_eq!(names(&module()).expect("read"), [""]);
        let mut wasm = module();
        let mut functions = wasm_encoder::NameMap::new();
        functions.append(0, "count_down");
        let mut section = wasm_encoder::NameSection::new();
        section.functions(&functions);
        wasm_encoder::Section::append_to(&section, &mut wasm);
        assert_eq!(names(&wasm).expect("read"), ["count_down"]);
    }

    #[test]
    fn a_module_without_globals_is_refused() {
        assert!(metered(&Module::new().finish()).is_err());
    }
}
