//! The module in two parts for the web: what a call takes, and the rest, which binds and signs.
//!
//! Which is which follows from the functions' names and from who calls whom: the rest begins where [`REST`] says, and has whatever
//! nothing else needs. Both parts work on the memory of the first. What lies in the other part is called through a table that
//! both have; the stack pointer, which old engines do not share, by two functions of the first part.
//!
//! Until the rest is there its places in the table are empty, and whoever calls one of them traps. Where that may be is short and
//! listed ([`BRIDGES`]); the package's JavaScript waits for the rest before it goes there.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use anyhow::{Context, Result, anyhow, bail, ensure};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, FuncType,
    Function, FunctionSection, GlobalSection, ImportSection, Instruction, MemorySection, Module, RefType, TableSection,
    TableType, TypeSection, ValType,
};
use wasmparser::{
    CompositeInnerType, ExternalKind, FunctionBody, Global, MemoryType, Operator, Parser, Payload, TypeRef,
};

use crate::meter;
use crate::module::without_hashes;

/// Both parts.
#[derive(Debug)]
pub struct Parts {
    /// What calls take. It has the memory.
    pub calls: Vec<u8>,
    /// The rest, which imports the exports of the first part under [`FIRST`].
    pub rest: Vec<u8>,
}

/// What the rest begins with: functions whose name has one of these.
const REST: &[&str] = &[
    "iotexplorer_client::flow::",
    "iotexplorer_client::scan::",
    "iotexplorer_client::sign::",
    "iotexplorer_client::softap::",
    "iotexplorer_client::wasm::desk::",
    "iotexplorer_client::wasm::more::",
];
/// What of the rest the first part may call, by the function that it is in: signing what an application sends, and what
/// src/wasm/more.rs is for. (Letting go of a flow that was not run to its end is written out where that may be.)
const BRIDGES: &[&str] = &[
    "iotexplorer_client::sign::sign_app",
    "iotexplorer_client::sign::sign_request",
    "iotexplorer_client::wasm::more::",
    "core::ptr::drop_in_place::<iotexplorer_client::flow::",
    "core::ptr::drop_in_place::<alloc::boxed::Box<iotexplorer_client::flow::",
];

/// Under this name the rest imports what the first part exports.
const FIRST: &str = "m";
/// The table's name.
const TABLE: &str = "t";
/// The memory's name.
const MEMORY: &str = "memory";

/// Splits a module that has its names.
pub fn split(named: &[u8]) -> Result<Parts> {
    let whole = Whole::read(named)?;
    let first = whole.first()?;
    let rest: BTreeSet<u32> = whole.defined().filter(|index| !first.contains(index)).collect();
    let across = |from: &BTreeSet<u32>, to: &BTreeSet<u32>| -> Result<Vec<u32>> {
        let mut called = BTreeSet::new();
        for index in from {
            called.extend(whole.callees(*index)?.into_iter().filter(|callee| to.contains(callee)));
        }
        Ok(called.into_iter().collect())
    };
    let from_rest = across(&rest, &first)?;
    let from_first = across(&first, &rest)?;
    for bridge in &from_first {
        let name = whole.name(*bridge);
        if !BRIDGES.iter().any(|known| name.contains(known)) {
            bail!("calls alone need `{name}`, which is in the part that binds and signs (xtask/src/split.rs)");
        }
    }
    // What the rest calls, the stack pointer's two functions, what the first part calls.
    let slots = |functions: &[u32], from: usize| -> BTreeMap<u32, i32> {
        (from..)
            .zip(functions)
            .map(|(slot, function)| (*function, slot as i32))
            .collect()
    };
    let pointer = from_rest.len();
    let table = Table {
        first: from_rest.clone(),
        rest: from_first.clone(),
    };
    Ok(Parts {
        calls: whole.part(&first, slots(&from_first, pointer + 2), None, &table)?,
        rest: whole.part(&rest, slots(&from_rest, 0), Some(pointer as i32), &table)?,
    })
}

/// What stands in the table: functions of the first part that the rest calls, then (behind the stack pointer's two) the reverse.
struct Table {
    first: Vec<u32>,
    rest: Vec<u32>,
}

impl Table {
    fn len(&self) -> usize {
        self.first.len() + 2 + self.rest.len()
    }

    fn ty(&self) -> TableType {
        TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: self.len() as u64,
            maximum: None,
            shared: false,
        }
    }
}

/// A module as far as it is looked at here.
struct Whole<'a> {
    types: Vec<FuncType>,
    /// Where from, its name there, its type.
    imports: Vec<(&'a str, &'a str, u32)>,
    /// The type of each function that is defined.
    functions: Vec<u32>,
    names: Vec<String>,
    bodies: Vec<FunctionBody<'a>>,
    memory: MemoryType,
    stack_pointer: Global<'a>,
    exports: Vec<(&'a str, u32)>,
    data: Vec<wasmparser::Data<'a>>,
}

impl<'a> Whole<'a> {
    fn read(named: &'a [u8]) -> Result<Self> {
        let mut types = Vec::new();
        let mut imports = Vec::new();
        let mut functions = Vec::new();
        let mut bodies = Vec::new();
        let mut memory = None;
        let mut globals = Vec::new();
        let mut exports = Vec::new();
        let mut data = Vec::new();
        for payload in Parser::new(0).parse_all(named) {
            match payload? {
                Payload::TypeSection(section) => {
                    for group in section {
                        for sub in group?.into_types() {
                            let CompositeInnerType::Func(func) = sub.composite_type.inner else {
                                bail!("a type that is no function's");
                            };
                            types.push(utils::func_type(&mut Same, func).map_err(unencodable)?);
                        }
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        let TypeRef::Func(ty) = import.ty else {
                            bail!("`{}` is imported, and no function", import.name);
                        };
                        imports.push((import.module, import.name, ty));
                    }
                }
                Payload::FunctionSection(section) => functions = section.into_iter().collect::<Result<_, _>>()?,
                Payload::MemorySection(section) => {
                    for ty in section {
                        ensure!(memory.replace(ty?).is_none(), "more than one memory");
                    }
                }
                Payload::GlobalSection(section) => globals = section.into_iter().collect::<Result<_, _>>()?,
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        match export.kind {
                            ExternalKind::Func => exports.push((export.name, export.index)),
                            ExternalKind::Memory => {}
                            other => bail!("`{}` is exported, a {other:?}", export.name),
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body),
                Payload::DataSection(section) => data = section.into_iter().collect::<Result<_, _>>()?,
                Payload::TableSection(_) | Payload::ElementSection(_) => {
                    bail!("the module has a table of its own, of which it is not known which part takes what")
                }
                Payload::StartSection { .. } => bail!("the module has a function to start with"),
                Payload::DataCountSection { .. } => bail!("the module counts its data, as the first version does not"),
                _ => {}
            }
        }
        let names = meter::names(named)?;
        let names: Vec<String> = names.iter().map(|name| without_hashes(name)).collect();
        ensure!(
            names.iter().any(|name| name.contains(REST[0])),
            "the module has no names"
        );
        let stack_pointer = globals.pop().context("no stack pointer")?;
        ensure!(globals.is_empty(), "more globals than the stack pointer");
        Ok(Self {
            types,
            imports,
            functions,
            names,
            bodies,
            memory: memory.context("no memory")?,
            stack_pointer,
            exports,
            data,
        })
    }

    fn imported(&self) -> u32 {
        self.imports.len() as u32
    }

    /// Those that are defined, by index.
    fn defined(&self) -> impl Iterator<Item = u32> {
        let imported = self.imported();
        (imported..).take(self.bodies.len())
    }

    fn place(&self, index: u32) -> usize {
        (index - self.imported()) as usize
    }

    fn name(&self, index: u32) -> &str {
        &self.names[self.place(index)]
    }

    fn type_of(&self, index: u32) -> u32 {
        match self.imports.get(index as usize) {
            Some((.., ty)) => *ty,
            None => self.functions[self.place(index)],
        }
    }

    fn callees(&self, index: u32) -> Result<Vec<u32>> {
        let mut called = Vec::new();
        for operator in self.bodies[self.place(index)].get_operators_reader()? {
            if let Operator::Call { function_index } = operator? {
                called.push(function_index);
            }
        }
        Ok(called)
    }

    fn is_rest(&self, index: u32) -> bool {
        REST.iter().any(|part| self.name(index).contains(part))
    }

    /// What is reached from the exports without what the rest begins with.
    fn first(&self) -> Result<BTreeSet<u32>> {
        let mut first = BTreeSet::new();
        let mut next = Vec::new();
        for (name, index) in &self.exports {
            if !REST_EXPORTS.contains(name) {
                next.push(*index);
            }
        }
        while let Some(index) = next.pop() {
            if index < self.imported() || self.is_rest(index) || !first.insert(index) {
                continue;
            }
            next.extend(self.callees(index)?);
        }
        Ok(first)
    }

    /// One of the parts: these functions, those of the other part by their places in the table. The rest has no stack pointer but
    /// the places of two functions, which get and set it.
    fn part(
        &self,
        functions: &BTreeSet<u32>,
        slots: BTreeMap<u32, i32>,
        pointer: Option<i32>,
        table: &Table,
    ) -> Result<Vec<u8>> {
        let is_rest = pointer.is_some();
        let mut imported = BTreeSet::new();
        for function in functions {
            imported.extend(
                self.callees(*function)?
                    .into_iter()
                    .filter(|index| *index < self.imported()),
            );
        }
        let places = imported
            .iter()
            .chain(functions)
            .zip(0..)
            .map(|(index, place)| (*index, place));
        let mut half = Half {
            whole: self,
            types: Vec::new(),
            places: places.collect(),
            slots,
            pointer,
        };

        let mut imports = ImportSection::new();
        for index in &imported {
            let (from, name, ty) = self.imports[*index as usize];
            imports.import(from, name, EntityType::Function(half.ty(ty)));
        }
        let memory = utils::memory_type(&mut Same, self.memory);
        let mut tables = TableSection::new();
        let mut memories = MemorySection::new();
        if is_rest {
            imports.import(FIRST, TABLE, EntityType::Table(table.ty()));
            imports.import(FIRST, MEMORY, EntityType::Memory(memory));
        } else {
            tables.table(table.ty());
            memories.memory(memory);
        }

        let mut defined = FunctionSection::new();
        let mut code = CodeSection::new();
        for index in functions {
            defined.function(half.ty(self.type_of(*index)));
            half.body(&mut code, &self.bodies[self.place(*index)])?;
        }
        let mut globals = GlobalSection::new();
        let mut elements = ElementSection::new();
        if is_rest {
            let offset = ConstExpr::i32_const(table.first.len() as i32 + 2);
            let own: Vec<u32> = table.rest.iter().map(|index| half.places[index]).collect();
            elements.active(None, &offset, Elements::Functions(Cow::Owned(own)));
        } else {
            utils::parse_global(&mut Same, &mut globals, self.stack_pointer.clone()).map_err(unencodable)?;
            let mut own: Vec<u32> = table.first.iter().map(|index| half.places[index]).collect();
            for (ty, instructions) in [
                (getter(), vec![Instruction::GlobalGet(0)]),
                (setter(), vec![Instruction::LocalGet(0), Instruction::GlobalSet(0)]),
            ] {
                own.push(imported.len() as u32 + defined.len());
                defined.function(half.add(&ty));
                let mut body = Function::new([]);
                for instruction in &instructions {
                    body.instruction(instruction);
                }
                body.instructions().end();
                code.function(&body);
            }
            elements.active(None, &ConstExpr::i32_const(0), Elements::Functions(Cow::Owned(own)));
        }

        let mut exports = ExportSection::new();
        if !is_rest {
            exports.export(MEMORY, ExportKind::Memory, 0);
            exports.export(TABLE, ExportKind::Table, 0);
        }
        for (name, index) in &self.exports {
            if let Some(place) = half.places.get(index).filter(|_| functions.contains(index)) {
                exports.export(name, ExportKind::Func, *place);
            }
        }
        let mut data = DataSection::new();
        if !is_rest {
            for segment in &self.data {
                utils::parse_data(&mut Same, &mut data, segment.clone()).map_err(unencodable)?;
            }
        }
        let mut types = TypeSection::new();
        for ty in &half.types {
            types.ty().func_type(ty);
        }

        let mut module = Module::new();
        module.section(&types).section(&imports).section(&defined);
        if !is_rest {
            module.section(&tables).section(&memories).section(&globals);
        }
        module.section(&exports).section(&elements).section(&code);
        if !is_rest {
            module.section(&data);
        }
        Ok(module.finish())
    }
}

/// Exports of the rest; its functions are small enough to be compiled into them.
const REST_EXPORTS: &[&str] = &["sign"];

fn getter() -> FuncType {
    FuncType::new([], [ValType::I32])
}

fn setter() -> FuncType {
    FuncType::new([ValType::I32], [])
}

fn unencodable(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow!("{error}")
}

/// What need not change.
struct Same;

impl Reencode for Same {
    type Error = Infallible;
}

/// One of the parts in the making.
struct Half<'a> {
    whole: &'a Whole<'a>,
    types: Vec<FuncType>,
    /// Where a function is now, by its former index.
    places: BTreeMap<u32, u32>,
    /// Where in the table one of the other part is, by its former index.
    slots: BTreeMap<u32, i32>,
    /// Where in the table the function is that gets the stack pointer, and behind it the one that sets it; `None` where it is.
    pointer: Option<i32>,
}

impl Half<'_> {
    fn add(&mut self, ty: &FuncType) -> u32 {
        let at = self.types.iter().position(|known| known == ty).unwrap_or_else(|| {
            self.types.push(ty.clone());
            self.types.len() - 1
        });
        at as u32
    }

    fn ty(&mut self, index: u32) -> u32 {
        let ty = self.whole.types[index as usize].clone();
        self.add(&ty)
    }

    fn body(&mut self, code: &mut CodeSection, body: &FunctionBody<'_>) -> Result<()> {
        let mut function = utils::new_function_with_parsed_locals(self, body).map_err(unencodable)?;
        for operator in body.get_operators_reader()? {
            let operator = operator?;
            let across = match (&operator, self.pointer) {
                (Operator::Call { function_index }, _) => self
                    .slots
                    .get(function_index)
                    .copied()
                    .map(|slot| (slot, self.ty(self.whole.type_of(*function_index)))),
                (Operator::GlobalGet { .. }, Some(slot)) => Some((slot, self.add(&getter()))),
                (Operator::GlobalSet { .. }, Some(slot)) => Some((slot + 1, self.add(&setter()))),
                _ => None,
            };
            match across {
                Some((slot, type_index)) => {
                    function.instruction(&Instruction::I32Const(slot));
                    function.instruction(&Instruction::CallIndirect {
                        type_index,
                        table_index: 0,
                    });
                }
                None => {
                    function.instruction(&self.instruction(operator).map_err(unencodable)?);
                }
            }
        }
        code.function(&function);
        Ok(())
    }
}

impl Reencode for Half<'_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Infallible>> {
        // Whoever is called is in one of the parts; a mistake here would not pass validation.
        Ok(self.places.get(&function).copied().unwrap_or(u32::MAX))
    }

    fn type_index(&mut self, ty: u32) -> Result<u32, reencode::Error<Infallible>> {
        Ok(self.ty(ty))
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{GlobalType, NameMap, NameSection};
    use wasmparser::{Validator, WasmFeatures};

    use super::*;

    const FLOW: &str = "<iotexplorer_client[ef951b0cee3b3d8e]::flow::Flow>::next";
    const MORE: &str = "iotexplorer_client[ef951b0cee3b3d8e]::wasm::more::told";
    const SHARED: &str = "iotexplorer_client[ef951b0cee3b3d8e]::text::find";

    /// A function's name, and whom it calls by index. Each takes nothing and gives a number: the sum of what they give.
    type Made<'a> = (&'a str, &'a [u32]);

    /// A module with two imports, a memory with a byte, a stack pointer, and these functions, of which "step" and "sign" are exported.
    fn made(functions: &[Made<'_>]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::F64]);
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("i", "0", EntityType::Function(1));
        imports.import("i", "1", EntityType::Function(1));
        let mut defined = FunctionSection::new();
        let mut memories = MemorySection::new();
        memories.memory(wasm_encoder::MemoryType {
            minimum: 1,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        let mut globals = GlobalSection::new();
        let pointer = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        globals.global(pointer, &ConstExpr::i32_const(1024));
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        let mut code = CodeSection::new();
        let mut names = NameMap::new();
        for (index, (name, callees)) in (2..).zip(functions) {
            defined.function(1);
            names.append(index, name);
            if ["step", "sign"].contains(name) {
                exports.export(name, ExportKind::Func, index);
            }
            let mut body = Function::new([]);
            body.instructions().global_get(0).i32_const(16).i32_sub().global_set(0);
            body.instructions().i32_const(0);
            for callee in *callees {
                body.instructions().call(*callee).i32_add();
            }
            body.instructions().end();
            code.function(&body);
        }
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(1024), [7]);
        let mut section = NameSection::new();
        section.functions(&names);
        let mut module = Module::new();
        module
            .section(&types)
            .section(&imports)
            .section(&defined)
            .section(&memories);
        module.section(&globals).section(&exports).section(&code).section(&data);
        module.section(&section);
        module.finish()
    }

    /// What is imported and exported, and how many functions, globals and pieces of data there are.
    fn shape(wasm: &[u8]) -> (Vec<String>, Vec<String>, [usize; 3]) {
        Validator::new_with_features(WasmFeatures::MVP)
            .validate_all(wasm)
            .expect("valid");
        let (mut imports, mut exports, mut counts) = (Vec::new(), Vec::new(), [0; 3]);
        for payload in Parser::new(0).parse_all(wasm) {
            match payload.expect("readable") {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import.expect("readable");
                        imports.push(format!("{}.{}", import.module, import.name));
                    }
                }
                Payload::ExportSection(section) => {
                    exports.extend(
                        section
                            .into_iter()
                            .map(|export| export.expect("readable").name.to_owned()),
                    );
                }
                Payload::CodeSectionStart { count, .. } => counts[0] = count as usize,
                Payload::GlobalSection(section) => counts[1] = section.count() as usize,
                Payload::DataSection(section) => counts[2] = section.count() as usize,
                _ => {}
            }
        }
        (imports, exports, counts)
    }

    #[test]
    fn each_part_has_what_it_needs_and_reaches_the_other_through_the_table() {
        // step calls what both use, and the way into the flows; that one calls the flow; it and `sign` what both use.
        let wasm = made(&[
            ("step", &[0, 3, 4]),
            (SHARED, &[1]),
            (MORE, &[5]),
            (FLOW, &[1, 3]),
            ("sign", &[3]),
        ]);
        let Parts { calls, rest } = split(&wasm).expect("two parts");
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        // With the two functions of the stack pointer.
        assert_eq!(
            shape(&calls),
            (own(&["i.0", "i.1"]), own(&["memory", "t", "step"]), [4, 1, 1])
        );
        assert_eq!(
            shape(&rest),
            (own(&["i.1", "m.t", "m.memory"]), own(&["sign"]), [3, 0, 0])
        );
    }

    #[test]
    fn a_call_may_not_need_the_rest_by_another_way() {
        let error = split(&made(&[("step", &[3]), (FLOW, &[])])).expect_err("no bridge");
        assert!(error.to_string().contains("flow::Flow"), "{error}");
    }

    #[test]
    fn what_it_does_not_know_is_refused() {
        assert!(
            split(&made(&[("step", &[])]))
                .expect_err("nothing to split off")
                .to_string()
                .contains("names")
        );
        assert!(split(b"\0asm\x01\0\0\0").is_err());
    }
}
