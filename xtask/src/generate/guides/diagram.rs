//! Sequence diagrams, from the part of Mermaid's language that the guides use to SVG.
//!
//! In the sources they are fences marked `mermaid`, which GitHub draws by itself. The pages have them as SVG that needs no
//! script, takes its colours from the page, and comes in two widths, one of them for phones.

use std::fmt::Write as _;

use anyhow::{Context as _, Result, bail, ensure};

use crate::generate::pages::html::escaped;

/// A diagram as its source says it.
#[derive(Debug)]
pub struct Diagram {
    title: String,
    about: String,
    /// By the short names that messages use.
    actors: Vec<(String, String)>,
    lines: Vec<Line>,
}

#[derive(Debug)]
enum Line {
    Message {
        from: usize,
        to: usize,
        text: String,
        /// An answer.
        dashed: bool,
    },
    Note {
        first: usize,
        last: usize,
        text: String,
    },
    /// `loop`, `alt`, `opt`: what it is called, and when it applies.
    Open {
        word: &'static str,
        text: String,
    },
    Else {
        text: String,
    },
    Close,
}

impl Diagram {
    /// Reads the source.
    ///
    /// # Errors
    ///
    /// Anything that is not of the part that this module draws.
    pub fn read(source: &str) -> Result<Self> {
        let mut diagram = Self {
            title: String::new(),
            about: String::new(),
            actors: Vec::new(),
            lines: Vec::new(),
        };
        let mut lines = source.lines().map(str::trim).filter(|line| !line.is_empty());
        ensure!(
            lines.next() == Some("sequenceDiagram"),
            "only sequence diagrams are drawn"
        );
        let mut depth = 0_usize;
        for line in lines {
            diagram.line(line, &mut depth).with_context(|| line.to_owned())?;
        }
        ensure!(depth == 0, "a block has no end");
        ensure!(
            !diagram.title.is_empty() && !diagram.about.is_empty(),
            "accTitle and accDescr are missing"
        );
        ensure!(diagram.actors.len() > 1, "who speaks to whom?");
        Ok(diagram)
    }

    fn line(&mut self, line: &str, depth: &mut usize) -> Result<()> {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let text = rest.trim().to_owned();
        match word {
            "accTitle:" => self.title = text,
            "accDescr:" => self.about = text,
            // Always.
            "autonumber" => {}
            "participant" | "actor" => {
                let (short, name) = rest.split_once(" as ").unwrap_or((rest, rest));
                self.actors.push((short.trim().to_owned(), name.trim().to_owned()));
            }
            "Note" => {
                let (who, text) = rest
                    .strip_prefix("over ")
                    .and_then(|rest| rest.split_once(':'))
                    .context("a note stands over somebody")?;
                let (first, last) = who.split_once(',').unwrap_or((who, who));
                let (first, last) = (self.actor(first)?, self.actor(last)?);
                self.lines.push(Line::Note {
                    first: first.min(last),
                    last: first.max(last),
                    text: text.trim().to_owned(),
                });
            }
            "loop" | "alt" | "opt" => {
                *depth += 1;
                let word = ["loop", "alt", "opt"].into_iter().find(|known| *known == word);
                self.lines.push(Line::Open {
                    word: word.unwrap_or_default(),
                    text,
                });
            }
            "else" => {
                ensure!(*depth > 0, "it belongs to nothing");
                self.lines.push(Line::Else { text });
            }
            "end" => {
                *depth = depth.checked_sub(1).context("it ends nothing")?;
                self.lines.push(Line::Close);
            }
            _ => self.message(line)?,
        }
        Ok(())
    }

    fn message(&mut self, line: &str) -> Result<()> {
        let (head, text) = line.split_once(':').context("a message has a text")?;
        let (from, to, dashed) = if let Some((from, to)) = head.split_once("-->>") {
            (from, to, true)
        } else if let Some((from, to)) = head.split_once("->>") {
            (from, to, false)
        } else {
            bail!("messages are ->> and answers -->>");
        };
        let (from, to) = (self.actor(from)?, self.actor(to)?);
        self.lines.push(Line::Message {
            from,
            to,
            text: text.trim().to_owned(),
            dashed,
        });
        Ok(())
    }

    fn actor(&self, short: &str) -> Result<usize> {
        let short = short.trim();
        let at = self.actors.iter().position(|(known, _)| known == short);
        at.with_context(|| format!("nobody is called {short}"))
    }

    /// What it shows, in words.
    fn words(&self) -> String {
        let name = |at: usize| self.actors.get(at).map_or("", |(_, name)| name.as_str());
        let mut text = self.about.clone();
        let mut number = 0;
        for line in &self.lines {
            match line {
                Line::Message {
                    from, to, text: said, ..
                } => {
                    number += 1;
                    let _ = write!(text, " {number}. {} → {}: {said}.", name(*from), name(*to));
                }
                Line::Note { text: said, .. } => {
                    let _ = write!(text, " ({said})");
                }
                Line::Open { word, text: said } => {
                    let _ = write!(text, " [{word}: {said}]");
                }
                Line::Else { text: said } => {
                    let _ = write!(text, " [else: {said}]");
                }
                Line::Close => {}
            }
        }
        text
    }

    /// The figure in both widths; `id` is its own on the page.
    pub fn svg(&self, id: &str) -> String {
        format!(
            "<figure class=\"diagram\">\n{}{}<figcaption>{}</figcaption>\n</figure>\n",
            Drawing::of(self, &WIDE).svg(self, &format!("{id}-wide"), "wide"),
            Drawing::of(self, &NARROW).svg(self, &format!("{id}-narrow"), "narrow"),
            escaped(&self.title),
        )
    }
}

/// Measures of a drawing, in its own units: pixels, as long as it is not scaled down.
struct Measures {
    width: f64,
    /// Size of the letters.
    letter: f64,
    /// What a label may be at least, however near the two stand that it is between.
    label_min: f64,
    /// Of the boxes with names.
    box_width: f64,
}

const WIDE: Measures = Measures {
    width: 760.0,
    letter: 14.0,
    label_min: 190.0,
    box_width: 150.0,
};
const NARROW: Measures = Measures {
    width: 344.0,
    letter: 13.0,
    label_min: 216.0,
    box_width: 104.0,
};
const LINE: f64 = 1.35;
const GAP: f64 = 16.0;
const INSET: f64 = 5.0;
/// By how much bold letters are wider.
const BOLD: f64 = 1.12;
const NUMBER_RADIUS: f64 = 9.0;

/// A drawing that grows downwards.
struct Drawing<'a> {
    measures: &'a Measures,
    /// Where each actor's line runs.
    columns: Vec<f64>,
    y: f64,
    /// In the order of painting: frames, lines of the actors, everything else.
    frames: String,
    marks: String,
    number: usize,
    /// Where the blocks that are open began, with what they are called.
    open: Vec<f64>,
}

impl<'a> Drawing<'a> {
    fn of(diagram: &Diagram, measures: &'a Measures) -> Self {
        let count = diagram.actors.len();
        let room = measures.width / count as f64;
        let mut drawing = Self {
            measures,
            columns: (0..count).map(|at| room * (at as f64 + 0.5)).collect(),
            y: 0.0,
            frames: String::new(),
            marks: String::new(),
            number: 0,
            open: Vec::new(),
        };
        drawing.y = drawing.heads(diagram, 1.0) + 6.0;
        for line in &diagram.lines {
            drawing.draw(line);
        }
        drawing.y += GAP;
        drawing
    }

    fn column(&self, at: usize) -> f64 {
        self.columns.get(at).copied().unwrap_or_default()
    }

    /// The names from `top` on; hands out where they end.
    fn heads(&mut self, diagram: &Diagram, top: f64) -> f64 {
        let measures = self.measures;
        let room = measures.width / self.columns.len() as f64 - 6.0;
        let width = measures.box_width.min(room);
        let names: Vec<Vec<String>> = diagram
            .actors
            .iter()
            .map(|(_, name)| wrapped(name, width - 10.0, measures.letter * BOLD))
            .collect();
        let most = names.iter().map(Vec::len).max().unwrap_or(1);
        let height = most as f64 * measures.letter * LINE + 12.0;
        for (at, lines) in names.iter().enumerate() {
            let x = self.column(at);
            let _ = writeln!(
                self.marks,
                "<rect class=\"dg-actor\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>",
                short(x - width / 2.0),
                short(top),
                short(width),
                short(height)
            );
            let lines_height = lines.len() as f64 * measures.letter * LINE;
            self.text(lines, x, top + (height - lines_height) / 2.0, "dg-name");
        }
        top + height
    }

    /// Lines of text around `x`, from `top` on.
    fn text(&mut self, lines: &[String], x: f64, top: f64, class: &str) {
        let size = self.measures.letter;
        for (at, line) in lines.iter().enumerate() {
            let y = top + size * (LINE * at as f64 + 1.05);
            let _ = writeln!(
                self.marks,
                "<text class=\"{class}\" x=\"{}\" y=\"{}\">{}</text>",
                short(x),
                short(y),
                escaped(line)
            );
        }
    }

    /// Text of that width around `x`, moved so that it stays within the drawing.
    fn within(&self, x: f64, width: f64) -> f64 {
        let margin = width / 2.0 + 4.0 + INSET * self.open.len() as f64;
        if margin * 2.0 > self.measures.width {
            return self.measures.width / 2.0;
        }
        x.clamp(margin, self.measures.width - margin)
    }

    fn draw(&mut self, line: &Line) {
        match line {
            Line::Message { from, to, text, dashed } => self.message(*from, *to, text, *dashed),
            Line::Note { first, last, text } => self.note(*first, *last, text),
            Line::Open { word, text } => {
                self.y += GAP * 0.75;
                self.open.push(self.y);
                self.branch(Some(word), text);
            }
            Line::Else { text } => {
                self.y += GAP * 0.75;
                let inset = INSET * (self.open.len() as f64 - 1.0) + 1.0;
                let y = short(self.y);
                let _ = writeln!(
                    self.frames,
                    "<path class=\"dg-else\" d=\"M{} {y}H{}\"/>",
                    short(inset),
                    short(self.measures.width - inset)
                );
                self.branch(None, text);
            }
            Line::Close => {
                self.y += GAP * 0.75;
                let Some(top) = self.open.pop() else { return };
                let inset = INSET * self.open.len() as f64 + 1.0;
                // Outer ones are painted first, though they end last.
                let frame = format!(
                    "<rect class=\"dg-frame\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"8\"/>\n",
                    short(inset),
                    short(top),
                    short(self.measures.width - 2.0 * inset),
                    short(self.y - top)
                );
                self.frames.insert_str(0, &frame);
            }
        }
    }

    /// What a block or a part of it is called: at its left, under its upper edge.
    fn branch(&mut self, word: Option<&str>, text: &str) {
        let size = self.measures.letter;
        let left = INSET * self.open.len() as f64 + 6.0;
        let said = match word {
            Some("loop") => format!("↻ {text}"),
            _ => text.to_owned(),
        };
        let lines = wrapped(&said, self.measures.width - 2.0 * left, size * 0.95);
        for (at, line) in lines.iter().enumerate() {
            let y = self.y + size * (LINE * at as f64 + 1.25);
            let _ = writeln!(
                self.marks,
                "<text class=\"dg-when\" x=\"{}\" y=\"{}\">{}</text>",
                short(left),
                short(y),
                escaped(line)
            );
        }
        self.y += lines.len() as f64 * size * LINE + 4.0;
    }

    fn note(&mut self, first: usize, last: usize, text: &str) {
        let size = self.measures.letter;
        let (from, to) = (self.column(first), self.column(last));
        let room = self.measures.width - 2.0 * (4.0 + INSET * self.open.len() as f64);
        let most = (to - from + self.measures.box_width)
            .max(self.measures.label_min)
            .min(room);
        let lines = wrapped(text, most - 20.0, size);
        let widest = lines.iter().map(|line| width_of(line, size)).fold(0.0, f64::max);
        // Between two it reaches from the one to the other.
        let width = (widest + 20.0)
            .max(if first == last { 0.0 } else { to - from + 24.0 })
            .min(room);
        let x = self.within((from + to) / 2.0, width);
        self.y += GAP * 0.75;
        let height = lines.len() as f64 * size * LINE + 10.0;
        let _ = writeln!(
            self.marks,
            "<rect class=\"dg-note\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\"/>",
            short(x - width / 2.0),
            short(self.y),
            short(width),
            short(height)
        );
        let top = self.y + 5.0;
        self.text(&lines, x, top, "dg-said");
        self.y += height;
    }

    fn message(&mut self, from: usize, to: usize, text: &str, dashed: bool) {
        let size = self.measures.letter;
        let (start, end) = (self.column(from), self.column(to));
        self.number += 1;
        let room = self.measures.width - 2.0 * (4.0 + INSET * self.open.len() as f64);
        let most = ((end - start).abs() - 24.0).max(self.measures.label_min).min(room);
        let lines = wrapped(text, most, size);
        let widest = lines.iter().map(|line| width_of(line, size)).fold(0.0, f64::max);
        self.y += GAP * 0.8;
        let middle = if from == to { start } else { (start + end) / 2.0 };
        let x = self.within(middle, widest);
        let top = self.y;
        self.text(&lines, x, top, "dg-label");
        self.y += lines.len() as f64 * size * LINE + 10.0;
        let y = self.y;
        let class = if dashed { "dg-line dg-answer" } else { "dg-line" };
        if from == to {
            // To itself: down and back, on the side where there is room.
            let side = if start > self.measures.width / 2.0 { -1.0 } else { 1.0 };
            let _ = writeln!(
                self.marks,
                "<path class=\"{class}\" d=\"M{} {}h{}v{}h{}\"/>",
                short(start),
                short(y),
                short(30.0 * side),
                short(14.0),
                short(-24.0 * side)
            );
            self.head(start + 1.0 * side, y + 14.0, side);
            self.y += 14.0;
        } else {
            let side = if end < start { 1.0 } else { -1.0 };
            let _ = writeln!(
                self.marks,
                "<path class=\"{class}\" d=\"M{} {y}H{}\"/>",
                short(start),
                short(end + 7.0 * side),
                y = short(y)
            );
            self.head(end + 1.0 * side, y, side);
        }
        let _ = writeln!(
            self.marks,
            "<circle class=\"dg-dot\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>\n<text class=\"dg-number\" x=\"{}\" y=\"{}\">{}</text>",
            short(start),
            short(y),
            short(NUMBER_RADIUS),
            short(start),
            short(y + 4.0),
            self.number
        );
    }

    /// The head of an arrow whose point is there; `side` is where it comes from.
    fn head(&mut self, x: f64, y: f64, side: f64) {
        let _ = writeln!(
            self.marks,
            "<path class=\"dg-head\" d=\"M{} {}l{} -5v10z\"/>",
            short(x),
            short(y),
            short(9.0 * side)
        );
    }

    fn svg(mut self, diagram: &Diagram, id: &str, class: &str) -> String {
        let lines_end = self.y;
        let height = self.heads(diagram, lines_end) + 1.0;
        let mut lifelines = String::new();
        for x in &self.columns {
            let _ = writeln!(
                lifelines,
                "<path class=\"dg-life\" d=\"M{} 20V{}\"/>",
                short(*x),
                short(lines_end)
            );
        }
        format!(
            "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-about\" font-size=\"{}\">\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-about\">{}</desc>\n{}{lifelines}{}</svg>\n",
            short(self.measures.letter),
            escaped(&diagram.title),
            escaped(&diagram.words()),
            self.frames,
            self.marks,
            width = short(self.measures.width),
            height = short(height.ceil()),
        )
    }
}

/// A number as short as it is exact enough.
fn short(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// About how wide a text is, in any of the page's fonts rather too wide than too narrow.
fn width_of(text: &str, size: f64) -> f64 {
    text.chars().map(|letter| letter_width(letter) * size).sum()
}

fn letter_width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.31,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' => 0.4,
        'm' | 'w' | 'M' | 'W' | '@' | '…' | '→' => 0.93,
        'A'..='Z' => 0.69,
        _ if letter.is_ascii() => 0.58,
        _ => 1.0,
    }
}

/// Whether a line may begin with this letter, though it stands alone in Chinese.
fn begins_no_line(letter: char) -> bool {
    "，。、；：！？）」』”’…".contains(letter)
}

/// The text in lines of that width.
fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    // What stays together: words, parts of long names, single Chinese letters.
    let mut pieces: Vec<String> = Vec::new();
    let mut before = ' ';
    for letter in text.chars() {
        let is_wide = letter_width(letter) >= 1.0 && !letter.is_ascii();
        let was_wide = letter_width(before) >= 1.0 && !before.is_ascii();
        let begins = before == ' '
            || (before == '-' && letter.is_alphabetic())
            || (is_wide && !begins_no_line(letter) && before != '（')
            || (was_wide && letter != ' ' && !begins_no_line(letter) && before != '（')
            || (before.is_ascii_lowercase() && letter.is_ascii_uppercase());
        match pieces.last_mut() {
            Some(piece) if !begins => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
        before = letter;
    }
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if width_of(&format!("{line}{}", piece.trim_end()), size) <= width => line.push_str(&piece),
            _ => lines.push(piece),
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "sequenceDiagram
        autonumber
        accTitle: A lamp
        accDescr: An app asks.
        participant A as Your app
        participant C as Cloud
        A->>C: AppGetDeviceInFamily
        loop every 2 s
          C-->>A: <nothing>
        end
        Note over A,C: both know";

    #[test]
    fn a_diagram_says_in_words_what_it_shows() {
        let diagram = Diagram::read(SOURCE).unwrap();
        let words = diagram.words();
        assert_eq!(
            words,
            "An app asks. 1. Your app → Cloud: AppGetDeviceInFamily. [loop: every 2 s] 2. Cloud → Your app: <nothing>. (both know)"
        );
        let svg = diagram.svg("d");
        assert_eq!(svg.matches("<svg ").count(), 2);
        assert_eq!(svg.matches("&lt;nothing&gt;").count(), 4);
        assert!(!svg.contains("<nothing>") && !svg.contains("style="));
        for wide in ["d-wide-title", "d-narrow-about"] {
            assert_eq!(svg.matches(&format!("id=\"{wide}\"")).count(), 1);
        }
    }

    #[test]
    fn what_is_not_drawn_is_refused() {
        for (from, to) in [
            ("sequenceDiagram", "flowchart"),
            ("accTitle: A lamp", ""),
            ("        end", ""),
            ("A->>C", "A->>X"),
            ("A->>C", "A-xC"),
            ("Note over A,C", "Note left of A"),
        ] {
            assert!(Diagram::read(&SOURCE.replacen(from, to, 1)).is_err(), "{from} → {to}");
        }
    }

    #[test]
    fn lines_break_between_words_in_names_and_between_chinese_letters() {
        assert_eq!(wrapped("one two three", 55.0, 13.0), ["one two", "three"]);
        assert_eq!(
            wrapped("AppGetDeviceInFamily", 80.0, 13.0),
            ["AppGet", "DeviceIn", "Family"]
        );
        // No line begins with a full stop.
        assert_eq!(wrapped("设备上报。", 52.0, 13.0), ["设备上", "报。"]);
    }
}
