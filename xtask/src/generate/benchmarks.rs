//! What `cargo xtask bench` has measured, as the tables of BENCHMARKS.md and the short one of both READMEs. They are generated
//! from the committed figures, so no text can say something else than was measured.

use std::fmt::Write as _;

use serde_json::Value;

use super::tables::Language;

/// The committed figures: an object with one member per group.
pub const RESULTS: &str = "tests/bench/results.json";
/// Where the tables stand.
pub const PAGE: &str = "BENCHMARKS.md";

/// The widest bar.
const BAR_COLUMNS: f64 = 20.0;
/// Up to here two figures count as the same.
const SAME_PERCENT: f64 = 2.0;

/// A group's section: what it was measured on, and its tables. `None` where it was not measured yet.
pub fn section(results: &Value, group: &str) -> Option<String> {
    // Bytes are the same on a busy machine.
    let is_timed = !matches!(group, "build" | "bytes");
    let group = results.get(group)?;
    let mut text = format!("\n{}\n", taken(&group["taken"], is_timed));
    for table in list(&group["tables"]) {
        let _ = write!(text, "\n**{}**\n\n{}", word(&table["title"]), rows(table));
    }
    text.push('\n');
    Some(text)
}

/// When and on what.
fn taken(taken: &Value, is_timed: bool) -> String {
    let versions: Vec<String> = taken["versions"]
        .as_object()
        .into_iter()
        .flatten()
        .map(|(name, version)| format!("{name} {}", word(version)))
        .collect();
    let is_busy = is_timed && number(&taken["load"]) > number(&taken["cores"]);
    let warning = if is_busy {
        "**Taken on a busy machine: good for orders of magnitude only.** "
    } else {
        ""
    };
    format!(
        "{warning}Taken on {}: {}, {} cores, {}; load at the start {}. {}.",
        word(&taken["date"]),
        word(&taken["processor"]),
        taken["cores"],
        word(&taken["system"]),
        taken["load"],
        versions.join(", ")
    )
}

/// A table in Markdown, which reads on a terminal, too.
pub fn rows(table: &Value) -> String {
    let unit = word(&table["unit"]);
    let is_weighed = list(&table["rows"]).any(|row| row.get("raw").is_some());
    let relation = table["relation"].as_str();
    let compared = relation.unwrap_or(if is_weighed {
        "ours / theirs, brotli"
    } else {
        "ours / theirs"
    });
    let mut cells = vec![if is_weighed {
        ["", "raw", "gzip", "brotli", compared, ""].map(str::to_owned).to_vec()
    } else {
        ["", "median", "middle half", compared, ""].map(str::to_owned).to_vec()
    }];
    let largest = list(&table["rows"])
        .map(|row| number(&row["median"]))
        .fold(0.0, f64::max);
    let first = list(&table["rows"]).next().map_or(0.0, |row| number(&row["median"]));
    for row in list(&table["rows"]) {
        let name = word(&row["name"]);
        let is_ours = row["isOurs"] == true;
        let mut line = vec![if is_ours {
            format!("**{name}**")
        } else {
            name.to_owned()
        }];
        if is_weighed {
            line.extend(["raw", "gzip", "median"].map(|part| figure(number(&row[part]), unit)));
        } else {
            line.push(figure(number(&row["median"]), unit));
            line.push(range(row, unit));
        }
        line.push(match (row.get("share"), relation) {
            (None, _) => String::new(),
            (Some(_), Some(_)) if is_weighed => gain(first, number(&row["median"]), unit),
            (Some(share), Some(_)) => short(number(&share["median"])),
            (Some(share), None) => verdict(share, unit),
        });
        line.push(format!("`{}`", bar(number(&row["median"]) / largest)));
        cells.push(line);
    }
    aligned(&cells)
}

fn range(row: &Value, unit: &str) -> String {
    let (low, high) = (number(&row["low"]), number(&row["high"]));
    if low == high {
        return String::new();
    }
    format!("{} – {}", figure(low, unit), figure(high, unit))
}

/// What is saved by something without which `first` would be `without`.
fn gain(first: f64, without: f64, unit: &str) -> String {
    let change = without - first;
    let percent = change.abs() / without * 100.0;
    let amount = figure(change.abs(), unit);
    if change < 0.0 {
        format!("**costs** {amount}")
    } else {
        format!("{amount}, {percent:.1} %")
    }
}

/// A share of ours in theirs, and what it means.
fn verdict(share: &Value, unit: &str) -> String {
    let share = number(&share["median"]);
    let meaning = match (share < 1.0, unit) {
        _ if (share - 1.0).abs() * 100.0 <= SAME_PERCENT => "the same".to_owned(),
        (true, "bytes") => format!("{:.0} % smaller", (1.0 - share) * 100.0),
        (true, _) => format!("{} times as fast", short(1.0 / share)),
        (false, "bytes") => "**larger**".to_owned(),
        (false, _) => "**slower**".to_owned(),
    };
    format!("{}: {meaning}", short(share))
}

/// A number with as many digits as one looks at.
fn short(number: f64) -> String {
    match number.abs() {
        100.0.. => format!("{number:.0}"),
        10.0.. => format!("{number:.1}"),
        _ => format!("{number:.2}"),
    }
}

fn figure(number: f64, unit: &str) -> String {
    match unit {
        "us" if number >= 1000.0 => format!("{} ms", short(number / 1000.0)),
        "us" => format!("{} µs", short(number)),
        "bytes" if number >= 1_000_000.0 => format!("{} MB", short(number / 1_000_000.0)),
        "bytes" if number >= 1000.0 => format!("{} KB", short(number / 1000.0)),
        "bytes" => format!("{number:.0} B"),
        unit => format!("{} {unit}", short(number)),
    }
}

/// A bar of that part of the widest, drawn in eighths of a letter.
fn bar(part: f64) -> String {
    const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
    // Between 0 and a few hundred.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let eighths = (part * BAR_COLUMNS * 8.0).round().max(1.0) as usize;
    format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8])
}

/// What the package was changed for and what that did to its size, out of what is recorded of it.
pub fn history(record: &Value) -> String {
    let mut cells = vec![
        ["what was changed", "raw", "gzip", "brotli", "change (brotli)"]
            .map(str::to_owned)
            .to_vec(),
    ];
    let mut before: Option<f64> = None;
    for entry in list(&record["history"]) {
        let sizes = entry.as_object().into_iter().flatten().map(|(_, value)| value);
        let Some(sizes) = sizes.into_iter().find(|value| value.is_object()) else {
            continue;
        };
        let now = number(&sizes["brotli"]);
        let change = before.map_or_else(String::new, |before| {
            let sign = if now < before { '−' } else { '+' };
            let percent = (now - before).abs() / before * 100.0;
            format!("{sign}{}, {sign}{percent:.1} %", figure((now - before).abs(), "bytes"))
        });
        before = Some(now);
        let mut line = vec![word(&entry["reason"]).replace('|', "\\|")];
        line.extend(["raw", "gzip", "brotli"].map(|part| figure(number(&sizes[part]), "bytes")));
        line.push(change);
        cells.push(line);
    }
    format!("\n{}\n", aligned(&cells))
}

/// The first line is the heading. Columns with nothing below theirs are left out.
fn aligned(lines: &[Vec<String>]) -> String {
    let is_told = |column: &usize| lines.iter().skip(1).any(|line| !line[*column].is_empty());
    let columns: Vec<usize> = (0..lines.first().map_or(0, Vec::len)).filter(is_told).collect();
    let width = |column: usize| {
        lines
            .iter()
            .map(|line| line[column].chars().count())
            .max()
            .unwrap_or(0)
            .max(3)
    };
    let widths: Vec<usize> = columns.iter().map(|column| width(*column)).collect();
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        for (column, width) in columns.iter().zip(&widths) {
            let _ = write!(text, "| {:<width$} ", line[*column]);
        }
        text.push_str("|\n");
        if at == 0 {
            for width in &widths {
                let _ = write!(text, "| {} ", "-".repeat(*width));
            }
            text.push_str("|\n");
        }
    }
    text
}

/// A line of the short table: a figure of ours beside one peer's.
struct Line {
    title: [&'static str; 2],
    group: &'static str,
    table: usize,
    /// How our own row begins.
    ours: &'static str,
    /// How the peer's row begins, and what it is called here.
    peer: &'static str,
    called: [&'static str; 2],
}

const SUMMARY: &[Line] = &[
    Line {
        title: [
            "What a browser loads before its first call (brotli)",
            "浏览器首次调用前的下载量（brotli）",
        ],
        group: "bytes",
        table: 0,
        ours: "",
        peer: "official SDK",
        called: ["official SDK", "官方 SDK"],
    },
    Line {
        title: [
            "What it has loaded once it binds or signs (brotli)",
            "开始绑定或签名后的下载总量（brotli）",
        ],
        group: "bytes",
        table: 0,
        ours: "the same in all",
        peer: "official SDK",
        called: ["official SDK", "官方 SDK"],
    },
    Line {
        title: [
            "What a mini-program's upload grows by (brotli)",
            "小程序上传包增加的体积（brotli）",
        ],
        group: "bytes",
        table: 2,
        ours: "",
        peer: "official SDK",
        called: ["official SDK", "官方 SDK"],
    },
    Line {
        title: ["A signature for a gateway", "一次网关签名"],
        group: "signature",
        table: 0,
        ours: "",
        peer: "node:crypto",
        called: ["node:crypto", "node:crypto"],
    },
    Line {
        title: ["", ""],
        group: "signature",
        table: 0,
        ours: "",
        peer: "@noble/hashes",
        called: ["@noble/hashes", "@noble/hashes"],
    },
    Line {
        title: ["", ""],
        group: "signature",
        table: 0,
        ours: "",
        peer: "crypto-js",
        called: ["crypto-js", "crypto-js"],
    },
    Line {
        title: ["", ""],
        group: "signature",
        table: 0,
        ours: "",
        peer: "WebCrypto",
        called: ["WebCrypto", "WebCrypto"],
    },
    Line {
        title: [
            "CPU time of a call above its transport",
            "一次调用在传输之外的 CPU 时间",
        ],
        group: "call",
        table: 0,
        ours: "",
        peer: "official SDK, console muted; JSON counted",
        called: ["official SDK, JSON counted as ours is", "官方 SDK，同样计入 JSON"],
    },
    Line {
        title: ["Cold start in Node", "Node 冷启动"],
        group: "cold-node",
        table: 0,
        ours: "",
        peer: "official SDK as installed",
        called: ["official SDK, as installed", "官方 SDK，安装后直接用"],
    },
    Line {
        title: ["", ""],
        group: "cold-node",
        table: 0,
        ours: "",
        peer: "official SDK bundled",
        called: ["official SDK, bundled", "官方 SDK，打包后"],
    },
    Line {
        title: [
            "Cold start in Chromium, from a server next door",
            "Chromium 冷启动（本地服务器）",
        ],
        group: "cold-chromium",
        table: 0,
        ours: "",
        peer: "official SDK",
        called: ["official SDK, bundled", "官方 SDK，打包后"],
    },
    Line {
        title: ["The same over a phone's network", "同上（手机网络）"],
        group: "cold-chromium",
        table: 2,
        ours: "",
        peer: "official SDK",
        called: ["official SDK, bundled", "官方 SDK，打包后"],
    },
    Line {
        title: ["Reading an answer of 1 MB (per KB)", "读取 1 MB 的应答（每 KB）"],
        group: "growth",
        table: 1,
        ours: "`parseResponse`, 1024 KB",
        peer: "`JSON.parse` alone, 1024 KB",
        called: ["JSON.parse", "JSON.parse"],
    },
];

/// The short table. `None` while something in it has not been measured.
pub fn summary(results: &Value, language: Language) -> Option<String> {
    let at = match language {
        Language::English => 0,
        Language::Chinese => 1,
    };
    let heading = [
        ["", "ours", "theirs", "ours / theirs"],
        ["", "本包", "对比", "本包 / 对比"],
    ][at];
    let mut cells = vec![heading.map(str::to_owned).to_vec()];
    for line in SUMMARY {
        let table = &results[line.group]["tables"][line.table];
        let unit = table["unit"].as_str()?;
        let row = |begin| list(&table["rows"]).find(|row| word(&row["name"]).starts_with(begin));
        let (ours, theirs) = (row(line.ours)?, row(line.peer)?);
        // The shares in a table are those of its first row.
        let share = match row("")? == ours {
            true => number(&theirs["share"]["median"]),
            false => number(&ours["median"]) / number(&theirs["median"]),
        };
        cells.push(vec![
            line.title[at].to_owned(),
            figure(number(&ours["median"]), unit),
            format!("{} ({})", figure(number(&theirs["median"]), unit), line.called[at]),
            short(share),
        ]);
    }
    Some(format!("\n{}\n", aligned(&cells)))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn table(unit: &str, share: f64) -> Value {
        json!({ "title": "T", "unit": unit, "rows": [
            { "name": "a", "isOurs": true, "median": 2.0, "low": 1.9, "high": 2.1 },
            { "name": "b", "isOurs": false, "median": 4.0, "low": 4.0, "high": 4.0,
              "share": { "median": share, "low": share, "high": share } },
        ] })
    }

    #[test]
    fn a_table_says_who_is_ahead() {
        let lines: Vec<String> = rows(&table("us", 0.5)).lines().map(str::to_owned).collect();
        assert!(lines[0].contains("median") && lines[0].contains("ours / theirs"));
        assert!(lines[2].contains("**a**") && lines[2].contains("2.00 µs") && lines[2].contains("1.90 µs – 2.10 µs"));
        assert!(lines[3].contains("0.50: 2.00 times as fast"), "{}", lines[3]);
        assert_eq!(lines[2].matches('█').count() * 2, lines[3].matches('█').count());
        assert!(rows(&table("us", 1.5)).contains("1.50: **slower**"));
        assert!(rows(&table("us", 1.01)).contains("1.01: the same"));
        assert!(rows(&table("bytes", 0.75)).contains("0.75: 25 % smaller"));
        assert!(rows(&table("bytes", 1.2)).contains("1.20: **larger**"));
    }

    #[test]
    fn a_table_with_a_relation_of_its_own_judges_nobody() {
        let mut table = table("us", 1.5);
        table["relation"] = json!("of a batch of 1");
        let text = rows(&table);
        assert!(text.contains("of a batch of 1") && text.contains("| 1.50 ") && !text.contains("slower"));
    }

    #[test]
    fn columns_without_anything_in_them_are_left_out() {
        let mut table = table("bytes", 0.5);
        for row in table["rows"].as_array_mut().expect("rows") {
            row["low"] = row["high"].clone();
            row.as_object_mut().expect("a row").remove("share");
        }
        let text = rows(&table);
        assert!(
            text.contains("median") && !text.contains("middle half") && !text.contains("theirs"),
            "{text}"
        );
    }

    #[test]
    fn figures_are_short() {
        for (number, unit, expected) in [
            (1.234, "us", "1.23 µs"),
            (12.34, "us", "12.3 µs"),
            (1234.0, "us", "1.23 ms"),
            (123.4, "ms", "123 ms"),
            (999.0, "bytes", "999 B"),
            (36_501.0, "bytes", "36.5 KB"),
            (6_422_528.0, "bytes", "6.42 MB"),
        ] {
            assert_eq!(figure(number, unit), expected);
        }
    }

    #[test]
    fn bars_are_drawn_in_eighths() {
        assert_eq!(bar(1.0), "█".repeat(20));
        assert_eq!(bar(0.5 / 20.0), "▌");
        assert_eq!(bar(0.0), "▏");
    }

    #[test]
    fn a_history_says_what_each_change_did() {
        let record = json!({ "history": [
            { "version": "1", "reason": "first", "a browser loads": { "raw": 9000, "gzip": 4000, "brotli": 2000 } },
            { "version": "1", "reason": "less", "a browser loads": { "raw": 9000, "gzip": 4000, "brotli": 1500 } },
            { "version": "1", "reason": "more", "a browser loads": { "raw": 9000, "gzip": 4000, "brotli": 1650 } },
        ] });
        let text = history(&record);
        let lines: Vec<&str> = text.trim().lines().collect();
        assert_eq!(lines.len(), 5);
        assert!(
            lines[2].starts_with("| first ") && !lines[2].contains('%'),
            "{}",
            lines[2]
        );
        assert!(
            lines[3].contains("1.50 KB") && lines[3].contains("−500 B, −25.0 %"),
            "{}",
            lines[3]
        );
        assert!(lines[4].contains("+150 B, +10.0 %"), "{}", lines[4]);
    }

    #[test]
    fn a_table_of_steps_says_what_each_gives() {
        let row = |name: &str, brotli: u32| {
            json!({ "name": name, "raw": 9, "gzip": 9, "median": brotli, "low": brotli,
            "high": brotli, "share": { "median": 0.5, "low": 0.5, "high": 0.5 } })
        };
        let table =
            json!({ "unit": "bytes", "relation": "gives", "rows": [row("all", 1000), row("a", 1250), row("b", 900)] });
        let lines: Vec<String> = rows(&table).lines().map(str::to_owned).collect();
        assert!(lines[3].contains("250 B, 20.0 %"), "{}", lines[3]);
        assert!(lines[4].contains("**costs** 100 B"), "{}", lines[4]);
    }

    #[test]
    fn nothing_is_said_of_what_was_not_measured() {
        assert_eq!(section(&json!({}), "signature"), None);
        assert_eq!(summary(&json!({}), Language::English), None);
    }

    #[test]
    fn a_section_says_what_it_was_taken_on() {
        let results = json!({ "call": {
            "taken": { "date": "2026-11-21", "processor": "P", "cores": 2, "system": "S", "load": 0.5, "versions": { "Node": "20" } },
            "tables": [table("us", 0.5)],
        } });
        let text = section(&results, "call").expect("measured");
        assert!(text.contains("Taken on 2026-11-21: P, 2 cores, S; load at the start 0.5. Node 20."));
        assert!(text.contains("**T**") && !text.contains("busy"));
        let mut busy = results;
        busy["call"]["taken"]["load"] = json!(2.1);
        assert!(section(&busy, "call").expect("measured").contains("busy machine"));
        let bytes = json!({ "bytes": busy["call"] });
        assert!(!section(&bytes, "bytes").expect("measured").contains("busy"));
    }
}
