//! `errors.html`: every code of the table, with what is known of it; the guide's sections about single codes among them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context as _, Result, ensure};
use iotexplorer_client::action::Action;
use iotexplorer_client::error::Remedy;
use iotexplorer_client::error::codes::{self, Code};

use super::{Edition, Page, Part, Words, body, both, frame, intro, side};
use crate::generate::pages::html::breakable;
use crate::generate::pages::remedy_words;

/// A flow, by its guide, and the Actions that it sends.
const FLOWS: [(&str, (&str, &str), &[&str]); 4] = [
    (
        "token",
        ("token", "Token 方式"),
        &[
            "AppCreateDeviceBindToken",
            "AppGetDeviceBindTokenState",
            "AppTokenBindDeviceFamily",
            "AppGetDeviceInFamily",
        ],
    ),
    (
        "several",
        ("several devices", "多设备"),
        &[
            "AppCreateDeviceBindToken",
            "AppGetMultiDeviceBindTokenState",
            "AppGetDeviceInFamily",
        ],
    ),
    (
        "signature",
        ("signature", "签名方式"),
        &["AppSigBindDeviceInFamily", "AppGetDeviceInFamily"],
    ),
    (
        "gateway",
        ("gateway", "网关子设备"),
        &[
            "AppSigGatewayBindDevice",
            "AppGetFamilySubDeviceList",
            "AppGetDeviceInFamily",
        ],
    ),
];

/// The codes of a kind: what they begin with, and what is said of them.
struct Group {
    /// First segment of its codes; none for the cloud's other codes.
    category: &'static str,
    title: (&'static str, &'static str),
    about: (&'static str, &'static str),
}

const fn group(
    category: &'static str,
    title: (&'static str, &'static str),
    about: (&'static str, &'static str),
) -> Group {
    Group { category, title, about }
}

const GROUPS: [Group; 14] = [
    group(
        "Flow",
        ("The flow itself", "流程"),
        ("A bind flow ended for a reason of its own.", "绑定流程因自身原因结束。"),
    ),
    group(
        "Timeout",
        ("Out of time", "超时"),
        (
            "The time that you gave is over, by the wall clock.",
            "超过了给定的时间（按墙上时钟计）。",
        ),
    ),
    group(
        "Network",
        ("No answer", "网络"),
        (
            "The host could not send, or heard nothing. In a flow the cloud is asked what became of a bind before anything is repeated.",
            "宿主无法发送请求或没有收到应答。流程会先向云端查询绑定结果，再决定是否重试。",
        ),
    ),
    group(
        "Protocol",
        ("Not the cloud's answer", "应答无法识别"),
        (
            "Something answered that is not the service, or not as it is known.",
            "应答不是来自云端，或格式与已知的不符。",
        ),
    ),
    group(
        "Parameter",
        ("Before anything is sent", "参数"),
        (
            "The package refused what it was given; `parameter` names the culprit. Nothing was sent.",
            "软件包不接受传入的内容，`parameter` 指出是哪一个。没有发送任何请求。",
        ),
    ),
    group(
        "Init",
        ("Loading the package", "加载"),
        ("The module is not there, or not yet.", "模块没有加载，或还没有加载完。"),
    ),
    group(
        "Aborted",
        ("Cancelled", "取消"),
        ("By your own `signal`.", "由您自己的 `signal` 取消。"),
    ),
    group(
        "InvalidParameterValue",
        ("The cloud refused a value", "云端不接受某个值"),
        (
            "What was sent does not fit what the cloud knows: tokens, signatures, names, states.",
            "所传内容与云端的记录不符：Token、签名、名称或状态。",
        ),
    ),
    group(
        "ResourceNotFound",
        ("Not there", "不存在"),
        (
            "What was named does not exist, or not for this user.",
            "所指的对象不存在，或不属于该用户。",
        ),
    ),
    group(
        "UnauthorizedOperation",
        ("Not allowed", "没有权限"),
        ("The user or the app may not do this.", "用户或应用无权进行该操作。"),
    ),
    group(
        "UnsupportedOperation",
        ("Not possible", "不支持"),
        (
            "It cannot be done with this device, or not now.",
            "该设备不支持，或当前状态下不能进行。",
        ),
    ),
    group(
        "LimitExceeded",
        ("A limit is reached", "超出限制"),
        ("There is no room for more.", "数量已达上限。"),
    ),
    group(
        "InternalError",
        ("Faults of the cloud", "云端故障"),
        (
            "Calls that only read are repeated by themselves; flows find out what became of their bind.",
            "只读调用会自动重试；流程会查明绑定的结果。",
        ),
    ),
    group(
        "",
        ("Other codes of the cloud", "云端的其他错误码"),
        ("Codes without a category of their own.", "没有自己分类的错误码。"),
    ),
];

/// Where a code of the package's own comes up.
fn own_place(code: &str) -> Words<'static> {
    match code.split('.').next() {
        Some("Init") => Words::both("loading the package", "加载软件包时"),
        Some("Parameter") => Words::both(
            "every call and flow, before anything is sent",
            "所有调用和流程，发送之前",
        ),
        _ => Words::both("every call and flow", "所有调用和流程"),
    }
}

/// The flows that a code of the package's own ends, if it is a matter of some of them.
fn own_flows(code: &str) -> &'static [&'static str] {
    match code {
        "Flow.SendToDeviceFailed" | "Flow.DeviceMismatch" | "Flow.DeviceUnknown" => &["token", "several"],
        "Flow.SignFailed" => &["gateway"],
        "Flow.BadCheckpoint" | "Flow.CheckpointExpired" | "Flow.CheckpointMismatch" => {
            &["token", "several", "signature"]
        }
        "Flow.OutcomeUnknown" => &["token", "signature", "gateway"],
        "Timeout.Flow" | "Timeout.DeviceNotOnline" => &["token", "several", "signature", "gateway"],
        _ => &[],
    }
}

/// The page.
pub fn page(page: &Page, pages: &[Page], actions: &[&'static Action], edition: Edition) -> Result<String> {
    let mut advice: BTreeMap<&str, (&Part, &Part)> = BTreeMap::new();
    let mut text = intro(page);
    text.push_str("<article class=\"guide\">\n");
    let mut sections = Vec::new();
    for (address, english, chinese) in &page.parts {
        if codes::find(&english.title).is_some() {
            ensure!(
                english.title == chinese.title,
                "{} and {}",
                english.title,
                chinese.title
            );
            advice.insert(&english.title, (english, chinese));
            continue;
        }
        if english.level == 0 {
            let _ = writeln!(text, "{}", body(english, chinese));
            continue;
        }
        let title = both("span", &english.title_html, &chinese.title_html);
        sections.push((address.clone(), title.clone()));
        let _ = writeln!(
            text,
            "<section id=\"{address}\" class=\"part\" data-level=\"2\" aria-labelledby=\"{address}-title\">\n\
             <h2 id=\"{address}-title\"><a href=\"#{address}\">{title}</a></h2>\n{}\n</section>",
            body(english, chinese),
        );
    }
    let mut shown = 0;
    for (at, group) in GROUPS.iter().enumerate() {
        let all = codes::CLOUD.iter().chain(codes::OWN);
        let own: Vec<&Code> = all.filter(|code| place_of(code) == at).collect();
        ensure!(!own.is_empty(), "there is no {}", group.category);
        shown += own.len();
        let title = Words::both(group.title.0, group.title.1).html();
        let address = if group.category.is_empty() {
            "other"
        } else {
            group.category
        };
        sections.push((format!("kind-{address}"), title.clone()));
        let _ = writeln!(
            text,
            "<section id=\"kind-{address}\" class=\"part\" data-level=\"2\" aria-labelledby=\"kind-{address}-title\">\n\
             <h2 id=\"kind-{address}-title\"><a href=\"#kind-{address}\">{title}</a></h2>\n<p class=\"soft\">{}</p>\n<div class=\"codes\">",
            Words::both(group.about.0, group.about.1).html(),
        );
        for code in own {
            entry(&mut text, code, advice.remove(code.code), actions)?;
        }
        text.push_str("</div>\n</section>\n");
    }
    ensure!(
        shown == codes::CLOUD.len() + codes::OWN.len() && advice.is_empty(),
        "every code stands in one place"
    );
    text.push_str("</article>\n");
    let title = (page.title.0.as_str(), page.title.1.as_str());
    Ok(frame(
        title,
        page.guide.id,
        edition,
        &side(pages, Some(page), &sections),
        &text,
    ))
}

/// Where among the groups a code belongs.
fn place_of(code: &Code) -> usize {
    let category = code.code.split('.').next().unwrap_or_default();
    // Those of a parameter that is missing or wrong are told apart by the cloud alone.
    let category = if category == "InvalidParameter" {
        "InvalidParameterValue"
    } else {
        category
    };
    let last = GROUPS.len() - 1;
    GROUPS
        .iter()
        .position(|group| group.category == category)
        .unwrap_or(last)
}

fn entry(text: &mut String, code: &Code, advice: Option<(&Part, &Part)>, actions: &[&'static Action]) -> Result<()> {
    let retryable = matches!(code.remedy, Remedy::Retry | Remedy::Wait);
    let _ = writeln!(
        text,
        "<section class=\"code-entry\" id=\"{0}\" aria-labelledby=\"{0}-name\">\n<h3 id=\"{0}-name\"><a href=\"#{0}\"><code>{1}</code></a></h3>\n\
         <p class=\"marks\"><span class=\"chip\" data-remedy=\"{2}\">{3}</span> <span class=\"chip\" data-retryable=\"{retryable}\">{4}</span></p>\n\
         <p class=\"entry-said\">{5}</p>",
        code.code,
        breakable(code.code),
        code.remedy.as_str(),
        remedy_words(code.remedy).html(),
        if retryable {
            Words::both("retryable", "可重试").html()
        } else {
            Words::both("not retryable", "不可重试").html()
        },
        Words::both(code.en, code.zh).html(),
    );
    if let Some((english, chinese)) = advice {
        let _ = writeln!(text, "<div class=\"advice\">{}</div>", body(english, chinese));
    }
    let is_own = codes::OWN.iter().any(|own| own.code == code.code);
    let documenting: Vec<&&Action> = actions
        .iter()
        .filter(|action| action.docs.codes.contains(&code.code))
        .collect();
    let flows: Vec<&(&str, (&str, &str), &[&str])> = FLOWS
        .iter()
        .filter(|(id, _, sent)| {
            own_flows(code.code).contains(id) || documenting.iter().any(|action| sent.contains(&action.name))
        })
        .collect();
    text.push_str("<dl class=\"entry-facts\">\n");
    if !flows.is_empty() {
        let links: Vec<String> = flows
            .iter()
            .map(|(id, name, _)| format!("<a href=\"{id}.html\">{}</a>", Words::both(name.0, name.1).html()))
            .collect();
        fact(text, &Words::both("Flows", "流程"), &links.join(" · "));
    } else if is_own {
        fact(
            text,
            &Words::both("Comes up in", "出现于"),
            &own_place(code.code).html(),
        );
    }
    let links: Vec<String> = documenting
        .iter()
        .map(|action| {
            format!(
                "<a href=\"../reference/{}.html#{1}\"><code>{2}</code></a>",
                action.docs.group,
                action.name,
                breakable(action.name)
            )
        })
        .collect();
    match links.len() {
        0 => {}
        1..=3 => fact(text, &Words::both("Documented by", "文档接口"), &links.join(" · ")),
        count => fact(
            text,
            &Words::both("Documented by", "文档接口"),
            &format!(
                "<details><summary>{}</summary>\n{}</details>",
                Words::both(&format!("{count} Actions"), &format!("{count} 个接口")).html(),
                links.join(" · ")
            ),
        ),
    }
    text.push_str("</dl>\n</section>\n");
    ensure!(
        is_own || codes::CLOUD.iter().any(|cloud| cloud.code == code.code),
        "{} is nobody's",
        code.code
    );
    Ok(())
}

fn fact(text: &mut String, name: &Words<'_>, value: &str) {
    let _ = writeln!(text, "<div><dt>{}</dt><dd>{value}</dd></div>", name.html());
}

/// The names that search knows of a code: itself, and what is said of it.
pub fn advice_of<'a>(page: &'a Page, code: &str) -> Result<(&'a str, &'a str)> {
    let found = page.parts.iter().find(|(_, english, _)| english.title == code);
    let (_, english, chinese) = found.with_context(|| format!("nothing more is said of {code}"))?;
    Ok((&english.plain, &chinese.plain))
}
