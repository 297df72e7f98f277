//! Timers of a device. They are kept and shown; nothing here waits for their time.

use serde_json::{Value, json};

use super::{Call, Payload, data, object, page, used_device, value};
use crate::envelope::Fail;
use crate::world::{DeviceId, Timer, World};

pub(super) fn create(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    check(world, call, user)?;
    let mut timer = Timer {
        id: world.make_id(""),
        device: call.device_id(),
        name: String::new(),
        days: String::new(),
        time_point: String::new(),
        repeat: 0,
        data: String::new(),
        is_on: true,
        since: call.now(),
        updated: 0,
    };
    fill(&mut timer, call);
    let answer = object(json!({ "TimerId": timer.id, "TimerName": timer.name }));
    world.timers.push(timer);
    Ok(answer)
}

pub(super) fn modify(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    check(world, call, user)?;
    fill(known(world, call)?, call);
    Ok(Payload::new())
}

/// Without a status nothing changes, though the page allows it.
pub(super) fn switch(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    used_device(world, &call.device_id(), user)?;
    let timer = known(world, call)?;
    match call.number("Status") {
        None => {}
        Some(status @ 0..=1) => {
            timer.is_on = status == 1;
            timer.updated = call.now();
        }
        Some(_) => return Err(value("Status is 0 or 1", "参数 Status 取值错误")),
    }
    Ok(Payload::new())
}

pub(super) fn delete(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    used_device(world, &call.device_id(), user)?;
    let id = known(world, call)?.id.clone();
    world.timers.retain(|timer| timer.id != id);
    Ok(Payload::new())
}

pub(super) fn list(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    used_device(world, &id, user)?;
    let own = world.timers.iter().filter(|timer| timer.device == id);
    let entries = own.map(|timer| {
        json!({
            "TimerId": timer.id,
            "TimerName": timer.name,
            "ProductId": timer.device.product_id,
            "DeviceName": timer.device.device_name,
            "Days": timer.days,
            "TimePoint": timer.time_point,
            "Repeat": timer.repeat,
            "Data": timer.data,
            "Status": u8::from(timer.is_on).to_string(),
            "CreateTime": timer.since,
            "UpdateTime": timer.updated,
        })
    });
    Ok(page("TimerList", entries, call))
}

fn known<'a>(world: &'a mut World, call: Call<'_>) -> Result<&'a mut Timer, Fail> {
    let (device, id): (DeviceId, _) = (call.device_id(), call.text("TimerId"));
    let mut own = world.timers.iter_mut().filter(|timer| timer.device == device);
    own.find(|timer| timer.id == id)
        .ok_or_else(|| value("The device has no such timer", "定时任务不存在"))
}

fn check(world: &World, call: Call<'_>, user: &str) -> Result<(), Fail> {
    let id = call.device_id();
    used_device(world, &id, user)?;
    let days = call.text("Days");
    if days.len() != 7 || !days.bytes().all(|day| matches!(day, b'0' | b'1')) {
        return Err(value("Days are seven of 0 and 1", "参数 Days 取值错误"));
    }
    if !is_time(call.text("TimePoint")) {
        return Err(value("TimePoint is HH:MM", "参数 TimePoint 取值错误"));
    }
    if !matches!(call.number("Repeat"), Some(0 | 1)) {
        return Err(value("Repeat is 0 or 1", "参数 Repeat 取值错误"));
    }
    let Ok(Value::Object(values)) = serde_json::from_str(call.text("Data")) else {
        return Err(value("Data is no JSON object", "参数 Data 不是 JSON 对象"));
    };
    data::fit(world.product(&id.product_id), &values)
}

/// One example leaves a leading zero out.
fn is_time(text: &str) -> bool {
    let Some((hour, minute)) = text.split_once(':') else {
        return false;
    };
    let is_number = |text: &str, digits: std::ops::RangeInclusive<usize>, end: u8| {
        digits.contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_digit())
            && text.parse().is_ok_and(|number: u8| number < end)
    };
    is_number(hour, 1..=2, 24) && is_number(minute, 2..=2, 60)
}

fn fill(timer: &mut Timer, call: Call<'_>) {
    call.text("TimerName").clone_into(&mut timer.name);
    call.text("Days").clone_into(&mut timer.days);
    call.text("TimePoint").clone_into(&mut timer.time_point);
    call.text("Data").clone_into(&mut timer.data);
    timer.repeat = call.number("Repeat").unwrap_or(0);
    timer.updated = call.now();
}
