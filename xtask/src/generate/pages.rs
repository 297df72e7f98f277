//! `www/reference/`: the Actions for people, a page for each group, and what the pages' search looks through.
//!
//! Every sentence that exists in both languages stands there twice, and the stylesheet shows one of them: so the pages need
//! no script to be read. What only a script can do (search, colours, trying a call) is in `www/lib/reference/`.

pub mod frame;
pub mod groups;
pub mod html;
mod search;

use std::fmt::Write as _;

use anyhow::{Context as _, Result, ensure};
use iotexplorer_client::action::{Access, Action, Auth, Field, Kind, LIMIT_MAX_ENTRIES, Param, Struct};
use iotexplorer_client::error::{Remedy, codes};
use serde_json::{Value, json};

use frame::{Edition, Frame};
use groups::{GROUPS, Group};
use html::{Words, escaped};

/// Where they are; nothing else is kept there.
pub const FOLDER: &str = "www/reference";

/// Every file below [`FOLDER`], by name.
///
/// # Errors
///
/// An Action of no known group, a code that the table lacks, or an example that is no JSON.
pub fn files(actions: &[&'static Action], edition: Edition) -> Result<Vec<(String, String)>> {
    let pages: Vec<Page> = GROUPS
        .iter()
        .map(|group| {
            let own = actions.iter().filter(|action| action.docs.group == group.id);
            Page {
                group,
                actions: own.copied().collect(),
            }
        })
        .collect();
    for action in actions {
        let known = GROUPS.iter().any(|group| group.id == action.docs.group);
        ensure!(known, "{}: there is no group {}", action.name, action.docs.group);
    }
    let mut files = vec![
        ("index.html".to_owned(), overview(&pages, edition)),
        ("search.js".to_owned(), search::source(&pages)?),
    ];
    for page in &pages {
        ensure!(!page.actions.is_empty(), "the group {} is empty", page.group.id);
        files.push((format!("{}.html", page.group.id), one_page(page, &pages, edition)?));
    }
    Ok(files)
}

/// A group with its Actions, by name.
struct Page {
    group: &'static Group,
    actions: Vec<&'static Action>,
}

/// What an Action's sentence is in both languages.
fn about(action: &Action) -> Words<'static> {
    Words::both(action.docs.about, action.docs.about_zh)
}

/// Everything around the content of a page; `title` is its name in both languages.
fn frame(title: (&str, &str), group: Option<&str>, edition: Edition, side: &str, content: &str) -> String {
    let group = group.map(|id| format!(" data-group=\"{id}\"")).unwrap_or_default();
    let frame = Frame {
        title,
        description: &format!(
            "{}: parameters, answers, errors and examples of the Actions in iotexplorer-client.",
            title.0
        ),
        attributes: &format!(" class=\"reference\"{group}"),
        styles: &["reference"],
        script: "reference/page.js",
        source: "the Action files",
        foot: Words::both(
            "Written from the same tables that check every call. Try-it forms ask the sandbox; nothing leaves this machine.",
            "由校验每次调用的同一份表格生成。“试一试”只请求沙箱，数据不会离开本机。",
        ),
        edition,
    };
    frame.around(side, content)
}

/// The groups, with the Actions of the one that is shown.
fn side(pages: &[Page], shown: Option<&Page>) -> String {
    let mut text = format!(
        "<details class=\"ref-toc\" open>\n<summary>{}</summary>\n<nav aria-labelledby=\"toc-title\">\n\
         <h2 class=\"unseen\" id=\"toc-title\">{}</h2>\n<ul>\n",
        shown.map_or_else(|| Words::both("Groups", "分组").html(), |page| page.group.name().html()),
        Words::both("Groups and Actions", "分组与接口").html(),
    );
    for page in pages {
        let is_shown = shown.is_some_and(|shown| shown.group.id == page.group.id);
        let current = if is_shown { " aria-current=\"page\"" } else { "" };
        let _ = write!(
            text,
            "<li><a href=\"{}.html\"{current}>{} <span class=\"many\">{}</span></a>",
            page.group.id,
            page.group.name().html(),
            page.actions.len(),
        );
        if is_shown {
            text.push_str("\n<ul>\n");
            for action in &page.actions {
                let _ = writeln!(
                    text,
                    "<li><a href=\"#{0}\" data-to=\"{0}\">{1}</a></li>",
                    action.name,
                    html::breakable(action.name)
                );
            }
            text.push_str("</ul>\n");
        }
        text.push_str("</li>\n");
    }
    text.push_str("</ul>\n</nav>\n</details>\n");
    text
}

/// The page that leads to all others.
fn overview(pages: &[Page], edition: Edition) -> String {
    let count: usize = pages.iter().map(|page| page.actions.len()).sum();
    let lead = (
        format!(
            "What an app may ask of the cloud: {count} Actions with their types, checks and known errors. Each is a method of \
             `Client` under its lower-camel name, so `AppGetFamilyList` is `client.appGetFamilyList()`."
        ),
        format!(
            "App 可以向云端发出的全部 {count} 个接口，附类型、校验和已知错误。每个接口都是 `Client` 上首字母小写的同名方法：\
             `AppGetFamilyList` 即 `client.appGetFamilyList()`。"
        ),
    );
    let mut text = format!(
        "<div class=\"intro\">\n<h1 tabindex=\"-1\">{}</h1>\n<p>{}</p>\n</div>\n<div class=\"cards\">\n",
        Words::both("Every Action", "全部接口").html(),
        Words::both(&lead.0, &lead.1).html(),
    );
    for Page { group, actions } in pages {
        let _ = writeln!(
            text,
            "<section class=\"card\" aria-labelledby=\"group-{0}\">\n<h2 id=\"group-{0}\"><a href=\"{0}.html\">{1}</a></h2>\n\
             <p class=\"soft small-text\">{2}</p>\n<ul>",
            group.id,
            group.name().html(),
            group.about().html(),
        );
        for action in actions {
            let _ = writeln!(
                text,
                "<li id=\"{0}\"><a href=\"{1}.html#{0}\"><code>{2}</code></a> <span>{3}</span></li>",
                action.name,
                group.id,
                html::breakable(action.name),
                about(action).html(),
            );
        }
        text.push_str("</ul>\n</section>\n");
    }
    text.push_str("</div>\n");
    frame(("Every Action", "全部接口"), None, edition, &side(pages, None), &text)
}

fn one_page(page: &Page, pages: &[Page], edition: Edition) -> Result<String> {
    let group = page.group;
    let mut text = format!(
        "<div class=\"intro\">\n<p class=\"crumb\"><a href=\"./\">{}</a></p>\n<h1 tabindex=\"-1\">{}</h1>\n<p>{}</p>\n</div>\n",
        Words::both("Every Action", "全部接口").html(),
        group.name().html(),
        group.about().html(),
    );
    for action in &page.actions {
        one_action(&mut text, action).with_context(|| action.name)?;
    }
    every_call(&mut text);
    Ok(frame(
        (group.en, group.zh),
        Some(group.id),
        edition,
        &side(pages, Some(page)),
        &text,
    ))
}

/// What goes for all of them, once.
fn every_call(text: &mut String) {
    let said = [
        (
            "A required text must not be empty. Parameters that are not listed are sent as they are.",
            "必填文本不能为空。未列出的参数会原样发送。",
        ),
        (
            "Every answer has a `RequestId`; fields that are not listed are handed out, too.",
            "每个应答都有 `RequestId`；未列出的字段也会原样返回。",
        ),
        (
            "A call may also end with one of the package's own errors: no network, no answer in time, a parameter of the wrong type.",
            "调用也可能以软件包自己的错误结束，例如网络故障、超时、参数类型不符。",
        ),
    ];
    let _ = writeln!(
        text,
        "<section class=\"every\" aria-labelledby=\"every\">\n<h2 id=\"every\">{}</h2>\n<ul class=\"remarks\">",
        Words::both("What goes for every call", "对所有调用都成立").html()
    );
    for (en, zh) in said {
        let _ = writeln!(text, "<li>{}</li>", Words::both(en, zh).html());
    }
    let _ = writeln!(
        text,
        "</ul>\n<p><a href=\"../guides/errors.html\">{}</a></p>\n</section>",
        Words::both("All errors, and what to tell the user", "全部错误，以及该告诉用户什么").html()
    );
}

fn one_action(text: &mut String, action: &Action) -> Result<()> {
    let name = action.name;
    let example: Value = serde_json::from_str(action.docs.example.params).context("the example's parameters")?;
    let answer: Value = serde_json::from_str(action.docs.example.answer).context("the example's answer")?;
    let _ = writeln!(
        text,
        "<section class=\"act\" id=\"{name}\" aria-labelledby=\"{name}-name\">\n<div class=\"act-head\">\n\
         <h2 id=\"{name}-name\"><a href=\"#{name}\">{}</a></h2>\n<p class=\"act-about\">{}</p>\n<p class=\"marks\">{}</p>\n</div>",
        html::breakable(name),
        about(action).html(),
        marks(action),
    );
    text.push_str("<div class=\"act-docs\">\n");
    params(text, action);
    results(text, action);
    errors(text, action)?;
    remarks(text, action);
    text.push_str("</div>\n<div class=\"act-code\">\n");
    code(text, "TypeScript", "ts", &snippet(action, &example));
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default();
    let _ = writeln!(
        text,
        "<details class=\"example\">\n<summary>{}</summary>",
        Words::both("Documented example", "文档示例").html()
    );
    code(
        text,
        &Words::both("Request", "请求").html(),
        "request",
        &pretty(&example),
    );
    code(text, &Words::both("Answer", "应答").html(), "answer", &pretty(&answer));
    let facts = json!({
        "auth": match action.auth { Auth::AccessToken => "token", Auth::AppSecret => "secret" },
        "changes": action.access == Access::Changing,
        "params": action.params.iter().map(form_field).collect::<Vec<_>>(),
        "example": example,
    });
    let _ = writeln!(
        text,
        "</details>\n<div class=\"try\" data-action=\"{name}\">\n<script type=\"application/json\">{}</script>\n</div>\n</div>\n</section>",
        // Inside a script nothing is unescaped, and only this ends it.
        facts.to_string().replace("</", "<\\/"),
    );
    Ok(())
}

/// What a form has to know of a parameter.
fn form_field(param: &Param) -> Value {
    let input = match param.kind {
        Kind::Text | Kind::Any => "text",
        Kind::Integer | Kind::Count | Kind::Time | Kind::Limit | Kind::Number => "number",
        Kind::Boolean => "boolean",
        Kind::Object(_) | Kind::Map | Kind::List(_) | Kind::Texts => "json",
    };
    json!({
        "name": param.name,
        "input": input,
        "required": param.required,
        "secret": param.secret,
        "values": param.values,
        "default": param.default,
    })
}

/// Access, endpoint, paging, and the way to the official page.
fn marks(action: &Action) -> String {
    let (kind, words) = match action.access {
        Access::ReadOnly => ("reads", Words::both("Reads only", "只读")),
        Access::Changing => ("changes", Words::both("Changes something", "会修改数据")),
    };
    let mut text = format!("<span class=\"chip\" data-access=\"{kind}\">{}</span>", words.html());
    let (endpoint, who) = match action.auth {
        Auth::AccessToken => ("tokenapi", Words::both("with an access token", "使用访问令牌")),
        Auth::AppSecret => (
            "appapi",
            Words::both("signed with the AppSecret", "使用 AppSecret 签名"),
        ),
    };
    let _ = write!(
        text,
        " <span class=\"chip\" data-endpoint=\"{endpoint}\"><code>{endpoint}</code>, {}</span>",
        who.html()
    );
    if action.is_paged() {
        let _ = write!(
            text,
            " <span class=\"chip\">{}</span>",
            Words::both("In pages", "分页").html()
        );
    }
    if action.docs.page.is_some() {
        let _ = write!(
            text,
            " <a class=\"official\" href=\"{}\" rel=\"noreferrer\">{}</a>",
            action.reference(),
            Words::both("Official page", "官方文档").html()
        );
    } else {
        let _ = write!(
            text,
            " <span class=\"chip\" data-undocumented>{}</span>",
            Words::both("No official page", "无官方文档").html()
        );
    }
    text
}

fn section(text: &mut String, class: &str, title: &Words<'_>) {
    let _ = writeln!(text, "<div class=\"{class}\">\n<h3>{}</h3>", title.html());
}

fn params(text: &mut String, action: &Action) {
    section(text, "params", &Words::both("Parameters", "参数"));
    if action.params.is_empty() {
        let none = Words::both("None of its own.", "没有自己的参数。");
        let _ = writeln!(text, "<p class=\"soft\">{}</p>\n</div>", none.html());
        return;
    }
    text.push_str("<ul class=\"items\">\n");
    for param in action.params {
        let must = if param.required {
            format!("<span class=\"must\">{}</span>", Words::both("required", "必填").html())
        } else {
            format!("<span class=\"may\">{}</span>", Words::both("optional", "可选").html())
        };
        let _ = writeln!(
            text,
            "<li id=\"{}.{}\"><p class=\"item-head\"><code class=\"name\">{}</code> <span class=\"type\">{}</span> {must}{}</p>\n<p>{}</p>",
            action.name,
            param.name,
            param.name,
            type_words(param.kind),
            secret_mark(param.secret),
            described(param.about),
        );
        let bounds = bounds(param);
        if !bounds.is_empty() {
            let _ = writeln!(text, "<p class=\"item-more\">{}</p>", bounds.join(" "));
        }
        nested(text, param.kind, 1);
        text.push_str("</li>\n");
    }
    text.push_str("</ul>\n</div>\n");
}

/// What a parameter or field means, or a remark.
fn described(about: &str) -> String {
    Words::of_action(about).html()
}

fn secret_mark(secret: bool) -> String {
    if !secret {
        return String::new();
    }
    let words = Words::both("secret", "敏感");
    format!(" <span class=\"chip\" data-secret>{}</span>", words.html())
}

/// The bounds that a type's name does not show, a sentence each.
fn bounds(param: &Param) -> Vec<String> {
    let mut said = Vec::new();
    let mut say = |en: &str, zh: &str| said.push(Words::both(en, zh).html());
    match param.kind {
        Kind::Limit => say(
            &format!("From 0 to {LIMIT_MAX_ENTRIES}."),
            &format!("取值 0 到 {LIMIT_MAX_ENTRIES}。"),
        ),
        Kind::Count | Kind::Time => say("0 or more.", "不小于 0。"),
        _ => {}
    }
    if !param.values.is_empty() {
        let values: Vec<String> = param.values.iter().map(|value| literal(value)).collect();
        say(
            &format!("One of {}.", values.join(", ")),
            &format!("取值：{}。", values.join("、")),
        );
    }
    if let Some((spelling, value)) = param.alias {
        say(
            &format!("{} is taken for {}.", literal(spelling), literal(value)),
            &format!("{} 视为 {}。", literal(spelling), literal(value)),
        );
    }
    if let Some(value) = param.default {
        say(
            &format!("Left out, {} is sent.", literal(value)),
            &format!("省略时发送 {}。", literal(value)),
        );
    }
    if param.secret {
        say(
            "Kept out of every error, event and log.",
            "不会出现在任何错误、事件或日志中。",
        );
    }
    said
}

/// A value of a parameter as prose has it.
fn literal(value: &str) -> String {
    format!("`'{value}'`")
}

fn results(text: &mut String, action: &Action) {
    section(text, "results", &Words::both("Answer", "返回"));
    if action.output.iter().all(|field| field.wrapper) {
        let only = Words::both("Only the `RequestId`.", "只有 `RequestId`。");
        let _ = writeln!(text, "<p class=\"soft\">{}</p>\n</div>", only.html());
        return;
    }
    fields(text, action.output, 0);
    text.push_str("</div>\n");
}

/// How deep a struct within a struct is opened out; none is deeper, and a struct that held itself would have no end.
const DEPTH_MAX: usize = 6;

fn fields(text: &mut String, fields: &[Field], depth: usize) {
    text.push_str("<ul class=\"items\">\n");
    for field in fields.iter().filter(|field| !field.wrapper) {
        let may = if field.optional {
            let words = Words::both("may be absent", "可能没有");
            format!(" <span class=\"may\">{}</span>", words.html())
        } else {
            String::new()
        };
        let _ = writeln!(
            text,
            "<li><p class=\"item-head\"><code class=\"name\">{}</code> <span class=\"type\">{}</span>{may}{}</p>\n<p>{}</p>",
            field.name,
            type_words(field.kind),
            secret_mark(field.secret),
            described(field.about),
        );
        if let Some(spelling) = field.also {
            let words = (
                format!("The spelling `{spelling}` is read, too."),
                format!("也接受写法 `{spelling}`。"),
            );
            let _ = writeln!(
                text,
                "<p class=\"item-more\">{}</p>",
                Words::both(&words.0, &words.1).html()
            );
        }
        nested(text, field.kind, depth + 1);
        text.push_str("</li>\n");
    }
    text.push_str("</ul>\n");
}

/// The fields of a struct, to be opened.
fn nested(text: &mut String, kind: Kind, depth: usize) {
    let (Kind::Object(shape) | Kind::List(shape)) = kind else {
        return;
    };
    let Struct { name, fields: own } = shape;
    if own.is_empty() || depth > DEPTH_MAX {
        return;
    }
    let count = own.len();
    let (en, zh) = (
        format!("`{name}`: {count} {}", if count == 1 { "field" } else { "fields" }),
        format!("`{name}`：{count} 个字段"),
    );
    let _ = writeln!(
        text,
        "<details class=\"shape\">\n<summary>{}</summary>",
        Words::both(&en, &zh).html()
    );
    fields(text, own, depth);
    text.push_str("</details>\n");
}

fn type_words(kind: Kind) -> String {
    let of = |name: &str, en: &str, zh: &str| Words::both(&format!("{en} `{name}`"), &format!("{zh} `{name}`")).html();
    let (en, zh) = match kind {
        Kind::Text => ("text", "文本"),
        Kind::Integer | Kind::Count | Kind::Limit => ("whole number", "整数"),
        Kind::Time => ("Unix seconds", "Unix 秒"),
        Kind::Number => ("number", "数值"),
        Kind::Boolean => ("true or false", "布尔值"),
        Kind::Object(shape) => return of(shape.name, "object", "对象"),
        Kind::Map => ("object", "对象"),
        Kind::List(shape) => return of(shape.name, "list of", "列表"),
        Kind::Texts => ("list of texts", "文本列表"),
        Kind::Any => ("text, number or boolean", "文本、数值或布尔值"),
    };
    Words::both(en, zh).html()
}

/// What a remedy is called; the demonstration page says the same.
pub const fn remedy_words(remedy: Remedy) -> Words<'static> {
    match remedy {
        Remedy::Retry => Words::both("Try again", "重试"),
        Remedy::Wait => Words::both("Wait for the device", "等待设备"),
        Remedy::SignIn => Words::both("Sign in again", "重新登录"),
        Remedy::NewToken => Words::both("A new bind token", "新的配网 Token"),
        Remedy::Console => Words::both("A setting in the console", "修改控制台设置"),
        Remedy::FixInput => Words::both("Other input", "修改输入"),
        Remedy::None => Words::both("Nothing to be done", "无需处理"),
    }
}

fn errors(text: &mut String, action: &Action) -> Result<()> {
    section(text, "errors", &Words::both("Errors", "错误码"));
    if action.docs.codes.is_empty() {
        let none = Words::both("None is documented.", "文档没有列出错误码。");
        let _ = writeln!(text, "<p class=\"soft\">{}</p>\n</div>", none.html());
        return Ok(());
    }
    text.push_str("<ul class=\"items\">\n");
    for name in action.docs.codes {
        let code = known_code(name)?;
        let _ = writeln!(
            text,
            "<li><p class=\"item-head\"><a class=\"quiet\" href=\"../guides/errors.html#{}\"><code class=\"name\">{}</code></a> \
             <span class=\"chip\" data-remedy=\"{}\">{}</span></p>\n<p>{}</p></li>",
            code.code,
            html::breakable(code.code),
            code.remedy.as_str(),
            remedy_words(code.remedy).html(),
            Words::both(code.en, code.zh).html(),
        );
    }
    text.push_str("</ul>\n</div>\n");
    Ok(())
}

fn known_code(name: &str) -> Result<&'static codes::Code> {
    codes::CLOUD
        .iter()
        .find(|code| code.code == name)
        .with_context(|| format!("{name} is not in src/error/codes.rs"))
}

/// Where the reference contradicts itself, and what is assumed.
fn remarks(text: &mut String, action: &Action) {
    let parts = [
        (action.docs.notes, "notes", Words::both("Good to know", "说明")),
        (
            action.docs.assumed,
            "assumed",
            Words::both("Assumed: no page says so", "假定：文档没有说明"),
        ),
    ];
    for (remarks, class, title) in parts {
        if remarks.is_empty() {
            continue;
        }
        section(text, class, &title);
        text.push_str("<ul class=\"remarks\">\n");
        for remark in remarks {
            let _ = writeln!(text, "<li>{}</li>", described(remark));
        }
        text.push_str("</ul>\n</div>\n");
    }
}

/// A block of source; `title` is HTML already.
fn code(text: &mut String, title: &str, kind: &str, source: &str) {
    let _ = writeln!(
        text,
        "<figure class=\"code\">\n<figcaption>{title}</figcaption>\n<pre tabindex=\"0\" data-code=\"{kind}\"><code>{}</code></pre>\n</figure>",
        escaped(source),
    );
}

/// As many characters as a line of source has on the page.
const LINE_MAX: usize = 50;

/// The call with the parameters of the example.
fn snippet(action: &Action, example: &Value) -> String {
    let options = match action.auth {
        Auth::AccessToken => "accessToken",
        Auth::AppSecret => "appKey, appSecret",
    };
    let names: Vec<&str> = action
        .output
        .iter()
        .filter(|field| !field.wrapper)
        .map(|field| field.name)
        .collect();
    let taken = match names.as_slice() {
        [] => String::new(),
        few if few.len() <= 3 => format!("const {{ {} }} = ", few.join(", ")),
        _ => "const result = ".to_owned(),
    };
    let params = match example.as_object() {
        Some(params) if !params.is_empty() => html::javascript(example, ""),
        _ => String::new(),
    };
    let call = format!("await client.{}(", action.method());
    let is_long = !taken.is_empty() && taken.len() + call.len() > LINE_MAX;
    let (taken, params) = if is_long {
        (format!("{}\n  ", taken.trim_end()), params.replace('\n', "\n  "))
    } else {
        (taken, params)
    };
    let mut text = format!(
        "import {{ Client }} from 'iotexplorer-client'\n\nconst client = new Client({{ {options} }})\n{taken}{call}{params})"
    );
    if action.is_paged() {
        let mut rest = example.clone();
        if let Some(rest) = rest.as_object_mut() {
            rest.retain(|name, _| !["Offset", "Limit"].contains(&name.as_str()));
        }
        let _ = write!(
            text,
            "\n\nconst all = client.all('{}', {})\nfor await (const one of all) show(one)",
            action.name,
            html::javascript(&rest, "")
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use iotexplorer_client::action;

    use super::html::prose;
    use super::*;

    #[test]
    fn every_action_has_its_section_on_the_page_of_its_group() {
        let files = files(action::ALL, Edition::Repository).unwrap();
        for action in action::ALL {
            let name = format!("{}.html", action.docs.group);
            let (_, page) = files.iter().find(|(file, _)| *file == name).unwrap();
            let section = format!("<section class=\"act\" id=\"{}\"", action.name);
            assert_eq!(page.matches(&section).count(), 1, "{}", action.name);
        }
        assert_eq!(files.len(), GROUPS.len() + 2);
    }

    #[test]
    fn nothing_of_a_text_is_markup() {
        assert_eq!(
            prose("<b> & `a<b` \"x\""),
            "&lt;b&gt; &amp; <code>a&lt;b</code> &quot;x&quot;"
        );
        // An odd mark is itself.
        assert_eq!(prose("a ` b"), "a ` b");
    }
}
