//! Some thirty plans: tiny, typical, crowded and hostile.

mod lines;
mod money;
mod needs;
mod views;

use std::sync::LazyLock;

use milepost_layout::Fonts;
use milepost_plan::{DependencyKind, Horizon, ItemKind, Plan, Status, Weekday};
use milepost_testkit::{PlanBuilder, day, span};

#[allow(unused_imports, reason = "not every suite looks at money")]
pub use lines::*;
#[allow(unused_imports, reason = "not every suite looks at money")]
pub use money::*;
#[allow(unused_imports, reason = "not every suite looks at needs")]
pub use needs::*;
pub use views::*;

/// The day that every test calls today.
pub const TODAY: &str = "2026-11-23";

/// The font, read once.
pub fn fonts() -> &'static Fonts {
    static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::bundled);
    &FONTS
}

/// Passes the names of all plans to another macro.
#[allow(unused_macros, reason = "not every suite has a test per plan")]
macro_rules! for_each_plan {
    ($visit:ident) => {
        $visit! {
            empty
            one_feature
            no_theme
            themes_without_features
            typical
            people
            epics
            slipped
            waiting_epics
            one_day_bars
            leap_day
            ten_years
            turn_of_the_century
            ends_of_time
            long_names
            short_names
            right_to_left
            emoji
            wide_scripts
            marks_and_controls
            markup
            horizons
            many_chips
            statuses
            progress
            conflict
            dependency_kinds
            dependencies_backwards
            dense_lane
            same_days
            milestones
            milestones_on_one_day
            undated
            other_kinds_hidden
            sunday_weeks
            many_lanes
        }
    };
}

macro_rules! list {
    ($($name:ident)*) => {
        /// All plans with what each is called.
        #[allow(dead_code, reason = "a suite with a test per plan does not ask for all at once")]
        pub fn all() -> Vec<(&'static str, Plan)> {
            vec![$((stringify!($name), $name())),*]
        }
    };
}
for_each_plan!(list);

fn plan() -> PlanBuilder {
    PlanBuilder::new("Northwind")
}

pub fn empty() -> Plan {
    plan().build()
}

pub fn one_feature() -> Plan {
    plan().feature("", "Report templates", "2026-11-09", "2027-01-15").build()
}

pub fn themes_without_features() -> Plan {
    plan().theme("Reporting").theme("Onboarding").build()
}

pub fn undated() -> Plan {
    plan().theme("A").undated("A", "Some day").undated("", "Never").build()
}

pub fn no_theme() -> Plan {
    plan()
        .feature("", "First", "2026-11-02", "2026-11-30")
        .feature("", "Second", "2026-11-16", "2026-12-18")
        .build()
}

pub fn typical() -> Plan {
    plan()
        .theme("Self-service reporting")
        .theme("Data quality")
        .feature("Self-service reporting", "Report templates v2", "2026-11-09", "2027-01-15")
        .with(|item| (item.status, item.progress) = (Status::InProgress, 70))
        .feature("Self-service reporting", "Scheduled report delivery", "2027-02-02", "2027-04-16")
        .feature("Self-service reporting", "Saved filters", "2026-11-16", "2026-12-18")
        .feature("Data quality", "Freshness alerts", "2026-09-01", "2026-10-30")
        .with(|item| (item.status, item.progress) = (Status::Done, 100))
        .feature("Data quality", "Contract tests in CI", "2027-01-04", "2027-03-12")
        .feature("", "Partner marketplace", "2026-12-01", "2026-12-24")
        .horizon("Data quality", "Lineage view", Horizon::Later)
        .link("Report templates v2", "Scheduled report delivery")
        .link("Freshness alerts", "Contract tests in CI")
        .milestone("2027.1 Winter", "2027-01-29")
        .build()
}

pub fn one_day_bars() -> Plan {
    let days = ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-28", "2026-12-01", "2026-12-31"];
    days.iter()
        .fold(plan().theme("Days"), |plan, day| plan.feature("Days", &format!("On {day}"), day, day))
        .build()
}

pub fn leap_day() -> Plan {
    plan()
        .theme("Leap")
        .feature("Leap", "The day itself", "2028-02-29", "2028-02-29")
        .feature("Leap", "Across it", "2028-02-28", "2028-03-01")
        .feature("Leap", "The month", "2028-02-01", "2028-02-29")
        .milestone("Leap", "2028-02-29")
        .build()
}

pub fn ten_years() -> Plan {
    plan()
        .theme("Decade")
        .feature("Decade", "All of it", "2022-01-01", "2031-12-31")
        .feature("Decade", "Before", "2022-03-01", "2024-06-30")
        .feature("Decade", "After", "2028-01-01", "2031-06-30")
        .link("Before", "After")
        .build()
}

pub fn turn_of_the_century() -> Plan {
    plan()
        .theme("Old")
        .feature("Old", "Across it", "1999-12-27", "2000-01-07")
        .milestone("Y2K", "2000-01-01")
        .build()
}

pub fn ends_of_time() -> Plan {
    plan()
        .theme("Ends")
        .feature("Ends", "First day there is", "1900-01-01", "1900-01-01")
        .feature("Ends", "All days there are", "1900-01-01", "2199-12-31")
        .feature("Ends", "Last day there is", "2199-12-31", "2199-12-31")
        .build()
}

pub fn long_names() -> Plan {
    let long = "An exceedingly long name that nobody would ever read to its end ".repeat(5);
    let one_word =
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(4);
    plan()
        .theme(&long[..120])
        .theme("B")
        .feature("B", &long[..300], "2026-11-09", "2026-11-10")
        .feature("B", &format!("{}wide", &long[..296]), "2026-12-01", "2027-03-31")
        .feature("B", &one_word, "2026-12-01", "2026-12-04")
        .feature("B", "Neighbour", "2026-11-20", "2026-12-20")
        .milestone(&long[..200], "2026-12-24")
        .build()
}

pub fn short_names() -> Plan {
    plan()
        .theme("S")
        .feature("S", "A", "2026-11-23", "2026-11-23")
        .feature("S", "Ab", "2026-11-24", "2026-11-24")
        .feature("S", "Abc", "2026-11-25", "2026-12-25")
        .feature("S", "W W W W W W W W W W", "2026-11-26", "2026-12-22")
        .build()
}

pub fn right_to_left() -> Plan {
    plan()
        .theme("تقارير الخدمة الذاتية")
        .theme("דוחות")
        .feature("تقارير الخدمة الذاتية", "جدولة تسليم التقارير كل صباح", "2026-11-09", "2026-12-04")
        .feature("דוחות", "מסירת דוחות מתוזמנת", "2026-11-23", "2027-01-15")
        .feature("דוחות", "mixed מעורב 123", "2027-01-20", "2027-01-22")
        .build()
}

pub fn emoji() -> Plan {
    plan()
        .theme("🚀 Launch")
        .feature("🚀 Launch", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "2026-11-09", "2026-12-05")
        .feature("🚀 Launch", "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉", "2026-11-09", "2026-12-05")
        .feature("🚀 Launch", "🇸🇪🇫🇮🇳🇴 flags", "2026-12-10", "2026-12-11")
        .build()
}

pub fn wide_scripts() -> Plan {
    plan()
        .theme("路线图")
        .feature("路线图", "报表自动发送与权限管理", "2026-11-09", "2026-12-18")
        .feature("路线图", "レポートの定期配信", "2026-12-21", "2026-12-23")
        .feature("路线图", "예약된 보고서 전달", "2027-01-04", "2027-03-05")
        .build()
}

pub fn marks_and_controls() -> Plan {
    plan()
        .theme("Marks")
        .feature("Marks", "Z̸̢͎a̵͔͐l̶̮̈́g̷͕̈́o̴͙͗ text that grows", "2026-11-09", "2026-11-30")
        .feature("Marks", "tab\tand bell\u{7}", "2026-12-01", "2026-12-31")
        .feature("Marks", "zero\u{200b}width\u{feff}", "2027-01-04", "2027-01-08")
        .feature("Marks", "override \u{202e}gnp.exe", "2027-01-11", "2027-02-12")
        .build()
}

pub fn markup() -> Plan {
    plan()
        .theme("<script>alert(1)</script>")
        .feature("<script>alert(1)</script>", "=cmd|'/c calc'!A1", "2026-11-09", "2026-12-18")
        .feature("<script>alert(1)</script>", "../../etc/passwd & “quotes” \\", "2026-12-21", "2027-02-18")
        .build()
}

pub fn horizons() -> Plan {
    plan()
        .theme("A")
        .theme("B")
        .horizon("A", "Soon enough", Horizon::Now)
        .horizon("B", "After that", Horizon::Next)
        .with(|item| item.progress = 30)
        .horizon("", "Whose?", Horizon::Later)
        .horizon("B", "A name that is a good deal longer than any chip is wide", Horizon::Later)
        .build()
}

pub fn many_chips() -> Plan {
    let build = plan().theme("A");
    (1..=14)
        .fold(build, |plan, number| plan.horizon("A", &format!("Idea number {number}"), Horizon::Later))
        .build()
}

pub fn statuses() -> Plan {
    let start = plan().theme("A");
    let days = ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03"];
    let build = Status::ALL.into_iter().zip(days).fold(start, |plan, (status, month)| {
        plan.feature("A", status.label(), &format!("{month}-01"), &format!("{month}-20"))
            .with(|item| (item.status, item.progress) = (status, 50))
    });
    build.build()
}

pub fn progress() -> Plan {
    [0_u8, 1, 50, 99, 100]
        .into_iter()
        .fold(plan().theme("A"), |plan, done| {
            plan.feature("A", &format!("{done} per cent"), "2026-11-01", "2026-11-30")
                .with(|item| item.progress = done)
        })
        .build()
}

pub fn conflict() -> Plan {
    plan()
        .theme("A")
        .feature("A", "Comes first", "2026-11-02", "2027-01-15")
        .feature("A", "Cannot wait", "2026-12-07", "2027-02-12")
        .feature("A", "Waits a week", "2027-01-18", "2027-02-26")
        .link("Comes first", "Cannot wait")
        .link_by("Comes first", "Waits a week", DependencyKind::FinishToStart, 5)
        .build()
}

pub fn dependency_kinds() -> Plan {
    let start = plan().theme("A").theme("B").feature("A", "From", "2026-11-02", "2026-12-18");
    DependencyKind::ALL
        .into_iter()
        .fold(start, |plan, kind| {
            let title = kind.word();
            plan.feature("B", title, "2026-11-30", "2027-02-12").link_by("From", title, kind, 0)
        })
        .build()
}

pub fn dependencies_backwards() -> Plan {
    plan()
        .theme("A")
        .theme("B")
        .feature("A", "Late", "2027-02-01", "2027-03-12")
        .feature("A", "Early on the same row", "2026-11-02", "2026-12-18")
        .feature("B", "Early below", "2026-11-02", "2026-12-18")
        .feature("B", "Late below", "2027-02-01", "2027-03-12")
        .link("Late", "Early on the same row")
        .link("Late", "Early below")
        .link("Late below", "Early on the same row")
        .feature("B", "On one row", "2027-03-15", "2027-04-02")
        .link_by("Late below", "On one row", DependencyKind::FinishToFinish, 0)
        .build()
}

pub fn dense_lane() -> Plan {
    let build = plan().theme("Crowd").theme("Quiet");
    (0..40)
        .fold(build, |plan, number| {
            let first = day("2026-11-02").plus(number * 3);
            let last = first.plus(14 + number % 5 * 9);
            plan.feature("Crowd", &format!("Feature number {number}"), &first.to_string(), &last.to_string())
        })
        .build()
}

pub fn same_days() -> Plan {
    (1..=6)
        .fold(plan().theme("A"), |plan, number| {
            plan.feature("A", &format!("Twin {number}"), "2026-12-01", "2026-12-31")
        })
        .build()
}

pub fn milestones() -> Plan {
    plan()
        .theme("A")
        .feature("A", "Work", "2026-11-02", "2027-02-26")
        .milestone("Pilot", "2026-12-01")
        .milestone("A gate with a name that takes some room", "2026-12-07")
        .milestone("Launch", "2027-02-01")
        .build()
}

pub fn milestones_on_one_day() -> Plan {
    let build = plan().theme("A");
    ["Alpha", "Beta", "Gamma"].iter().fold(build, |plan, name| plan.milestone(name, "2026-12-01")).build()
}

pub fn other_kinds_hidden() -> Plan {
    plan()
        .theme("A")
        .item(ItemKind::Epic, "Epic")
        .feature("A", "Feature", "2026-12-01", "2026-12-31")
        .under("Epic")
        .item(ItemKind::UserStory, "Story")
        .under("Feature")
        .with(|item| item.schedule = span("2026-12-01", "2026-12-04").into())
        .item(ItemKind::Bug, "Bug")
        .with(|item| item.schedule = span("2026-12-01", "2026-12-04").into())
        .link("Feature", "Bug")
        .build()
}

pub fn sunday_weeks() -> Plan {
    plan()
        .settings(|settings| settings.first_day_of_week = Weekday::Sunday)
        .theme("A")
        .feature("A", "A week from Sunday", "2026-11-29", "2026-12-05")
        .build()
}

pub fn many_lanes() -> Plan {
    (1..=25)
        .fold(plan(), |plan, number| {
            let theme = format!("Theme {number}");
            plan.theme(&theme).feature(
                &theme,
                &format!("Only feature of {number}"),
                "2026-11-16",
                "2027-01-29",
            )
        })
        .build()
}
