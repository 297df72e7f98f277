//! Messages from one user to another. The cloud has more kinds; these are the ones that something here sends.

use serde_json::{Value, json};

use super::{Call, Payload, object, rfc3339};
use crate::envelope::Fail;
use crate::world::{DeviceId, World};

pub(super) const FAMILY: i64 = 2;
pub(super) const NOTICE: i64 = 3;
pub(super) const FAMILY_INVITATION: i64 = 204;
pub(super) const SHARE_INVITATION: i64 = 301;
/// The most entries of a page.
const PAGE_MAX_ENTRIES: usize = 100;

/// A message to somebody.
#[derive(Debug)]
pub(crate) struct Message {
    pub id: String,
    pub at_ms: i64,
    pub to: String,
    pub from: String,
    pub category: i64,
    pub kind: i64,
    pub title: String,
    pub device: Option<DeviceId>,
    pub alias: String,
    pub family: String,
    pub family_name: String,
    /// What it invites with.
    pub token: String,
}

impl Message {
    pub fn new(to: &str, from: &str) -> Self {
        Self {
            id: String::new(),
            at_ms: 0,
            to: to.to_owned(),
            from: from.to_owned(),
            category: NOTICE,
            kind: 0,
            title: String::new(),
            device: None,
            alias: String::new(),
            family: String::new(),
            family_name: String::new(),
            token: String::new(),
        }
    }
}

/// Whom a message can be sent to: somebody else.
pub(super) fn receiver(world: &World, to: &str, user: &str) -> Result<String, Fail> {
    match world.user(to).filter(|known| known.id != user) {
        Some(known) => Ok(known.id.clone()),
        None => Err(super::no_user()),
    }
}

pub(super) fn send(world: &mut World, message: Message, now_ms: i64) {
    let id = world.make_number();
    world.messages.push(Message {
        id,
        at_ms: now_ms,
        ..message
    });
}

/// The newest first, after the one that the call names as the last seen.
pub(super) fn list(world: &World, call: Call<'_>, user: &str) -> Payload {
    let own: Vec<&Message> = world
        .messages
        .iter()
        .rev()
        .filter(|message| message.to == user && Some(message.category) == call.number("Category"))
        .collect();
    let last = call.text("MsgID");
    let seen = own.iter().position(|message| message.id == last);
    let rest = &own[seen.map_or(0, |at| at + 1)..];
    let shown = &rest[..rest
        .len()
        .min(call.count("Limit", PAGE_MAX_ENTRIES))
        .min(PAGE_MAX_ENTRIES)];
    let entry = |message: &&Message| {
        let device = message.device.as_ref();
        json!({
            "UserId": message.to,
            "FromUserId": message.from,
            "MsgId": message.id,
            "Category": message.category,
            "MsgType": message.kind,
            "MsgTitle": message.title,
            "MsgContent": "",
            "MsgTimestamp": message.at_ms,
            "ProductId": device.map_or("", |id| &id.product_id),
            "DeviceName": device.map_or("", |id| &id.device_name),
            "DeviceAlias": message.alias,
            "FamilyId": message.family,
            "FamilyName": message.family_name,
            "RelateUserId": "",
            "CreateAt": rfc3339(message.at_ms / 1000),
            "Attachments": { "ShareToken": message.token },
        })
    };
    object(json!({
        "Listover": shown.len() == rest.len(),
        "Msgs": shown.iter().map(entry).collect::<Vec<Value>>(),
    }))
}

pub(super) fn delete(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.text("MsgID");
    let at = world
        .messages
        .iter()
        .position(|message| message.id == id && message.to == user);
    let Some(at) = at else {
        return Err(Fail::new(
            "InvalidParameterValue.MsgIDInvalid",
            "The user has no such message",
            "消息 ID 错误",
        ));
    };
    world.messages.remove(at);
    Ok(object(json!({ "Data": "OK" })))
}
