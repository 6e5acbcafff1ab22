//! A build of the site in a folder of the test's own, and a second one in its place.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A copy of the built site, gone when dropped.
pub struct Build {
    pub folder: PathBuf,
}

impl Build {
    /// Copies the built site.
    pub fn copy(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("build-{name}"));
        let _ = fs::remove_dir_all(&folder);
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"), &folder);
        Self { folder }
    }

    /// Puts a second build in its place: texts, scripts and modules go by other names, and the page says who it is.
    pub fn renew(&self) {
        let page = self.folder.join("index.html");
        let mut index = fs::read_to_string(&page).expect("a page");
        for beginning in ["texts-", "more-texts-", "method-", "page-", "more-", "worker-"] {
            for old in self.names(beginning) {
                let new = old.replacen(beginning, &format!("{beginning}1"), 1);
                // Longer beginnings come first: what has another name by now is left alone.
                if index.contains(&format!("./{old}\"")) {
                    fs::rename(self.folder.join(&old), self.folder.join(&new)).expect("another name");
                    index = index.replace(&format!("./{old}\""), &format!("./{new}\""));
                }
            }
        }
        fs::write(page, index.replacen("<link", "<meta name=\"build\" content=\"second\"><link", 1))
            .expect("another page");
        self.list();
    }

    /// Takes the files away whose names begin so.
    pub fn lose(&self, beginning: &str) {
        for name in self.names(beginning) {
            fs::remove_file(self.folder.join(name)).expect("a file less");
        }
    }

    /// Alters the files whose names begin so, and leaves the list as it is.
    pub fn spoil(&self, beginning: &str) {
        for name in self.names(beginning) {
            fs::write(self.folder.join(name), "of another build").expect("a file of another build");
        }
    }

    /// Puts a debug build in its place, as far as what is kept goes.
    pub fn retract(&self) {
        let worker = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/not_offline.js");
        fs::copy(worker, self.folder.join("offline.js")).expect("a copy");
        let page = self.folder.join("index.html");
        let index = fs::read_to_string(&page).expect("a page");
        fs::write(page, index.replace("id=\"update-script\"", "")).expect("a page that is not kept");
    }

    fn names(&self, beginning: &str) -> Vec<String> {
        let files =
            fs::read_dir(&self.folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
        let names: Vec<_> = files.filter_map(|name| name.into_string().ok()).collect();
        let names: Vec<_> = names.into_iter().filter(|name| name.starts_with(beginning)).collect();
        assert!(!names.is_empty(), "no file begins with {beginning}");
        names
    }

    /// Lists the files as the build does.
    fn list(&self) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("script/lib/keep_offline.sh");
        let done = Command::new("bash").arg(script).arg(&self.folder).status().expect("bash runs");
        assert!(done.success(), "the files are listed");
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        match entry.path().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(fs::copy(entry.path(), target).expect("a copy")),
        }
    }
}
