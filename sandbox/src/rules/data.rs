//! What devices report and are told. A device that is online does at once what it is told.

use serde_json::{Map, Value, json};

use super::{Call, Payload, object, used_device, value};
use crate::envelope::Fail;
use crate::world::{Past, Product, World};

pub(super) fn get(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    let (device, _) = used_device(world, &id, user)?;
    // JSON within a text.
    Ok(object(
        json!({ "Data": Value::Object(device.data.clone()).to_string() }),
    ))
}

pub(super) fn control(world: &mut World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    used_device(world, &id, user)?;
    let Ok(Value::Object(values)) = serde_json::from_str(call.text("Data")) else {
        return Err(value("Data is no JSON object", "参数 Data 不是 JSON 对象"));
    };
    fit(world.product(&id.product_id), &values)?;
    tell(world, &id, values, call.now_ms);
    Ok(object(json!({ "Data": "" })))
}

/// Gives a device values, now or when it is back.
pub(super) fn tell(world: &mut World, id: &crate::world::DeviceId, values: Map<String, Value>, now_ms: i64) {
    let is_heard = world.device(id).is_some_and(|device| world.hears_from(device));
    if let Some(device) = world.device_mut(id) {
        if is_heard {
            device.take(&values, now_ms);
        } else {
            device.wanted.extend(values);
        }
    }
}

/// Refuses what the product's data template has no room for.
pub(crate) fn fit(product: Option<&Product>, values: &Map<String, Value>) -> Result<(), Fail> {
    let Some(product) = product.filter(|product| !product.properties.is_empty()) else {
        return Ok(());
    };
    for (name, wanted) in values {
        let property = product
            .property(name)
            .ok_or_else(|| value(&format!("The product has no property {name}"), "产品没有此属性"))?;
        let largest = property.range.largest();
        if !wanted.as_i64().is_some_and(|number| (0..=largest).contains(&number)) {
            return Err(value(
                &format!("{name} is a whole number from 0 to {largest}"),
                "属性值不在范围内",
            ));
        }
    }
    Ok(())
}

/// The newest first. `Listover` as the page has it: true says that there is more.
pub(super) fn history(world: &World, call: Call<'_>, user: &str) -> Result<Payload, Fail> {
    let id = call.device_id();
    let (device, _) = used_device(world, &id, user)?;
    let field = call.text("FieldName");
    let product = world
        .product(&id.product_id)
        .filter(|product| !product.properties.is_empty());
    if product.is_some_and(|product| product.property(field).is_none()) {
        return Err(value("The product has no such property", "产品没有此属性"));
    }
    let skipped = match call.text("Context") {
        "" => 0,
        cursor => cursor
            .parse::<usize>()
            .map_err(|_| value("Context is not from an answer", "参数 Context 取值错误"))?,
    };
    let between = call.number("MinTime").unwrap_or(0)..=call.number("MaxTime").unwrap_or(i64::MAX);
    let is_meant = |past: &&Past| past.property == field && between.contains(&past.at_ms);
    let all: Vec<&Past> = device.history.iter().rev().filter(is_meant).collect();
    let results: Vec<Value> = all
        .iter()
        .skip(skipped)
        .take(call.count("Limit", usize::MAX))
        .map(|past| json!({ "Time": past.at_ms.to_string(), "Value": past.value.to_string() }))
        .collect();
    let read = skipped.saturating_add(results.len());
    let has_more = read < all.len();
    Ok(object(json!({
        "Context": if has_more { read.to_string() } else { String::new() },
        "FieldName": field,
        "Listover": has_more,
        "Results": results,
    })))
}
