//! `www/guides/`: the guides, the errors, and the page that leads to everything there is to read.
//!
//! The guides are written in Markdown, `docs/guides/<name>.en.md` and `docs/guides/<name>.zh.md`, so that they can be read
//! where the repository is; here each pair becomes one page. Both have the same sections in the same order, and an address
//! (`token.html#recovery`) is the same in both languages.

mod diagram;
mod errors;
mod search;
mod source;

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use iotexplorer_client::action::Action;
use iotexplorer_client::error::codes;

use super::pages::frame::{Edition, Frame};
use super::pages::groups::GROUPS;
use super::pages::html::Words;
use source::{Links, Part, Source};

/// Where they are; nothing else is kept there.
pub const FOLDER: &str = "www/guides";

/// Where a guide stands on the page that leads to all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Chapter {
    Begin,
    Flows,
    Practice,
    LookUp,
}

const CHAPTERS: [(Chapter, (&str, &str)); 4] = [
    (Chapter::Begin, ("Begin here", "从这里开始")),
    (Chapter::Flows, ("Bind devices", "绑定设备")),
    (Chapter::Practice, ("In practice", "上线之前")),
    (Chapter::LookUp, ("Look up", "查阅")),
];

/// A guide: its page and its sources.
struct Guide {
    /// The page's name.
    id: &'static str,
    chapter: Chapter,
    /// English and Chinese.
    sources: (&'static str, &'static str),
    /// What the list of guides calls it.
    name: (&'static str, &'static str),
}

const fn guide(
    id: &'static str,
    chapter: Chapter,
    sources: (&'static str, &'static str),
    name: (&'static str, &'static str),
) -> Guide {
    Guide {
        id,
        chapter,
        sources,
        name,
    }
}

/// Every guide. A pair that is not written yet is left out; half a pair is a mistake.
const GUIDES: &[Guide] = &[
    guide(
        "start",
        Chapter::Begin,
        ("docs/guides/start.en.md", "docs/guides/start.zh.md"),
        ("Getting started", "快速上手"),
    ),
    guide(
        "migration",
        Chapter::Begin,
        ("docs/migration.md", "docs/migration.zh-CN.md"),
        ("Coming from the official SDK", "从官方 SDK 迁移"),
    ),
    guide(
        "token",
        Chapter::Flows,
        ("docs/guides/token.en.md", "docs/guides/token.zh.md"),
        ("By token", "Token 方式"),
    ),
    guide(
        "several",
        Chapter::Flows,
        ("docs/guides/several.en.md", "docs/guides/several.zh.md"),
        ("Several devices on one token", "多台设备共用一个 Token"),
    ),
    guide(
        "signature",
        Chapter::Flows,
        ("docs/guides/signature.en.md", "docs/guides/signature.zh.md"),
        ("By signature", "签名方式"),
    ),
    guide(
        "gateway",
        Chapter::Flows,
        ("docs/guides/gateway.en.md", "docs/guides/gateway.zh.md"),
        ("Through a gateway", "网关子设备"),
    ),
    guide(
        "recovery",
        Chapter::Practice,
        ("docs/guides/recovery.en.md", "docs/guides/recovery.zh.md"),
        ("Recovery", "中断与恢复"),
    ),
    guide(
        "mini-programs",
        Chapter::Practice,
        ("docs/guides/mini-programs.en.md", "docs/guides/mini-programs.zh.md"),
        ("Mini-programs", "小程序"),
    ),
    guide(
        "secrets",
        Chapter::Practice,
        ("docs/guides/secrets.en.md", "docs/guides/secrets.zh.md"),
        ("Secrets and CORS", "密钥与跨域"),
    ),
    guide(
        "cli",
        Chapter::LookUp,
        ("docs/cli.md", "docs/cli.zh-CN.md"),
        ("Command line", "命令行"),
    ),
    guide(
        "errors",
        Chapter::LookUp,
        ("docs/guides/errors.en.md", "docs/guides/errors.zh.md"),
        ("Error codes", "错误码"),
    ),
];

/// The page of the codes, which is made of the table as well.
const ERRORS: &str = "errors";

/// A guide that is there, read.
struct Read {
    guide: &'static Guide,
    english: Source,
    chinese: Source,
}

/// A guide's page, in pieces; each piece in both languages.
struct Page {
    guide: &'static Guide,
    title: (String, String),
    lead: (String, String),
    /// Their addresses, and the two languages.
    parts: Vec<(String, Part, Part)>,
}

/// Every file below [`FOLDER`], by name.
///
/// # Errors
///
/// Half a pair, a pair whose sections differ, a dead link, a diagram that cannot be drawn.
pub fn files(root: &Path, actions: &[&'static Action], edition: Edition) -> Result<Vec<(String, String)>> {
    let mut read = Vec::new();
    for guide in GUIDES {
        let (english, chinese) = (text(root, guide.sources.0)?, text(root, guide.sources.1)?);
        let (Some(english), Some(chinese)) = (&english, &chinese) else {
            ensure!(
                english.is_none() && chinese.is_none(),
                "one of {:?} is missing",
                guide.sources
            );
            continue;
        };
        let both = Read {
            guide,
            english: Source::read(guide.sources.0, without_switch(english, guide.sources.1))?,
            chinese: Source::read(guide.sources.1, without_switch(chinese, guide.sources.0))?,
        };
        ensure!(
            both.english.levels() == both.chinese.levels(),
            "{:?} have not the same sections in the same order",
            guide.sources
        );
        read.push(both);
    }
    let links = links(&read, actions);
    let pages = read
        .iter()
        .map(|both| both.page(&links).with_context(|| both.guide.id))
        .collect::<Result<Vec<_>>>()?;
    let mut files = vec![
        ("index.html".to_owned(), overview(&pages, actions.len(), edition)),
        ("search.js".to_owned(), search::source(&pages)?),
    ];
    for (at, page) in pages.iter().enumerate() {
        let html = if page.guide.id == ERRORS {
            errors::page(page, &pages, actions, edition)?
        } else {
            one_page(page, at, &pages, edition)
        };
        files.push((format!("{}.html", page.guide.id), html));
    }
    Ok(files)
}

/// A source without the line that leads to its other language: the page has both.
fn without_switch(text: &str, other: &str) -> String {
    let name = other.rsplit('/').next().unwrap_or(other);
    let end = format!("]({name})");
    let lines = text
        .lines()
        .filter(|line| !(line.starts_with('[') && line.ends_with(&end)));
    lines.map(|line| format!("{line}\n")).collect()
}

fn text(root: &Path, path: &str) -> Result<Option<String>> {
    let file = root.join(path);
    if !file.exists() {
        return Ok(None);
    }
    fs::read_to_string(&file).with_context(|| path.to_owned()).map(Some)
}

fn links(read: &[Read], actions: &[&'static Action]) -> Links {
    let mut pages = HashMap::new();
    for both in read {
        let own = both.english.slugs();
        for source in [&both.english, &both.chinese] {
            let sections: BTreeMap<String, String> = source.slugs().into_iter().zip(own.iter().cloned()).collect();
            pages.insert(source.path.clone(), (format!("{}.html", both.guide.id), sections));
        }
    }
    let mut names = HashMap::new();
    for action in actions {
        let page = format!("../reference/{}.html#{}", action.docs.group, action.name);
        names.insert(action.method(), page.clone());
        names.insert(action.name.to_owned(), page);
    }
    for code in codes::CLOUD.iter().chain(codes::OWN) {
        names.insert(code.code.to_owned(), format!("errors.html#{}", code.code));
    }
    Links { pages, names }
}

impl Read {
    fn page(&self, links: &Links) -> Result<Page> {
        let id = self.guide.id;
        let mut english = self.english.parts(&format!("{id}-en"), links)?;
        let mut chinese = self.chinese.parts(&format!("{id}-zh"), links)?;
        let lead = |parts: &mut Vec<Part>, path: &str| -> Result<String> {
            let first = parts.first_mut().context("a part")?;
            let (lead, rest) = first
                .body
                .trim_start()
                .strip_prefix("<p>")
                .and_then(|body| body.split_once("</p>"))
                .with_context(|| format!("{path} begins with a paragraph"))?;
            let lead = lead.to_owned();
            first.body = rest.trim_start().to_owned();
            Ok(lead)
        };
        let lead = (
            lead(&mut english, &self.english.path)?,
            lead(&mut chinese, &self.chinese.path)?,
        );
        let addresses = std::iter::once("main".to_owned()).chain(self.english.slugs());
        Ok(Page {
            guide: self.guide,
            title: (self.english.title.clone(), self.chinese.title.clone()),
            lead,
            parts: addresses
                .zip(english.into_iter().zip(chinese))
                .map(|(address, (english, chinese))| (address, english, chinese))
                .collect(),
        })
    }
}

/// Two pieces of HTML, of which the stylesheet shows one.
fn both(tag: &str, english: &str, chinese: &str) -> String {
    if english.is_empty() && chinese.is_empty() {
        return String::new();
    }
    if english == chinese {
        return english.to_owned();
    }
    format!("<{tag} class=\"en\" lang=\"en\">{english}</{tag}><{tag} class=\"zh\" lang=\"zh-CN\">{chinese}</{tag}>")
}

fn name(guide: &Guide) -> String {
    Words::both(guide.name.0, guide.name.1).html()
}

fn frame(title: (&str, &str), id: &str, edition: Edition, side: &str, content: &str) -> String {
    let frame = Frame {
        title,
        description: &format!(
            "{}: iotexplorer-client, devices bound to Tencent Cloud IoT Explorer.",
            title.0
        ),
        attributes: &format!(" class=\"reference guides\" data-guide=\"{id}\""),
        styles: &["reference", "guides"],
        script: "guides/page.js",
        source: "docs/ and the tables",
        foot: Words::both(
            "The runnable examples of these pages are run by the tests, against the sandbox.",
            "页面中可运行的示例都由测试在沙箱上实际运行。",
        ),
        edition,
    };
    frame.around(side, content)
}

/// The guides, with the sections of the one that is shown.
fn side(pages: &[Page], shown: Option<&Page>, sections: &[(String, String)]) -> String {
    let mut text = format!(
        "<details class=\"ref-toc\" open>\n<summary>{}</summary>\n<nav aria-labelledby=\"toc-title\">\n\
         <h2 class=\"unseen\" id=\"toc-title\">{}</h2>\n",
        shown.map_or_else(|| Words::both("Guides", "指南").html(), |page| name(page.guide)),
        Words::both("Guides and their sections", "指南与章节").html(),
    );
    for (chapter, words) in CHAPTERS {
        let own: Vec<&Page> = pages.iter().filter(|page| page.guide.chapter == chapter).collect();
        if own.is_empty() {
            continue;
        }
        let _ = writeln!(
            text,
            "<p class=\"toc-chapter\">{}</p>\n<ul>",
            Words::both(words.0, words.1).html()
        );
        for page in own {
            let is_shown = shown.is_some_and(|shown| shown.guide.id == page.guide.id);
            let current = if is_shown { " aria-current=\"page\"" } else { "" };
            let _ = write!(
                text,
                "<li><a href=\"{}.html\"{current}>{}</a>",
                page.guide.id,
                name(page.guide)
            );
            if is_shown && !sections.is_empty() {
                text.push_str("\n<ul>\n");
                for (address, title) in sections {
                    let _ = writeln!(
                        text,
                        "<li><a href=\"#{address}\" data-to=\"{address}\">{title}</a></li>"
                    );
                }
                text.push_str("</ul>\n");
            }
            text.push_str("</li>\n");
        }
        text.push_str("</ul>\n");
    }
    text.push_str("</nav>\n</details>\n");
    text
}

/// The head of a page: what it is called and what it is about.
fn intro(page: &Page) -> String {
    format!(
        "<div class=\"intro\">\n<p class=\"crumb\"><a href=\"./\">{}</a></p>\n<h1 tabindex=\"-1\">{}</h1>\n<p>{}</p>\n</div>\n",
        Words::both("Guides", "指南").html(),
        Words::both(&page.title.0, &page.title.1).html(),
        both("span", &page.lead.0, &page.lead.1),
    )
}

/// What a part says, in both languages.
fn body(english: &Part, chinese: &Part) -> String {
    both("div", &format!("\n{}", english.body), &format!("\n{}", chinese.body))
}

fn one_page(page: &Page, at: usize, pages: &[Page], edition: Edition) -> String {
    let mut text = intro(page);
    text.push_str("<article class=\"guide\">\n");
    let mut sections = Vec::new();
    for (address, english, chinese) in &page.parts {
        let title = both("span", &english.title_html, &chinese.title_html);
        if english.level == 0 {
            if !english.body.is_empty() || !chinese.body.is_empty() {
                let _ = writeln!(text, "{}", body(english, chinese));
            }
            continue;
        }
        if english.level == 2 {
            sections.push((address.clone(), title.clone()));
        }
        let _ = writeln!(
            text,
            "<section id=\"{address}\" class=\"part\" data-level=\"{0}\" aria-labelledby=\"{address}-title\">\n\
             <h{0} id=\"{address}-title\"><a href=\"#{address}\">{title}</a></h{0}>\n{1}\n</section>",
            english.level,
            body(english, chinese),
        );
    }
    text.push_str("</article>\n");
    text.push_str(&neighbours(at, pages));
    let title = (page.title.0.as_str(), page.title.1.as_str());
    frame(
        title,
        page.guide.id,
        edition,
        &side(pages, Some(page), &sections),
        &text,
    )
}

/// The guides before and after.
fn neighbours(at: usize, pages: &[Page]) -> String {
    let mut text = format!(
        "<nav class=\"neighbours\" aria-label=\"{}\">\n",
        "Previous and next guide"
    );
    let before = at.checked_sub(1).and_then(|at| pages.get(at));
    for (page, class, words) in [
        (before, "before", Words::both("Before this", "上一篇")),
        (pages.get(at + 1), "next", Words::both("Next", "下一篇")),
    ] {
        let Some(page) = page else { continue };
        let _ = writeln!(
            text,
            "<a class=\"{class}\" href=\"{}.html\"><span class=\"soft small-text\">{}</span> <strong>{}</strong></a>",
            page.guide.id,
            words.html(),
            name(page.guide)
        );
    }
    text.push_str("</nav>\n");
    text
}

/// What there is to read beside the guides.
fn look_up(count: usize, edition: Edition) -> String {
    let mut text = String::new();
    let mut card = |href: &str, name: Words<'_>, about: Words<'_>| {
        let title = if href.is_empty() {
            name.html()
        } else {
            format!("<a href=\"{href}\">{}</a>", name.html())
        };
        let _ = writeln!(
            text,
            "<li class=\"lead-card\"><h3>{title}</h3>\n<p>{}</p></li>",
            about.html()
        );
    };
    let (groups, actions) = (GROUPS.len(), count);
    card(
        "../reference/",
        Words::both("Every Action", "全部接口"),
        Words::both(
            &format!("{actions} Actions in {groups} groups: parameters, answers, errors, and a form to try each."),
            &format!("{groups} 组共 {actions} 个接口：参数、返回、错误码，以及在线试用。"),
        ),
    );
    let built = |place: &'static str| if edition == Edition::Site { place } else { "" };
    let how = match edition {
        Edition::Site => ("", ""),
        Edition::Repository => (" `cargo xtask site` makes it.", "由 `cargo xtask site` 生成。"),
    };
    card(
        built("../types/index.html"),
        Words::both("TypeScript reference", "TypeScript 参考"),
        Words::both(
            &format!(
                "Every class, function and type of the package, from its declarations.{}",
                how.0
            ),
            &format!("软件包的全部类、函数和类型，由声明文件生成。{}", how.1),
        ),
    );
    card(
        built("../rust/iotexplorer_client/index.html"),
        Words::both("Rust reference", "Rust 参考"),
        Words::both(
            &format!("The core as a crate: requests, envelopes, signatures, flows.{}", how.0),
            &format!("作为 crate 的核心：请求、应答、签名与流程。{}", how.1),
        ),
    );
    text
}

/// The page that leads to all others.
fn overview(pages: &[Page], count: usize, edition: Edition) -> String {
    let mut text = format!(
        "<div class=\"intro\">\n<h1 tabindex=\"-1\">{}</h1>\n<p>{}</p>\n<p class=\"doors\"><a class=\"button primary\" href=\"start.html\">{}</a> \
         <a class=\"button\" href=\"token.html\">{}</a> <a class=\"button\" href=\"errors.html\">{}</a></p>\n</div>\n",
        Words::both("Bind devices to IoT Explorer", "把设备绑定到 IoT Explorer").html(),
        Words::both(
            "`iotexplorer-client` binds devices from a web page, a WeChat mini-program or Node. These guides take you from an \
             empty folder to a bound device, and through what goes wrong on the way.",
            "`iotexplorer-client` 在网页、微信小程序和 Node 中绑定设备。这些指南带您从空文件夹走到第一台绑定成功的设备，并说明途中可能出现的问题。",
        )
        .html(),
        Words::both("Getting started", "快速上手").html(),
        Words::both("Bind by token", "Token 方式绑定").html(),
        Words::both("Look up an error", "查错误码").html(),
    );
    for (chapter, words) in CHAPTERS {
        let own: Vec<&Page> = pages.iter().filter(|page| page.guide.chapter == chapter).collect();
        let _ = writeln!(
            text,
            "<section class=\"chapter\">\n<h2>{}</h2>\n<ul class=\"lead-cards\">",
            Words::both(words.0, words.1).html()
        );
        for page in own {
            let _ = writeln!(
                text,
                "<li class=\"lead-card\"><h3><a href=\"{}.html\">{}</a></h3>\n<p>{}</p></li>",
                page.guide.id,
                name(page.guide),
                both("span", &first_sentence(&page.lead.0), &first_sentence(&page.lead.1)),
            );
        }
        if chapter == Chapter::LookUp {
            text.push_str(&look_up(count, edition));
        }
        text.push_str("</ul>\n</section>\n");
    }
    let title = ("Guides", "指南");
    frame(title, "index", edition, &side(pages, None, &[]), &text)
}

/// What a card says of a guide.
fn first_sentence(html: &str) -> String {
    let html = unlinked(html);
    let ends = [". ", "。"]
        .iter()
        .filter_map(|end| html.find(end).map(|at| at + end.trim_end().len()));
    let sentence = ends.min().and_then(|end| html.get(..end)).unwrap_or(&html);
    // What it announces is not on the card.
    match sentence.strip_suffix('：') {
        Some(words) => format!("{words}。"),
        None => sentence
            .strip_suffix(':')
            .map_or(sentence.to_owned(), |words| format!("{words}.")),
    }
}

/// A paragraph without links: the whole card is one.
fn unlinked(html: &str) -> String {
    let mut text = String::new();
    for (at, piece) in html.split("<a ").enumerate() {
        let piece = if at == 0 {
            piece
        } else {
            piece.split_once('>').map_or("", |(_, rest)| rest)
        };
        text.push_str(&piece.replace("</a>", ""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_that_leads_to_the_other_language_is_left_out() {
        let text = "# A\n\n[中文](a.zh.md)\n\nIn [Chinese](a.zh.md), too.\n";
        assert_eq!(
            without_switch(text, "docs/guides/a.zh.md"),
            "# A\n\n\nIn [Chinese](a.zh.md), too.\n"
        );
    }

    #[test]
    fn a_card_has_one_sentence() {
        assert_eq!(
            first_sentence("Node 18.3 <a href=\"b\">or</a> later. More."),
            "Node 18.3 or later."
        );
        assert_eq!(first_sentence("一个包。更多。"), "一个包。");
        assert_eq!(first_sentence("One command:"), "One command.");
    }

    #[test]
    fn a_card_is_one_link() {
        assert_eq!(
            unlinked("a <a href=\"b\">c <code>d</code></a> e"),
            "a c <code>d</code> e"
        );
    }
}
