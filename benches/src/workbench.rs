//! A generated plan with its file and its table, ready to be worked with.

use std::fs;
use std::path::PathBuf;

use milepost_exchange::{CsvOptions, write_csv};
use milepost_layout::{Fonts, Orientation, PageOptions, Paper, Scene, Target, Timeline, Viewport, paginate};
use milepost_plan::{Cancel, Day, ItemId, Operation, Plan, ViewSettings};
use milepost_samples::{generated_plan, sample_day};
use milepost_session::Session;
use tempfile::TempDir;

use crate::Fault;

/// Points per day: months on the axis, as a plan is shown when it is opened.
pub const SCALE: f64 = 2.6;

/// Pages of the larger of the two PDFs that are measured.
const PAGES: usize = 24;

/// What a window shows when a plan is opened: from a little before today, the first lanes.
pub fn viewport(today: Day) -> Viewport {
    Viewport { left: f64::from(today.number() - 24) * SCALE, top: 0.0, width: 1440.0, height: 900.0 }
}

/// The item of a bar that a scene shows.
pub fn item_in(scene: &Scene) -> Result<ItemId, Fault> {
    let mut nodes = scene.regions.iter().flat_map(|region| &region.nodes);
    let shown = nodes.find_map(|node| match node.target {
        Some(Target::Item { id }) => Some(id),
        _ => None,
    });
    Ok(shown.ok_or("the scene shows no item")?)
}

/// Everything that the measurements need.
pub struct Workbench {
    folder: TempDir,
    pub plan: Plan,
    pub fonts: Fonts,
    pub today: Day,
    /// The plan as a CSV of ours.
    pub csv: Vec<u8>,
    /// A feature in sight, which is moved to and fro.
    pub moved: ItemId,
}

impl Workbench {
    /// A plan of that many features, in a folder of its own.
    pub fn with(features: usize) -> Result<Self, Fault> {
        let plan = generated_plan(features, 1);
        let today = sample_day();
        let fonts = Fonts::bundled();
        let timeline = Timeline::new(&plan, ViewSettings::default(), SCALE, today, &fonts);
        let moved = item_in(&timeline.scene(&plan, viewport(today), &fonts))?;
        let csv = write_csv(&plan, &CsvOptions::default(), &ViewSettings::default(), today, Cancel::NEVER)?;
        let bench = Self { folder: tempfile::tempdir()?, plan, fonts, today, csv, moved };
        Session::create(&bench.path(), bench.plan.clone())?;
        Ok(bench)
    }

    /// The plan's file.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("plan.milepost")
    }

    /// A place where no file is yet.
    pub fn free_path(&self) -> Result<PathBuf, Fault> {
        let path = self.folder.path().join("new.milepost");
        if path.exists() {
            fs::remove_file(&path)?;
        }
        Ok(path)
    }

    /// Moves the feature by a day.
    pub fn move_by(&self, days: i32) -> Operation {
        Operation::MoveItems { ids: vec![self.moved], days, lane: Vec::new() }
    }

    pub fn timeline(&self) -> Timeline {
        Timeline::new(&self.plan, ViewSettings::default(), SCALE, self.today, &self.fonts)
    }

    /// Options for as much of the plan as fits on twenty-four sheets of A3, from the start of the year on.
    pub fn some_pages(&self) -> Result<PageOptions, Fault> {
        let from = self.today.month_start_plus(-10);
        let mut fitting = some_pages(from, from);
        let (mut least, mut most) = (1, 3 * 366);
        while least <= most {
            let days = i32::midpoint(least, most);
            let options = some_pages(from, from.plus(days - 1));
            if paginate(&self.plan, &options, self.today, &self.fonts, Cancel::NEVER)?.pages.len() <= PAGES {
                (fitting, least) = (options, days + 1);
            } else {
                most = days - 1;
            }
        }
        Ok(fitting)
    }
}

/// Options for a range on sheets that hold many rows, as the largest plan has hundreds in every week.
pub fn some_pages(from: Day, to: Day) -> PageOptions {
    let (paper, orientation) = (Paper::A3, Orientation::Portrait);
    PageOptions { paper, orientation, from: Some(from), to: Some(to), ..PageOptions::default() }
}
