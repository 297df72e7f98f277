//! Who is signed in.

use serde_json::{Map, Value, json};

use super::{Call, Payload, account, object, value};
use crate::envelope::Fail;
use crate::world::World;

pub(super) fn get(world: &World, user: &str) -> Result<Payload, Fail> {
    let user = world.user(user).ok_or_else(super::no_user)?;
    Ok(object(json!({
        // The spelling that clients read.
        "UserID": user.id,
        "NickName": user.name,
        "Avatar": user.avatar,
        "CountryCode": user.country_code,
        "PhoneNumber": user.phone_number,
        "Email": user.email,
    })))
}

/// What is given changes. A phone or an e-mail address needs a code that was sent there.
pub(super) fn update(world: &mut World, call: Call<'_>, id: &str) -> Result<Payload, Fail> {
    let has = |name: &str| !call.text(name).is_empty();
    if has("NickName") {
        account::check_nick_name(call.text("NickName"))?;
    }
    if has("PhoneNumber") {
        let to = account::phone(call)?;
        account::check_unused_phone(world, call)?;
        account::use_code(world, call, None, &to)?;
    }
    if has("Email") {
        let to = account::email(call)?;
        account::check_unused_email(world, call)?;
        account::use_code(world, call, None, &to)?;
    }
    let user = world.user_mut(id).ok_or_else(super::no_user)?;
    for (name, field) in [
        ("NickName", &mut user.name),
        ("Avatar", &mut user.avatar),
        ("CountryCode", &mut user.country_code),
        ("PhoneNumber", &mut user.phone_number),
        ("Email", &mut user.email),
    ] {
        if has(name) {
            call.text(name).clone_into(field);
        }
    }
    Ok(object(json!({ "Data": "OK" })))
}

/// The token that the call came with counts no longer; others of the user's do.
pub(super) fn log_out(world: &mut World, call: Call<'_>, user: &str) -> Payload {
    world.end_access_token(user, call.text("AccessToken"));
    object(json!({ "Data": "OK" }))
}

/// The switches that can be set, and the rest as a new user has it.
pub(super) fn settings(world: &World, user: &str) -> Result<Payload, Fail> {
    let user = world.user(user).ok_or_else(super::no_user)?;
    let mut settings = object(json!({
        "EnableWechatPush": 1,
        "EnableDeviceMessagePush": 1,
        "EnableFamilyMessagePush": 1,
        "EnableNotifyMessagePush": 1,
        "AllowEditions": 0,
        "UsingEdition": 0,
        "TemperatureUnit": "C",
        "Region": "Asia/Shanghai",
        "NoDisturbTime": "",
        "NoDisturbDeviceList": [],
        "NoDisturbFamilyList": [],
    }));
    settings.extend(user.settings.clone());
    Ok(object(json!({ "UserSetting": settings })))
}

pub(super) fn update_settings(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let mut settings = Map::new();
    for param in call.served.params {
        let Some(switch @ 0..=1) = call.number(param.name) else {
            return Err(value(&format!("{} is 0 or 1", param.name), "参数取值错误"));
        };
        settings.insert(param.name.to_owned(), Value::from(switch));
    }
    world.user_mut(user).ok_or_else(super::no_user)?.settings = settings;
    Ok(Payload::new())
}
