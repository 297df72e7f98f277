//! Who is signed in.

use serde_json::json;

use super::{Call, Payload, object};
use crate::world::World;

pub(super) fn get(world: &World, user: &str) -> Payload {
    let name = world.user(user).map_or("", |user| &user.name);
    // The spelling that clients read.
    object(json!({
        "UserID": user,
        "NickName": name,
        "Avatar": "",
        "CountryCode": "86",
        "PhoneNumber": "",
        "Email": "",
    }))
}

/// The token that the call came with counts no longer; others of the user's do.
pub(super) fn log_out(world: &mut World, call: Call<'_>, user: &str) -> Payload {
    world.end_access_token(user, call.text("AccessToken"));
    object(json!({ "Data": "OK" }))
}
