//! Families.

use serde_json::json;

use super::{Call, Payload, family_of, is_in, managed_family, object, page, value};
use crate::envelope::Fail;
use crate::seed;
use crate::world::{Family, Member, World};

pub(super) fn list(world: &World, call: Call<'_>, user: &str) -> Payload {
    let entries = world.families.iter().filter_map(|family| {
        let member = family.member(user)?;
        Some(json!({
            "FamilyId": family.id,
            "Name": family.name,
            "Role": u8::from(member.is_administrator),
            "CreateTime": family.since,
            "UpdateTime": family.updated,
        }))
    });
    page("FamilyList", entries, call)
}

pub(super) fn create(world: &mut World, call: Call<'_>, user: &str) -> Payload {
    let id = world.make_id("f_");
    let answer = object(json!({ "FamilyId": id }));
    world.families.push(Family {
        id,
        name: call.text("Name").to_owned(),
        address: call.text("Address").to_owned(),
        members: vec![Member {
            user: user.to_owned(),
            is_administrator: true,
        }],
        rooms: Vec::new(),
        device_limit: seed::DEVICE_LIMIT,
        since: call.now(),
        updated: call.now(),
    });
    answer
}

pub(super) fn modify(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = managed_family(world, call.text("FamilyId"), user)?;
    call.text("Name").clone_into(&mut family.name);
    call.text("Address").clone_into(&mut family.address);
    family.updated = call.now();
    Ok(Payload::new())
}

pub(super) fn describe(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = family_of(world, call.text("FamilyId"), user)?;
    Ok(object(json!({
        "FamilyId": family.id,
        "FamilyName": family.name,
        "Address": family.address,
        "CreateTime": family.since,
        "UpdateTime": family.updated,
    })))
}

/// Its devices are bound to nobody afterwards.
pub(super) fn delete(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = managed_family(world, call.text("FamilyId"), user)?;
    // No page says what else the name should be there for.
    if family.name != call.text("Name") {
        return Err(value("Name is not the family's name", "参数 Name 与家庭名称不符"));
    }
    let id = family.id.clone();
    world.families.retain(|family| family.id != id);
    let its = world.devices.iter().filter(|device| is_in(device, &id));
    let devices: Vec<_> = its.map(|device| device.id.clone()).collect();
    for device in devices {
        world.unbind(&device);
    }
    world.scenes.retain(|scene| scene.family != id);
    world.automations.retain(|automation| automation.family != id);
    world.invitations.retain(|invitation| invitation.family != id);
    Ok(Payload::new())
}
