//! Before sign-in: the application asks, with its AppKey and a signature; accounts, codes and sign-in.

use serde_json::{Value, json};

use super::{Call, MAX_CLOCK_SKEW_SECONDS, Payload, no_user, object};
use crate::envelope::Fail;
use crate::seed;
use crate::signature;
use crate::world::{User, VerificationCode, World};

/// How long an access token is said to live, in seconds. It lives until it is expired or logged out.
const TOKEN_LIFE_SECONDS: i64 = 30 * 24 * 60 * 60;
/// How long a code counts, in seconds. Not documented.
const CODE_LIFE_SECONDS: i64 = 10 * 60;
/// How soon another code is sent to the same place, in seconds. Not documented.
const CODE_PAUSE_SECONDS: i64 = 60;
/// How long a nick name may be. Not documented.
const NICK_NAME_MAX_CHARS: usize = 32;

/// Refuses a call that the application did not sign, or signed long ago, or sent before.
pub(super) fn check_signature(world: &mut World, call: Call<'_>) -> Result<(), Fail> {
    let wrong =
        |english: &str, chinese: &str| Err(Fail::new("InvalidParameterValue.InvalidAppParameter", english, chinese));
    if call.text("AppKey") != seed::APP_KEY {
        return Err(Fail::new(
            "ResourceNotFound.AppNotExists",
            "There is no application of this AppKey",
            "应用未创建或是已删除",
        ));
    }
    let (Some(time), Some(nonce)) = (call.number("Timestamp"), call.number("Nonce")) else {
        return wrong(
            "Timestamp and Nonce are whole numbers",
            "参数 Timestamp 或 Nonce 类型错误",
        );
    };
    if call.now().abs_diff(time) > MAX_CLOCK_SKEW_SECONDS.unsigned_abs() {
        return wrong("Timestamp is too far from now", "签名时间与当前时间相差过大");
    }
    if nonce <= 0 {
        return wrong("Nonce is no positive number", "参数 Nonce 取值错误");
    }
    let Some(text) = signature::app_text(call.body) else {
        return wrong(
            "What is signed are texts, numbers, true and false, and none is empty",
            "签名内容不能为空、对象或列表",
        );
    };
    if signature::app(seed::APP_SECRET, &text) != call.text("Signature") {
        return wrong("The signature does not match", "签名错误");
    }
    // Older ones are refused by their time.
    world
        .nonces
        .retain(|(_, made_at)| call.now() - made_at <= 2 * MAX_CLOCK_SKEW_SECONDS);
    if world.nonces.iter().any(|(known, _)| *known == nonce) {
        return wrong("Nonce was used before", "参数 Nonce 重复");
    }
    world.nonces.push((nonce, call.now()));
    Ok(())
}

/// The phone number that the call names.
pub(super) fn phone(call: Call<'_>) -> Result<String, Fail> {
    let (country, number) = (call.text("CountryCode"), call.text("PhoneNumber"));
    let is_number = |text: &str, digits: std::ops::RangeInclusive<usize>| {
        digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if is_number(country, 1..=4) && is_number(number, 5..=15) {
        return Ok(format!("+{country} {number}"));
    }
    Err(Fail::new(
        "InvalidParameterValue.PhoneNumberInvalid",
        "This is no phone number",
        "手机号码错误",
    ))
}

/// The e-mail address that the call names.
pub(super) fn email(call: Call<'_>) -> Result<String, Fail> {
    let email = call.text("Email");
    let is_email = email
        .split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'));
    if is_email {
        return Ok(email.to_owned());
    }
    Err(Fail::new(
        "InvalidParameterValue.EmailInvalid",
        "This is no e-mail address",
        "邮箱错误",
    ))
}

pub(super) fn check_nick_name(name: &str) -> Result<(), Fail> {
    if (1..=NICK_NAME_MAX_CHARS).contains(&name.chars().count()) {
        return Ok(());
    }
    Err(Fail::new(
        "InvalidParameterValue.NickNameLengthInvalid",
        "The nick name is too short or too long",
        "昵称长度不合法",
    ))
}

fn by_phone<'a>(world: &'a mut World, call: Call<'_>) -> Option<&'a mut User> {
    let (country, number) = (call.text("CountryCode"), call.text("PhoneNumber"));
    let mut users = world.users.iter_mut();
    users.find(|user| !number.is_empty() && user.country_code == country && user.phone_number == number)
}

fn by_email<'a>(world: &'a mut World, call: Call<'_>) -> Option<&'a mut User> {
    let email = call.text("Email");
    let mut users = world.users.iter_mut();
    users.find(|user| !email.is_empty() && user.email == email)
}

pub(super) fn check_unused_phone(world: &mut World, call: Call<'_>) -> Result<(), Fail> {
    let used = by_phone(world, call).is_some();
    let code = "InvalidParameterValue.PhoneNumberUsed";
    unused(used, code, "The phone number has an account", "手机号码已被使用")
}

pub(super) fn check_unused_email(world: &mut World, call: Call<'_>) -> Result<(), Fail> {
    let used = by_email(world, call).is_some();
    let code = "InvalidParameterValue.EmailUsed";
    unused(used, code, "The e-mail address has an account", "邮箱已被使用")
}

fn unused(used: bool, code: &'static str, english: &str, chinese: &str) -> Result<(), Fail> {
    if used {
        return Err(Fail::new(code, english, chinese));
    }
    Ok(())
}

/// Takes a code that was sent there, for that purpose where it matters; it counts once.
pub(super) fn use_code(world: &mut World, call: Call<'_>, purpose: Option<&str>, to: &str) -> Result<(), Fail> {
    let given = call.text("VerificationCode");
    let is_it = |code: &VerificationCode| {
        code.text == given
            && code.to == to
            && purpose.is_none_or(|purpose| code.purpose == purpose)
            && call.now() - code.since <= CODE_LIFE_SECONDS
    };
    let at = world.codes.iter().position(is_it).ok_or_else(|| {
        Fail::new(
            "InvalidParameterValue.CheckVerifyCodeFailed",
            "The verification code is wrong",
            "验证码错误",
        )
    })?;
    world.codes.remove(at);
    Ok(())
}

pub(super) fn send_code_to_phone(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    let to = phone(call)?;
    let user = by_phone(world, call).map(|user| user.id.clone());
    send_code(world, call, &to, user, "UserID")
}

pub(super) fn send_code_to_email(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    let to = email(call)?;
    let user = by_email(world, call).map(|user| user.id.clone());
    send_code(world, call, &to, user, "UserId")
}

/// What is sent is shown by a control route. The id is the account's, if there is one: a table lists it, no example has it.
fn send_code(
    world: &mut World,
    call: Call<'_>,
    to: &str,
    user: Option<String>,
    id_name: &str,
) -> Result<Payload, Fail> {
    let purpose = call.text("Type");
    if !matches!(purpose, "register" | "resetpass" | "login") {
        return Err(super::value("Type is register or resetpass", "参数 Type 取值错误"));
    }
    if purpose != "register" && user.is_none() {
        return Err(no_user());
    }
    let is_too_soon = |code: &VerificationCode| code.to == to && call.now() - code.since < CODE_PAUSE_SECONDS;
    if world.codes.iter().any(is_too_soon) {
        return Err(Fail::new(
            "InvalidParameterValue.SendVerifyCodeTooQuick",
            "A code was sent there a moment ago",
            "获取验证码过于频繁",
        ));
    }
    let text = world.make_code();
    world.codes.push(VerificationCode {
        text,
        purpose: purpose.to_owned(),
        to: to.to_owned(),
        since: call.now(),
    });
    let mut answer = object(json!({ "Data": "OK" }));
    answer.insert(id_name.to_owned(), user.map_or(json!(""), Value::String));
    Ok(answer)
}

pub(super) fn create_by_phone(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    let to = phone(call)?;
    check_unused_phone(world, call)?;
    use_code(world, call, Some("register"), &to)?;
    let id = add_user(world, call);
    Ok(object(json!({ "UserID": id })))
}

pub(super) fn create_by_email(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    let to = email(call)?;
    check_unused_email(world, call)?;
    use_code(world, call, Some("register"), &to)?;
    let id = add_user(world, call);
    Ok(object(json!({ "UserID": id })))
}

fn add_user(world: &mut World, call: Call<'_>) -> String {
    let id = world.make_number();
    let text = |name: &str| call.text(name).to_owned();
    world.users.push(User {
        id: id.clone(),
        name: text("NickName"),
        avatar: text("Avatar"),
        country_code: text("CountryCode"),
        phone_number: text("PhoneNumber"),
        email: text("Email"),
        password: text("Password"),
        wx_open_id: text("WxOpenID"),
        ..User::default()
    });
    id
}

pub(super) fn reset_by_phone(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    let to = phone(call)?;
    by_phone(world, call).ok_or_else(no_user)?;
    use_code(world, call, Some("resetpass"), &to)?;
    set_password(by_phone(world, call), call)
}

pub(super) fn reset_by_email(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    let to = email(call)?;
    by_email(world, call).ok_or_else(no_user)?;
    use_code(world, call, Some("resetpass"), &to)?;
    set_password(by_email(world, call), call)
}

fn set_password(user: Option<&mut User>, call: Call<'_>) -> Result<Payload, Fail> {
    let user = user.ok_or_else(no_user)?;
    let former = std::mem::replace(&mut user.password, call.text("Password").to_owned());
    user.former_passwords.push(former);
    Ok(object(json!({ "Data": "OK" })))
}

/// By phone or by e-mail, whichever is given where nothing says which.
pub(super) fn sign_in(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    let user = match call.text("Type") {
        "phone" => by_phone(world, call),
        "email" => by_email(world, call),
        "" if call.text("Email").is_empty() => by_phone(world, call),
        "" => by_email(world, call),
        _ => return Err(super::value("Type is phone or email", "参数 Type 取值错误")),
    };
    let password = call.text("Password");
    match user
        .filter(|user| user.password == password)
        .map(|user| user.id.clone())
    {
        Some(id) => hand_out(world, call, &id),
        // As the page shows it: what it means stands in the message.
        None => Err(Fail::new(
            "InternalError",
            "InvalidParameterValue.UserLoginFailed|The account or the password is wrong",
            "InvalidParameterValue.UserLoginFailed|账号或密码错误",
        )),
    }
}

/// Whoever comes for the first time gets an account.
pub(super) fn sign_in_by_wechat(world: &mut World, call: Call<'_>) -> Result<Payload, Fail> {
    check_nick_name(call.text("NickName"))?;
    let open_id = call.text("WxOpenID");
    let known = world.users.iter().find(|user| user.wx_open_id == open_id);
    let id = match known.map(|user| user.id.clone()) {
        Some(id) => id,
        None => add_user(world, call),
    };
    hand_out(world, call, &id)
}

fn hand_out(world: &mut World, call: Call<'_>, user_id: &str) -> Result<Payload, Fail> {
    let token = world.add_access_token(user_id).ok_or_else(no_user)?;
    Ok(object(
        json!({ "ExpireAt": call.now() + TOKEN_LIFE_SECONDS, "Token": token }),
    ))
}
