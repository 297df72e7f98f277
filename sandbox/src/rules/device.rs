//! Bound devices and their products.

use serde_json::{Value, json};

use super::{
    Call, Payload, device_info, family_of, linked_device, managed_binding, managed_family, no_family, no_product,
    not_in_family, object, page, room_of, used_device, value,
};
use crate::envelope::Fail;
use crate::seed;
use crate::world::{Binding, Device, DeviceId, Product, Range, World};

pub(super) fn get(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    let family = world.family(call.text("FamilyId")).ok_or_else(no_family)?;
    if family.member(user).is_none() {
        return Err(Fail::new(
            "ResourceNotFound.StudioMemberNotExist",
            "The user is no member of the family",
            "家庭成员未创建或是已删除",
        ));
    }
    let device = linked_device(world, &id)?;
    let binding = device.binding.as_ref().filter(|binding| binding.family == family.id);
    let mut payload = device_info(&id, binding.ok_or_else(not_in_family)?);
    payload.insert("DeviceType".to_owned(), json!(device.kind.number()));
    Ok(payload)
}

/// A device as lists show it.
pub(super) fn entry(device: &Device, binding: &Binding) -> Value {
    let mut entry = device_info(&device.id, binding);
    entry.insert("UserId".to_owned(), json!(binding.user));
    entry.insert("DeviceType".to_owned(), json!(device.kind.number()));
    Value::Object(entry)
}

/// Those whose binding passes, in the order in which they were bound.
pub(super) fn bound(world: &World, passes: impl Fn(&Binding) -> bool) -> impl Iterator<Item = (&Device, &Binding)> {
    let mut found: Vec<(&Device, &Binding)> = world
        .devices
        .iter()
        .filter_map(|device| Some((device, device.binding.as_ref().filter(|binding| passes(binding))?)))
        .collect();
    found.sort_by_key(|(_, binding)| binding.order);
    found.into_iter()
}

pub(super) fn list(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = family_of(world, call.text("FamilyId"), user)?;
    // None is the whole family.
    let room = match call.text("RoomId") {
        "" => None,
        id => Some(room_of(family, id)?),
    };
    let found = bound(world, |binding| {
        binding.family == family.id && room.as_ref().is_none_or(|room| binding.room == *room)
    });
    Ok(page(
        "DeviceList",
        found.map(|(device, binding)| entry(device, binding)),
        call,
    ))
}

/// `ProductId/DeviceName`.
fn pair(text: &str) -> Result<DeviceId, Fail> {
    let (product_id, device_name) = text
        .split_once('/')
        .ok_or_else(|| value("A DeviceId is ProductId/DeviceName", "参数 DeviceIds 取值错误"))?;
    Ok(DeviceId::new(product_id, device_name))
}

pub(super) fn statuses(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let status = |text: &&str| {
        let id = pair(text)?;
        let (device, _) = used_device(world, &id, user)?;
        Ok(json!({
            "DeviceId": text,
            "ProductId": id.product_id,
            "DeviceName": id.device_name,
            "Online": u8::from(world.hears_from(device)),
        }))
    };
    let list: Result<Vec<Value>, Fail> = call.texts("DeviceIds").iter().map(status).collect();
    Ok(object(json!({ "DeviceStatuses": list? })))
}

/// The products named, and those of the devices named once for each of these, as the page says.
pub(super) fn products(world: &World, call: Call<'_>) -> Result<Payload, Fail> {
    let mut wanted: Vec<String> = Vec::new();
    for text in call.texts("DeviceIds") {
        wanted.push(pair(text)?.product_id);
    }
    let by_device = wanted.len();
    for id in call.texts("ProductIds") {
        if !wanted[..by_device].iter().any(|own| own == id) {
            wanted.push(id.to_owned());
        }
    }
    let entry = |id: &String| {
        let product = world.product(id).ok_or_else(no_product)?;
        Ok(json!({
            "ProductId": product.id,
            "Name": product.name,
            "Description": "",
            "DataTemplate": template(product).to_string(),
            "NetType": product.kind.name(),
            "CategoryId": 1,
            "ProductType": product.kind.number(),
            "UpdateTime": seed::SEEDED_AT,
        }))
    };
    let list: Result<Vec<Value>, Fail> = wanted.iter().map(entry).collect();
    Ok(object(json!({ "Products": list? })))
}

/// What a product's devices have, as its maker wrote it down.
fn template(product: &Product) -> Value {
    let properties = product.properties.iter().map(|property| {
        let define = match property.range {
            Range::Switch => json!({ "type": "bool", "mapping": { "0": "off", "1": "on" } }),
            Range::UpTo(largest, unit) => {
                let (min, max, start) = ("0", largest.to_string(), property.first.to_string());
                json!({ "type": "int", "min": min, "max": max, "start": start, "step": "1", "unit": unit })
            }
            Range::Names(names) => {
                let mapping = names
                    .iter()
                    .enumerate()
                    .map(|(number, name)| (number.to_string(), json!(name)));
                json!({ "type": "enum", "mapping": mapping.collect::<Payload>() })
            }
        };
        json!({
            "id": property.id,
            "name": property.name,
            "desc": "",
            "required": true,
            "mode": "rw",
            "define": define,
        })
    });
    json!({
        "version": "1.0",
        "profile": { "ProductId": product.id, "CategoryId": "1" },
        "properties": properties.collect::<Vec<_>>(),
        "events": [],
        "actions": [],
    })
}

pub(super) fn rename(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    let binding = managed_binding(world, &id, user)?;
    call.text("AliasName").clone_into(&mut binding.alias);
    binding.updated = call.now();
    Ok(device_info(&id, binding))
}

/// The binding in the family that the call names, if the user is its administrator.
fn named_binding<'a>(world: &'a mut World, call: Call<'_>, user: &str) -> Result<&'a mut Binding, Fail> {
    let (id, family_id) = (call.device_id(), call.text("FamilyId"));
    managed_family(world, family_id, user)?;
    linked_device(world, &id)?;
    let binding = world.device_mut(&id).and_then(|device| device.binding.as_mut());
    binding
        .filter(|binding| binding.family == family_id)
        .ok_or_else(not_in_family)
}

/// A gateway's sub-devices stay where they are.
pub(super) fn change_room(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let room = room_of(family_of(world, call.text("FamilyId"), user)?, call.text("RoomId"))?;
    let binding = named_binding(world, call, user)?;
    binding.room = room;
    binding.updated = call.now();
    Ok(Payload::new())
}

/// Out of the family, with what hangs on it. The room is asked for by the page and sent by nobody's example: it must exist.
pub(super) fn unbind(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    room_of(family_of(world, call.text("FamilyId"), user)?, call.text("RoomId"))?;
    named_binding(world, call, user)?;
    world.unbind(&call.device_id());
    Ok(Payload::new())
}
