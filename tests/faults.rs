//! Every fault at every step of every flow, as `tests/faults/expected.md` has them, against the machines and a model of
//! the cloud; and whatever else may come together, with the model as the oracle.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use std::collections::{BTreeMap, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};

use iotexplorer_client::error::{Error, ErrorKind, Result, code};
use iotexplorer_client::flow::{self, Kind};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};
use support::cloud::{Cloud, Fault};
use support::world::{Event, Point, Run, Troubles, World};
use support::{Note, Question, RENEWED_TOKEN, SIGNATURE, START_MS};

const DAY_MS: f64 = 86_400_000.0;
/// How long a killed app takes to come back.
const DEAD_MS: f64 = 10_000.0;
const SAME_FAMILY: &str = "UnsupportedOperation.CannotBindSameFamily";
const DEVICE: &str = "df2eSJyY";
/// The others of a batch.
const OTHERS: [&str; 3] = ["sub2", "sub3", "sub4"];

/// Which flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Token,
    Wifi,
    Bluetooth,
    Gateway,
    Batch,
}

const ALL: [Which; 5] = [
    Which::Token,
    Which::Wifi,
    Which::Bluetooth,
    Which::Gateway,
    Which::Batch,
];

impl Which {
    fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Wifi => "wifi-signature",
            Self::Bluetooth => "bluetooth-signature",
            Self::Gateway => "gateway",
            Self::Batch => "gateway-batch",
        }
    }

    fn kind(self) -> Kind {
        match self {
            Self::Token => Kind::Token,
            Self::Wifi | Self::Bluetooth => Kind::Signature,
            Self::Gateway | Self::Batch => Kind::Gateway,
        }
    }

    fn steps(self) -> &'static [&'static str] {
        match self.kind() {
            Kind::Token | Kind::MultiDevice => &["create", "tell", "poll", "bind", "check", "confirm"],
            Kind::Signature => &["bind", "check", "confirm"],
            Kind::Gateway => &["sign", "bind", "check", "confirm"],
        }
    }

    fn bind(self) -> &'static str {
        match self.kind() {
            Kind::Token | Kind::MultiDevice => "AppTokenBindDeviceFamily",
            Kind::Signature => "AppSigBindDeviceInFamily",
            Kind::Gateway => "AppSigGatewayBindDevice",
        }
    }

    /// The Action of a step; none of those that are functions of the caller's.
    fn action(self, step: &str) -> &'static str {
        match step {
            "create" => "AppCreateDeviceBindToken",
            "poll" => "AppGetDeviceBindTokenState",
            "bind" => self.bind(),
            "check" if self.kind() == Kind::Gateway => "AppGetFamilySubDeviceList",
            "check" | "confirm" => "AppGetDeviceInFamily",
            _ => "",
        }
    }

    fn timeout_ms(self) -> f64 {
        if self == Self::Token { 300_000.0 } else { 60_000.0 }
    }

    /// How many requests it takes when nothing goes wrong.
    fn requests(self) -> usize {
        match self {
            Self::Token => 4,
            Self::Wifi | Self::Bluetooth | Self::Gateway => 2,
            Self::Batch => 8,
        }
    }

    fn options(self, device_name: &str, clock_ms: f64, resume: Option<String>) -> flow::Options<Value> {
        let mut params = json!({ "FamilyId": "f-home" });
        let mut add = |more: Value| {
            params
                .as_object_mut()
                .unwrap()
                .extend(more.as_object().unwrap().clone());
        };
        let device = json!({ "ProductId": "R32ONVL0EU", "DeviceName": device_name });
        // A Wi-Fi device has a clock of its own; a Bluetooth device signs the phone's time and a minute.
        let (bind_type, signed_ms) = match self {
            Self::Bluetooth => ("bluetooth_sign", clock_ms + 60_000.0),
            _ => ("wifi_sign", START_MS),
        };
        match self.kind() {
            Kind::Token | Kind::MultiDevice => add(json!({ "RoomId": "0" })),
            Kind::Signature => {
                add(device);
                #[allow(clippy::cast_possible_truncation)]
                let time = (signed_ms / 1000.0) as i64;
                add(
                    json!({ "RoomId": "0", "DeviceTimestamp": time, "ConnId": "happy", "Signature": SIGNATURE,
                    "BindType": bind_type }),
                );
            }
            Kind::Gateway => {
                add(device);
                add(json!({ "GatewayProductId": "NJ27OVLZT4", "GatewayDeviceName": "gwdev" }));
            }
        }
        flow::Options {
            params,
            poll_ms: 2_000.0,
            timeout_ms: self.timeout_ms(),
            resume,
        }
    }
}

// ---- the table ----

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
struct Expected {
    /// `bound`, `unconfirmed`, or the error's code.
    outcome: String,
    may_be_bound: bool,
    more: usize,
    alone: bool,
}

#[derive(Clone, Debug)]
struct Cell {
    which: Which,
    step: &'static str,
    fault: String,
    expected: Option<Expected>,
}

/// `bound +1`, `Flow.OutcomeUnknown? +3 !`; nothing for a dash.
fn read_cell(text: &str) -> Option<Option<Expected>> {
    if text == "–" {
        return Some(None);
    }
    let mut parts = text.split(' ');
    let outcome = parts.next()?;
    let more = parts.next()?.strip_prefix('+')?.parse().ok()?;
    let alone = match parts.next() {
        None => false,
        Some("!") => true,
        Some(_) => return None,
    };
    let may_be_bound = outcome.ends_with('?');
    let outcome = outcome.trim_end_matches('?').to_owned();
    let is_code = outcome.starts_with(|first: char| first.is_ascii_uppercase());
    let is_known = outcome == "bound" || outcome == "unconfirmed" || is_code;
    (is_known && parts.next().is_none()).then_some(Some(Expected {
        outcome,
        may_be_bound,
        more,
        alone,
    }))
}

/// The rows of the tables, all of which must be there.
fn table() -> Vec<Cell> {
    let text = include_str!("faults/expected.md");
    let mut cells = Vec::new();
    let mut faults: Vec<Vec<String>> = Vec::new();
    for which in ALL {
        let section = text
            .split("\n## ")
            .find(|section| section.lines().next() == Some(which.name()))
            .unwrap_or_else(|| panic!("no section {}", which.name()));
        let mut rows = section.lines().filter(|line| line.starts_with('|')).map(|line| {
            let line = line.trim_matches('|');
            line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
        });
        let head = rows.next().unwrap();
        assert_eq!(head[1..], *which.steps(), "{}", which.name());
        let rows: Vec<_> = rows.skip(1).collect();
        faults.push(rows.iter().map(|row| row[0].clone()).collect());
        for row in rows {
            assert_eq!(row.len(), head.len(), "{} {row:?}", which.name());
            for (step, cell) in which.steps().iter().zip(&row[1..]) {
                let expected = read_cell(cell).unwrap_or_else(|| panic!("{} {}: {cell}", which.name(), row[0]));
                cells.push(Cell {
                    which,
                    step,
                    fault: row[0].clone(),
                    expected,
                });
            }
        }
    }
    assert!(
        faults.iter().all(|names| *names == faults[0]),
        "not every table has every fault"
    );
    cells
}

// ---- a cell ----

/// One fault at one step.
struct Planned<'a> {
    cell: &'a Cell,
    /// The answer of the first bind is lost, so that the flow asks.
    lost: bool,
    /// When the step began.
    begun_ms: Option<f64>,
    silent: bool,
}

impl Planned<'_> {
    /// Whether the step begins here.
    fn is_step(&self, point: Point<'_>) -> bool {
        match point {
            Point::Request(sent) => sent.action == self.cell.which.action(self.cell.step),
            Point::Question(Question::SendToDevice { .. }) => self.cell.step == "tell",
            Point::Question(Question::Sign { .. }) => self.cell.step == "sign",
        }
    }

    /// What the row's name means.
    fn begin(&mut self, world: &mut World) -> Fault {
        let happens = |world: &mut World, event, fault| {
            world.soon(event);
            fault
        };
        match &*self.cell.fault {
            "refused" | "reset-before" => Fault::DropBefore,
            "reset-after" => Fault::DropAfter,
            "late" => Fault::SilenceAfter,
            "late-effect" => Fault::Late(12_000),
            "late-before" => Fault::SilenceBefore,
            "too-many" => Fault::TooMany(None),
            "too-many-retry-after" => Fault::TooMany(Some(5)),
            "status-500" => Fault::Status(500),
            "html-502" => Fault::HtmlBefore(502),
            "html-502-after" => Fault::HtmlAfter(502),
            "portal" => Fault::HtmlBefore(200),
            "truncated" => Fault::CutOff,
            "empty" => Fault::Empty,
            "wrong-request-id" => Fault::OtherId,
            "internal-error" => Fault::InternalBefore,
            "internal-error-after" => Fault::InternalAfter,
            "token-expired-polling" | "token-expired-before-bind" => {
                world.cloud.tokens_until_ms = world.now_ms;
                Fault::None
            }
            "access-token-expired-renewing" | "access-token-expired" => {
                world.cloud.access_token = Some(RENEWED_TOKEN.into());
                Fault::None
            }
            "never-online" => {
                world.cloud.online_ms = f64::INFINITY;
                Fault::None
            }
            "online-late" => {
                world.cloud.online_ms = world.elapsed_ms() + 20_000.0;
                Fault::None
            }
            // From the start.
            "clock-plus-day" | "clock-minus-day" => Fault::None,
            "clock-jumps-forward" => happens(world, Event::ClockJumps(DAY_MS), Fault::None),
            "clock-jumps-back" => happens(world, Event::ClockJumps(-DAY_MS), Fault::None),
            "duplicate" => Fault::Twice,
            "offline-30s" => {
                world.offline_until_ms = world.now_ms + 30_000.0;
                Fault::None
            }
            "offline" => {
                world.offline_until_ms = f64::INFINITY;
                Fault::None
            }
            // Silent but for what the host reports when the app is back. A function of the caller's is not a request.
            "background-20s" => happens(
                world,
                Event::Background(20_000.0),
                self.unless_asked(Fault::SilenceBefore),
            ),
            "background-60s" => happens(
                world,
                Event::Background(60_000.0),
                self.unless_asked(Fault::SilenceBefore),
            ),
            "background-60s-after" => happens(world, Event::Background(60_000.0), Fault::SilenceAfter),
            "killed-resumed" => happens(world, Event::Kill, Fault::SilenceAfter),
            "killed-resumed-before" => happens(world, Event::Kill, Fault::SilenceBefore),
            "aborted" => happens(world, Event::Abort, Fault::SilenceAfter),
            "timeout" => {
                self.silent = true;
                Fault::SilenceBefore
            }
            other => panic!("nobody knows the fault {other}"),
        }
    }

    fn unless_asked(&self, fault: Fault) -> Fault {
        if matches!(self.cell.step, "tell" | "sign") {
            Fault::None
        } else {
            fault
        }
    }
}

impl Troubles for Planned<'_> {
    fn at(&mut self, point: Point<'_>, device_name: &str, world: &mut World) -> Fault {
        if device_name != DEVICE {
            return Fault::None;
        }
        if self.silent {
            return Fault::SilenceBefore;
        }
        if let Point::Request(sent) = point
            && self.cell.step == "check"
            && !self.lost
            && sent.action == self.cell.which.bind()
        {
            self.lost = true;
            return Fault::DropAfter;
        }
        if self.begun_ms.is_some() || !self.is_step(point) {
            return Fault::None;
        }
        self.begun_ms = Some(world.now_ms);
        self.begin(world)
    }
}

/// What came of a cell.
struct Played {
    outcome: Result<Value>,
    world: World,
    begun_ms: Option<f64>,
    /// Those of a batch that came after.
    others: Vec<Result<Value>>,
    /// How long each flow took, without what was no time of its own.
    took_ms: Vec<f64>,
}

/// What may differ from run to run without the outcome being another.
#[derive(Clone, Copy, Debug)]
struct Variant {
    seed: u64,
    refuses_repeats: bool,
    names_device: bool,
}

fn play(cell: &Cell, variant: Variant) -> Played {
    let which = cell.which;
    let is_batch = which == Which::Batch;
    // A cloud that lets a repeat pass shows who repeats; these two need one that does not.
    let refuses_repeats = variant.refuses_repeats || matches!(&*cell.fault, "late-effect" | "duplicate");
    let cloud = Cloud {
        refuses_repeats: refuses_repeats.then_some(SAME_FAMILY),
        names_device: variant.names_device,
        minds_time: true,
        others: OTHERS
            .iter()
            .filter(|_| is_batch)
            .map(|name| ((*name).into(), 0))
            .collect(),
        ..Cloud::default()
    };
    let mut world = World::new(cloud, variant.seed);
    world.renews = cell.fault == "access-token-expired-renewing";
    world.function_ms = if which == Which::Token { 1_000.0 } else { 100.0 };
    world.ahead_ms = match &*cell.fault {
        "clock-plus-day" => DAY_MS,
        "clock-minus-day" => -DAY_MS,
        _ => 0.0,
    };
    let mut planned = Planned {
        cell,
        lost: false,
        begun_ms: None,
        silent: false,
    };
    let setup = world.setup();
    let mut took_ms = Vec::new();
    let mut ended = |world: &World, asleep_before_ms: f64, run: &Run| {
        took_ms.push(run.ended_ms - run.begun_ms - (world.asleep_ms - asleep_before_ms));
    };
    let mut resume = None;
    let outcome = loop {
        let options = which.options(DEVICE, world.clock_ms(), resume.take());
        let mut run = [world.start(which.kind(), &setup, options, DEVICE)];
        world.run(&mut run, &mut planned);
        let [run] = run;
        if let Some(outcome) = run.outcome.clone() {
            ended(&world, 0.0, &run);
            break outcome;
        }
        world.now_ms += DEAD_MS;
        resume = run.checkpoint();
    };
    let mut outcome = outcome;
    let mut others = Vec::new();
    let goes_on = is_batch && !world.aborted;
    for name in OTHERS.iter().filter(|_| goes_on) {
        let asleep_ms = world.asleep_ms;
        let options = which.options(name, world.clock_ms(), None);
        let mut run = [world.start(which.kind(), &setup, options, name)];
        world.run(&mut run, &mut planned);
        let [run] = run;
        ended(&world, asleep_ms, &run);
        others.push(run.outcome.unwrap());
    }
    if is_batch && world.aborted {
        // What `driveAll` of the package makes of it.
        let mut error = Error::new(code!("Aborted.BySignal"));
        error.may_be_bound = outcome.as_ref().map_or_else(|error| error.may_be_bound, |_| true);
        outcome = Err(error);
    }
    let end_ms = world.now_ms + DAY_MS;
    world.cloud.arrive(end_ms);
    Played {
        outcome,
        world,
        begun_ms: planned.begun_ms,
        others,
        took_ms,
    }
}

/// What is wrong with what came of a cell.
fn complaints(cell: &Cell, expected: &Expected, played: &Played) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut check = |holds: bool, what: &str, actual: &dyn std::fmt::Debug| {
        if !holds {
            wrong.push(format!("{what}, but {actual:?}"));
        }
    };
    let Played {
        outcome,
        world,
        begun_ms,
        ..
    } = played;
    check(begun_ms.is_some(), "the step must come", begun_ms);
    if cell.fault == "too-many-retry-after" {
        let next = world.sent.iter().find(|sent| Some(sent.at_ms) > *begun_ms);
        let gap_ms = next.zip(*begun_ms).map(|(sent, ms)| sent.at_ms - ms);
        check(gap_ms >= Some(5_000.0), "Retry-After must be honoured", &gap_ms);
    }
    let (name, may_be_bound) = match outcome {
        Ok(device) if device["confirmed"] == json!(true) => ("bound".to_owned(), false),
        Ok(_) => ("unconfirmed".to_owned(), false),
        Err(error) => (error.code.to_string(), error.may_be_bound),
    };
    let told = (name, may_be_bound);
    let binds = world.cloud.binds;
    match outcome {
        Ok(device) => {
            check(
                device["DeviceId"] == json!(format!("R32ONVL0EU/{DEVICE}")),
                "the device",
                device,
            );
            check(binds == 1, "one bind must have taken effect", &binds);
        }
        Err(error) => {
            check(
                binds <= usize::from(error.may_be_bound),
                "no bind may have taken effect unsaid",
                &binds,
            );
            if error.is(code!("Flow.OutcomeUnknown")) {
                check(
                    error.kind == ErrorKind::Flow && error.retryable,
                    "unknown is of kind flow and retryable",
                    error,
                );
            }
        }
    }
    let wanted = (expected.outcome.clone(), expected.may_be_bound);
    check(told == wanted, &format!("expected {wanted:?}"), &told);
    let most = cell.which.requests() + expected.more;
    check(
        world.sent.len() <= most,
        &format!("at most {most} requests"),
        &world.sent.len(),
    );
    let longest = cell.which.timeout_ms() + 1.0;
    check(
        played.took_ms.iter().all(|ms| *ms <= longest),
        "it must end in time",
        &played.took_ms,
    );
    if cell.which == Which::Batch {
        for name in OTHERS {
            let wanted = usize::from(!expected.alone);
            let binds = world.cloud.binds_of(name);
            check(binds == wanted, &format!("{wanted} binds of {name}"), &binds);
        }
        for other in &played.others {
            let is_true = other.as_ref().map_or(expected.alone, |device| {
                !expected.alone && device["confirmed"] == json!(true)
            });
            check(is_true, "the others must be told the truth", other);
        }
    }
    wrong
}

/// How often each cell is run.
const VARIANTS: u64 = 6;

/// Every cell of the table, with and without a cloud that refuses repeats, and with different pauses.
#[test]
fn every_cell_of_the_table_holds() {
    let cells = table();
    let mut failed = Vec::new();
    let mut runs = 0;
    for cell in &cells {
        let Some(expected) = &cell.expected else { continue };
        let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
        for seed in 0..VARIANTS {
            let variant = Variant {
                seed,
                refuses_repeats: seed % 2 == 1,
                names_device: seed % 4 < 2,
            };
            runs += 1;
            let played = catch_unwind(AssertUnwindSafe(|| complaints(cell, expected, &play(cell, variant))));
            for complaint in played.unwrap_or_else(|_| vec!["it panicked, see above".into()]) {
                *wrong.entry(complaint).or_default() += 1;
            }
        }
        let place = format!("{} / {} / {}", cell.which.name(), cell.step, cell.fault);
        failed.extend(
            wrong
                .iter()
                .map(|(what, times)| format!("{place}: {what} ({times} of {VARIANTS} runs)")),
        );
    }
    assert!(runs > 3_000, "only {runs} runs");
    assert!(failed.is_empty(), "{} complaints:\n{}", failed.len(), failed.join("\n"));
}

// ---- a clock that is set back ----

/// Whatever it is waiting for, a flow has never more time left than it had in the beginning.
#[test]
fn a_clock_that_is_set_back_adds_nothing() {
    // The device never comes; or it is bound, and nobody says what it is; or the caller's function never returns.
    for (which, step, fault, most_ms) in [
        (Which::Token, "poll", "never-online", 300_000.0),
        (Which::Wifi, "bind", "never-online", 60_000.0),
        (Which::Gateway, "bind", "offline", 60_000.0),
        (Which::Token, "confirm", "offline", 15_000.0),
        (Which::Token, "bind", "timeout", 300_000.0),
    ] {
        let cell = Cell {
            which,
            step,
            fault: fault.into(),
            expected: None,
        };
        let mut planned = Planned {
            cell: &cell,
            lost: false,
            begun_ms: None,
            silent: false,
        };
        let set_back_ms = 5_000.0;
        let mut world = World::new(Cloud::default(), 1);
        world.events.push((START_MS + set_back_ms, Event::ClockJumps(-DAY_MS)));
        let mut run = [world.start(
            which.kind(),
            &world.setup(),
            which.options(DEVICE, world.clock_ms(), None),
            DEVICE,
        )];
        world.run(&mut run, &mut planned);
        // What is under way when it is set back is not cut short: an attempt, or a pause.
        let most_ms = set_back_ms + 10_000.0 + most_ms;
        assert!(
            world.elapsed_ms() <= most_ms,
            "{which:?} {fault}: {} ms",
            world.elapsed_ms()
        );
    }
}

// ---- anything may go wrong at any time ----

/// Faults for whatever is done, in order.
struct AnyTroubles {
    faults: VecDeque<Fault>,
    /// Something has gone wrong.
    happened: bool,
}

impl Troubles for AnyTroubles {
    fn at(&mut self, point: Point<'_>, _: &str, _: &mut World) -> Fault {
        let fault = self.faults.pop_front().unwrap_or(Fault::None);
        self.happened |= match point {
            Point::Request(_) => !matches!(fault, Fault::None | Fault::OtherId),
            Point::Question(_) => matches!(fault, Fault::DropBefore | Fault::SilenceBefore),
        };
        fault
    }
}

fn any_fault() -> impl Strategy<Value = Fault> {
    prop_oneof![
        8 => Just(Fault::None),
        1 => (0_u32..12_000).prop_map(Fault::Slow),
        2 => Just(Fault::DropBefore),
        2 => Just(Fault::DropAfter),
        1 => Just(Fault::SilenceBefore),
        1 => Just(Fault::SilenceAfter),
        2 => prop_oneof![9_990_u32..10_700, 0_u32..30_000].prop_map(Fault::Late),
        1 => prop_oneof![Just(502_u16), Just(200), Just(403)].prop_map(Fault::HtmlBefore),
        1 => prop_oneof![Just(502_u16), Just(504), Just(200)].prop_map(Fault::HtmlAfter),
        1 => prop_oneof![Just(500_u16), Just(503)].prop_map(Fault::Status),
        1 => prop::option::of(0_u32..30).prop_map(Fault::TooMany),
        1 => Just(Fault::CutOff),
        1 => Just(Fault::Empty),
        1 => Just(Fault::OtherId),
        1 => Just(Fault::Twice),
        1 => Just(Fault::InternalBefore),
        1 => Just(Fault::InternalAfter),
        1 => Just(Fault::Refused),
        1 => Just(Fault::SignedOut),
    ]
}

fn any_event() -> impl Strategy<Value = (f64, Event)> {
    let jump = prop_oneof![Just(DAY_MS), Just(-DAY_MS), -90_000.0..90_000.0, -4e6..4e6];
    let event = prop_oneof![
        4 => (0.0..90_000.0).prop_map(Event::Background),
        2 => jump.prop_map(Event::ClockJumps),
        3 => (0.0..60_000.0).prop_map(Event::Offline),
        1 => Just(Event::AccessTokenExpires),
        1 => Just(Event::BindTokensExpire),
        1 => Just(Event::Abort),
        3 => Just(Event::Kill),
    ];
    // Most of what matters happens early.
    (prop_oneof![0.0..3_000.0, 0.0..70_000.0, 0.0..300_000.0], event)
}

fn any_cloud() -> impl Strategy<Value = Cloud> {
    let repeats = prop_oneof![
        1 => Just(None),
        2 => Just(Some(SAME_FAMILY)),
        // The token is spent, or whatever else the cloud may find.
        1 => Just(Some("InvalidParameterValue.TokenNotExist")),
    ];
    let online_ms = prop_oneof![3 => Just(0.0), 2 => 0.0..70_000.0, 1 => Just(f64::INFINITY)];
    let siblings = prop_oneof![Just(0_usize), 0_usize..130];
    (online_ms, any::<bool>(), repeats, siblings, any::<bool>()).prop_map(
        |(online_ms, names_device, refuses_repeats, siblings, minds_time)| Cloud {
            online_ms,
            names_device,
            refuses_repeats,
            siblings,
            minds_time,
            others: BTreeMap::from([(OTHERS[0].into(), 0)]),
            ..Cloud::default()
        },
    )
}

/// What no client can help is not held against a flow: a bind that arrives late, or twice, is another bind wherever the
/// cloud does not refuse it; and what the second of two arrivals is refused with must say that the device is there.
fn fair(cloud: &Cloud, fault: Fault) -> Fault {
    match fault {
        Fault::Late(_) if cloud.refuses_repeats.is_none() => Fault::SilenceBefore,
        Fault::Twice if cloud.refuses_repeats != Some(SAME_FAMILY) => Fault::None,
        other => other,
    }
}

#[derive(Clone, Debug)]
struct Case {
    cloud: Cloud,
    faults: Vec<Fault>,
    events: Vec<(f64, Event)>,
    /// How long a killed app takes to come back, each time.
    dead_ms: f64,
    renews: bool,
    renewal_works: bool,
    function_ms: f64,
    seed: u64,
}

fn any_case() -> impl Strategy<Value = Case> {
    (
        any_cloud(),
        prop::collection::vec(any_fault(), 0..30),
        prop::collection::vec(any_event(), 0..5),
        prop_oneof![0.0..40_000.0, 0.0..90_000_000.0],
        (any::<bool>(), any::<bool>(), prop_oneof![0.0..2_000.0, 0.0..400_000.0]),
        any::<u64>(),
    )
        .prop_map(
            |(cloud, faults, events, dead_ms, (renews, renewal_works, function_ms), seed)| Case {
                faults: faults.into_iter().map(|fault| fair(&cloud, fault)).collect(),
                cloud,
                events,
                dead_ms,
                renews,
                renewal_works,
                function_ms,
                seed,
            },
        )
}

fn any_flow() -> impl Strategy<Value = Which> {
    prop_oneof![
        Just(Which::Token),
        Just(Which::Wifi),
        Just(Which::Bluetooth),
        Just(Which::Gateway)
    ]
}

/// Runs flows side by side, for different devices, and holds them against what the cloud knows.
fn survives(flows: &[Which], case: Case) -> std::result::Result<(), TestCaseError> {
    let mut world = World::new(case.cloud, case.seed);
    world.renews = case.renews;
    world.renewal_works = case.renewal_works;
    world.function_ms = case.function_ms;
    let is_quiet = case.events.is_empty() && world.cloud.online_ms == 0.0 && case.function_ms < 2_000.0;
    let set_back = |event: &Event| matches!(event, Event::ClockJumps(ms) if *ms < 0.0);
    let times_set_back = case.events.iter().filter(|(_, event)| set_back(event)).count();
    world.events = case.events.iter().map(|(ms, event)| (START_MS + ms, *event)).collect();
    let mut troubles = AnyTroubles {
        faults: case.faults.into(),
        happened: false,
    };
    let names = [DEVICE, OTHERS[0]];
    let setup = world.setup();
    // What the app has stored: it stays there until there is something newer.
    let mut stored: [Option<String>; 2] = [None, None];
    // How often each flow was begun anew, and how often it was gone on with.
    let (mut anew, mut resumed) = ([0_usize; 2], [0_usize; 2]);
    let mut over = [None, None];
    let mut deaths = 0;
    loop {
        let mut runs: Vec<Run> = Vec::new();
        for (at, which) in flows.iter().enumerate().filter(|(at, _)| over[*at].is_none()) {
            let from = stored[at].clone();
            *(if from.is_some() {
                &mut resumed[at]
            } else {
                &mut anew[at]
            }) += 1;
            let options = which.options(names[at], world.clock_ms(), from);
            runs.push(world.start(which.kind(), &setup, options, names[at]));
        }
        world.run(&mut runs, &mut troubles);
        for run in runs {
            let at = usize::from(run.device_name != DEVICE);
            if run.outcome.is_some() {
                over[at] = Some(run);
            } else if run.kind == Kind::Gateway && world.count(flows[at].bind()) > 0 {
                // Nothing to go on from: the user looks at the list.
                over[at] = Some(run);
            } else {
                stored[at] = run.checkpoint().or_else(|| stored[at].take());
            }
        }
        if over.iter().flatten().count() == flows.len() {
            break;
        }
        deaths += 1;
        world.now_ms += case.dead_ms;
    }
    #[allow(clippy::cast_precision_loss)]
    for (at, which) in flows.iter().enumerate() {
        let Some(run) = &over[at] else { unreachable!() };
        // What is left is never more than the whole time, whatever becomes of the clock; who comes back late has half a
        // minute to ask.
        let most_ms = which.timeout_ms() * (anew[at] + times_set_back) as f64 + 30_000.0 * resumed[at] as f64;
        let took_ms = world.elapsed_ms() - world.asleep_ms - case.dead_ms * f64::from(deaths);
        prop_assert!(
            flows.len() > 1 || took_ms <= most_ms + 1.0,
            "took {} ms of {}",
            took_ms,
            most_ms
        );
        // After each pause at most two follow: a check and a bind, that pair at most five times, or else one. A pause is
        // one of two seconds, or one of up to two, of a tenth at least and rarely short.
        let own = |sent: &&support::Sent| flows.len() == 1 || sent.params.get("DeviceName") == Some(&json!(names[at]));
        let lists = |sent: &&support::Sent| sent.action == "AppGetFamilySubDeviceList";
        let most = 20.0 * (anew[at] + resumed[at]) as f64 + most_ms.min(took_ms) / 1_000.0;
        let (listed, other): (Vec<_>, Vec<_>) = world.sent.iter().filter(own).partition(lists);
        prop_assert!(other.len() as f64 <= most, "{} requests of {}", other.len(), most);
        prop_assert!(listed.len() as f64 <= most * 3.0, "{} pages of {}", listed.len(), most);
        let binds = other.iter().filter(|sent| sent.action == which.bind()).count();
        // One per poll interval while the device is away, five after faults.
        let most = 10.0 * (anew[at] + resumed[at]) as f64 + most_ms.min(took_ms) / 2_000.0;
        prop_assert!(binds as f64 <= most, "{} binds of {}", binds, most);
        let failed = |note: &Note| matches!(note, Note::Response(traffic) if traffic.code.is_some());
        if is_quiet && !troubles.happened {
            prop_assert!(!run.notes.iter().any(failed), "nothing went wrong, but {:?}", run.notes);
            prop_assert!(matches!(run.outcome, Some(Ok(_))), "{:?}", run.outcome);
        }
    }
    // Whatever is still on its way arrives.
    let end_ms = world.now_ms + DAY_MS;
    world.cloud.arrive(end_ms);
    for (at, which) in flows.iter().enumerate() {
        let binds = world.cloud.binds_of(names[at]);
        prop_assert!(binds <= 1, "bound {} times", binds);
        let Some(Run {
            outcome: Some(outcome), ..
        }) = &over[at]
        else {
            continue;
        };
        match outcome {
            Ok(device) => {
                prop_assert_eq!(binds, 1, "told bound, but is not");
                prop_assert_eq!(&device["DeviceId"], &json!(format!("R32ONVL0EU/{}", names[at])));
                prop_assert!(device["confirmed"].is_boolean());
            }
            Err(error) => {
                prop_assert!(error.may_be_bound || binds == 0, "bound, but told {:?}", error);
                let is_unknown = error.is(code!("Flow.OutcomeUnknown"));
                prop_assert!(!is_unknown || error.retryable && error.may_be_bound, "{:?}", error);
                let sent = world.sent.iter().any(|sent| sent.action == which.bind()) || resumed[at] > 0;
                prop_assert!(!error.may_be_bound || sent, "nothing was sent, but told {:?}", error);
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2_000,
        max_shrink_iters: 4_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Faults, aborts, deaths, stalls, changes of the clock and expiring tokens, in any order and number: at most one bind
    /// takes effect, the caller hears the truth and in time, and the cloud is not flooded.
    #[test]
    fn anything_that_happens_is_survived(which in any_flow(), case in any_case()) {
        survives(&[which], case)?;
    }

    /// Two flows of one client, for two devices of one home.
    #[test]
    fn two_flows_do_not_mix(one in any_flow(), other in any_flow(), case in any_case()) {
        survives(&[one, other], case)?;
    }
}
