//! The core of the npm package `iotexplorer-client`: binding devices to Tencent Cloud's IoT Explorer.
//!
//! A pure core decides: it checks parameters, builds requests, reads answers, and knows what to do next. One small
//! asynchronous driver obeys: it sends, waits and reports back, and it alone touches network and clock. It is JavaScript
//! (`pkg-template/driver.js`), where promises, timers and signals are at home, so that the module is synchronous throughout. The
//! exports convert and forward.
//!
//! | module | what it holds |
//! | --- | --- |
//! | [`action`] | what an Action is; one file per Action below it; checking parameters against the table |
//! | [`mod@atom`] | constant texts, which module and host know by number |
//! | [`envelope`] | the wrapper every call shares: common fields out, every known shape of answer in |
//! | [`sign`] | the signed texts, HMAC, encodings, constant-time check |
//! | [`scan`] | what a scanned QR code asks for |
//! | [`softap`] | the messages of provisioning through the device's own hotspot |
//! | [`error`] | the one error type; every code with its remedy and a sentence in two languages |
//! | [`http`] | requests and answers as plain values |
//! | [`json`] | JSON values behind a small trait: the host's own in the module, `serde_json` natively |
//! | [`text`] | searching, joining and numbers in few bytes of code |
//! | [`transport`] | what a machine asks of a host, and what it hears back |
//! | [`client`] | one call as a machine: attempts, deadline, renewal of the token |
//! | [`flow`] | the three bind flows as machines |
//! | `wasm` | the exports; only on wasm32 |
//!
//! To add an Action, copy a file below `src/action/`, change the facts, and run `cargo xtask gen`.
//!
//! A first request, without network:
//!
//! ```
//! use iotexplorer_client::envelope::{Caller, Common, Prepared};
//! use serde_json::json;
//!
//! let params = json!({ "ProductId": "R32ONVL0EU", "FamilyId": "f-home", "DeviceName": "df2eSJyY" });
//! let mut prepared = Prepared::new("AppGetDeviceInFamily", Some(&params), false)?;
//! let body = prepared.body(Common {
//!     caller: Caller::User(json!("token-of-the-user")),
//!     request_id: json!("f92406b3-5a9a-4fe8-bc43-45e3d794bb68"),
//!     params: None,
//! })?;
//! assert!(body.as_str().unwrap().starts_with(r#"{"Action":"AppGetDeviceInFamily","RequestId":"f92406b3"#));
//! # Ok::<(), iotexplorer_client::error::Error>(())
//! ```

// Nothing here may panic: a panic is a trap in the shipped module, which ends its instance and all that runs on it. Each exception
// says why it cannot. What is left of panics in the module is counted by `cargo xtask build`.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::expect_used,
        clippy::get_unwrap,
        clippy::indexing_slicing,
        clippy::missing_panics_doc,
        clippy::panic,
        clippy::panic_in_result_fn,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_in_result,
        clippy::unwrap_used
    )
)]
#![deny(unsafe_code)]
// Natively these are strings.
#![cfg_attr(target_arch = "wasm32", allow(clippy::clone_on_copy))]

pub mod action;
pub mod atom;
pub mod client;
pub mod envelope;
pub mod error;
pub mod flow;
pub mod http;
pub mod json;
pub mod scan;
pub mod sign;
pub mod softap;
pub mod text;
pub mod transport;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
