//! What the page has been told is saved is in the file, whatever happens next.

use crate::plan_file::PlanFile;
use crate::roadmap::drag_by_days;
use crate::window::Window;

#[test]
fn a_drop_that_was_acknowledged_survives_a_kill() {
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    drag_by_days(&window, 30.0);
    window.kill();
    drop(window);
    assert_eq!(plan.item("Scheduled report delivery").first, "2027-03-04");
    assert_eq!(plan.revision(), 1);
    plan.check();
    let window = Window::open(&plan);
    window.wait_for_bar_saying("Scheduled report delivery", "4 March to 16 May 2027");
}
