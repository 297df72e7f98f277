//! The core of the npm package `iotexplorer-client`.
pub mod action;
pub mod client;
pub mod envelope;
pub mod error;
pub mod flow;
pub mod http;
pub mod json;
pub mod sign;
pub mod transport;

#[cfg(target_arch = "wasm32")]
mod wasm;
