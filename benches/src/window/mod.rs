//! Measures the timeline in the real web view, by pointer and by frames: `cargo xtask bench ui`.
//!
//! Each size of plan gets a core and a browser of its own, so that memory is that of one plan. Nothing is judged here:
//! the figures go into docs/performance.md, with the aims.

mod browser;
mod core;
mod frames;
mod measure;
mod process;

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Args, ValueEnum};
use serde_json::json;

use self::browser::Browser;
use self::core::Core;
use crate::Fault;
use crate::runs::Measurement;
use crate::table::Table;

#[derive(Args)]
pub struct Options {
    /// Folder of the built page
    #[arg(long)]
    pages: PathBuf,
    /// Sizes of the plans
    #[arg(long, value_name = "FEATURES", value_delimiter = ',', default_value = "100,1000,10000")]
    sizes: Vec<usize>,
    /// How the web view puts its layers together
    #[arg(long, value_delimiter = ',', default_value = "usual,uncomposited")]
    modes: Vec<Mode>,
    /// Size of the page in its points, such as 1880x1020
    #[arg(long, default_value = "1280x800")]
    page: PageSize,
    /// What draws the timeline
    #[arg(long, default_value = "automatic")]
    drawing: Drawing,
    /// Measure only the least that the web view takes: a page of a canvas that copies itself
    #[arg(long)]
    floor: bool,
    /// Measure only how the table of needs and the inbox scroll; the sizes are then those of feedback, with a tenth as
    /// many needs and a hundredth as many customers
    #[arg(long)]
    lists: bool,
    /// Pixels to a point in each direction
    #[arg(long, default_value_t = 1)]
    scale: u32,
}

/// Width and height in points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct PageSize(u32, u32);

impl FromStr for PageSize {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let sides = text.split_once('x').map(|(width, height)| (width.parse(), height.parse()));
        let Some((Ok(width), Ok(height))) = sides else { return Err("a size is like 1280x800".to_owned()) };
        Ok(Self(width, height))
    }
}

/// What draws the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Drawing {
    /// What a trial finds to be faster
    Automatic,
    /// The processor
    Processor,
    /// The graphics card
    Graphics,
}

impl Drawing {
    /// The page's address with what is to be said of it.
    fn at(self, page: &str) -> String {
        match self {
            Self::Automatic => page.to_owned(),
            Self::Processor => format!("{page}?drawing=processor"),
            Self::Graphics => format!("{page}?drawing=graphics"),
        }
    }
}

/// How the web view puts its layers together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Mode {
    /// As the web view chooses
    Usual,
    /// On the CPU: `WEBKIT_DISABLE_COMPOSITING_MODE=1`
    Uncomposited,
}

impl Mode {
    fn title(self) -> &'static str {
        match self {
            Self::Usual => "The web view's default",
            Self::Uncomposited => "`WEBKIT_DISABLE_COMPOSITING_MODE=1`",
        }
    }
}

/// Prints a table for each mode.
pub fn measure(options: &Options) -> Result<(), Fault> {
    let mut tables = Vec::new();
    for mode in &options.modes {
        let mut table = Table::new(if options.lists { "feedback" } else { "features" }, &options.sizes);
        for features in &options.sizes {
            if options.lists {
                println!("{}, {features} pieces of feedback:", mode.title());
                for measurement in lists(options, *mode, *features)? {
                    table.add(measurement);
                }
                continue;
            }
            println!("{}, {features} features:", mode.title());
            let core = Core::start(&options.pages, *features)?;
            let page = if options.floor {
                Drawing::Processor.at(&core.page().replace("bench.html", "floor.html"))
            } else {
                options.drawing.at(core.page())
            };
            let browser = Browser::open(&page, *mode, options.page, options.scale)?;
            let found = if options.floor {
                measure::floor(&browser, *features)?
            } else {
                measure::all(&browser, &core, *features)?
            };
            for measurement in found {
                table.add(measurement);
            }
        }
        tables.push((mode.title(), table));
    }
    for (title, table) in tables {
        println!("\n{title}:\n\n{table}");
    }
    Ok(())
}

/// How lists scroll in a plan with that many pieces of feedback.
fn lists(options: &Options, mode: Mode, feedback: usize) -> Result<Vec<Measurement>, Fault> {
    let core = Core::start(&options.pages, 1_000)?;
    let page = core.page().replace("bench.html", "index.html");
    let plan = json!({
        "features": 1_000, "customers": feedback.div_ceil(100), "needs": feedback.div_ceil(10), "feedback": feedback,
    });
    measure::lists(&Browser::open_app(&page, &plan, mode, options.page)?)
}
