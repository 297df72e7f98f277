//! What every world begins with. The same after every reset, and nothing that could be taken for a real secret.

use serde_json::{Map, json};

use crate::world::{Binding, Device, DeviceId, Family, Kind, Member, Product, Property, Range, Room, User};

/// What the application that calls before sign-in is known by.
pub(crate) const APP_KEY: &str = "FAKEAPPKEY00000001";
pub(crate) const APP_SECRET: &str = "fake-app-secret-of-the-sandbox";

const ALICE: &str = "user-1";
const BOB: &str = "user-2";
const HOME: &str = "f-home";
const CABIN: &str = "f-cabin";

/// How many devices an ordinary family holds.
pub(crate) const DEVICE_LIMIT: usize = 200;
/// Enough for the two seeded ones and one more.
const CABIN_DEVICE_LIMIT: usize = 3;
/// When what the seed binds was bound, in Unix seconds.
pub(crate) const SEEDED_AT: i64 = 1_700_000_000;

const WIFI: &str = "PLUGWIFI1A";
const BLUETOOTH: &str = "LOCKBLUE2B";
const GATEWAY: &str = "GATEWAY03C";
const SUB: &str = "SENSORSB4D";
const VIRTUAL: &str = "VIRTDEMO5E";
const NOT_LINKED: &str = "NOTLINKED6";
const LAMP: &str = "LAMPWIFI7G";
/// The lamp in the first family's living room, which is there to be switched.
const LAMP_NAME: &str = "lamp-1";

const SWITCH: Property = Property {
    id: "power_switch",
    name: "Power",
    range: Range::Switch,
    first: 0,
};
const PLUG_PROPERTIES: &[Property] = &[SWITCH];
const LAMP_PROPERTIES: &[Property] = &[
    SWITCH,
    Property {
        id: "brightness",
        name: "Brightness",
        range: Range::UpTo(100, "%"),
        first: 80,
    },
    Property {
        id: "color",
        name: "Color",
        range: Range::Names(&["Red", "Green", "Blue"]),
        first: 0,
    },
];

/// The gateway of the first family.
pub(crate) const MAIN_GATEWAY: (&str, &str) = (GATEWAY, "gateway-1");

/// The access token a user has after that many renewals.
pub(crate) fn access_token(user_id: &str, renewals: usize) -> String {
    format!("fake-access-token-of-{user_id}-{renewals:04}")
}

pub(crate) fn users() -> Vec<User> {
    [(ALICE, "Alice", "10000000001"), (BOB, "Bob", "10000000002")]
        .map(|(id, name, phone_number)| User {
            id: id.to_owned(),
            name: name.to_owned(),
            country_code: "86".to_owned(),
            phone_number: phone_number.to_owned(),
            email: format!("{}@example.com", name.to_lowercase()),
            password: format!("fake-password-of-{id}"),
            wx_open_id: format!("fake-openid-of-{id}"),
            access_tokens: vec![access_token(id, 0)],
            ..User::default()
        })
        .into()
}

pub(crate) fn families() -> Vec<Family> {
    let room = |(id, name): &(&str, &str)| Room {
        id: (*id).to_owned(),
        name: (*name).to_owned(),
        since: SEEDED_AT,
        updated: SEEDED_AT,
    };
    let family = |id: &str, name: &str, user: &str, rooms: &[(&str, &str)], device_limit| Family {
        id: id.to_owned(),
        name: name.to_owned(),
        address: String::new(),
        members: vec![Member {
            user: user.to_owned(),
            is_administrator: true,
        }],
        rooms: rooms.iter().map(room).collect(),
        device_limit,
        since: SEEDED_AT,
        updated: SEEDED_AT,
    };
    vec![
        family(
            HOME,
            "Home",
            ALICE,
            &[("r-living", "Living room"), ("r-bedroom", "Bedroom")],
            DEVICE_LIMIT,
        ),
        // Nearly full: one more device fits.
        family(CABIN, "Cabin", ALICE, &[("r-attic", "Attic")], CABIN_DEVICE_LIMIT),
        family("f-bob", "Bob's home", BOB, &[("r-study", "Study")], DEVICE_LIMIT),
    ]
}

pub(crate) fn products() -> Vec<Product> {
    [
        (WIFI, "Wi-Fi plug", Kind::Wifi),
        (BLUETOOTH, "Bluetooth lock", Kind::Bluetooth),
        (GATEWAY, "Gateway", Kind::Gateway),
        (SUB, "Sensor (sub-device)", Kind::Sub),
        (VIRTUAL, "Virtual device", Kind::Virtual),
        (NOT_LINKED, "Not linked to the app", Kind::Wifi),
        (LAMP, "Lamp", Kind::Wifi),
    ]
    .map(|(id, name, kind)| Product {
        id,
        name,
        secret: format!("fake-product-secret-of-{id}"),
        kind,
        linked: id != NOT_LINKED,
        properties: properties(id),
    })
    .into()
}

/// What the devices of a product have; empty where nobody says.
fn properties(product_id: &str) -> &'static [Property] {
    match product_id {
        WIFI => PLUG_PROPERTIES,
        LAMP => LAMP_PROPERTIES,
        _ => &[],
    }
}

pub(crate) fn devices() -> Vec<Device> {
    let (main, cabin) = (MAIN_GATEWAY.1, "gateway-cabin");
    let mut devices = Vec::new();
    let mut add = |product_id, device_name: &str, kind, family: Option<&str>| {
        let mut device = device(product_id, device_name, kind, devices.len());
        device.binding = family.map(|family| bound_to(family, "0"));
        take_first_data(&mut device, properties(product_id));
        devices.push(device);
    };
    for name in ["plug-1", "plug-2", "plug-3", "plug-4"] {
        add(WIFI, name, Kind::Wifi, None);
    }
    for name in ["lock-1", "lock-2"] {
        add(BLUETOOTH, name, Kind::Bluetooth, None);
    }
    add(GATEWAY, main, Kind::Gateway, Some(HOME));
    for name in ["sensor-1", "sensor-2", "sensor-3", "sensor-4", "sensor-5", "sensor-6"] {
        add(SUB, name, Kind::Sub, None);
    }
    add(VIRTUAL, "virtual-1", Kind::Virtual, None);
    add(WIFI, "plug-cabin", Kind::Wifi, Some(CABIN));
    add(GATEWAY, cabin, Kind::Gateway, Some(CABIN));
    add(NOT_LINKED, "unlinked-1", Kind::Wifi, None);
    add(LAMP, LAMP_NAME, Kind::Wifi, Some(HOME));
    if let Some(lamp) = devices.last_mut() {
        lamp.online = true;
        lamp.binding = Some(Binding {
            alias: "Lamp".to_owned(),
            ..bound_to(HOME, "r-living")
        });
    }
    devices
}

fn bound_to(family: &str, room: &str) -> Binding {
    Binding {
        family: family.to_owned(),
        room: room.to_owned(),
        user: ALICE.to_owned(),
        gateway: None,
        alias: String::new(),
        since: SEEDED_AT,
        updated: SEEDED_AT,
        order: 0,
    }
}

/// What a device that nobody has used yet has for properties.
fn take_first_data(device: &mut Device, properties: &[Property]) {
    let values: Map<_, _> = properties
        .iter()
        .map(|property| (property.id.to_owned(), json!(property.first)))
        .collect();
    device.take(&values, SEEDED_AT * 1000);
}

/// A device that is not in the seed, of the product that the seed has for its kind.
pub(crate) fn another_device(kind: Kind, number: usize) -> Device {
    let product_id = match kind {
        Kind::Wifi => WIFI,
        Kind::Bluetooth => BLUETOOTH,
        Kind::Gateway => GATEWAY,
        Kind::Sub => SUB,
        Kind::Virtual => VIRTUAL,
    };
    let mut device = device(product_id, &format!("{}-extra-{number}", kind.name()), kind, number);
    take_first_data(&mut device, properties(product_id));
    device
}

/// A device that is bound to nobody; `number` is its place among all.
fn device(product_id: &str, device_name: &str, kind: Kind, number: usize) -> Device {
    Device {
        id: DeviceId::new(product_id, device_name),
        psk: psk(number),
        kind,
        // A Wi-Fi device has no network before it is provisioned.
        online: kind != Kind::Wifi,
        near: (kind == Kind::Sub).then(|| DeviceId::new(GATEWAY, MAIN_GATEWAY.1)),
        binding: None,
        shares: Vec::new(),
        binds: 0,
        data: Map::new(),
        history: Vec::new(),
        wanted: Map::new(),
    }
}

/// A key that is no text, so that treating its Base64 as the key shows at once.
fn psk(number: usize) -> [u8; 16] {
    let mut key = *b"\xff\x00not-a-secret\x80\x00";
    let [.., high, low] = number.to_be_bytes();
    (key[1], key[15]) = (high, low);
    key
}
