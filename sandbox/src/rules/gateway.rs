//! Gateways and what hangs on them.

use serde_json::json;

use super::bind::{Place, bind, heard_from, not_virtual, signed, wrong_kind};
use super::{
    Call, Payload, device, device_info, family_of, linked_device, no_device, no_permission, object, page, value,
};
use crate::envelope::Fail;
use crate::signature;
use crate::world::{Device, Kind, World};

pub(super) fn bind_signed(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let (id, gateway_id) = (call.device_id(), call.gateway_id());
    let gateway = linked_device(world, &gateway_id)?;
    let device = linked_device(world, &id)?;
    not_virtual(device)?;
    not_virtual(gateway)?;
    if device.kind != Kind::Sub {
        return Err(wrong_kind("The device is no sub-device"));
    }
    if gateway.kind != Kind::Gateway {
        return Err(wrong_kind("The gateway is none"));
    }
    let place = place_at(world, gateway, user)?;
    let secret = world
        .product(&id.product_id)
        .map(|product| product.secret.as_str())
        .unwrap_or_default();
    let time = call.number("DeviceTimestamp").unwrap_or_default();
    let expected = signature::gateway_bind(secret, &id.product_id, &id.device_name, call.text("Nonce"), time);
    signed(expected == call.text("Signature"), time, call.now())?;
    heard_from(device.online && gateway.online)?;
    bind(world, &id, place, call.now())?;
    Ok(Payload::new())
}

/// Where a bind through that gateway puts a device: beside it.
fn place_at(world: &World, gateway: &Device, user: &str) -> Result<Place, Fail> {
    let Some(binding) = &gateway.binding else {
        return Err(value("The gateway is in no family", "网关尚未绑定到家庭"));
    };
    family_of(world, &binding.family, user)?;
    Ok(Place {
        family: binding.family.clone(),
        room: binding.room.clone(),
        user: user.to_owned(),
        gateway: Some(gateway.id.clone()),
    })
}

/// A sub-device that the gateway itself has taken in reports nothing to sign for.
pub(super) fn bind_known(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let (id, gateway_id) = (call.device_id(), call.gateway_id());
    let gateway = linked_device(world, &gateway_id)?;
    let device = linked_device(world, &id)?;
    if gateway.kind != Kind::Gateway {
        return Err(wrong_kind("The gateway is none"));
    }
    let place = place_at(world, gateway, user)?;
    if device.near.as_ref() != Some(&gateway_id) {
        return Err(not_on_it());
    }
    let binding = bind(world, &id, place, call.now())?;
    Ok(object(json!({ "AppDeviceInfo": device_info(&id, &binding) })))
}

/// The sub-device leaves its gateway, and the family with it.
pub(super) fn unbind(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let (id, gateway_id) = (call.device_id(), call.gateway_id());
    let gateway = linked_device(world, &gateway_id)?;
    place_at(world, gateway, user)?;
    let binding = linked_device(world, &id)?.binding.as_ref();
    if binding.and_then(|binding| binding.gateway.as_ref()) != Some(&gateway_id) {
        return Err(not_on_it());
    }
    world.unbind(&id);
    Ok(Payload::new())
}

fn not_on_it() -> Fail {
    Fail::new(
        "UnsupportedOperation.DeviceNotBind",
        "The device does not hang on this gateway",
        "子设备没有挂在此网关下",
    )
}

/// The gateway, if the user may look at what hangs on it.
fn seen_gateway<'a>(world: &'a World, call: Call<'_>, user: &str, wrong: Fail) -> Result<&'a Device, Fail> {
    let gateway = world.device(&call.gateway_id()).ok_or_else(no_device)?;
    if gateway.kind != Kind::Gateway {
        return Err(wrong);
    }
    place_at(world, gateway, user).map_err(|_| no_permission())?;
    Ok(gateway)
}

pub(super) fn sub_devices(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let gateway = seen_gateway(world, call, user, wrong_kind("The device is no gateway"))?;
    let found = device::bound(world, |binding| binding.gateway.as_ref() == Some(&gateway.id));
    let entries = found.map(|(device, binding)| device::entry(device, binding));
    Ok(page("DeviceList", entries, call))
}

/// The sub-devices of one product that hang on the gateway or could: those in its reach that nobody has.
pub(super) fn devices_in_reach(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let wrong = Fail::new(
        "UnsupportedOperation.DeviceNotGateway",
        "The device is no gateway",
        "设备不是网关",
    );
    let gateway = seen_gateway(world, call, user, wrong)?;
    let found = world.devices.iter().filter(|device| {
        let through = match &device.binding {
            Some(binding) => &binding.gateway,
            None => &device.near,
        };
        device.id.product_id == call.text("ProductId") && through.as_ref() == Some(&gateway.id)
    });
    let entries = found.map(|device| {
        let alias = device.binding.as_ref().map_or("", |binding| &binding.alias);
        json!({
            "ProductId": device.id.product_id,
            "DeviceName": device.id.device_name,
            "DeviceId": device.id.text(),
            "AliasName": alias,
            "IconUrl": "",
            "BindStatus": u8::from(device.binding.is_some()),
        })
    });
    Ok(page("DeviceList", entries, call))
}
