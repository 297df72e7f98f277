//! The order of a module's functions, in which it compresses best.
//!
//! A compressor finds again what it has just seen. So behind each function comes the one of which most has been there before.

use std::collections::BTreeSet;
use std::convert::Infallible;

use anyhow::{Context, Result, anyhow};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef,
};

/// How many bytes in a row count as seen before.
const PIECE_BYTES: usize = 5;

/// The same module with its functions in another order, and without what only developers read.
pub fn order(wasm: &[u8]) -> Result<Vec<u8>> {
    reordered(wasm, false)
}

/// The same with the names of its functions.
pub fn order_named(wasm: &[u8]) -> Result<Vec<u8>> {
    reordered(wasm, true)
}

fn reordered(wasm: &[u8], keeps_names: bool) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes().to_vec()),
            _ => {}
        }
    }
    let order = chain(&bodies);
    let mut places = vec![0; order.len()];
    for (place, function) in (0..).zip(&order) {
        places[*function] = place;
    }
    let mut module = Module::new();
    Ordered {
        keeps_names,
        imported,
        order,
        places,
    }
    .parse_core_module(&mut module, Parser::new(0), wasm)
    .map_err(|error| anyhow!("{error}"))
    .context("cannot put the functions into another order")?;
    Ok(module.finish())
}

/// The functions, each by its place so far: the first, then always the one whose share of pieces seen before is the largest.
fn chain(bodies: &[Vec<u8>]) -> Vec<usize> {
    let pieces: Vec<BTreeSet<&[u8]>> = bodies.iter().map(|body| body.windows(PIECE_BYTES).collect()).collect();
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let mut seen: BTreeSet<&[u8]> = BTreeSet::new();
    while !left.is_empty() {
        // Compared as fractions; the first of equals.
        let share = |function: usize| {
            let known = pieces[function].iter().filter(|piece| seen.contains(**piece)).count();
            (known as u64, pieces[function].len() as u64 + 1)
        };
        let mut best = 0;
        let mut best_share = share(left[0]);
        if !order.is_empty() {
            for (at, function) in left.iter().enumerate().skip(1) {
                let this = share(*function);
                if this.0 * best_share.1 > best_share.0 * this.1 {
                    (best, best_share) = (at, this);
                }
            }
        }
        let function = left.remove(best);
        seen.extend(pieces[function].iter().copied());
        order.push(function);
    }
    order
}

struct Ordered {
    keeps_names: bool,
    /// Functions that are imported come first, and stay there.
    imported: u32,
    /// By its new place, which function that was.
    order: Vec<usize>,
    /// By its former place, where a function is now.
    places: Vec<u32>,
}

impl Reencode for Ordered {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, reencode::Error<Infallible>> {
        let place = function.checked_sub(self.imported);
        Ok(place.map_or(function, |place| self.imported + self.places[place as usize]))
    }

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: CustomSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        if self.keeps_names {
            utils::parse_custom_section(self, module, section)
        } else {
            Ok(())
        }
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for function in self.order.clone() {
            functions.function(self.type_index(types[function])?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody<'_>>, _>>()?;
        for function in self.order.clone() {
            self.parse_function_body(code, bodies[function].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_stands_together() {
        let bodies: Vec<Vec<u8>> = ["abcdefgh", "0123456789", "bcdefghi", "123456780"]
            .iter()
            .map(|body| body.as_bytes().to_vec())
            .collect();
        assert_eq!(chain(&bodies), [0, 2, 1, 3]);
        assert!(chain(&[]).is_empty());
        assert_eq!(chain(&[vec![1], vec![2]]), [0, 1], "shorter than a piece");
    }
}
