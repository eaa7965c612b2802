//! The page for measurements over the browser bridge: `cargo xtask bench serve`.

use std::path::PathBuf;

use clap::Args;
use milepost_testkit::bridge::{Bridge, SERVING};

use crate::Fault;

#[derive(Args)]
pub struct Options {
    /// Folder of the built page
    #[arg(long)]
    pages: PathBuf,
    /// Port of this machine's own address; 0 takes a free one
    #[arg(long, default_value_t = 1420)]
    port: u16,
    /// Sizes of the plans that are made before the first is asked for
    #[arg(long, value_name = "FEATURES", value_delimiter = ',', default_value = "100,1000,10000")]
    sizes: Vec<usize>,
}

/// Serves until the process is ended.
pub fn serve(options: &Options) -> Result<(), Fault> {
    let bridge = Bridge::bind(options.port, &options.pages)?;
    for features in &options.sizes {
        println!("Making a plan of {features} features …");
        bridge.prepare(*features)?;
    }
    println!("{SERVING}http://{}/bench.html", bridge.address()?);
    bridge.serve();
    Ok(())
}
