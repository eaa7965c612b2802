//! Plans come into the window.

use milepost_testkit::wait;

use crate::plan_file::PlanFile;
use crate::window::Window;

#[test]
fn opens_the_sample_plan() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    let bar = window.wait_for_bar("Scheduled report delivery");
    assert!(bar.width > 10.0 && bar.height > 10.0, "{bar:?}");
    for part in ["feature", "2 February to 16 April 2027", "Self-service reporting", "15 % done"] {
        assert!(bar.name.contains(part), "a screen reader hears {part}: {}", bar.name);
    }
    assert_eq!(window.heading(), "Northwind Insights");
    assert_eq!(window.saved_revision(), Some(0));
}

#[test]
fn without_a_plan_it_offers_one() {
    let window = Window::empty();
    window.wait_for("[data-action=new-plan]");
    window.wait_for("[data-action=open-plan]");
    assert!(!window.has("[data-item]"));
}

#[test]
fn a_second_start_opens_its_plan_in_the_running_app() {
    let (sample, other) = (PlanFile::sample(), PlanFile::empty("order-desk.milepost"));
    let window = Window::open(&sample);
    window.wait_for_bar("Scheduled report delivery");
    window.start_again(&other.path());
    wait::until_equal("the open plan", &"Order desk".to_owned(), || window.heading());
    wait::until_equal("whether something of the first plan is left", &false, || window.has("[data-item]"));
}

#[test]
fn what_is_no_plan_is_said_and_leaves_the_open_one() {
    let plan = PlanFile::sample();
    let letter = plan.beside("letter.milepost");
    std::fs::write(&letter, "Dear customer, this is a letter.").unwrap();
    let window = Window::open(&plan);
    window.wait_for_bar("Scheduled report delivery");
    window.start_again(&letter);
    wait::until("the letter is refused by name", || {
        let said = window.execute("return document.body.innerText;");
        said.as_str().filter(|said| said.contains("letter.milepost")).map(|_| ())
    });
    assert!(window.bar("Scheduled report delivery").is_some(), "the plan is still there");
}
