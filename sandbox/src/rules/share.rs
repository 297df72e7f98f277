//! Devices that others may use. Shared by a token that one other user can accept, for a day.

use serde_json::json;

use super::message::{self, Message};
use super::{
    Call, Payload, linked_device, managed_binding, no_device, no_permission, not_bound, object, page, rfc3339,
    used_device, value,
};
use crate::envelope::Fail;
use crate::world::{Device, DeviceId, Share, ShareToken, World};

/// How long a share can be accepted, in seconds. Not documented.
const TOKEN_LIFE_SECONDS: i64 = 24 * 60 * 60;
/// How many users a device is shared with at most. Not documented.
const USERS_MAX: usize = 20;
/// How many devices are shared with a user at most. Not documented.
const DEVICES_MAX: usize = 50;
const OFFSET_MAX: i64 = 500;
const PAGE_MAX_ENTRIES: i64 = 100;

pub(super) fn create_token(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let text = make_token(world, call, user)?;
    Ok(object(json!({ "ShareDeviceToken": text })))
}

fn make_token(world: &mut World, call: Call<'_>, user: &str) -> Result<String, Fail> {
    let id = call.device_id();
    let family = call.text("FamilyId");
    let binding = managed_binding(world, &id, user).map_err(|_| no_permission())?;
    if !family.is_empty() && binding.family != family {
        return Err(no_permission());
    }
    let text = world.make_id("");
    world.share_tokens.push(ShareToken {
        text: text.clone(),
        from: user.to_owned(),
        device: id,
        since: call.now(),
        accepted: None,
    });
    Ok(text)
}

/// The other one finds it among their messages.
pub(super) fn send_invitation(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let to = message::receiver(world, call.text("ToUserID"), user)?;
    let token = make_token(world, call, user)?;
    let id = call.device_id();
    let invitation = Message {
        category: message::NOTICE,
        kind: message::SHARE_INVITATION,
        title: "A device is shared with you".to_owned(),
        alias: used_device(world, &id, user)?.1.alias.clone(),
        device: Some(id),
        token,
        ..Message::new(&to, user)
    };
    message::send(world, invitation, call.now_ms);
    Ok(ok())
}

fn ok() -> Payload {
    object(json!({ "Status": "OK" }))
}

fn known_token<'a>(world: &'a World, call: Call<'_>) -> Result<&'a ShareToken, Fail> {
    let text = call.text("ShareDeviceToken");
    let token = world.share_tokens.iter().find(|token| token.text == text);
    token
        .filter(|token| call.now() - token.since <= TOKEN_LIFE_SECONDS)
        .ok_or_else(|| {
            Fail::new(
                "InvalidParameterValue.InvalidShareDeviceToken",
                "There is no such share",
                "设备分享 Token 错误",
            )
        })
}

pub(super) fn describe_token(world: &World, call: Call<'_>) -> Result<Payload, Fail> {
    let token = known_token(world, call)?;
    let name = |id: &str| world.user(id).map_or("", |user| &user.name).to_owned();
    let binding = world.device(&token.device).and_then(|device| device.binding.as_ref());
    let (user, since) = token.accepted.as_ref().map_or(("", 0), |(user, since)| (user, *since));
    Ok(object(json!({ "ShareDeviceTokenInfo": {
        "FromUserId": token.from,
        "FromUserNick": name(&token.from),
        "UserId": user,
        "UserNick": name(user),
        "ProductId": token.device.product_id,
        "DeviceName": token.device.device_name,
        "AliasName": binding.map_or("", |binding| &binding.alias),
        "IconUrl": "",
        "BindTime": since,
        "ExpireTime": token.since + TOKEN_LIFE_SECONDS,
        "CreateTime": token.since,
    } })))
}

pub(super) fn accept(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let token = known_token(world, call)?;
    let id = call.device_id();
    if token.device != id {
        return Err(value(
            "Another device is shared by this token",
            "Token 不是该设备的分享",
        ));
    }
    if token.accepted.is_some() {
        return Err(Fail::new(
            "InvalidParameterValue.ShareDeviceTokenUsed",
            "The share has been accepted already",
            "设备分享 Token 已被使用",
        ));
    }
    let device = linked_device(world, &id)?;
    let Some(binding) = &device.binding else {
        return Err(not_bound());
    };
    if world
        .family(&binding.family)
        .is_some_and(|family| family.member(user).is_some())
    {
        return Err(Fail::new(
            "InvalidParameterValue.CannotBindOwnDevice",
            "The device is the user's own",
            "不能绑定自己的设备",
        ));
    }
    if device.is_shared_with(user) {
        // The spelling is the table's.
        return Err(Fail::new(
            "InvalidParameterValue.DeviecBinded",
            "The user has this device already",
            "设备已绑定",
        ));
    }
    if device.shares.len() >= USERS_MAX {
        return Err(Fail::new(
            "InvalidParameterValue.DeviceShareExceedLimit",
            "The device is shared with too many users",
            "设备分享用户数超出限制",
        ));
    }
    if shared_with(world, user).count() >= DEVICES_MAX {
        return Err(Fail::new(
            "InvalidParameterValue.UserBindExceedLimit",
            "Too many devices are shared with the user",
            "用户绑定的分享设备数超出限制",
        ));
    }
    let share = Share {
        user: user.to_owned(),
        since: call.now(),
    };
    let device = world.device_mut(&id).ok_or_else(no_device)?;
    device.shares.push(share);
    let text = call.text("ShareDeviceToken");
    if let Some(token) = world.share_tokens.iter_mut().find(|token| token.text == text) {
        token.accepted = Some((user.to_owned(), call.now()));
    }
    Ok(ok())
}

fn shared_with<'a>(world: &'a World, user: &'a str) -> impl Iterator<Item = (&'a Device, &'a Share)> {
    let share = move |device: &'a Device| {
        let share = device.shares.iter().find(|share| share.user == user)?;
        Some((device, share))
    };
    world.devices.iter().filter_map(share)
}

/// What these two pages say of their pages.
fn in_range(call: Call<'_>) -> Result<(), Fail> {
    let is_larger = |name: &str, largest| call.number(name).is_some_and(|number| number > largest);
    if is_larger("Offset", OFFSET_MAX) || is_larger("Limit", PAGE_MAX_ENTRIES) {
        return Err(value("Offset or Limit is too large", "参数 Offset 或 Limit 过大"));
    }
    Ok(())
}

pub(super) fn list_devices(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    in_range(call)?;
    let entries = shared_with(world, user).map(|(device, share)| {
        json!({
            "ProductId": device.id.product_id,
            "DeviceName": device.id.device_name,
            "DeviceId": device.id.text(),
            "IconUrl": "",
            "AliasName": device.binding.as_ref().map_or("", |binding| &binding.alias),
            "CreateTime": rfc3339(share.since),
        })
    });
    Ok(page("ShareDevices", entries, call))
}

pub(super) fn list_users(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    in_range(call)?;
    let id = call.device_id();
    managed_binding(world, &id, user)?;
    let device = linked_device(world, &id)?;
    let entries = device.shares.iter().map(|share| {
        let known = world.user(&share.user);
        json!({
            "UserId": share.user,
            "NickName": known.map_or("", |user| &user.name),
            "Avatar": known.map_or("", |user| &user.avatar),
            "CountryCode": known.map_or("", |user| &user.country_code),
            "PhoneNumber": masked(known.map_or("", |user| &user.phone_number)),
            "BindTime": share.since,
        })
    });
    Ok(page("Users", entries, call))
}

/// The first three digits and the last two, as the example shows it.
fn masked(number: &str) -> String {
    match (
        number.get(..3),
        number.len().checked_sub(2).and_then(|at| number.get(at..)),
    ) {
        (Some(first), Some(last)) if number.len() > 5 => format!("{first}****{last}"),
        _ => String::new(),
    }
}

/// The owner ends it.
pub(super) fn remove_user(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    managed_binding(world, &id, user)?;
    remove(world, &id, call.text("RemoveUserId"))
}

/// The one whom it is shared with ends it.
pub(super) fn give_back(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    remove(world, &call.device_id(), user)
}

fn remove(world: &mut World, id: &DeviceId, user: &str) -> Result<Payload, Fail> {
    let device = world.device_mut(id).filter(|device| device.is_shared_with(user));
    device.ok_or_else(not_bound)?.shares.retain(|share| share.user != user);
    Ok(ok())
}
