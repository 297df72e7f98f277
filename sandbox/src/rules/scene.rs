//! Scenes and automations of a family. A scene runs at once, as far as it is about devices; automations are kept and shown, and
//! nothing here waits for their conditions.

use serde_json::{Map, Value, json};

use super::{Call, Payload, data, family_of, no_permission, object, page, used_device, value};
use crate::envelope::Fail;
use crate::world::{Automation, DeviceId, Scene, World};

/// The `ActionType` that is about a device.
const DEVICE_ACTION: i64 = 0;
/// What a scene or automation does in the end, by name.
const AUTOMATION_FIELDS: &[&str] = &[
    "Icon",
    "Name",
    "Status",
    "MatchType",
    "Conditions",
    "Actions",
    "EffectiveBeginTime",
    "EffectiveEndTime",
    "EffectiveDays",
];

fn family(world: &World, call: Call<'_>, user: &str) -> Result<String, Fail> {
    let family = family_of(world, call.text("FamilyId"), user).map_err(|_| no_permission())?;
    Ok(family.id.clone())
}

pub(super) fn create(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = family(world, call, user)?;
    let id = world.make_id("");
    let mut scene = Scene {
        id: id.clone(),
        family,
        name: String::new(),
        icon: String::new(),
        actions: Value::Null,
        user: user.to_owned(),
        since: call.now(),
        updated: 0,
    };
    fill(&mut scene, call);
    world.scenes.push(scene);
    Ok(object(json!({ "SceneId": id })))
}

fn fill(scene: &mut Scene, call: Call<'_>) {
    call.text("SceneName").clone_into(&mut scene.name);
    call.text("SceneIcon").clone_into(&mut scene.icon);
    scene.actions = call.body.get("Actions").cloned().unwrap_or_default();
    scene.updated = call.now();
}

/// The place of the scene, if it is of one of the user's families.
fn known(world: &World, call: Call<'_>, user: &str) -> Result<usize, Fail> {
    let id = call.text("SceneId");
    let at = world.scenes.iter().position(|scene| scene.id == id);
    let at = at.ok_or_else(|| value("There is no such scene", "场景不存在"))?;
    family_of(world, &world.scenes[at].family, user).map_err(|_| no_permission())?;
    Ok(at)
}

pub(super) fn modify(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let at = known(world, call, user)?;
    fill(&mut world.scenes[at], call);
    Ok(Payload::new())
}

pub(super) fn delete(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let at = known(world, call, user)?;
    world.scenes.remove(at);
    Ok(Payload::new())
}

pub(super) fn list(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = family(world, call, user)?;
    let own = world.scenes.iter().filter(|scene| scene.family == family);
    let entries = own.map(|scene| {
        json!({
            "SceneId": scene.id,
            "FamilyId": scene.family,
            "SceneName": scene.name,
            "SceneIcon": scene.icon,
            "Actions": scene.actions,
            "UserId": scene.user,
            "CreateTime": scene.since,
            "UpdateTime": scene.updated,
            "Flag": u8::from(orders(scene).any(|(id, _)| used_device(world, &id, user).is_err())),
            "Status": 0,
        })
    });
    Ok(page("SceneList", entries, call))
}

/// Which devices a scene is about, and what they are told.
fn orders(scene: &Scene) -> impl Iterator<Item = (DeviceId, Map<String, Value>)> {
    let actions = scene.actions.as_array().into_iter().flatten();
    actions.filter_map(|action| {
        let text = |name: &str| action[name].as_str().unwrap_or_default();
        let id = DeviceId::new(text("ProductId"), text("DeviceName"));
        let values = serde_json::from_str(text("Data")).ok()?;
        (action["ActionType"] == DEVICE_ACTION).then_some((id, values))
    })
}

/// Every device that the user may use and that takes it does what it is told.
pub(super) fn run(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let at = known(world, call, user)?;
    let orders: Vec<_> = orders(&world.scenes[at]).collect();
    for (id, values) in orders {
        let takes_it =
            used_device(world, &id, user).is_ok() && data::fit(world.product(&id.product_id), &values).is_ok();
        if takes_it {
            data::tell(world, &id, values, call.now_ms);
        }
    }
    Ok(Payload::new())
}

pub(super) fn automate(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = family(world, call, user)?;
    let id = world.make_id("");
    world.automations.push(Automation {
        id: id.clone(),
        family,
        content: content(call),
    });
    Ok(object(json!({ "AutomationId": id })))
}

fn content(call: Call<'_>) -> Payload {
    let given = |name: &&str| Some(((*name).to_owned(), call.body.get(*name)?.clone()));
    AUTOMATION_FIELDS.iter().filter_map(given).collect()
}

fn known_automation(world: &World, call: Call<'_>, user: &str) -> Result<usize, Fail> {
    let id = call.text("AutomationId");
    let at = world.automations.iter().position(|automation| automation.id == id);
    let at = at.ok_or_else(|| value("There is no such automation", "智能联动不存在"))?;
    family_of(world, &world.automations[at].family, user).map_err(|_| no_permission())?;
    Ok(at)
}

pub(super) fn modify_automation(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let at = known_automation(world, call, user)?;
    world.automations[at].content = content(call);
    Ok(Payload::new())
}

pub(super) fn switch_automation(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let at = known_automation(world, call, user)?;
    let Some(status @ 0..=1) = call.number("Status") else {
        return Err(value("Status is 0 or 1", "参数 Status 取值错误"));
    };
    world.automations[at].content.insert("Status".to_owned(), json!(status));
    Ok(Payload::new())
}

pub(super) fn delete_automation(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let at = known_automation(world, call, user)?;
    world.automations.remove(at);
    Ok(Payload::new())
}

pub(super) fn describe_automation(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let at = known_automation(world, call, user)?;
    let Automation { id, content, .. } = &world.automations[at];
    let mut shown = object(json!({ "AutomationId": id }));
    shown.extend(content.clone());
    Ok(object(json!({ "Data": shown })))
}

pub(super) fn list_automations(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = family(world, call, user)?;
    let own = world
        .automations
        .iter()
        .filter(|automation| automation.family == family);
    let entries = own.map(|Automation { id, content, .. }| {
        json!({
            "AutomationId": id,
            "Icon": content.get("Icon"),
            "Name": content.get("Name"),
            "Status": content.get("Status"),
        })
    });
    Ok(object(json!({ "List": entries.collect::<Vec<_>>() })))
}
