//! Turns the data files into Rust tables, or says everything that is wrong with them.

// Cargo reads what a build script prints.
#![allow(clippy::print_stdout)]

#[path = "mod.rs"]
mod build;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    for input in ["build", "static/data", "static/texts", "src/scenario/own/fold.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let files = build::Files::read(Path::new(&root))?;
    match build::generate(&files) {
        Ok(tables) => {
            fs::write(Path::new(&out).join("model_data.rs"), tables.model)?;
            fs::write(Path::new(&out).join("word_data.rs"), tables.words)?;
            fs::write(Path::new(&out).join("own_data.rs"), tables.own)?;
            fs::write(Path::new(&out).join("sobol_data.rs"), tables.directions)?;
            fs::write(Path::new(&out).join("latent_data.rs"), tables.latents)
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            Ok(())
        }
    }
}
