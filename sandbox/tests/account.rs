//! Before sign-in: the application's signature, codes, accounts and sign-in; and what a signed-in user changes of the account.

#![allow(clippy::needless_pass_by_value, reason = "callers write json!({…}) in place")]

mod common;

use common::{ALICE, APP_SECRET, BOB, Server, error_code, payload};
use iotexplorer_client::sign::sign_app;
use iotexplorer_sandbox::{API_PATH, APP_API_PATH};
use serde_json::{Value, json};

const VALUE: &str = "InvalidParameterValue";
const WRONG_CODE: &str = "InvalidParameterValue.CheckVerifyCodeFailed";

fn alice() -> Value {
    json!({ "Email": "alice@example.com", "Password": "fake-password-of-user-1" })
}

fn with(mut params: Value, name: &str, value: Value) -> Value {
    params[name] = value;
    params
}

/// Signs the whole body anew.
fn signed(mut body: Value) -> Value {
    body.as_object_mut().unwrap().remove("Signature");
    let signature = sign_app(&body, &json!(APP_SECRET)).unwrap_or_default();
    with(body, "Signature", json!(signature))
}

#[test]
fn what_the_application_did_not_sign_is_refused() {
    let server = Server::start();
    let post = |body: &Value| server.post(APP_API_PATH, body).json();
    let body = || server.app_body("AppGetToken", alice());
    let nonce = || body()["Nonce"].clone();
    assert!(payload(&post(&body()))["Token"].is_string());
    for (name, value) in [
        ("Signature", json!("AAAAAAAAAAAAAAAAAAAAAAAAAAA=")),
        ("Password", json!("fake-password-of-user-2")),
        ("AppKey", json!("someone-else's")),
        ("Timestamp", json!(common::now() - 1)),
        ("Nonce", nonce()),
    ] {
        assert_eq!(
            error_code(&post(&with(body(), name, value.clone()))),
            VALUE,
            "{name} = {value}"
        );
    }
    // Signed, and refused still.
    for (name, value) in [
        ("AppKey", json!("someone-else's")),
        ("Timestamp", json!(common::now() - 606)),
        ("Timestamp", json!(common::now() + 606)),
        ("Timestamp", json!(common::now().to_string())),
        ("Nonce", json!(0)),
        ("Nonce", json!(-5)),
        ("Nonce", json!("5")),
        ("Type", json!("")),
        ("Type", json!(["email"])),
    ] {
        let answer = post(&signed(with(body(), name, value.clone())));
        assert_eq!(error_code(&answer), VALUE, "{name} = {value}");
    }
    let slow = signed(with(body(), "Timestamp", json!(common::now() - 570)));
    assert!(payload(&post(&slow))["Token"].is_string());
    let message = |answer: Value| answer["Response"]["Error"]["Message"].as_str().unwrap().to_owned();
    assert_eq!(message(post(&slow)), "Nonce was used before");
    // A name's underscore is a dot in the signed text, and what is extra is signed too.
    let extra = signed(with(body(), "a_b", json!(true)));
    assert!(payload(&post(&extra))["Token"].is_string());
}

#[test]
fn each_action_is_asked_for_where_it_belongs() {
    let server = Server::start();
    let body = server.app_body("AppGetUser", json!({}));
    assert_eq!(error_code(&server.post(APP_API_PATH, &body).json()), "InvalidAction");
    let body = server.app_body("AppMakeCoffee", json!({}));
    assert_eq!(error_code(&server.post(APP_API_PATH, &body).json()), "InvalidAction");
    let body = server.app_body("AppGetToken", alice());
    assert_eq!(error_code(&server.post(API_PATH, &body).json()), "InvalidAction");
    assert_eq!(server.code("AppGetToken", alice()), "InvalidAction");
    assert_eq!(server.get(APP_API_PATH).status, 405);
    let app = server.show("seed")["app"].clone();
    assert_eq!(
        app["endpoint"],
        format!("http://127.0.0.1:{}{APP_API_PATH}", server.port)
    );
    assert_eq!(app["appSecret"], APP_SECRET);
}

#[test]
fn signing_in_hands_out_a_token_that_works_until_signing_out() {
    let server = Server::start();
    let seeded = server.access_token(ALICE);
    let by_phone = json!({ "Type": "phone", "CountryCode": "86", "PhoneNumber": "10000000001", "Password": "fake-password-of-user-1" });
    let mut tokens = Vec::new();
    for params in [alice(), with(alice(), "Type", json!("email")), by_phone] {
        let answer = payload(&server.call_app("AppGetToken", params));
        assert!(answer["ExpireAt"].as_i64().unwrap() > common::now());
        tokens.push(answer["Token"].clone());
    }
    let id = |token: &Value| {
        let answer = server.call("AppGetUser", json!({ "AccessToken": token }));
        payload(&answer)["UserID"].clone()
    };
    for token in &tokens {
        assert_eq!(id(token), ALICE);
    }
    let bye = server.call("AppLogoutUser", json!({ "AccessToken": tokens[0] }));
    assert_eq!(bye, json!({ "Response": { "Data": "OK", "RequestId": "req-1" } }));
    let code = server.code("AppGetUser", json!({ "AccessToken": tokens[0] }));
    assert_eq!(code, "InvalidParameterValue.InvalidAccessToken");
    assert_eq!(
        (id(&tokens[1]), id(&json!(seeded))),
        (json!(ALICE), json!(ALICE)),
        "others go on"
    );
    // The seeded one goes like any, and a reset brings it back.
    server.call("AppLogoutUser", json!({ "AccessToken": seeded }));
    let code = server.code("AppGetUser", json!({ "AccessToken": seeded }));
    assert_eq!(code, "InvalidParameterValue.InvalidAccessToken");
    server.control("reset", json!({}));
    assert_eq!(id(&json!(seeded)), ALICE);
}

/// The page's own failure: what it means stands in the message.
#[test]
fn a_wrong_password_says_so_in_its_odd_way() {
    let server = Server::start();
    for params in [
        with(alice(), "Password", json!("wrong")),
        with(alice(), "Email", json!("nobody@example.com")),
        with(alice(), "Type", json!("phone")),
    ] {
        let answer = server.call_app("AppGetToken", params);
        assert_eq!(error_code(&answer), "InternalError");
        let message = answer["Response"]["Error"]["Message"].as_str().unwrap();
        assert!(
            message.starts_with("InvalidParameterValue.UserLoginFailed|"),
            "{message}"
        );
    }
    let fax = with(alice(), "Type", json!("fax"));
    assert_eq!(error_code(&server.call_app("AppGetToken", fax)), VALUE);
    let bare = json!({ "Email": "alice@example.com" });
    assert_eq!(
        error_code(&server.call_app("AppGetToken", bare)),
        "ErrorRequiredParamNotFound"
    );
}

#[test]
fn wechat_users_have_an_account_from_the_first_time_on() {
    let server = Server::start();
    let come = |open_id: &str| {
        let params = json!({ "WxOpenID": open_id, "NickName": "小明", "Avatar": "https://example.com/a.png" });
        let token = payload(&server.call_app("AppGetTokenByWeiXin", params))["Token"].clone();
        payload(&server.call("AppGetUser", json!({ "AccessToken": token })))
    };
    let first = come("openid-1");
    assert_eq!(
        (&first["NickName"], &first["Avatar"]),
        (&json!("小明"), &json!("https://example.com/a.png"))
    );
    assert!(
        first["UserID"]
            .as_str()
            .unwrap()
            .bytes()
            .all(|byte| byte.is_ascii_digit())
    );
    assert_eq!(come("openid-1")["UserID"], first["UserID"]);
    assert_ne!(come("openid-2")["UserID"], first["UserID"]);
    assert_eq!(come("fake-openid-of-user-2")["UserID"], BOB);
    let long = json!({ "WxOpenID": "o", "NickName": "x".repeat(33), "Avatar": "a" });
    assert_eq!(
        error_code(&server.call_app("AppGetTokenByWeiXin", long)),
        "InvalidParameterValue.NickNameLengthInvalid"
    );
}

#[test]
fn an_account_begins_with_a_code() {
    let server = Server::start();
    let phone = || json!({ "CountryCode": "86", "PhoneNumber": "10000000009" });
    let send = |purpose: &str| server.call_app("AppSendVerificationCode", with(phone(), "Type", json!(purpose)));
    assert_eq!(send("register")["Response"]["Data"], "OK");
    assert_eq!(
        error_code(&send("register")),
        "InvalidParameterValue.SendVerifyCodeTooQuick"
    );
    assert_eq!(error_code(&send("tease")), VALUE);
    let codes = server.show("codes");
    assert_eq!(
        (&codes[0]["type"], &codes[0]["to"]),
        (&json!("register"), &json!("+86 10000000009"))
    );
    let code = codes[0]["code"].as_str().unwrap();
    assert!(
        code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()),
        "{code}"
    );
    let create = |code: &str| {
        let params = with(phone(), "Password", json!("secret-of-nine"));
        server.call_app("AppCreateCellphoneUser", with(params, "VerificationCode", json!(code)))
    };
    assert_eq!(error_code(&create("not-it")), WRONG_CODE);
    let id = payload(&create(code))["UserID"].clone();
    assert_eq!(error_code(&create(code)), "InvalidParameterValue.PhoneNumberUsed");
    let token = payload(&server.call_app("AppGetToken", with(phone(), "Password", json!("secret-of-nine"))));
    let user = payload(&server.call("AppGetUser", json!({ "AccessToken": token["Token"] })));
    assert_eq!((&user["UserID"], &user["PhoneNumber"]), (&id, &json!("10000000009")));
    let bad = json!({ "CountryCode": "+86", "PhoneNumber": "1", "Type": "register" });
    assert_eq!(
        error_code(&server.call_app("AppSendVerificationCode", bad)),
        "InvalidParameterValue.PhoneNumberInvalid"
    );
}

#[test]
fn the_same_by_e_mail_and_a_forgotten_password() {
    let server = Server::start();
    let mail = |to: &str, purpose: &str| {
        server.call_app("AppSendEmailVerificationCode", json!({ "Email": to, "Type": purpose }))
    };
    for bad in ["nobody", "@example.com", "a@b"] {
        assert_eq!(
            error_code(&mail(bad, "register")),
            "InvalidParameterValue.EmailInvalid",
            "{bad}"
        );
    }
    mail("new@example.com", "register");
    let code = server.show("codes")[0]["code"].clone();
    let new = json!({ "Email": "new@example.com", "Password": "first", "VerificationCode": code });
    assert!(payload(&server.call_app("AppCreateEmailUser", new.clone()))["UserID"].is_string());
    assert_eq!(
        error_code(&server.call_app("AppCreateEmailUser", new.clone())),
        "InvalidParameterValue.EmailUsed"
    );
    // A code for one thing is none for the other.
    mail("alice@example.com", "register");
    let code = server.show("codes")[0]["code"].clone();
    let reset = |to: &str, code: &Value| {
        let params = json!({ "Email": to, "Password": "second", "VerificationCode": code });
        server.call_app("AppResetPasswordByEmail", params)
    };
    assert_eq!(error_code(&reset("alice@example.com", &code)), VALUE);
    assert_eq!(
        error_code(&reset("nobody@example.com", &code)),
        "InvalidParameterValue.ErrorUserNotExists"
    );
    mail("bob@example.com", "resetpass");
    let code = server.show("codes")[0]["code"].clone();
    assert_eq!(reset("bob@example.com", &code)["Response"]["Data"], "OK");
    assert_eq!(
        error_code(&reset("bob@example.com", &code)),
        VALUE,
        "a code counts once"
    );
    let bob = |password: &str| json!({ "Email": "bob@example.com", "Password": password });
    assert!(payload(&server.call_app("AppGetToken", bob("second")))["Token"].is_string());
    assert_eq!(
        error_code(&server.call_app("AppGetToken", bob("fake-password-of-user-2"))),
        "InternalError"
    );
    let phone = json!({ "CountryCode": "86", "PhoneNumber": "10000000001", "Type": "resetpass" });
    server.call_app("AppSendVerificationCode", phone.clone());
    let code = server.show("codes")[0]["code"].clone();
    let params = with(with(phone, "VerificationCode", code), "Password", json!("third"));
    assert_eq!(
        server.call_app("AppResetPasswordByCellphone", params)["Response"]["Data"],
        "OK"
    );
    let alice = with(alice(), "Password", json!("third"));
    assert!(payload(&server.call_app("AppGetToken", alice))["Token"].is_string());
}

#[test]
fn a_user_changes_name_and_number_and_settings() {
    let server = Server::start();
    let update = |params: Value| server.call("AppUpdateUser", params);
    assert_eq!(update(json!({ "NickName": "Alicia" }))["Response"]["Data"], "OK");
    let number = json!({ "CountryCode": "86", "PhoneNumber": "10000000009", "VerificationCode": "no" });
    assert_eq!(error_code(&update(number.clone())), WRONG_CODE);
    server.call_app(
        "AppSendVerificationCode",
        with(number.clone(), "Type", json!("register")),
    );
    let code = server.show("codes")[0]["code"].clone();
    assert_eq!(update(with(number, "VerificationCode", code))["Response"]["Data"], "OK");
    let user = payload(&server.call("AppGetUser", json!({})));
    assert_eq!(
        (&user["NickName"], &user["PhoneNumber"]),
        (&json!("Alicia"), &json!("10000000009"))
    );
    for (params, code) in [
        (
            json!({ "NickName": "x".repeat(33) }),
            "InvalidParameterValue.NickNameLengthInvalid",
        ),
        (
            json!({ "CountryCode": "86", "PhoneNumber": "10000000002" }),
            "InvalidParameterValue.PhoneNumberUsed",
        ),
        (json!({ "Email": "bob@example.com" }), "InvalidParameterValue.EmailUsed"),
        (json!({ "Email": "bob" }), "InvalidParameterValue.EmailInvalid"),
        (
            json!({ "PhoneNumber": "10000000008" }),
            "InvalidParameterValue.PhoneNumberInvalid",
        ),
    ] {
        assert_eq!(error_code(&update(params)), code);
    }
    let settings = || server.call_in("live", "AppGetUserSetting", json!({}))["data"]["UserSetting"].clone();
    assert_eq!(settings()["EnableWechatPush"], 1);
    let quiet = json!({
        "EnableWechatPush": 0, "EnableDeviceMessagePush": 1, "EnableFamilyMessagePush": 1, "EnableNotifyMessagePush": 0,
    });
    payload(&server.call("AppUpdateUserSetting", quiet.clone()));
    assert_eq!(
        (&settings()["EnableWechatPush"], &settings()["TemperatureUnit"]),
        (&json!(0), &json!("C"))
    );
    assert_eq!(
        server.code("AppUpdateUserSetting", with(quiet, "EnableWechatPush", json!(2))),
        VALUE
    );
}

/// Passwords, codes and the AppSecret show up in no log, and neither does what was signed with it.
#[test]
fn the_log_keeps_quiet() {
    let server = Server::start();
    let body = server.app_body(
        "AppGetToken",
        with(
            alice(),
            "Avatar",
            json!(format!("{APP_SECRET} fake-password-of-user-1")),
        ),
    );
    let token = server.post(APP_API_PATH, &body).json()["Response"]["Data"]["Token"].clone();
    server.call("AppGetUser", json!({ "AccessToken": token, "NickName": token }));
    let log = server.get("/control/log").body;
    assert!(log.contains("AppGetToken") && log.contains("alice@example.com"));
    for secret in [
        &body["Signature"],
        &token,
        &json!(APP_SECRET),
        &json!("fake-password-of-user-1"),
    ] {
        assert!(!log.contains(secret.as_str().unwrap()), "{secret}");
    }
}
