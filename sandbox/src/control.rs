//! The routes under `/control`: everything that is not the app's part, and what tests need to see and arrange.

use std::io;
use std::net::Ipv4Addr;

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::envelope::Style;
use crate::fault::Fault;
use crate::guard::{self, Refusal};
use crate::rules;
use crate::seed;
use crate::signature::{self, DeviceText};
use crate::softap::Waiting;
use crate::upstream::Upstream;
use crate::world::{Device, DeviceId, Kind, Shared, VerificationCode, World, now_ms};

/// The most bytes a control request may have.
const MAX_BODY_BYTES: usize = 1024 * 1024;
/// By how much a Bluetooth device signs later than the phone's time, in seconds.
const BLUETOOTH_LATER_SECONDS: i64 = 60;
/// The connId of a Wi-Fi device that was not given one.
const WIFI_CONN_ID: &str = "c0nn1";
/// The nonce of a Bluetooth device that was not given one.
const BLUETOOTH_NONCE: &str = "2864434397";
/// The nonce of our server when the caller leaves the choice to it.
const SERVER_NONCE: &str = "n0nce";

/// The first token version of firmware that is bound by what it reports.
const BINDING_TOKEN_VERSION: u8 = 3;

type Answer = Result<Json<Value>, Refusal>;

/// `/control/mode`, there in every mode: what the page has before it.
pub(crate) fn mode(upstream: Option<&Upstream>, lan: bool) -> Router {
    let mut mode = json!({ "mode": if upstream.is_some() { "upstream" } else { "sandbox" } });
    if let Some(upstream) = upstream {
        mode["upstream"] = json!(upstream.host());
    }
    mode["lan"] = json!(lan);
    Router::new()
        .route("/mode", get(|| async { Json(mode) }))
        .method_not_allowed_fallback(other_method)
}

/// What stands in the place of all other routes where there is nothing to control.
pub(crate) fn off() -> Router {
    Router::new().fallback(|| async {
        Refusal::unknown("Off with --upstream: the real cloud has no control routes, and this server signs nothing.")
    })
}

async fn other_method() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "This control route has another method.")
}

pub(crate) fn routes(shared: Shared) -> Router {
    Router::new()
        .route("/seed", get(show_seed))
        .route("/devices", get(show_devices).post(add_devices))
        .route("/family", post(change_family))
        .route("/log", get(show_log).delete(clear_log))
        .route("/reset", post(reset))
        .route("/envelope", post(choose_envelope))
        .route("/fault", post(add_fault).delete(clear_faults))
        .route("/codes", get(show_codes))
        .route("/token", post(change_access_token))
        .route("/bind-token", post(change_bind_token))
        .route("/device/report-token", post(report_token))
        .route("/device/sign", post(device_signs))
        .route("/device/online", post(device_online))
        .route("/device/data", get(show_data).post(device_reports))
        .route("/device/code", post(device_code))
        .route("/device/softap", post(device_waits))
        .route("/sign", post(server_signs))
        .fallback(|| async { Refusal::unknown("There is no such control route.") })
        .method_not_allowed_fallback(other_method)
        .with_state(shared)
}

/// The JSON body of a control request. A missing body counts as an empty object.
async fn read<T: DeserializeOwned>(request: Request) -> Result<T, Refusal> {
    let (parts, body) = request.into_parts();
    // A foreign page could send a form without asking; JSON it cannot.
    if !guard::is_json(&parts.headers) {
        return Err(Refusal::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "Control requests are application/json.",
        ));
    }
    let bytes = to_bytes(body, MAX_BODY_BYTES).await.map_err(|_| {
        Refusal::new(
            StatusCode::PAYLOAD_TOO_LARGE,
            "The body is too large or did not arrive whole.",
        )
    })?;
    let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
    serde_json::from_slice(bytes).map_err(|error| Refusal::bad(format!("The body does not fit this route: {error}.")))
}

async fn show_seed(State(shared): State<Shared>, headers: HeaderMap) -> Json<Value> {
    // By the name the page came from, so that its calls are to its own origin.
    let own = format!("127.0.0.1:{}", shared.port);
    let host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or(&own);
    let world = shared.lock();
    let families = |user_id: &str| -> Vec<Value> {
        let own = world.families.iter().filter(|family| family.member(user_id).is_some());
        own.map(|family| {
            let rooms = family
                .rooms
                .iter()
                .map(|room| json!({ "roomId": room.id, "name": room.name }));
            json!({
                "familyId": family.id,
                "name": family.name,
                "rooms": rooms.collect::<Vec<_>>(),
                "deviceLimit": family.device_limit,
            })
        })
        .collect()
    };
    let users = world.users.iter().map(|user| {
        json!({
            "userId": user.id,
            "name": user.name,
            "accessToken": user.access_tokens.first(),
            "account": {
                "countryCode": user.country_code,
                "phoneNumber": user.phone_number,
                "email": user.email,
                "password": user.password,
                "wxOpenId": user.wx_open_id,
            },
            "families": families(&user.id),
        })
    });
    let products = world.products.iter().map(|product| {
        json!({
            "productId": product.id,
            "name": product.name,
            "productSecret": product.secret,
            "kind": product.kind.name(),
            "linked": product.linked,
        })
    });
    let devices = world.devices.iter().map(|device| {
        let mut entry = json!({
            "productId": device.id.product_id,
            "deviceName": device.id.device_name,
            "psk": signature::base64(&device.psk),
            "kind": device.kind.name(),
            "online": world.hears_from(device),
        });
        if let Some(gateway) = &device.near {
            entry["gateway"] = named(gateway);
        }
        entry
    });
    Json(json!({
        "endpoint": format!("http://{host}{}", crate::API_PATH),
        "app": {
            "endpoint": format!("http://{host}{}", crate::APP_API_PATH),
            "appKey": seed::APP_KEY,
            "appSecret": seed::APP_SECRET,
        },
        "users": users.collect::<Vec<_>>(),
        "products": products.collect::<Vec<_>>(),
        "devices": devices.collect::<Vec<_>>(),
        "gateway": named(&DeviceId::new(seed::MAIN_GATEWAY.0, seed::MAIN_GATEWAY.1)),
    }))
}

async fn show_devices(State(shared): State<Shared>) -> Json<Value> {
    let world = shared.lock();
    let devices = world.devices.iter().map(|device| {
        let mut entry = named(&device.id);
        entry["kind"] = json!(device.kind.name());
        entry["online"] = json!(world.hears_from(device));
        if let Some(binding) = &device.binding {
            entry["familyId"] = json!(binding.family);
            entry["roomId"] = json!(binding.room);
            if let Some(gateway) = &binding.gateway {
                entry["gateway"] = named(gateway);
            }
        }
        entry["binds"] = json!(device.binds);
        entry
    });
    Json(devices.collect())
}

/// The most devices that are added at once.
const MAX_ADDED_DEVICES: u32 = 1_000;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct AddDevices {
    kind: Kind,
    #[serde(default = "one_device")]
    count: u32,
}

const fn one_device() -> u32 {
    1
}

/// More devices of a kind, of the product that the seed has for it, bound to nobody: until the next reset. Sub-devices are in
/// reach of the main gateway.
async fn add_devices(State(shared): State<Shared>, request: Request) -> Answer {
    let AddDevices { kind, count } = read(request).await?;
    if !(1..=MAX_ADDED_DEVICES).contains(&count) {
        return Err(Refusal::bad(format!("count must be from 1 to {MAX_ADDED_DEVICES}.")));
    }
    let mut world = shared.lock();
    let added = (0..count).map(|_| named(&world.add_device(kind)));
    let added: Vec<Value> = added.collect();
    Ok(Json(json!({ "devices": added })))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ChangeFamily {
    family_id: String,
    device_limit: usize,
}

/// Another limit to how many devices a family holds.
async fn change_family(State(shared): State<Shared>, request: Request) -> Answer {
    let ChangeFamily {
        family_id,
        device_limit,
    } = read(request).await?;
    let mut world = shared.lock();
    let Some(family) = world.family_mut(&family_id) else {
        return Err(Refusal::unknown("There is no such family."));
    };
    family.device_limit = device_limit;
    Ok(Json(json!({ "familyId": family.id, "deviceLimit": device_limit })))
}

fn named(id: &DeviceId) -> Value {
    json!({ "productId": id.product_id, "deviceName": id.device_name })
}

async fn show_log(State(shared): State<Shared>) -> Json<Value> {
    Json(json!({ "requests": shared.lock().log.entries() }))
}

async fn clear_log(State(shared): State<Shared>) -> Json<Value> {
    shared.lock().log.clear();
    Json(json!({}))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reset {
    envelope: Option<Style>,
}

async fn reset(State(shared): State<Shared>, request: Request) -> Answer {
    let Reset { envelope } = read(request).await?;
    shared.reset(envelope);
    Ok(Json(json!({ "envelope": shared.lock().style })))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChooseEnvelope {
    style: Style,
}

async fn choose_envelope(State(shared): State<Shared>, request: Request) -> Answer {
    let ChooseEnvelope { style } = read(request).await?;
    shared.lock().style = style;
    Ok(Json(json!({ "envelope": style })))
}

async fn add_fault(State(shared): State<Shared>, request: Request) -> Answer {
    let fault: Fault = read(request).await?;
    if let Some(complaint) = fault.complaint() {
        return Err(Refusal::bad(complaint));
    }
    let id = shared.lock().faults.add(fault);
    Ok(Json(json!({ "id": id })))
}

async fn clear_faults(State(shared): State<Shared>) -> Json<Value> {
    shared.lock().faults.clear();
    Json(json!({}))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ChangeAccessToken {
    user_id: String,
    op: AccessTokenOp,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum AccessTokenOp {
    Expire,
    Renew,
}

async fn change_access_token(State(shared): State<Shared>, request: Request) -> Answer {
    let ChangeAccessToken { user_id, op } = read(request).await?;
    let mut world = shared.lock();
    if world.user(&user_id).is_none() {
        return Err(Refusal::unknown("There is no such user."));
    }
    let token = match op {
        AccessTokenOp::Expire => {
            world.expire_access_token(&user_id);
            None
        }
        AccessTokenOp::Renew => world.renew_access_token(&user_id),
    };
    Ok(Json(json!({ "accessToken": token })))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeBindToken {
    token: String,
    op: BindTokenOp,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum BindTokenOp {
    Expire,
    Forget,
}

async fn change_bind_token(State(shared): State<Shared>, request: Request) -> Answer {
    let ChangeBindToken { token, op } = read(request).await?;
    let mut world = shared.lock();
    let Some(known) = world.bind_token_mut(&token) else {
        return Err(Refusal::unknown("There is no such bind token."));
    };
    match op {
        BindTokenOp::Expire => known.expired = true,
        // Used up is what the cloud calls not existing; the text stays known, so that no log shows it later.
        BindTokenOp::Forget => known.used = true,
    }
    Ok(Json(json!({})))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ReportToken {
    token: String,
    product_id: String,
    device_name: String,
    #[serde(default)]
    delay_ms: u64,
    /// Of the device's firmware: 3 is bound by its report.
    token_version: Option<u8>,
    /// Where the report binds it; absent: the user's first family.
    family_id: Option<String>,
}

/// Whether firmware of that token version is bound by its report.
fn binds_by_report(token_version: Option<u8>) -> Result<bool, Refusal> {
    match token_version {
        None | Some(1 | 2) => Ok(false),
        Some(BINDING_TOKEN_VERSION) => Ok(true),
        Some(_) => Err(Refusal::bad("tokenVersion is 1, 2 or 3.")),
    }
}

async fn report_token(State(shared): State<Shared>, request: Request) -> Answer {
    let ReportToken {
        token,
        product_id,
        device_name,
        delay_ms,
        token_version,
        family_id,
    } = read(request).await?;
    let id = DeviceId::new(&product_id, &device_name);
    if !existing(&shared.lock(), &id)?.kind.has_wifi() {
        return Err(Refusal::bad("This device has no Wi-Fi and cannot report a token."));
    }
    let is_bound_by_it = binds_by_report(token_version)?;
    if family_id.is_some() && !is_bound_by_it {
        return Err(Refusal::bad("Only with tokenVersion 3 does a report bind anything."));
    }
    let answer = named(&id);
    shared
        .later(delay_ms, move |world| {
            if is_bound_by_it {
                world.report_token_and_bind(&id, &token, family_id.as_deref());
            } else {
                world.report_token(&id, &token);
            }
        })
        .await;
    Ok(Json(answer))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct DeviceSigns {
    product_id: String,
    device_name: String,
    bind_type: Option<String>,
    sign_method: Option<String>,
    conn_id: Option<String>,
    timestamp: Option<i64>,
    online: Option<bool>,
}

async fn device_signs(State(shared): State<Shared>, request: Request) -> Answer {
    let asked: DeviceSigns = read(request).await?;
    let id = DeviceId::new(&asked.product_id, &asked.device_name);
    let mut world = shared.lock();
    let device = existing(&world, &id)?;
    let (kind, psk) = (device.kind, device.psk);
    let by_bluetooth = kind == Kind::Bluetooth;
    let bind_type = asked.bind_type.unwrap_or_else(|| {
        let usual = if by_bluetooth { "bluetooth_sign" } else { "wifi_sign" };
        usual.to_owned()
    });
    let sign_method = asked.sign_method.unwrap_or_else(|| "hmacsha1".to_owned());
    let conn_id = asked.conn_id.unwrap_or_else(|| {
        let usual = if bind_type == "wifi_sign" {
            WIFI_CONN_ID
        } else {
            BLUETOOTH_NONCE
        };
        usual.to_owned()
    });
    if conn_id.is_empty() && bind_type != "wifi_sign" {
        return Err(Refusal::bad("Only over Wi-Fi may connId be empty."));
    }
    let later = if bind_type == "bluetooth_sign" {
        BLUETOOTH_LATER_SECONDS
    } else {
        0
    };
    let time = asked.timestamp.unwrap_or_else(|| now_ms() / 1000).saturating_add(later);
    let signed = DeviceText {
        product_id: &id.product_id,
        device_name: &id.device_name,
        time,
        conn_id: &conn_id,
        bind_type: &bind_type,
        sign_method: &sign_method,
    };
    let Some(signature) = signature::device_bind(&psk, signed) else {
        return Err(Refusal::bad("bindType or signMethod is none of the documented ones."));
    };
    // Signing comes with joining the Wi-Fi; a test may keep the two apart.
    if let Some(device) = world.device_mut(&id)
        && asked.online.unwrap_or_else(|| kind.has_wifi())
    {
        device.set_online(true, now_ms());
    }
    world.signatures.push(signature.clone());
    Ok(Json(json!({
        "ProductId": id.product_id,
        "DeviceName": id.device_name,
        "DeviceTimestamp": time,
        "ConnId": conn_id,
        "Signature": signature,
        "BindType": bind_type,
        "SignMethod": sign_method,
    })))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct DeviceOnline {
    product_id: String,
    device_name: String,
    online: bool,
    #[serde(default)]
    delay_ms: u64,
}

async fn device_online(State(shared): State<Shared>, request: Request) -> Answer {
    let DeviceOnline {
        product_id,
        device_name,
        online,
        delay_ms,
    } = read(request).await?;
    let id = DeviceId::new(&product_id, &device_name);
    existing(&shared.lock(), &id)?;
    let answer = named(&id);
    shared
        .later(delay_ms, move |world| {
            if let Some(device) = world.device_mut(&id) {
                device.set_online(online, now_ms());
            }
        })
        .await;
    Ok(Json(answer))
}

/// What each device does now.
async fn show_data(State(shared): State<Shared>) -> Json<Value> {
    let world = shared.lock();
    let devices = world.devices.iter().map(|device| {
        let value = |(property, entry): (&String, &Value)| (property.clone(), entry["Value"].clone());
        let mut entry = named(&device.id);
        entry["data"] = Value::Object(device.data.iter().map(value).collect());
        entry
    });
    Json(devices.collect())
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct DeviceReports {
    product_id: String,
    device_name: String,
    data: Map<String, Value>,
}

/// Values that change at the device itself: somebody pressed its switch.
async fn device_reports(State(shared): State<Shared>, request: Request) -> Answer {
    let DeviceReports {
        product_id,
        device_name,
        data,
    } = read(request).await?;
    let id = DeviceId::new(&product_id, &device_name);
    let mut world = shared.lock();
    existing(&world, &id)?;
    rules::fit(world.product(&id.product_id), &data).map_err(|fail| Refusal::bad(format!("{}.", fail.english)))?;
    if let Some(device) = world.device_mut(&id) {
        device.take(&data, now_ms());
    }
    Ok(Json(named(&id)))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct DeviceCode {
    product_id: String,
    device_name: String,
}

/// The text of a code that binds the device, as its maker prints it.
async fn device_code(State(shared): State<Shared>, request: Request) -> Answer {
    let DeviceCode {
        product_id,
        device_name,
    } = read(request).await?;
    let id = DeviceId::new(&product_id, &device_name);
    let mut world = shared.lock();
    existing(&world, &id)?;
    let text = world.make_id("fake-code-");
    world.printed.push((text.clone(), id));
    Ok(Json(json!({ "deviceSignature": text })))
}

/// The codes that were sent to phones and e-mail addresses and not used yet, the newest first.
async fn show_codes(State(shared): State<Shared>) -> Json<Value> {
    let world = shared.lock();
    let code = |code: &VerificationCode| json!({ "type": code.purpose, "to": code.to, "code": code.text });
    Json(world.codes.iter().rev().map(code).collect())
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct DeviceWaits {
    product_id: String,
    device_name: String,
    #[serde(default)]
    port: u16,
    #[serde(default)]
    delay_ms: u64,
    token_version: Option<u8>,
}

/// The device opens its hotspot: it listens on a port of this machine, any free one unless told otherwise, until the next
/// reset. `delayMs` after it got a Wi-Fi and a token it reports the token.
async fn device_waits(State(shared): State<Shared>, request: Request) -> Answer {
    let DeviceWaits {
        product_id,
        device_name,
        port,
        delay_ms,
        token_version,
    } = read(request).await?;
    let id = DeviceId::new(&product_id, &device_name);
    if !existing(&shared.lock(), &id)?.kind.has_wifi() {
        return Err(Refusal::bad("This device has no Wi-Fi and opens no hotspot."));
    }
    let is_bound_by_report = binds_by_report(token_version)?;
    let taken = |error: io::Error| Refusal::new(StatusCode::CONFLICT, format!("The port cannot be had: {error}."));
    let waiting = Waiting::start(Ipv4Addr::LOCALHOST.into(), port, Some(id), delay_ms)
        .await
        .map_err(taken)?
        .with_firmware(is_bound_by_report);
    let address = waiting.address().map_err(taken)?;
    tokio::spawn(waiting.run(shared));
    Ok(Json(
        json!({ "address": address.ip().to_string(), "port": address.port() }),
    ))
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct ServerSigns {
    product_id: String,
    device_name: String,
    nonce: Option<String>,
    timestamp: Option<i64>,
}

/// The caller's server: it knows its products' secrets and hands out signatures, never the secrets.
async fn server_signs(State(shared): State<Shared>, request: Request) -> Answer {
    let asked: ServerSigns = read(request).await?;
    let nonce = asked.nonce.unwrap_or_else(|| SERVER_NONCE.to_owned());
    let time = asked.timestamp.unwrap_or_else(|| now_ms() / 1000);
    let mut world = shared.lock();
    let Some(product) = world.product(&asked.product_id) else {
        return Err(Refusal::unknown("There is no such product."));
    };
    let signature = signature::gateway_bind(&product.secret, &asked.product_id, &asked.device_name, &nonce, time);
    world.signatures.push(signature.clone());
    Ok(Json(
        json!({ "signature": signature, "nonce": nonce, "timestamp": time }),
    ))
}

fn existing<'a>(world: &'a World, id: &DeviceId) -> Result<&'a Device, Refusal> {
    world
        .device(id)
        .ok_or_else(|| Refusal::unknown("There is no such device."))
}
