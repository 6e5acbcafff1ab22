//! Turns the data files into Rust tables, or says everything that is wrong with them.

// Cargo reads what a build script prints.
#![allow(clippy::print_stdout)]

#[path = "mod.rs"]
mod build;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    for input in ["build", "static/data", "static/texts", "src/scenario/own/fold.rs", "src/words/stamp.rs"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let files = build::Files::read(Path::new(&root))?;
    match build::generate(&files) {
        Ok(tables) => {
            fs::write(Path::new(&out).join("model_data.rs"), tables.model)?;
            fs::write(Path::new(&out).join("word_data.rs"), tables.words.page)?;
            fs::write(Path::new(&out).join("native_word_data.rs"), tables.words.native)?;
            for (name, text) in tables.words.files {
                fs::write(Path::new(&out).join(name), text)?;
            }
            fs::write(Path::new(&out).join("own_data.rs"), tables.own)
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            Ok(())
        }
    }
}
