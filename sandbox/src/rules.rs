//! What each Action does, and when it refuses; by subject in the files below.
//!
//! The order of the refusals is part of the behaviour: what a client would learn first from the cloud it learns first here.
//! Where no page says who may do what, a family's administrator changes it and its other members use it.

mod account;
mod bind;
mod data;
mod device;
mod family;
mod gateway;
mod member;
mod message;
mod room;
mod scene;
mod share;
mod timer;
mod user;

pub(crate) use bind::bind_by_report;
pub(crate) use data::fit;
use iotexplorer_client::action::Auth;
pub(crate) use message::Message;
use serde_json::{Map, Value, json};

use crate::check;
use crate::envelope::{self, Fail, Style};
use crate::served::Served;
use crate::world::{Binding, Device, DeviceId, Family, World};

/// The entries of a page whose size was not asked for.
const USUAL_PAGE_ENTRIES: usize = 50;
/// How far a signed time may be from now, in seconds, either way.
const MAX_CLOCK_SKEW_SECONDS: i64 = 10 * 60;
/// The room a device is in unless another is named.
const DEFAULT_ROOM: &str = "0";

type Payload = Map<String, Value>;

/// One call, signed in and on its way to an Action's rules.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Call<'a> {
    pub served: &'a Served,
    pub body: &'a Map<String, Value>,
    /// Where it was asked: with an access token, or before sign-in.
    pub auth: Auth,
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

    /// A number of entries; the largest there is where it does not fit.
    fn count(&self, name: &str, default: usize) -> usize {
        let number = self.number(name).map(usize::try_from);
        number.map_or(default, |number| number.unwrap_or(usize::MAX))
    }

    /// A list of texts; empty where it was left out.
    fn texts(&self, name: &str) -> Vec<&'a str> {
        let list = self.body.get(name).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).collect()
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
    match (call.auth, call.served.auth) {
        (Auth::AccessToken, Auth::AccessToken) => answer_user(world, call),
        (Auth::AppSecret, Auth::AppSecret) => answer_application(world, call),
        _ => Err(Fail::new(
            "InvalidAction",
            "This Action is not asked for at this address",
            "接口不存在",
        )),
    }
}

fn answer_application(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    account::check_signature(world, call)?;
    check::params(call.served, call.body)?;
    match call.served.name {
        "AppGetToken" => account::sign_in(world, call),
        "AppGetTokenByWeiXin" => account::sign_in_by_wechat(world, call),
        "AppSendVerificationCode" => account::send_code_to_phone(world, call),
        "AppSendEmailVerificationCode" => account::send_code_to_email(world, call),
        "AppCreateCellphoneUser" => account::create_by_phone(world, call),
        "AppCreateEmailUser" => account::create_by_email(world, call),
        "AppResetPasswordByCellphone" => account::reset_by_phone(world, call),
        "AppResetPasswordByEmail" => account::reset_by_email(world, call),
        _ => Ok(envelope::payload_of_example(call.served)),
    }
}

fn answer_user(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    let user = &signed_in(world, call)?;
    // Live clients name a signing device in one parameter instead of two.
    let with_pair = bind::pair_from_device_id(call)?;
    let call = Call {
        body: with_pair.as_ref().unwrap_or(call.body),
        ..call
    };
    check::params(call.served, call.body)?;
    match call.served.name {
        "AppCreateDeviceBindToken" => Ok(bind::create_token(world, call, user)),
        "AppGetDeviceBindTokenState" => bind::token_state(world, call, user),
        "AppTokenBindDeviceFamily" => bind::by_token(world, call, user),
        "AppSigBindDeviceInFamily" => bind::by_signature(world, call, user),
        "AppGetMultiDeviceBindTokenState" => bind::multi_device_state(world, call, user),
        "AppSecureAddDeviceInFamily" => bind::by_code(world, call, user),

        "AppSigGatewayBindDevice" => gateway::bind_signed(world, call, user),
        "AppBindSubDeviceInFamily" => gateway::bind_known(world, call, user),
        "AppGatewayUnbindDevice" => gateway::unbind(world, call, user),
        "AppGetFamilySubDeviceList" => gateway::sub_devices(world, call, user),
        "AppGetGatewayBindDeviceList" => gateway::devices_in_reach(world, call, user),

        "AppGetFamilyList" => Ok(family::list(world, call, user)),
        "AppCreateFamily" => Ok(family::create(world, call, user)),
        "AppModifyFamily" => family::modify(world, call, user),
        "AppDescribeFamily" => family::describe(world, call, user),
        "AppDeleteFamily" => family::delete(world, call, user),

        "AppGetRoomList" => room::list(world, call, user),
        "AppCreateRoom" => room::create(world, call, user),
        "AppModifyRoom" => room::modify(world, call, user),
        "AppDeleteRoom" => room::delete(world, call, user),

        "AppGetDeviceInFamily" => device::get(world, call, user),
        "AppGetFamilyDeviceList" => device::list(world, call, user),
        "AppGetDeviceStatuses" => device::statuses(world, call, user),
        "AppGetProducts" => device::products(world, call),
        "AppUpdateDeviceInFamily" => device::rename(world, call, user),
        "AppModifyFamilyDeviceRoom" => device::change_room(world, call, user),
        "AppDeleteDeviceInFamily" => device::unbind(world, call, user),

        "AppGetDeviceData" => data::get(world, call, user),
        "AppControlDeviceData" => data::control(world, call, user),
        "AppGetDeviceDataHistory" => data::history(world, call, user),

        "AppGetUser" => user::get(world, user),
        "AppUpdateUser" => user::update(world, call, user),
        "AppGetUserSetting" => user::settings(world, user),
        "AppUpdateUserSetting" => user::update_settings(world, call, user),
        "AppLogoutUser" => Ok(user::log_out(world, call, user)),

        "AppGetFamilyMemberList" => member::list(world, call, user),
        "AppInviteMember" => member::invite(world, call, user),
        "AppSendShareFamilyInvite" => member::send_invitation(world, call, user),
        "AppJoinFamily" => member::join(world, call, user),
        "AppExitFamily" => member::leave(world, call, user),
        "AppDeleteFamilyMember" => member::remove(world, call, user),

        "AppCreateShareDeviceToken" => share::create_token(world, call, user),
        "AppDescribeShareDeviceToken" => share::describe_token(world, call),
        "AppSendShareDeviceInvite" => share::send_invitation(world, call, user),
        "AppBindUserShareDevice" => share::accept(world, call, user),
        "AppListUserShareDevices" => share::list_devices(world, call, user),
        "AppListShareDeviceUsers" => share::list_users(world, call, user),
        "AppRemoveShareDeviceUser" => share::remove_user(world, call, user),
        "AppRemoveUserShareDevice" => share::give_back(world, call, user),

        "AppGetMessages" => Ok(message::list(world, call, user)),
        "AppDeleteMessage" => message::delete(world, call, user),

        "AppGetTimerList" => timer::list(world, call, user),
        "AppCreateTimer" => timer::create(world, call, user),
        "AppModifyTimer" => timer::modify(world, call, user),
        "AppModifyTimerStatus" => timer::switch(world, call, user),
        "AppDeleteTimer" => timer::delete(world, call, user),

        "AppGetSceneList" => scene::list(world, call, user),
        "AppCreateScene" => scene::create(world, call, user),
        "AppModifyScene" => scene::modify(world, call, user),
        "AppDeleteScene" => scene::delete(world, call, user),
        "AppRunScene" => scene::run(world, call, user),

        "AppGetAutomationList" => scene::list_automations(world, call, user),
        "AppCreateAutomation" => scene::automate(world, call, user),
        "AppDescribeAutomation" => scene::describe_automation(world, call, user),
        "AppModifyAutomation" => scene::modify_automation(world, call, user),
        "AppModifyAutomationStatus" => scene::switch_automation(world, call, user),
        "AppDeleteAutomation" => scene::delete_automation(world, call, user),

        // An Action that the table knows and the sandbox has no rules for: sign-in and form hold, the answer is the
        // reference's.
        _ => Ok(envelope::payload_of_example(call.served)),
    }
}

fn signed_in(world: &World, call: Call<'_>) -> Result<String, Fail> {
    let token = call.body.get("AccessToken").and_then(Value::as_str);
    let holder = token.and_then(|token| {
        let holds = |user: &&crate::world::User| user.access_tokens.iter().any(|own| own == token);
        world.users.iter().find(holds)
    });
    holder.map(|user| user.id.clone()).ok_or_else(|| {
        Fail::new(
            "InvalidParameterValue.InvalidAccessToken",
            "Invalid AccessToken",
            "Token无效",
        )
    })
}

/// One page of a list, with how many entries there are in all.
fn page(name: &str, entries: impl Iterator<Item = Value>, call: Call<'_>) -> Payload {
    let entries: Vec<Value> = entries.collect();
    let total = entries.len();
    let entries: Vec<Value> = entries
        .into_iter()
        .skip(call.count("Offset", 0))
        .take(call.count("Limit", USUAL_PAGE_ENTRIES))
        .collect();
    object(json!({ "Total": total, name: entries }))
}

/// The family, if the user belongs to it.
fn family_of<'a>(world: &'a World, family_id: &str, user: &str) -> Result<&'a Family, Fail> {
    let family = world.family(family_id).ok_or_else(no_family)?;
    match family.member(user) {
        Some(_) => Ok(family),
        None => Err(no_permission_to_family()),
    }
}

/// The family, if the user is its administrator.
fn managed_family<'a>(world: &'a mut World, family_id: &str, user: &str) -> Result<&'a mut Family, Fail> {
    let family = world.family_mut(family_id).ok_or_else(no_family)?;
    match family.member(user) {
        Some(member) if member.is_administrator => Ok(family),
        _ => Err(no_permission_to_family()),
    }
}

fn room_of(family: &Family, room_id: &str) -> Result<String, Fail> {
    if room_id.is_empty() || room_id == DEFAULT_ROOM {
        return Ok(DEFAULT_ROOM.to_owned());
    }
    match family.rooms.iter().find(|room| room.id == room_id) {
        Some(room) => Ok(room.id.clone()),
        None => Err(no_room()),
    }
}

/// The device, if its product exists and is linked to the app.
fn linked_device<'a>(world: &'a World, id: &DeviceId) -> Result<&'a Device, Fail> {
    let Some(product) = world.product(&id.product_id) else {
        return Err(no_product());
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

/// The device and where it is bound, if the user may read and control it: one of their family's, or shared with them.
fn used_device<'a>(world: &'a World, id: &DeviceId, user: &str) -> Result<(&'a Device, &'a Binding), Fail> {
    let device = linked_device(world, id)?;
    let Some(binding) = &device.binding else {
        return Err(not_bound());
    };
    if !device.is_shared_with(user) {
        family_of(world, &binding.family, user).map_err(|_| no_permission())?;
    }
    Ok((device, binding))
}

/// Where the device is bound, to be changed, if the user is the administrator of that family.
fn managed_binding<'a>(world: &'a mut World, id: &DeviceId, user: &str) -> Result<&'a mut Binding, Fail> {
    let family_id = used_device(world, id, user)?.1.family.clone();
    managed_family(world, &family_id, user).map_err(|_| no_permission())?;
    let device = world.device_mut(id).ok_or_else(no_device)?;
    device.binding.as_mut().ok_or_else(not_bound)
}

fn is_in(device: &Device, family_id: &str) -> bool {
    device
        .binding
        .as_ref()
        .is_some_and(|binding| binding.family == family_id)
}

/// What all answers say of a bound device.
fn device_info(id: &DeviceId, binding: &Binding) -> Payload {
    object(json!({
        "DeviceId": id.text(),
        "ProductId": id.product_id,
        "DeviceName": id.device_name,
        "AliasName": binding.alias,
        "IconUrl": "",
        "FamilyId": binding.family,
        "RoomId": binding.room,
        "CreateTime": binding.since,
        "UpdateTime": binding.updated,
    }))
}

fn value(english: &str, chinese: &str) -> Fail {
    Fail::new("InvalidParameterValue", english, chinese)
}

fn no_family() -> Fail {
    Fail::new(
        "ResourceNotFound.StudioFamilyNotExist",
        "The family does not exist",
        "家庭未创建或是已删除",
    )
}

fn no_permission_to_family() -> Fail {
    Fail::new(
        "UnauthorizedOperation.NoPermissionToFamily",
        "The user may not change this family",
        "操作该家庭无权限",
    )
}

fn no_room() -> Fail {
    value("The family has no such room", "该家庭中没有此房间")
}

fn no_product() -> Fail {
    Fail::new(
        "ResourceNotFound.StudioProductNotExist",
        "The product does not exist",
        "产品尚未创建或已被删除",
    )
}

fn no_device() -> Fail {
    Fail::new(
        "ResourceNotFound.DeviceNotExist",
        "The device does not exist",
        "设备未创建或是已删除",
    )
}

fn not_bound() -> Fail {
    Fail::new(
        "InvalidParameterValue.AppDeviceNotExist",
        "The user has no such device",
        "用户没有绑定此设备",
    )
}

fn not_in_family() -> Fail {
    Fail::new(
        "ResourceNotFound",
        "The device is not in the family",
        "该家庭中没有此设备",
    )
}

fn no_permission() -> Fail {
    Fail::new(
        "InvalidParameterValue.NoPermission",
        "The user may not use this device",
        "没有权限",
    )
}

fn no_user() -> Fail {
    Fail::new(
        "InvalidParameterValue.ErrorUserNotExists",
        "There is no such user",
        "用户不存在",
    )
}

/// `2023-11-14T22:13:20Z`: some lists have times as text.
fn rfc3339(seconds: i64) -> String {
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // Years that begin in March end with the day that is not in all of them.
    let day = days + 719_468;
    let (era, of_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (day, month) = (
        of_year - (153 * month + 2) / 5 + 1,
        if month < 10 { month + 3 } else { month - 9 },
    );
    let year = era * 400 + year + i64::from(month <= 2);
    let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

fn object(value: Value) -> Payload {
    match value {
        Value::Object(object) => object,
        _ => Payload::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::rfc3339;

    #[test]
    fn times_as_text() {
        for (seconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_700_000_000, "2023-11-14T22:13:20Z"),
            (4_107_542_400, "2100-03-01T00:00:00Z"),
        ] {
            assert_eq!(rfc3339(seconds), text);
        }
    }
}
