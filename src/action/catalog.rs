// Written by `cargo xtask gen` from the files beside this one. Do not edit.
//! Every Action, by name.

use super::Action;

#[path = "app_create_device_bind_token.rs"]
pub mod app_create_device_bind_token;
#[path = "app_get_device_bind_token_state.rs"]
pub mod app_get_device_bind_token_state;
#[path = "app_get_device_in_family.rs"]
pub mod app_get_device_in_family;
#[path = "app_get_family_sub_device_list.rs"]
pub mod app_get_family_sub_device_list;
#[path = "app_sig_bind_device_in_family.rs"]
pub mod app_sig_bind_device_in_family;
#[path = "app_sig_gateway_bind_device.rs"]
pub mod app_sig_gateway_bind_device;
#[path = "app_token_bind_device_family.rs"]
pub mod app_token_bind_device_family;

/// Every Action, by name.
pub const ALL: &[&Action] = &[
    &app_create_device_bind_token::ACTION,
    &app_get_device_bind_token_state::ACTION,
    &app_get_device_in_family::ACTION,
    &app_get_family_sub_device_list::ACTION,
    &app_sig_bind_device_in_family::ACTION,
    &app_sig_gateway_bind_device::ACTION,
    &app_token_bind_device_family::ACTION,
];
