//! The gate can fail: whichever command of `script/test` fails, the script fails there and says so.
//!
//! The scripts run in a copy of their own, where Cargo and what sets the machine up only note that they were called.

#![allow(clippy::expect_used, reason = "in a test a panic is the message")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A copy of the scripts in a folder of its own, with stand-ins for the programs that they call.
struct Copy(PathBuf);

/// Notes its call, and fails if it is the one that is to fail.
const STAND_IN: &str = r#"#!/usr/bin/env bash
if [ "$1" = clippy ] && [ "$2" = --version ]; then exit "${NO_CLIPPY:-0}"; fi
echo "$(basename "$0") $*" >>"$CALLS"
if [ "$(wc -l <"$CALLS")" = "${FAILING:-0}" ]; then echo "planted failure" >&2; exit 101; fi
"#;

impl Copy {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gate").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        let copied = Command::new("cp")
            .args(["-r", "script", "Cargo.toml", "Trunk.toml", "rust-toolchain.toml"])
            .arg(&folder)
            .current_dir(root)
            .status()
            .expect("cp");
        assert!(copied.success());
        let copy = Self(folder);
        for program in
            ["bin/cargo", "bin/rustup", "bin/chromedriver", "bin/chromium", "script/setup", "script/build"]
        {
            copy.put(program, STAND_IN);
        }
        // The pinned Rust is there, as far as the scripts can tell.
        copy.put("bin/rustup", "#!/usr/bin/env bash\nexit 1\n");
        copy
    }

    fn put(&self, file: &str, text: &str) {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a program");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("a program");
    }

    fn run(&self, script: &str, settings: &[(&str, &str)]) -> Output {
        let calls = self.0.join("calls");
        fs::write(&calls, "").expect("a list of calls");
        let path = format!("{}:{}", self.0.join("bin").display(), std::env::var("PATH").expect("a PATH"));
        Command::new("bash")
            .args(["-c", script])
            .current_dir(&self.0)
            .env("PATH", path)
            .env("CALLS", calls)
            .env("RUSTUP_TOOLCHAIN", "stand-in")
            .env("RAADERUM_BROWSERS", "chromium firefox webkit")
            .env_remove("CI")
            .envs(settings.iter().copied())
            .output()
            .expect("bash")
    }

    fn calls(&self) -> Vec<String> {
        let calls = fs::read_to_string(self.0.join("calls")).expect("a list of calls");
        calls.lines().map(str::to_owned).collect()
    }
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&[&*output.stdout, &*output.stderr].concat()).into_owned()
}

/// Whether a run of `script/test` came to its end without a failure.
fn ends_well(output: &Output) -> bool {
    output.status.success() && text(output).contains("all tests passed")
}

#[test]
fn a_failure_of_any_command_of_any_step_fails_the_whole() {
    let copy = Copy::new("commands");
    let all = copy.run("script/test", &[]);
    assert!(ends_well(&all), "{}", text(&all));
    let calls = copy.calls();
    let has = |part: &str| calls.iter().any(|call| call.contains(part));
    for part in [
        "fmt",
        "clippy",
        "--bin more",
        "--bin page",
        "--bin embed",
        "doc",
        "--workspace",
        "--test browser",
        "build --single-file",
    ] {
        assert!(has(part), "{part} is not called: {calls:#?}");
    }
    for (number, call) in calls.iter().enumerate() {
        let failing = (number + 1).to_string();
        let output = copy.run("script/test", &[("FAILING", &failing)]);
        assert!(!ends_well(&output), "'{call}' fails, and the script goes on:\n{}", text(&output));
        assert_eq!(copy.calls().len(), number + 1, "nothing is called after '{call}' has failed");
    }
}

#[test]
fn a_step_ends_at_the_first_failing_command_of_a_function() {
    let copy = Copy::new("step");
    let planted = |body: &str| {
        let script = format!(
            "set -euo pipefail; . script/lib/env.sh; work() {{ {body}; }}; step work work; echo 'it went on'"
        );
        copy.run(&script, &[])
    };
    for failing in ["false; true", "x=$(false; echo x); true", "true | false | true; true"] {
        let output = planted(failing);
        assert!(!output.status.success(), "{failing}");
        assert!(!text(&output).contains("it went on"), "{failing}");
        assert!(text(&output).contains("Could not go on: work"), "{}", text(&output));
    }
    assert!(text(&planted("true; true")).contains("it went on"));
}

#[test]
fn a_missing_checker_fails_where_a_change_is_to_land_and_is_told_elsewhere() {
    let copy = Copy::new("missing");
    for settings in [("NO_CLIPPY", "1"), ("RAADERUM_BROWSERS", "chromium")] {
        let here = copy.run("script/test", &[settings]);
        assert!(ends_well(&here) && text(&here).contains("left out: "), "{}", text(&here));
        let landing = copy.run("script/test", &[settings, ("CI", "true")]);
        assert!(!landing.status.success(), "{settings:?}");
        assert!(text(&landing).contains("CI may leave out no check"), "{}", text(&landing));
    }
}

#[test]
fn a_lock_of_the_package_manager_is_waited_for() {
    let copy = Copy::new("lock");
    // Held at the first two calls, free from then on; and then held for good.
    copy.put(
        "bin/apt-get",
        "#!/usr/bin/env bash\necho \"apt-get $*\" >>\"$CALLS\"\n\
         if [ \"$(wc -l <\"$CALLS\")\" -le \"${HELD:-2}\" ]; then\n\
         echo 'E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1' >&2; exit 100; fi\n",
    );
    copy.put("bin/sudo", "#!/usr/bin/env bash\nshift; exec \"$@\"\n");
    copy.put("bin/sleep", "#!/usr/bin/env bash\nexit 0\n");
    let script = "set -euo pipefail; . script/lib/env.sh; . script/lib/browser.sh; can_use_apt() { true; }
                  TOOLS=$PWD/tools; if install_packages something; then echo installed; else echo refused; fi";
    let waited = copy.run(script, &[]);
    assert!(
        text(&waited).contains("waiting for it") && text(&waited).contains("installed"),
        "{}",
        text(&waited)
    );
    assert_eq!(copy.calls().len(), 4, "twice refused, then update and install");
    let refused = copy.run(script, &[("HELD", "1000"), ("RAADERUM_LOCK_WAIT", "0")]);
    assert!(
        text(&refused).contains("still holds its lock") && text(&refused).contains("refused"),
        "{}",
        text(&refused)
    );
}
