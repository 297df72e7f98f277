//! What a page can do without until it binds or signs: signatures, QR codes, SoftAP, and the way into the flows. The build puts this,
//! and what only this needs, into a part of the module of its own (xtask/src/split.rs); so these functions stay functions.

use std::rc::Rc;

use super::host::{self, Place};
use super::{Heard, Js, desk, handed};
use crate::client::Setup;
use crate::error::Result;
use crate::flow::{Flow, Kind, Options};
use crate::json::Json as _;
use crate::sign::{self, Signer};
use crate::transport::Want;
use crate::{scan, softap};

// What [`ask`] can be asked. The package's JavaScript has the same numbers.
const SIGN_GATEWAY: u32 = 2;
const SIGN_DEVICE: u32 = 3;
const SIGN_APP: u32 = 4;
const VERIFY_GATEWAY: u32 = 5;
const VERIFY_DEVICE: u32 = 6;
const VERIFY_APP: u32 = 7;
const EXPLAIN_GATEWAY: u32 = 8;
const EXPLAIN_DEVICE: u32 = 9;
const EXPLAIN_APP: u32 = 10;
#[cfg(feature = "diagnose")]
const DIAGNOSE: u32 = 11;
const NONCE: u32 = 12;
const SCAN: u32 = 13;
const SOFTAP_MESSAGE: u32 = 14;
const SOFTAP_REPLY: u32 = 15;
const DESK: u32 = 16;

/// [`ask`], and nothing left on the stack: what is there of a digest is as good as the key.
#[inline(never)]
pub(super) fn ask_wiped(what: u32, first: Place, second: Place) -> Place {
    let place = ask(what, first, second);
    zeroize::zeroize_stack::<STACK_BYTES>();
    place
}

/// What answering takes of the stack is less; a test sees that the whole stack of the shipped module is empty afterwards.
const STACK_BYTES: usize = 2048;

// Not part of its caller, whose own variables would not be wiped.
#[inline(never)]
fn ask(what: u32, first: Place, second: Place) -> Place {
    let (one, two) = (Js::at(first), Js::at(second));
    let text = |text: Result<String>| text.map(|text| Js::from_text(&text));
    let truth = |truth: Result<bool>| truth.map(Js::from_bool);
    handed(match what {
        SIGN_GATEWAY | SIGN_DEVICE | SIGN_APP => text(sign::sign(signer(what), &one, &two)),
        VERIFY_GATEWAY | VERIFY_DEVICE | VERIFY_APP => truth(sign::verify(signer(what), &one, &two)),
        EXPLAIN_GATEWAY => text(sign::gateway_text(&one)),
        EXPLAIN_DEVICE => text(sign::device_text(&one).map(|(text, _)| text)),
        EXPLAIN_APP => sign::app_text(&one, two.is_true()),
        #[cfg(feature = "diagnose")]
        DIAGNOSE => diagnose(one),
        NONCE => Ok(nonce(one)),
        SCAN => scan::scan(&one.text().unwrap_or_default(), &two),
        SOFTAP_MESSAGE => text(softap::encode_token(&one)),
        SOFTAP_REPLY => Ok(softap::parse_reply(&one)),
        DESK => Ok(Js::at(desk::address())),
        _ => Ok(Js::UNDEFINED),
    })
}

fn signer(what: u32) -> Signer {
    match what {
        SIGN_GATEWAY | VERIFY_GATEWAY => Signer::Gateway,
        SIGN_DEVICE | VERIFY_DEVICE => Signer::Device,
        _ => Signer::App,
    }
}

/// Why a signature does not match: `{ matches, text, findings }`, these by code.
#[cfg(feature = "diagnose")]
fn diagnose(input: Js) -> Result<Js> {
    let found = sign::diagnose::diagnose(&input)?;
    Ok(Js::at(host::keep(
        serde_wasm_bindgen::to_value(&found).unwrap_or_default(),
    )))
}

/// A nonce of so many letters and digits, at most [`sign::NONCE_MAX_CHARS`].
fn nonce(length: Js) -> Js {
    // Saturates.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let length = length.number().unwrap_or_default() as usize;
    Js::from_text(&sign::nonce(length.min(sign::NONCE_MAX_CHARS), host::random))
}

/// A flow, which keeps the bind's `params`, and goes on from a checkpoint if that is one.
#[inline(never)]
pub(super) fn flow(
    kind: Kind,
    setup: Rc<Setup<Js>>,
    params: Js,
    poll_ms: f64,
    timeout_ms: f64,
    checkpoint: Js,
) -> Box<Flow<Js>> {
    Box::new(Flow::new(
        kind,
        setup,
        Options {
            params,
            poll_ms,
            timeout_ms,
            resume: checkpoint.text(),
        },
    ))
}

/// Tells a flow what happened; what it wants now.
#[inline(never)]
pub(super) fn told(flow: &mut Flow<Js>, heard: &Heard) -> Want<Js> {
    super::told(flow, heard)
}

/// Lets go of a flow.
#[inline(never)]
pub(super) fn end(flow: Box<Flow<Js>>) {
    drop(flow);
}
