//! A guide's Markdown: read once for what its sections are called, and then written as HTML, section by section, so that both
//! languages stand beside each other under one address.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context as _, Result, bail, ensure};
use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::diagram::Diagram;
use crate::generate::pages::html::{breakable, escaped};

/// One language's Markdown.
pub struct Source {
    /// Where it lies in the repository.
    pub path: String,
    text: String,
    /// The title and, in order, the sections.
    pub title: String,
    headings: Vec<Heading>,
}

struct Heading {
    level: u8,
    title: String,
}

/// A piece of a page: what stands before the first heading, or a section.
pub struct Part {
    /// 2 or 3; 0 before the first heading.
    pub level: u8,
    /// As plain text.
    pub title: String,
    /// As HTML.
    pub title_html: String,
    pub body: String,
    /// What search looks through: the text without code.
    pub plain: String,
}

/// Where links lead.
pub struct Links {
    /// The page of each source, and its sections: what they are called there, and on the page.
    pub pages: HashMap<String, (String, BTreeMap<String, String>)>,
    /// What code in a sentence leads to: Actions, methods, error codes.
    pub names: HashMap<String, String>,
}

/// Files that are no part of the site.
const REPOSITORY: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main");

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_GFM);

impl Source {
    pub fn read(path: &str, text: String) -> Result<Self> {
        let mut headings = Vec::new();
        let mut title = String::new();
        let mut inside: Option<u8> = None;
        for event in Parser::new_ext(&text, OPTIONS) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    inside = Some(number(level));
                    let level = number(level);
                    if level > 1 {
                        let title = String::new();
                        headings.push(Heading { level, title });
                    }
                }
                Event::End(TagEnd::Heading(_)) => inside = None,
                Event::Text(words) | Event::Code(words) => match inside {
                    Some(1) => title.push_str(&words),
                    Some(_) => {
                        if let Some(heading) = headings.last_mut() {
                            heading.title.push_str(&words);
                        }
                    }
                    None => {}
                },
                _ => {}
            }
        }
        ensure!(!title.is_empty(), "{path} has no title");
        ensure!(
            headings.iter().all(|heading| heading.level < 4),
            "{path}: sections are at most three deep"
        );
        Ok(Self {
            path: path.to_owned(),
            text,
            title,
            headings,
        })
    }

    /// What its sections are called in addresses, as GitHub has it.
    pub fn slugs(&self) -> Vec<String> {
        let mut met: HashMap<String, usize> = HashMap::new();
        self.headings
            .iter()
            .map(|heading| {
                let slug = slug(&heading.title);
                let count = met.entry(slug.clone()).or_default();
                *count += 1;
                if *count == 1 {
                    slug
                } else {
                    format!("{slug}-{}", *count - 1)
                }
            })
            .collect()
    }

    /// How deep its sections are, in order: the same in each language.
    pub fn levels(&self) -> Vec<u8> {
        self.headings.iter().map(|heading| heading.level).collect()
    }

    /// The parts as HTML; `id` begins the ids within them.
    pub fn parts(&self, id: &str, links: &Links) -> Result<Vec<Part>> {
        let mut parts = vec![Part {
            level: 0,
            title: String::new(),
            title_html: String::new(),
            body: String::new(),
            plain: String::new(),
        }];
        let mut events: Vec<Event<'_>> = Vec::new();
        let mut heading: Option<(u8, String, String)> = None;
        let mut code: Option<(String, String)> = None;
        let mut diagrams = 0;
        let flush = |events: &mut Vec<Event<'_>>, parts: &mut Vec<Part>| {
            if let Some(part) = parts.last_mut() {
                html::push_html(&mut part.body, events.drain(..));
            }
        };
        for event in Parser::new_ext(&self.text, OPTIONS) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    flush(&mut events, &mut parts);
                    heading = Some((number(level), String::new(), String::new()));
                }
                Event::End(TagEnd::Heading(_)) => {
                    let (level, title, title_html) = heading.take().context("a heading that ends")?;
                    if level > 1 {
                        parts.push(Part {
                            level,
                            title,
                            title_html,
                            body: String::new(),
                            plain: String::new(),
                        });
                    }
                }
                Event::Text(words) if heading.is_some() => {
                    if let Some((_, title, title_html)) = &mut heading {
                        title.push_str(&words);
                        title_html.push_str(&escaped(&words));
                    }
                }
                Event::Code(words) if heading.is_some() => {
                    if let Some((_, title, title_html)) = &mut heading {
                        title.push_str(&words);
                        title_html.push_str(&format!("<code>{}</code>", breakable(&escaped(&words))));
                    }
                }
                Event::Start(Tag::CodeBlock(kind)) => {
                    let info = match kind {
                        CodeBlockKind::Fenced(info) => info.to_string(),
                        CodeBlockKind::Indented => bail!("{}: code stands in fences", self.path),
                    };
                    code = Some((info, String::new()));
                }
                Event::End(TagEnd::CodeBlock) => {
                    let (info, source) = code.take().context("code that ends")?;
                    let block = if info == "mermaid" {
                        diagrams += 1;
                        Diagram::read(&source)
                            .with_context(|| format!("{}: a diagram", self.path))?
                            .svg(&format!("{id}-diagram-{diagrams}"))
                    } else {
                        block(&info, &source)
                    };
                    events.push(Event::Html(block.into()));
                }
                Event::Text(words) => {
                    if let Some((_, source)) = &mut code {
                        source.push_str(&words);
                        continue;
                    }
                    plain(&mut parts, &words);
                    events.push(Event::Text(words));
                }
                Event::Code(words) => {
                    plain(&mut parts, &words);
                    events.push(Event::InlineHtml(inline_code(&words, links).into()));
                }
                Event::Start(Tag::Link {
                    link_type,
                    dest_url,
                    title,
                    id,
                }) => {
                    let to = self.leads(&dest_url, links)?;
                    events.push(Event::Start(Tag::Link {
                        link_type,
                        dest_url: to.into(),
                        title,
                        id,
                    }));
                }
                Event::Start(Tag::BlockQuote(kind)) => {
                    let kind = match kind {
                        Some(BlockQuoteKind::Warning | BlockQuoteKind::Caution) => "warning",
                        _ => "note",
                    };
                    events.push(Event::Html(
                        format!("<aside class=\"aside\" data-kind=\"{kind}\">\n").into(),
                    ));
                }
                Event::End(TagEnd::BlockQuote(_)) => events.push(Event::Html("</aside>\n".into())),
                Event::Start(Tag::Table(columns)) => {
                    events.push(Event::Html("<div class=\"table\" tabindex=\"0\">\n".into()));
                    events.push(Event::Start(Tag::Table(columns)));
                }
                Event::End(TagEnd::Table) => {
                    events.push(Event::End(TagEnd::Table));
                    events.push(Event::Html("</div>\n".into()));
                }
                Event::Html(markup) | Event::InlineHtml(markup) if !markup.trim_start().starts_with("<!--") => {
                    bail!("{}: no markup of its own: {markup}", self.path)
                }
                Event::SoftBreak => {
                    plain(&mut parts, " ");
                    // Chinese has no spaces between words, and so none between lines.
                    events.push(Event::Text(CowStr::Borrowed("\n")));
                }
                // The title stands elsewhere.
                event if heading.is_some() => drop(event),
                event => events.push(event),
            }
            if events
                .last()
                .is_some_and(|event| matches!(event, Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell)))
            {
                plain(&mut parts, " ");
            }
        }
        flush(&mut events, &mut parts);
        for part in &mut parts {
            part.body = without_breaks_in_chinese(&part.body);
            part.plain = part.plain.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        Ok(parts)
    }

    /// Where a link leads from the page.
    fn leads(&self, to: &str, links: &Links) -> Result<String> {
        if to.contains("://") || to.starts_with("mailto:") {
            return Ok(to.to_owned());
        }
        let (path, section) = to
            .split_once('#')
            .map_or((to, None), |(path, section)| (path, Some(section)));
        let path = if path.is_empty() {
            self.path.clone()
        } else {
            joined(&self.path, path)
        };
        if let Some((page, sections)) = links.pages.get(&path) {
            let Some(section) = section else {
                return Ok(page.clone());
            };
            let own = sections
                .get(section)
                .with_context(|| format!("{}: {path} has no section #{section}", self.path))?;
            let page = if path == self.path { "" } else { page };
            return Ok(format!("{page}#{own}"));
        }
        // Whether there is such a file the link check of the Markdown says.
        let section = section.map(|section| format!("#{section}")).unwrap_or_default();
        Ok(match path.strip_prefix("www/") {
            Some(page) if page.ends_with(".html") => match page.strip_prefix("guides/") {
                Some(neighbour) => format!("{neighbour}{section}"),
                None => format!("../{page}{section}"),
            },
            _ => format!("{REPOSITORY}/{path}{section}"),
        })
    }
}

fn plain(parts: &mut [Part], words: &str) {
    if let Some(part) = parts.last_mut() {
        part.plain.push_str(words);
    }
}

const fn number(level: HeadingLevel) -> u8 {
    level as u8
}

/// A block of source as the pages of the reference have it.
fn block(info: &str, source: &str) -> String {
    let mut words = info.split_whitespace();
    let kind = words.next().unwrap_or("text");
    let name = match kind {
        "js" => "JavaScript",
        "ts" => "TypeScript",
        "sh" => "Shell",
        "html" => "HTML",
        "json" => "JSON",
        "nginx" => "nginx",
        "rust" => "Rust",
        "python" => "Python",
        _ => "",
    };
    format!(
        "<figure class=\"code\">\n<figcaption>{name}</figcaption>\n<pre tabindex=\"0\" data-code=\"{}\"><code>{}</code></pre>\n</figure>\n",
        escaped(kind),
        escaped(source.trim_end()),
    )
}

/// From how many letters on a name may break.
const LONG: usize = 22;

fn inline_code(words: &str, links: &Links) -> String {
    // Short names stay whole.
    let shown = if words.len() > LONG {
        breakable(&escaped(words))
    } else {
        escaped(words)
    };
    let code = format!("<code>{shown}</code>");
    let name = words.strip_prefix("client.").unwrap_or(words);
    let name = name.split('(').next().unwrap_or(name);
    match links.names.get(name) {
        Some(to) => format!("<a class=\"quiet\" href=\"{to}\">{code}</a>"),
        None => code,
    }
}

/// A path beside another one.
fn joined(from: &str, to: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in to.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What GitHub makes of a heading.
pub fn slug(title: &str) -> String {
    title
        .to_lowercase()
        .chars()
        .filter_map(|letter| match letter {
            ' ' => Some('-'),
            '-' | '_' => Some(letter),
            letter if letter.is_alphanumeric() => Some(letter),
            _ => None,
        })
        .collect()
}

/// A line break between two Chinese letters would be shown as a space.
fn without_breaks_in_chinese(html: &str) -> String {
    let is_chinese = |letter: Option<char>| {
        letter.is_some_and(|letter| {
            ('\u{3000}'..'\u{a000}').contains(&letter) || ('\u{ff00}'..'\u{ffef}').contains(&letter)
        })
    };
    let mut text = String::with_capacity(html.len());
    let mut letters = html.chars().peekable();
    while let Some(letter) = letters.next() {
        if letter == '\n' && is_chinese(text.chars().last()) && is_chinese(letters.peek().copied()) {
            continue;
        }
        text.push(letter);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links() -> Links {
        let sections = BTreeMap::from([("für-später".to_owned(), "for-later".to_owned())]);
        Links {
            pages: HashMap::from([("docs/guides/b.en.md".to_owned(), ("b.html".to_owned(), sections))]),
            names: HashMap::from([("appGetUser".to_owned(), "../reference/user.html#AppGetUser".to_owned())]),
        }
    }

    fn parts(text: &str) -> Result<Vec<Part>> {
        Source::read("docs/guides/a.en.md", format!("# A\n\n{text}"))?.parts("a", &links())
    }

    #[test]
    fn links_lead_to_pages_of_the_site_and_to_files_of_the_repository() {
        let body = |text: &str| parts(text).unwrap().remove(0).body;
        assert!(body("[b](b.en.md#für-später)").contains("href=\"b.html#for-later\""));
        assert!(body("[r](../../README.md#limits)").contains("/blob/main/README.md#limits\""));
        assert!(body("[r](../../www/reference/bind.html#X)").contains("href=\"../reference/bind.html#X\""));
        assert!(body("`client.appGetUser()`").contains("href=\"../reference/user.html#AppGetUser\""));
        assert!(parts("[b](b.en.md#earlier)").is_err());
    }

    #[test]
    fn sections_are_parts_and_markup_is_refused() {
        let parts_found = parts("before\n\n## One `two`\n\nwithin\n\n### Three\n").unwrap();
        let titles: Vec<&str> = parts_found.iter().map(|part| part.title.as_str()).collect();
        assert_eq!(titles, ["", "One two", "Three"]);
        assert_eq!(parts_found[1].body, "<p>within</p>\n");
        assert!(parts("<b>bold</b>").is_err());
        assert!(parts("```js\n<b>\n```").unwrap()[0].body.contains("&lt;b&gt;"));
    }

    #[test]
    fn headings_have_the_addresses_that_github_gives_them() {
        assert_eq!(slug("What `it` does: a, b & c"), "what-it-does-a-b--c");
        assert_eq!(slug("恢复 / 断点"), "恢复--断点");
        let source = Source::read("a", "# A\n## B\n## B\n".to_owned()).unwrap();
        assert_eq!(source.slugs(), ["b", "b-1"]);
    }

    #[test]
    fn chinese_lines_are_joined_without_a_space() {
        assert_eq!(
            without_breaks_in_chinese("<p>设备\n上报\nToken</p>"),
            "<p>设备上报\nToken</p>"
        );
    }
}
