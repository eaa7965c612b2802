//! The picture in the README.

use std::path::PathBuf;

use milepost_testkit::wait;

use crate::plan_file::PlanFile;
use crate::window::Window;

/// Left out of ordinary runs: `cargo xtask screenshot` runs it and names the file.
#[test]
#[ignore = "it keeps a picture, named by MILEPOST_SCREENSHOT"]
fn readme() {
    let target =
        std::env::var_os("MILEPOST_SCREENSHOT").expect("MILEPOST_SCREENSHOT names the picture's file");
    let plan = PlanFile::sample();
    let window = Window::open(&plan);
    window.click_at(window.wait_for_bar("Scheduled report delivery").middle());
    wait::until("the inspector shows the feature", || window.field("first"));
    window.keep_picture(&PathBuf::from(target));
}
