//! Needs and feedback in the real window: recorded, tied to a feature, seen on both roadmaps, triaged by keys, undone.

use milepost_testkit::wait;
use milepost_testkit::webdriver::Key;

use crate::plan_file::PlanFile;
use crate::window::Window;

const FEATURE: &str = "Scheduled report delivery";
const NEED: &str = "Print the pick list at the gate";

fn type_in(window: &Window, text: &str) {
    for letter in text.chars() {
        window.press(&[Key::Letter(letter)]);
    }
}

/// What a screen reader hears of the need's bars on the axis, one for each lane that it stands in.
fn heard(window: &Window) -> Vec<String> {
    let script = format!(
        "return [...document.querySelectorAll('.mirrored[data-need]')]
             .map((bar) => bar.getAttribute('aria-label')).filter((name) => name.startsWith({NEED:?}));"
    );
    let found = window.execute(&script);
    found.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// Waits until both bars of the need, one for each customer, take these days.
#[track_caller]
fn wait_for_days(window: &Window, days: &str) {
    wait::until_equal(&format!("both bars of the need take {days}"), &2, || {
        heard(window).iter().filter(|name| name.contains(days)).count()
    });
}

/// The middle of the need's cell of the first customer.
fn cell(window: &Window) -> Option<(f64, f64)> {
    let script = format!(
        "const row = [...document.querySelectorAll('[role=row]')].find((row) => row.textContent.includes({NEED:?}));
         const {{ x, y, width, height }} = row?.querySelector('[data-column=\"6\"]')?.getBoundingClientRect() ?? {{}};
         return [x + width / 2, y + height / 2];"
    );
    let found = window.execute(&script);
    Some((found[0].as_f64()?, found[1].as_f64()?))
}

fn count(window: &Window, css: &str) -> u64 {
    let script = format!("return document.querySelectorAll({css:?}).length;");
    window.execute(&script).as_u64().unwrap_or_default()
}

/// How many pieces of feedback a tab of the inbox counts.
fn tab(window: &Window, name: &str) -> Option<u64> {
    let script =
        format!("return document.querySelector('[data-tab={name}]')?.textContent.replace(/[^0-9]/g, '');");
    window.execute(&script).as_str()?.parse().ok()
}

#[test]
fn a_need_of_two_customers_follows_the_feature_that_serves_it() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.wait_for_bar(FEATURE);

    window.press(&[Key::Control, Key::Letter('2')]);
    window.wait_for("[data-row='0']");
    window.press(&[Key::Letter('n')]);
    type_in(&window, NEED);
    window.saving(|| window.press(&[Key::Enter]));
    window.click_at(wait::until_settled("the need has a row that stands still", || cell(&window)));
    window.saving(|| window.press(&[Key::Letter('c')]));
    window.press(&[Key::ArrowRight]);
    window.saving(|| window.press(&[Key::Letter('m')]));

    window.press(&[Key::Control, Key::Letter('1')]);
    window.click_at(window.wait_for_bar(FEATURE).middle());
    window.fill("[data-field=add-need]", "pick list");
    window.wait_for("aside [role=option]");
    window.saving(|| window.press(&[Key::Enter]));
    wait::until_equal("the feature serves two needs", &2, || count(&window, "[data-list=needs] li"));

    let (x, y) = window.wait_for_bar(FEATURE).middle();
    window.saving(|| window.drag((x, y), (x + 80.0, y)));
    let days = wait::until("the feature has moved", || {
        let name = window.bar(FEATURE)?.name;
        let days = name.split(", ").nth(2)?.to_owned();
        (days != "2 February to 16 April 2027").then_some(days)
    });
    window.act("roadmap-needs");
    wait_for_days(&window, &days);

    window.saving(|| window.act("undo"));
    wait_for_days(&window, "2 February to 16 April 2027");
    for step in ["the tie", "an importance", "the other one", "the need"] {
        window.saving(|| window.act("undo"));
        println!("took back {step}");
    }
    wait::until_equal("the need is gone", &Vec::new(), || heard(&window));
    window.wait_for("[data-action=undo]:disabled");
    plan.check();
}

#[test]
fn five_pieces_of_feedback_are_triaged_by_keys_alone_and_it_is_all_undone() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.wait_for_bar(FEATURE);
    window.press(&[Key::Control, Key::Letter('3')]);
    window.wait_for("[data-tab=new]");
    let start = wait::until("new feedback is counted", || tab(&window, "new"));
    assert!(start >= 5, "the sample has five pieces to triage");
    window.wait_for("[role=option][aria-selected=true]");

    // Linked to the need that is most alike, made a need of its own, linked to a feature, declined, merged.
    window.press(&[Key::Letter('l')]);
    window.wait_for("dialog [data-found]");
    window.saving(|| window.press(&[Key::Enter]));
    window.saving(|| window.press(&[Key::Letter('n')]));
    window.press(&[Key::Letter('f')]);
    window.wait_for("dialog [data-found]");
    window.saving(|| window.press(&[Key::Enter]));
    window.press(&[Key::Letter('d')]);
    window.wait_for("[data-field=decline-reason]");
    type_in(&window, "Nobody else asks for it");
    window.saving(|| window.press(&[Key::Enter]));
    window.press(&[Key::Letter('m')]);
    window.wait_for("dialog [data-found]");
    window.saving(|| window.press(&[Key::Enter]));
    wait::until_equal("five fewer are new", &Some(start - 5), || tab(&window, "new"));

    for _ in 0..5 {
        window.saving(|| window.press(&[Key::Control, Key::Letter('z')]));
    }
    wait::until_equal("all are new again", &Some(start), || tab(&window, "new"));
    window.wait_for("[data-action=undo]:disabled");
    plan.check();
}
