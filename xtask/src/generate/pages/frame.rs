//! What stands around the content of each page.

use super::html::{Words, escaped};

/// Where the pages will be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    /// In `www/`, beside the demo, which the sandbox serves.
    Repository,
    /// In `target/site/`: without the demo, which needs the sandbox, and with the references of declarations and crate, which
    /// are too large to be kept in the repository.
    Site,
}

/// A page without its content.
pub struct Frame<'a> {
    /// Its name in both languages.
    pub title: (&'a str, &'a str),
    /// What search engines show.
    pub description: &'a str,
    /// The attributes of its body.
    pub attributes: &'a str,
    /// Its stylesheets beside those of every page, and its script, below `www/`.
    pub styles: &'a [&'a str],
    pub script: &'a str,
    /// From which tables it is written.
    pub source: &'a str,
    pub foot: Words<'a>,
    pub edition: Edition,
}

impl Frame<'_> {
    /// The whole page.
    pub fn around(&self, side: &str, content: &str) -> String {
        let (english, chinese) = self.title;
        let styles: Vec<String> = ["base", "parts"]
            .iter()
            .chain(self.styles)
            .map(|name| format!("  <link rel=\"stylesheet\" href=\"../css/{name}.css\">\n"))
            .collect();
        let edition = match self.edition {
            Edition::Repository => "",
            Edition::Site => " data-site",
        };
        format!(
            r##"<!doctype html>
<!-- Written by `cargo xtask gen` from {source}. Do not edit. -->
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="description" content="{description}">
  <title data-zh="{chinese} · iotexplorer-client">{english} · iotexplorer-client</title>
  <link rel="icon" href="../icon.svg" type="image/svg+xml">
{styles}  <!-- Before the first paint: colours and language. -->
  <script src="../lib/early.js"></script>
  <script type="module" src="../lib/{script}"></script>
</head>
<body{attributes}{edition}>
<a class="skip" href="#main" id="skip">{skip}</a>
<header id="top"></header>
<div class="ref">
<aside class="ref-side">
<div id="search"></div>
{side}</aside>
<main id="main" tabindex="-1">
{content}</main>
</div>
<footer id="foot"><p>{foot}</p></footer>
<p id="live" class="unseen" aria-live="polite"></p>
</body>
</html>
"##,
            source = self.source,
            description = escaped(self.description),
            chinese = escaped(chinese),
            english = escaped(english),
            styles = styles.concat(),
            script = self.script,
            attributes = self.attributes,
            skip = Words::both("Skip to the content", "跳到正文").html(),
            foot = self.foot.html(),
        )
    }
}
