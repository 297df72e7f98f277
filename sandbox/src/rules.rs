//! What each Action does, and when it refuses.
//!
//! The order of the refusals is part of the behaviour: what a client would learn first from the cloud it learns first here.

use serde_json::{Map, Value, json};

use crate::check;
use crate::envelope::{self, Fail, Style};
use crate::served::Served;
use crate::signature::{self, DeviceText};
use crate::world::{Binding, Device, DeviceId, Family, Kind, World};

/// How far a signed time may be from now, in seconds, either way.
const MAX_CLOCK_SKEW_SECONDS: i64 = 10 * 60;
/// The entries of a page whose size was not asked for.
const USUAL_PAGE_ENTRIES: usize = 50;
/// The room a device is in unless another is named.
const DEFAULT_ROOM: &str = "0";
const TOKEN_CHARS: usize = 32;
const SHORT_TOKEN_CHARS: usize = 6;

type Payload = Map<String, Value>;

/// One call, signed in and on its way to an Action's rules.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call<'a> {
    pub served: &'a Served,
    pub body: &'a Map<String, Value>,
    pub style: Style,
    pub now_ms: i64,
}

impl<'a> Call<'a> {
    /// A text parameter; empty where it was left out. Only after [`check::params`].
    fn text(&self, name: &str) -> &'a str {
        self.body.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    fn number(&self, name: &str) -> Option<i64> {
        self.body.get(name).and_then(Value::as_i64)
    }

    /// The device that `ProductId` and `DeviceName` name.
    fn device_id(&self) -> DeviceId {
        DeviceId::new(self.text("ProductId"), self.text("DeviceName"))
    }

    fn gateway_id(&self) -> DeviceId {
        DeviceId::new(self.text("GatewayProductId"), self.text("GatewayDeviceName"))
    }

    const fn now(&self) -> i64 {
        self.now_ms / 1000
    }
}

/// Does what the call asks for.
pub(crate) fn answer(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    answer_by_own_codes(world, call).map_err(|fail| Fail {
        code: call.served.documented(fail.code),
        ..fail
    })
}

fn answer_by_own_codes(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    let user = signed_in(world, call)?;
    // Live clients name a signing device in one parameter instead of two.
    let with_pair = pair_from_device_id(call)?;
    let call = Call {
        body: with_pair.as_ref().unwrap_or(call.body),
        ..call
    };
    check::params(call.served, call.body)?;
    match call.served.name {
        "AppCreateDeviceBindToken" => Ok(create_bind_token(world, call, user)),
        "AppGetDeviceBindTokenState" => bind_token_state(world, call, user),
        "AppTokenBindDeviceFamily" => token_bind(world, call, user),
        "AppSigBindDeviceInFamily" => signature_bind(world, call, user),
        "AppSigGatewayBindDevice" => gateway_bind(world, call, user),
        "AppGetDeviceInFamily" => get_device(world, call, user),
        "AppGetFamilySubDeviceList" => sub_device_list(world, call, user),
        "AppGetUser" => Ok(get_user(world, user)),
        "AppGetFamilyList" => Ok(family_list(world, call, user)),
        // An Action that the table knows and the sandbox has no rules for: sign-in and form hold, the answer is the
        // reference's.
        _ => Ok(envelope::payload_of_example(call.served)),
    }
}

fn signed_in(world: &World, call: Call<'_>) -> Result<&'static str, Fail> {
    let token = call.body.get("AccessToken").and_then(Value::as_str);
    let holder = world
        .users
        .iter()
        .find(|user| token.is_some() && user.access_token.as_deref() == token);
    holder.map(|user| user.id).ok_or_else(|| {
        Fail::new(
            "InvalidParameterValue.InvalidAccessToken",
            "Invalid AccessToken",
            "Token无效",
        )
    })
}

fn pair_from_device_id(call: Call<'_>) -> Result<Option<Map<String, Value>>, Fail> {
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

fn create_bind_token(world: &mut World, call: Call<'_>, user: &'static str) -> Payload {
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

fn bind_token_state(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let token = live_token(world, call, user)?;
    let mut payload = object(json!({ "State": if token.reported_by.is_some() { 2 } else { 1 } }));
    if let (Style::Live, Some(device)) = (call.style, &token.reported_by) {
        payload.insert("ProductId".to_owned(), json!(device.product_id));
        payload.insert("DeviceName".to_owned(), json!(device.device_name));
    }
    Ok(payload)
}

fn token_bind(world: &mut World, call: Call<'_>, user: &'static str) -> Result<Payload, Fail> {
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
            family: family.id,
            room,
            user,
            gateway: None,
        },
        call.now(),
    )?;
    if let Some(token) = world.bind_token_mut(text) {
        token.used = true;
    }
    Ok(Payload::new())
}

fn signature_bind(world: &mut World, call: Call<'_>, user: &'static str) -> Result<Payload, Fail> {
    let id = call.device_id();
    let family = family_of(world, call.text("FamilyId"), user)?;
    let room = room_of(family, call.text("RoomId"))?;
    let place = Place {
        family: family.id,
        room,
        user,
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
    Ok(object(json!({ "AppDeviceInfo": {
        "DeviceId": id.text(),
        "ProductId": id.product_id,
        "DeviceName": id.device_name,
        "AliasName": "",
        "IconUrl": "",
        "FamilyId": binding.family,
        "RoomId": binding.room,
        "CreateTime": binding.since,
        "UpdateTime": binding.since,
    } })))
}

fn gateway_bind(world: &mut World, call: Call<'_>, user: &'static str) -> Result<Payload, Fail> {
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
    let Some(gateway_binding) = &gateway.binding else {
        return Err(Fail::new(
            "InvalidParameterValue",
            "The gateway is in no family",
            "网关尚未绑定到家庭",
        ));
    };
    let family = family_of(world, gateway_binding.family, user)?;
    let place = Place {
        family: family.id,
        room: gateway_binding.room.clone(),
        user,
        gateway: Some(gateway_id.clone()),
    };
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

fn get_device(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    let family = match world.family(call.text("FamilyId")) {
        None => return Err(no_family()),
        Some(family) if family.member != user => {
            return Err(Fail::new(
                "ResourceNotFound.StudioMemberNotExist",
                "The user is no member of the family",
                "家庭成员未创建或是已删除",
            ));
        }
        Some(family) => family,
    };
    let device = linked_device(world, &id)?;
    let Some(binding) = device.binding.as_ref().filter(|binding| binding.family == family.id) else {
        return Err(Fail::new(
            "ResourceNotFound",
            "The device is not in the family",
            "该家庭中没有此设备",
        ));
    };
    Ok(object(json!({
        "DeviceId": id.text(),
        "ProductId": id.product_id,
        "DeviceName": id.device_name,
        "AliasName": "",
        "IconUrl": "",
        "FamilyId": binding.family,
        "RoomId": binding.room,
        "DeviceType": device.kind.number(),
        "CreateTime": binding.since,
        "UpdateTime": binding.since,
    })))
}

fn sub_device_list(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let gateway_id = call.gateway_id();
    let Some(gateway) = world.device(&gateway_id) else {
        return Err(no_device());
    };
    if gateway.kind != Kind::Gateway {
        return Err(wrong_kind("The device is no gateway"));
    }
    let family = gateway
        .binding
        .as_ref()
        .and_then(|binding| world.family(binding.family));
    if family.is_none_or(|family| family.member != user) {
        return Err(Fail::new(
            "InvalidParameterValue.NoPermission",
            "The gateway is in no family of the user",
            "没有权限",
        ));
    }
    let hangs_on_it = |binding: &&Binding| binding.gateway.as_ref() == Some(&gateway_id);
    let mut found: Vec<(&Device, &Binding)> = world
        .devices
        .iter()
        .filter_map(|device| Some((device, device.binding.as_ref().filter(hangs_on_it)?)))
        .collect();
    found.sort_by_key(|(_, binding)| binding.order);
    let entries = found.iter().map(|(device, binding)| {
        json!({
            "ProductId": device.id.product_id,
            "DeviceName": device.id.device_name,
            "DeviceId": device.id.text(),
            "AliasName": "",
            "UserId": binding.user,
            "RoomId": binding.room,
            "FamilyId": binding.family,
            "IconUrl": "",
            "DeviceType": device.kind.number(),
            "CreateTime": binding.since,
            "UpdateTime": binding.since,
        })
    });
    Ok(page("DeviceList", entries, call))
}

fn get_user(world: &World, user: &str) -> Payload {
    let name = world.user(user).map_or("", |user| user.name);
    object(json!({
        "UserID": user,
        "NickName": name,
        "Avatar": "",
        "CountryCode": "86",
        "PhoneNumber": "",
        "Email": "",
    }))
}

fn family_list(world: &World, call: Call<'_>, user: &str) -> Payload {
    let own = world.families.iter().filter(|family| family.member == user);
    let entries = own.map(|family| {
        json!({
            "FamilyId": family.id,
            "Name": family.name,
            "Role": 1,
            "CreateTime": crate::seed::SEEDED_AT,
            "UpdateTime": crate::seed::SEEDED_AT,
        })
    });
    page("FamilyList", entries, call)
}

/// One page of a list, with how many entries there are in all.
fn page(name: &str, entries: impl Iterator<Item = Value>, call: Call<'_>) -> Payload {
    let entries: Vec<Value> = entries.collect();
    let total = entries.len();
    let count = |name, default| {
        let number = call.number(name).map(usize::try_from);
        number.map_or(default, |number| number.unwrap_or(usize::MAX))
    };
    let entries: Vec<Value> = entries
        .into_iter()
        .skip(count("Offset", 0))
        .take(count("Limit", USUAL_PAGE_ENTRIES))
        .collect();
    object(json!({ "Total": total, name: entries }))
}

/// Where a bind puts a device.
#[derive(Debug)]
struct Place {
    family: &'static str,
    room: String,
    user: &'static str,
    gateway: Option<DeviceId>,
}

/// The last step of every bind: it takes effect, or the device is already there, or it does not fit.
fn bind(world: &mut World, id: &DeviceId, place: Place, now: i64) -> Result<Binding, Fail> {
    if in_family(world, id, place.family) {
        return Err(same_family());
    }
    let held = world
        .devices
        .iter()
        .filter(|device| is_in(device, place.family))
        .count();
    if world
        .family(place.family)
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
        since: now,
        order: world.next_number(),
    };
    let device = world.device_mut(id).ok_or_else(no_device)?;
    device.binding = Some(binding.clone());
    device.binds += 1;
    if device.kind == Kind::Gateway {
        // Its sub-devices come along.
        for sub in &mut world.devices {
            if let Some(inner) = &mut sub.binding
                && inner.gateway.as_ref() == Some(id)
            {
                inner.family = family;
                inner.room.clone_from(&binding.room);
            }
        }
    }
    Ok(binding)
}

fn is_in(device: &Device, family_id: &str) -> bool {
    device
        .binding
        .as_ref()
        .is_some_and(|binding| binding.family == family_id)
}

fn in_family(world: &World, id: &DeviceId, family_id: &str) -> bool {
    world.device(id).is_some_and(|device| is_in(device, family_id))
}

fn family_of<'a>(world: &'a World, family_id: &str, user: &str) -> Result<&'a Family, Fail> {
    let family = world.family(family_id).ok_or_else(no_family)?;
    if family.member == user {
        Ok(family)
    } else {
        Err(Fail::new(
            "UnauthorizedOperation.NoPermissionToFamily",
            "The user may not change this family",
            "操作该家庭无权限",
        ))
    }
}

fn room_of(family: &Family, room_id: &str) -> Result<String, Fail> {
    if room_id.is_empty() || room_id == DEFAULT_ROOM {
        return Ok(DEFAULT_ROOM.to_owned());
    }
    match family.rooms.iter().find(|(id, _)| *id == room_id) {
        Some((id, _)) => Ok((*id).to_owned()),
        None => Err(Fail::new(
            "InvalidParameterValue",
            "The family has no such room",
            "该家庭中没有此房间",
        )),
    }
}

/// The device, if its product exists and is linked to the app.
fn linked_device<'a>(world: &'a World, id: &DeviceId) -> Result<&'a Device, Fail> {
    let Some(product) = world.product(&id.product_id) else {
        return Err(Fail::new(
            "ResourceNotFound.StudioProductNotExist",
            "The product does not exist",
            "产品尚未创建或已被删除",
        ));
    };
    if !product.linked {
        return Err(Fail::new(
            "UnauthorizedOperation.APPNoPermissionToStudioProduct",
            "The product is not linked to the app",
            "App 对操作该产品无权限",
        ));
    }
    world.device(id).ok_or_else(no_device)
}

fn signed(matches: bool, time: i64, now: i64) -> Result<(), Fail> {
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

fn heard_from(is: bool) -> Result<(), Fail> {
    if is {
        return Ok(());
    }
    Err(Fail::new(
        "InvalidParameterValue.BindDeviceNotConnected",
        "The device has not been in touch with the cloud lately",
        "设备近期没有连接到云",
    ))
}

fn not_virtual(device: &Device) -> Result<(), Fail> {
    if device.kind == Kind::Virtual {
        return Err(Fail::new(
            "UnsupportedOperation.NotBindVirtualDevice",
            "A virtual device cannot be bound",
            "无法绑定虚拟设备",
        ));
    }
    Ok(())
}

fn wrong_kind(sentence: &str) -> Fail {
    Fail::new("UnsupportedOperation.DeviceType", sentence, "设备类型错误")
}

fn same_family() -> Fail {
    Fail::new(
        "UnsupportedOperation.CannotBindSameFamily",
        "The device is already in this family",
        "该设备已经绑定，请勿重复绑定",
    )
}

fn no_family() -> Fail {
    Fail::new(
        "ResourceNotFound.StudioFamilyNotExist",
        "The family does not exist",
        "家庭未创建或是已删除",
    )
}

fn no_device() -> Fail {
    Fail::new(
        "ResourceNotFound.DeviceNotExist",
        "The device does not exist",
        "设备未创建或是已删除",
    )
}

fn object(value: Value) -> Payload {
    match value {
        Value::Object(object) => object,
        _ => Payload::new(),
    }
}
