//! Rooms. The default room is in every family and in no list.

use serde_json::json;

use super::{Call, DEFAULT_ROOM, Payload, family_of, managed_family, no_room, object, page};
use crate::envelope::Fail;
use crate::world::{Family, Room, World};

pub(super) fn list(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let families: Vec<&Family> = match call.text("FamilyId") {
        // The page makes it optional and does not say whose rooms are meant then: all the user's.
        "" => world
            .families
            .iter()
            .filter(|family| family.member(user).is_some())
            .collect(),
        id => vec![family_of(world, id, user)?],
    };
    let entries = families.iter().flat_map(|family| {
        family.rooms.iter().map(|room| {
            let is_in_it = |device: &&crate::world::Device| {
                let binding = device.binding.as_ref();
                binding.is_some_and(|binding| binding.family == family.id && binding.room == room.id)
            };
            json!({
                "RoomId": room.id,
                "RoomName": room.name,
                "DeviceNum": world.devices.iter().filter(is_in_it).count(),
                "CreateTime": room.since,
                "UpdateTime": room.updated,
            })
        })
    });
    Ok(page("RoomList", entries, call))
}

pub(super) fn create(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    managed_family(world, call.text("FamilyId"), user)?;
    let id = world.make_id("r_");
    managed_family(world, call.text("FamilyId"), user)?.rooms.push(Room {
        id: id.clone(),
        name: call.text("Name").to_owned(),
        since: call.now(),
        updated: call.now(),
    });
    Ok(object(json!({ "RoomId": id })))
}

pub(super) fn modify(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = managed_family(world, call.text("FamilyId"), user)?;
    let room = family.rooms.iter_mut().find(|room| room.id == call.text("RoomId"));
    let room = room.ok_or_else(no_room)?;
    if call.body.contains_key("Name") {
        call.text("Name").clone_into(&mut room.name);
        room.updated = call.now();
    }
    Ok(Payload::new())
}

/// What is in it is in the default room afterwards.
pub(super) fn delete(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let (family_id, room_id) = (call.text("FamilyId"), call.text("RoomId"));
    let family = managed_family(world, family_id, user)?;
    let at = family.rooms.iter().position(|room| room.id == room_id);
    family.rooms.remove(at.ok_or_else(no_room)?);
    for device in &mut world.devices {
        if let Some(binding) = &mut device.binding
            && binding.family == family_id
            && binding.room == room_id
        {
            DEFAULT_ROOM.clone_into(&mut binding.room);
            binding.updated = call.now();
        }
    }
    Ok(Payload::new())
}
