//! Binds by a token that the device reports, and by a signature that it makes.

use serde_json::{Map, Value, json};

use super::{
    Call, DEFAULT_ROOM, MAX_CLOCK_SKEW_SECONDS, Payload, device_info, family_of, is_in, linked_device, no_device,
    object, room_of, value,
};
use crate::envelope::{Fail, Style};
use crate::signature::{self, DeviceText};
use crate::world::{Binding, Device, DeviceId, Kind, World};

const TOKEN_CHARS: usize = 32;
const SHORT_TOKEN_CHARS: usize = 6;

pub(super) fn pair_from_device_id(call: Call<'_>) -> Result<Option<Map<String, Value>>, Fail> {
    if call.served.name != "AppSigBindDeviceInFamily" || !call.body.contains_key("DeviceId") {
        return Ok(None);
    }
    let wrong = || {
        Fail::new(
            "InvalidParameterValue",
            "DeviceId does not name the device",
            "参数 DeviceId 取值错误",
        )
    };
    let (product_id, device_name) = call.text("DeviceId").split_once('/').ok_or_else(wrong)?;
    let mut body = call.body.clone();
    for (name, value) in [("ProductId", product_id), ("DeviceName", device_name)] {
        match body.get(name) {
            Some(given) if given != value => return Err(wrong()),
            _ => body.insert(name.to_owned(), json!(value)),
        };
    }
    Ok(Some(body))
}

pub(super) fn create_token(world: &mut World, call: Call<'_>, user: &str) -> Payload {
    let length = if call.text("TokenLengthType") == "1" {
        SHORT_TOKEN_CHARS
    } else {
        TOKEN_CHARS
    };
    object(json!({ "Token": world.make_bind_token(user, length, call.now_ms) }))
}

/// Refuses a token that is not the user's, is used up or has expired.
fn live_token<'a>(world: &'a World, call: Call<'_>, user: &str) -> Result<&'a crate::world::BindToken, Fail> {
    let text = call.text("Token");
    let own = world
        .bind_tokens
        .iter()
        .find(|token| token.text == text && token.user == user);
    let Some(token) = own.filter(|token| !token.used) else {
        return Err(Fail::new(
            "InvalidParameterValue.TokenNotExist",
            "The bind token does not exist",
            "Token 不存在",
        ));
    };
    if token.is_expired(call.now_ms) {
        return Err(Fail::new(
            "InvalidParameterValue.TokenIsExpire",
            "The bind token has expired",
            "Token 已过期",
        ));
    }
    Ok(token)
}

pub(super) fn token_state(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let token = live_token(world, call, user)?;
    let mut payload = object(json!({ "State": if token.reported_by.is_some() { 2 } else { 1 } }));
    if let (Style::Live, Some(device)) = (call.style, &token.reported_by) {
        payload.insert("ProductId".to_owned(), json!(device.product_id));
        payload.insert("DeviceName".to_owned(), json!(device.device_name));
    }
    Ok(payload)
}

pub(super) fn by_token(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    let family_id = call.text("FamilyId");
    // A repeat whose first answer was lost: its token is used up, and what counts is that the device is where it was
    // to be.
    let text = call.text("Token");
    let used = world
        .bind_tokens
        .iter()
        .any(|token| token.text == text && token.user == user && token.used);
    if used && in_family(world, &id, family_id) {
        return Err(same_family());
    }
    let token = live_token(world, call, user)?;
    let Some(reporter) = &token.reported_by else {
        return Err(Fail::new(
            "InvalidParameterValue.TokenNotBind",
            "No device has reported the bind token yet",
            "Token 未绑定",
        ));
    };
    let reported = *reporter == id;
    let family = family_of(world, family_id, user)?;
    let room = room_of(family, call.text("RoomId"))?;
    linked_device(world, &id)?;
    if !reported {
        return Err(Fail::new(
            "InvalidParameterValue",
            "Another device has reported the bind token",
            "Token 不是由该设备上报的",
        ));
    }
    bind(
        world,
        &id,
        Place {
            family: family.id.clone(),
            room,
            user: user.to_owned(),
            gateway: None,
        },
        call.now(),
    )?;
    if let Some(token) = world.bind_token_mut(text) {
        token.used = true;
    }
    Ok(Payload::new())
}

/// The devices of newer firmware that have reported the token, which binds them: no bind follows, and the token goes on to
/// count for others.
pub(super) fn multi_device_state(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let token = live_token(world, call, user)?;
    let state = |id: &DeviceId| {
        let is_bound = world.device(id).is_some_and(|device| device.binding.is_some());
        json!({
            "ProductId": id.product_id,
            "DeviceName": id.device_name,
            "State": if is_bound { 2 } else { 1 },
        })
    };
    Ok(object(
        json!({ "Data": token.bound_by_report.iter().map(state).collect::<Vec<_>>() }),
    ))
}

/// What a device of newer firmware sets off by reporting a token that counts: it is in the user's family. Where that does not
/// work (the family is full, say), it has reported and is not bound.
pub(crate) fn bind_by_report(world: &mut World, id: &DeviceId, text: &str, family: Option<&str>, now_ms: i64) {
    let Some(token) = world.bind_token_mut(text) else {
        return;
    };
    if token.used || token.is_expired(now_ms) {
        return;
    }
    let user = token.user.clone();
    if !token.bound_by_report.contains(id) {
        token.bound_by_report.push(id.clone());
    }
    let mut own = world.families.iter().filter(|own| own.member(&user).is_some());
    let family = own.find(|own| family.is_none_or(|family| own.id == family));
    if let Some(family) = family.map(|family| family.id.clone()) {
        let place = Place {
            family,
            room: DEFAULT_ROOM.to_owned(),
            user,
            gateway: None,
        };
        let _ = bind(world, id, place, now_ms / 1000);
    }
}

/// By the text of a code that the maker printed or the console shows. It counts once.
pub(super) fn by_code(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = family_of(world, call.text("FamilyId"), user)?;
    let room = room_of(family, call.text("RoomId"))?;
    let place = Place {
        family: family.id.clone(),
        room,
        user: user.to_owned(),
        gateway: None,
    };
    let text = call.text("DeviceSignature");
    let at = world.printed.iter().position(|(printed, _)| printed == text);
    let at = at.ok_or_else(|| value("The code is of no device", "设备签名错误"))?;
    let id = world.printed[at].1.clone();
    linked_device(world, &id)?;
    let binding = bind(world, &id, place, call.now())?;
    // What it says stays secret.
    let used = world.printed.remove(at).0;
    world.signatures.push(used);
    Ok(object(json!({ "AppDeviceInfo": device_info(&id, &binding) })))
}

pub(super) fn by_signature(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    let family = family_of(world, call.text("FamilyId"), user)?;
    let room = room_of(family, call.text("RoomId"))?;
    let place = Place {
        family: family.id.clone(),
        room,
        user: user.to_owned(),
        gateway: None,
    };
    let device = linked_device(world, &id)?;
    not_virtual(device)?;
    if device.kind == Kind::Sub {
        return Err(wrong_kind("A sub-device is bound through its gateway"));
    }
    let time = call.number("DeviceTimestamp").unwrap_or_default();
    let or = |given: &'static str, text: &str| {
        if text.is_empty() {
            given.to_owned()
        } else {
            text.to_owned()
        }
    };
    let (bind_type, sign_method) = (
        or("wifi_sign", call.text("BindType")),
        or("hmacsha1", call.text("SignMethod")),
    );
    let expected = signature::device_bind(
        &device.psk,
        DeviceText {
            product_id: &id.product_id,
            device_name: &id.device_name,
            time,
            conn_id: call.text("ConnId"),
            bind_type: &bind_type,
            sign_method: &sign_method,
        },
    );
    signed(expected.as_deref() == Some(call.text("Signature")), time, call.now())?;
    heard_from(world.hears_from(device))?;
    let binding = bind(world, &id, place, call.now())?;
    Ok(object(json!({ "AppDeviceInfo": device_info(&id, &binding) })))
}

/// Where a bind puts a device.
#[derive(Debug)]
pub(super) struct Place {
    pub family: String,
    pub room: String,
    pub user: String,
    pub gateway: Option<DeviceId>,
}

/// The last step of every bind: it takes effect, or the device is already there, or it does not fit.
pub(super) fn bind(world: &mut World, id: &DeviceId, place: Place, now: i64) -> Result<Binding, Fail> {
    if in_family(world, id, &place.family) {
        return Err(same_family());
    }
    let held = world
        .devices
        .iter()
        .filter(|device| is_in(device, &place.family))
        .count();
    if world
        .family(&place.family)
        .is_none_or(|family| held >= family.device_limit)
    {
        return Err(Fail::new(
            "LimitExceeded.FamilyDeviceExceedLimit",
            "The family holds no more devices",
            "设备数量超出限制",
        ));
    }
    let Place {
        family,
        room,
        user,
        gateway,
    } = place;
    let binding = Binding {
        family,
        room,
        user,
        gateway,
        alias: String::new(),
        since: now,
        updated: now,
        order: world.next_number(),
    };
    let device = world.device_mut(id).ok_or_else(no_device)?;
    device.binding = Some(binding.clone());
    device.shares.clear();
    device.binds += 1;
    if device.kind == Kind::Gateway {
        // Its sub-devices come along.
        for sub in &mut world.devices {
            if let Some(inner) = &mut sub.binding
                && inner.gateway.as_ref() == Some(id)
            {
                inner.family.clone_from(&binding.family);
                inner.room.clone_from(&binding.room);
            }
        }
    }
    Ok(binding)
}

fn in_family(world: &World, id: &DeviceId, family_id: &str) -> bool {
    world.device(id).is_some_and(|device| is_in(device, family_id))
}

pub(super) fn signed(matches: bool, time: i64, now: i64) -> Result<(), Fail> {
    const CODE: &str = "InvalidParameterValue.BindDeviceSigMismatch";
    if now.abs_diff(time) > MAX_CLOCK_SKEW_SECONDS.unsigned_abs() {
        return Err(Fail::new(
            CODE,
            "The signed time is too far from now",
            "签名时间与当前时间相差过大",
        ));
    }
    if matches {
        return Ok(());
    }
    Err(Fail::new(CODE, "The signature does not match", "绑定设备动态签名错误"))
}

pub(super) fn heard_from(is: bool) -> Result<(), Fail> {
    if is {
        return Ok(());
    }
    Err(Fail::new(
        "InvalidParameterValue.BindDeviceNotConnected",
        "The device has not been in touch with the cloud lately",
        "设备近期没有连接到云",
    ))
}

pub(super) fn not_virtual(device: &Device) -> Result<(), Fail> {
    if device.kind == Kind::Virtual {
        return Err(Fail::new(
            "UnsupportedOperation.NotBindVirtualDevice",
            "A virtual device cannot be bound",
            "无法绑定虚拟设备",
        ));
    }
    Ok(())
}

pub(super) fn wrong_kind(sentence: &str) -> Fail {
    Fail::new("UnsupportedOperation.DeviceType", sentence, "设备类型错误")
}

fn same_family() -> Fail {
    Fail::new(
        "UnsupportedOperation.CannotBindSameFamily",
        "The device is already in this family",
        "该设备已经绑定，请勿重复绑定",
    )
}
