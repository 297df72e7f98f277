//! Who belongs to a family. Invitations count until the family is gone; no page says for how long.

use serde_json::json;

use super::message::{self, Message};
use super::{Call, Payload, family_of, managed_family, no_family, object, page, value};
use crate::envelope::Fail;
use crate::world::{Invitation, Member, World};

pub(super) fn list(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family = family_of(world, call.text("FamilyId"), user)?;
    let entries = family.members.iter().map(|member| {
        let known = world.user(&member.user);
        json!({
            "UserId": member.user,
            "NickName": known.map_or("", |user| &user.name),
            "Avatar": known.map_or("", |user| &user.avatar),
            "Role": u8::from(member.is_administrator),
        })
    });
    Ok(page("MemberList", entries, call))
}

pub(super) fn invite(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let token = make_invitation(world, call, user)?;
    Ok(object(json!({ "ShareToken": token })))
}

fn make_invitation(world: &mut World, call: Call<'_>, user: &str) -> Result<String, Fail> {
    let family = managed_family(world, call.text("FamilyId"), user)?.id.clone();
    let text = world.make_id("");
    world.invitations.push(Invitation {
        text: text.clone(),
        family,
    });
    Ok(text)
}

/// The other one finds it among their messages.
pub(super) fn send_invitation(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let to = message::receiver(world, call.text("ToUserID"), user)?;
    let token = make_invitation(world, call, user)?;
    let family = world.family(call.text("FamilyId")).ok_or_else(no_family)?;
    let (family, family_name) = (family.id.clone(), family.name.clone());
    let invitation = Message {
        category: message::FAMILY,
        kind: message::FAMILY_INVITATION,
        title: "Invitation to a family".to_owned(),
        family,
        family_name,
        token,
        ..Message::new(&to, user)
    };
    message::send(world, invitation, call.now_ms);
    Ok(Payload::new())
}

pub(super) fn join(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let text = call.text("ShareToken");
    let unknown = || value("There is no such invitation", "邀请不存在");
    let invitation = world.invitations.iter().find(|invitation| invitation.text == text);
    let family = invitation.ok_or_else(unknown)?.family.clone();
    let family = world.family_mut(&family).ok_or_else(unknown)?;
    if family.member(user).is_some() {
        return Err(value("The user is in this family already", "用户已在该家庭中"));
    }
    family.members.push(Member {
        user: user.to_owned(),
        is_administrator: false,
    });
    Ok(Payload::new())
}

/// The last administrator stays: a family that nobody can change would be left.
pub(super) fn leave(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let family_id = call.text("FamilyId");
    if managed_family(world, family_id, user).is_ok() {
        return Err(value("The administrator cannot leave the family", "管理员不能退出家庭"));
    }
    family_of(world, family_id, user)?;
    let family = world.family_mut(family_id).ok_or_else(no_family)?;
    family.members.retain(|member| member.user != user);
    Ok(Payload::new())
}

/// From one family, or from all that the user administers.
pub(super) fn remove(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let (family_id, member_id) = (call.text("FamilyId"), call.text("MemberId"));
    if !family_id.is_empty() {
        managed_family(world, family_id, user)?;
    }
    let mut is_removed = false;
    for family in &mut world.families {
        let is_meant = family_id.is_empty() || family.id == family_id;
        if is_meant && family.member(user).is_some_and(|member| member.is_administrator) && member_id != user {
            let before = family.members.len();
            family.members.retain(|member| member.user != member_id);
            is_removed |= family.members.len() < before;
        }
    }
    if is_removed {
        return Ok(Payload::new());
    }
    Err(Fail::new(
        "ResourceNotFound.StudioMemberNotExist",
        "There is no such other member",
        "家庭成员未创建或是已删除",
    ))
}
