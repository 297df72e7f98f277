//! What the tools say about how many tests passed, added up.

use std::ops::AddAssign;

/// How many checks passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Ran and held.
    pub passed: usize,
    /// Did not hold, or could not run.
    pub failed: usize,
    /// Left out by the test itself; told apart, never counted as passed.
    pub skipped: usize,
}

impl Tally {
    /// One check that held or did not.
    pub const fn one(held: bool) -> Self {
        Self {
            passed: held as usize,
            failed: !held as usize,
            skipped: 0,
        }
    }

    /// Everything that ran.
    pub const fn ran(self) -> usize {
        self.passed + self.failed
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Whose words are read. Tests may print another runner's words by the way: those do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Runner {
    /// cargo-nextest: one summary at the end.
    Nextest,
    /// Rust's own and wasm-bindgen's: a summary for each binary.
    Libtest,
    /// Node's: a line for each kind of ending, at the end.
    Node,
    /// Our own programs: `3 passed, 0 failed` as the last line.
    Own,
}

/// Reads what a runner says in the end. `None`: it never came to that.
pub fn read(runner: Runner, text: &str) -> Option<Tally> {
    let lines: Vec<String> = text.lines().map(|line| plain(line).trim().to_owned()).collect();
    match runner {
        Runner::Nextest => lines.iter().rev().find_map(|line| nextest(line)),
        Runner::Libtest => sum(lines.iter().filter_map(|line| libtest(line))),
        Runner::Node => {
            let last = |what| lines.iter().rev().find_map(|line| node(line, what));
            sum(["pass", "fail", "cancelled", "skipped", "todo"]
                .into_iter()
                .filter_map(last))
        }
        Runner::Own => own(lines.iter().rev().find(|line| !line.is_empty())?),
    }
}

fn sum(tallies: impl Iterator<Item = Tally>) -> Option<Tally> {
    tallies.fold(None, |all, tally| {
        let mut all = all.unwrap_or_default();
        all += tally;
        Some(all)
    })
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; …`: libtest and wasm-bindgen's runner.
fn libtest(line: &str) -> Option<Tally> {
    let rest = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let mut tally = Tally::default();
    for part in rest.split(';') {
        let mut words = part.split_whitespace();
        let (Some(count), Some(what)) = (words.next(), words.next()) else {
            continue;
        };
        let Ok(count) = count.parse::<usize>() else { continue };
        match what {
            "passed" => tally.passed += count,
            "failed" => tally.failed += count,
            "ignored" => tally.skipped += count,
            _ => {}
        }
    }
    Some(tally)
}

/// `Summary [   0.1s] 3 tests run: 2 passed (1 slow), 1 failed, 1 timed out, 0 skipped`.
fn nextest(line: &str) -> Option<Tally> {
    let rest = line.strip_prefix("Summary [")?.split_once(" run: ")?.1;
    let mut tally = Tally::default();
    let mut depth = 0_usize;
    let outside: String = rest
        .chars()
        .filter(|letter| {
            depth += usize::from(*letter == '(');
            let keep = depth == 0;
            depth -= usize::from(*letter == ')' && depth > 0);
            keep
        })
        .collect();
    for part in outside.split(',') {
        let mut words = part.split_whitespace();
        let (Some(count), Some(what)) = (words.next(), words.next()) else {
            continue;
        };
        let Ok(count) = count.parse::<usize>() else { continue };
        match what {
            "passed" => tally.passed += count,
            "skipped" => tally.skipped += count,
            _ => tally.failed += count,
        }
    }
    Some(tally)
}

/// `# pass 3` (TAP) or `ℹ pass 3` (spec).
fn node(line: &str, wanted: &str) -> Option<Tally> {
    let mut words = line.split(' ');
    if !matches!(words.next(), Some("#" | "ℹ")) || words.next() != Some(wanted) {
        return None;
    }
    let count = words.next()?.parse::<usize>().ok()?;
    if words.next().is_some() {
        return None;
    }
    let mut tally = Tally::default();
    match wanted {
        "pass" => tally.passed = count,
        "fail" | "cancelled" => tally.failed = count,
        _ => tally.skipped = count,
    }
    Some(tally)
}

/// `3 passed, 0 failed`.
fn own(line: &str) -> Option<Tally> {
    let (passed, failed) = line.split_once(" passed, ")?;
    Some(Tally {
        passed: passed.parse().ok()?,
        failed: failed.strip_suffix(" failed")?.parse().ok()?,
        skipped: 0,
    })
}

/// A line without the terminal's colours.
fn plain(line: &str) -> String {
    let mut text = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\u{1b}' {
            letters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            text.push(letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: usize, failed: usize, skipped: usize) -> Option<Tally> {
        Some(Tally {
            passed,
            failed,
            skipped,
        })
    }

    #[test]
    fn libtest_and_the_wasm_runner() {
        let text = "running 2 tests\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 1 passed; 3 failed; 0 ignored; 0 filtered out; finished in 0.10s\n";
        assert_eq!(read(Runner::Libtest, text), tally(3, 3, 1));
    }

    #[test]
    fn nextest_with_all_its_words() {
        let text = "     Summary [   0.014s] 3 tests run: 3 passed, 0 skipped";
        assert_eq!(read(Runner::Nextest, text), tally(3, 0, 0));
        let text = "Summary [  10.0s] 7 tests run: 3 passed (1 slow, 1 flaky, 1 leaky), \
            2 failed, 1 timed out, 1 exec failed, 4 skipped";
        assert_eq!(read(Runner::Nextest, text), tally(3, 4, 4));
        let text = "Summary [ 0.1s] 1/2 tests run: 0 passed, 1 failed, 0 skipped";
        assert_eq!(read(Runner::Nextest, text), tally(0, 1, 0));
    }

    #[test]
    fn what_a_failing_test_prints_is_not_counted() {
        let text = "test result: FAILED. 0 passed; 1 failed; 0 ignored; 0 measured; 16 filtered out\n\
            Summary [ 2.5s] 96 tests run: 95 passed, 1 failed, 0 skipped\n";
        assert_eq!(read(Runner::Nextest, text), tally(95, 1, 0));
        let text = "# pass 9\nSummary [ 2.5s] 3 tests run: 3 passed\nℹ pass 2\nℹ fail 0\n";
        assert_eq!(read(Runner::Node, text), tally(2, 0, 0));
    }

    #[test]
    fn nodes_runner_in_both_styles() {
        let text =
            "# tests 9\n# suites 1\n# pass 5\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n# duration_ms 12.5\n";
        assert_eq!(read(Runner::Node, text), tally(5, 2, 2));
        assert_eq!(read(Runner::Node, "ℹ tests 2\nℹ pass 2\nℹ fail 0\n"), tally(2, 0, 0));
    }

    #[test]
    fn our_own_programs_last_line() {
        assert_eq!(
            read(Runner::Own, "1 passed, 0 failed\nrows\n12 passed, 3 failed\n\n"),
            tally(12, 3, 0)
        );
        assert_eq!(read(Runner::Own, "12 passed, 3 failed\nError: it stopped\n"), None);
    }

    #[test]
    fn colours_are_looked_through() {
        let text = "\u{1b}[32;1mSummary\u{1b}[0m [ 0.1s] 1 test run: 1 \u{1b}[32mpassed\u{1b}[0m, 0 skipped";
        assert_eq!(read(Runner::Nextest, text), tally(1, 0, 0));
    }

    #[test]
    fn no_summary_is_no_tally() {
        let text = "error: could not compile\n# pass me 5 of them\nthe test result: ok. 4 passed";
        for runner in [Runner::Nextest, Runner::Libtest, Runner::Node, Runner::Own] {
            assert_eq!(read(runner, text), None);
        }
    }
}
