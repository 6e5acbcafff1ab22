//! Turns the data files into Rust tables, or says everything that is wrong with them.

// Cargo reads what a build script prints.
#![allow(clippy::print_stdout)]

#[path = "mod.rs"]
mod build;

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let package = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let root = root(Path::new(&package))?;
    let shared = ["src/scenario/own/fold.rs", "src/words/stamp.rs", "src/model/tables/municipality.rs"];
    for input in ["build", "static/data", "static/texts"].into_iter().chain(shared) {
        println!("cargo::rerun-if-changed={}", root.join(input).display());
    }
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    match build::generate(&build::Files::read(root)?) {
        Ok(tables) => {
            fs::write(Path::new(&out).join("model_data.rs"), tables.model)?;
            fs::write(Path::new(&out).join("word_data.rs"), tables.words.first)?;
            fs::write(Path::new(&out).join("more_word_data.rs"), tables.words.more)?;
            fs::write(Path::new(&out).join("embed_word_data.rs"), tables.words.embed)?;
            fs::write(Path::new(&out).join("native_word_data.rs"), tables.words.native)?;
            for (name, text) in tables.words.files.into_iter().chain(tables.oembed) {
                fs::write(Path::new(&out).join(name), text)?;
            }
            fs::write(Path::new(&out).join("own_data.rs"), tables.own)?;
            fs::write(Path::new(&out).join("telling_data.rs"), tables.telling)?;
            fs::write(Path::new(&out).join("edition_data.rs"), tables.edition)?;
            fs::write(Path::new(&out).join("run_data.rs"), tables.runs)?;
            fs::write(Path::new(&out).join("history_data.rs"), tables.history)?;
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

/// The folder that holds the data, above the package that is built: each floor takes its tables from the same files.
fn root(package: &Path) -> io::Result<&Path> {
    let found = package.ancestors().find(|folder| folder.join("static/data").is_dir());
    found.ok_or_else(|| io::Error::other("no static/data above the package"))
}
