//! The core of `iotexplorer-client`.
pub mod action;
