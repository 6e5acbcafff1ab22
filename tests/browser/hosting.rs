//! The examples of docs/hosting, run as they stand but for the lines that everyone has to change: nginx with the site under
//! a path, and nginx as a cache before a plain host. Where there is no nginx, only the file for hosts that read one.

use crate::harness::{Browser, LEFT, Page, Site};
use serde_json::json;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;
use std::{env, fs, thread};

const CASELOAD: &str = "caseload.activity_ready";
const FOREVER: &str = "public, max-age=31536000, immutable";
/// Where Debian's package puts it.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A server with one of the examples; it ends when it is dropped.
struct Nginx {
    child: Child,
    place: Place,
}

/// Where a site is hosted: scheme and host, and its folder with a slash at either end.
struct Place {
    origin: String,
    folder: String,
}

impl Place {
    fn get(&self, name: &str, headers: &[(&str, &str)]) -> minreq::Response {
        let Self { origin, folder } = self;
        let request = minreq::get(format!("{origin}{folder}{name}")).with_follow_redirects(false);
        let request =
            headers.iter().fold(request, |request, (name, value)| request.with_header(*name, *value));
        request.send().expect("an answer")
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The program, if script/test found one.
fn nginx() -> Option<String> {
    let found = env::var("NGINX_PROGRAM").ok().filter(|path| !path.is_empty());
    if found.is_none() {
        println!("left out: there is no nginx here (or name one in NGINX_PROGRAM)");
    }
    found
}

fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("a listener has an address").to_string()
}

impl Nginx {
    /// Runs an example with some of its words changed; every one of them has to stand there.
    fn start(program: &str, example: &str, listens: &str, changes: &[(&str, &str)]) -> Self {
        let folder = root().join("target/hosting").join(example.replace('.', "-"));
        fs::create_dir_all(&folder).expect("a folder");
        let file = root().join("docs/hosting").join(example);
        let mut text = fs::read_to_string(&file).expect("an example");
        let address = free_address();
        for (from, to) in changes.iter().copied().chain([(listens, &*address)]) {
            assert!(text.contains(from), "{example} has no {from}");
            text = text.replace(from, to);
        }
        fs::write(folder.join("site.conf"), text).expect("a configuration");
        fs::write(folder.join("nginx.conf"), around(&folder)).expect("a configuration");
        let folder = folder.display().to_string();
        let child = Command::new(program)
            .args([
                "-p",
                &folder,
                "-c",
                &format!("{folder}/nginx.conf"),
                "-e",
                &format!("{folder}/error.log"),
            ])
            .spawn()
            .expect("nginx starts");
        let place = Place { origin: format!("http://{address}"), folder: "/raaderum/".to_owned() };
        let server = Self { child, place };
        for _ in 0..100 {
            if TcpStream::connect(&address).is_ok() {
                return server;
            }
            thread::sleep(Duration::from_millis(50));
        }
        panic!("nginx does not listen: see {folder}/error.log");
    }
}

/// What is around a site's own configuration in any nginx, with all that it writes in one folder.
fn around(folder: &Path) -> String {
    let own = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let own: String =
        own.iter().map(|kind| format!("{kind}_temp_path {}/{kind};\n", folder.display())).collect();
    let brotli = if Path::new(BROTLI).exists() { format!("load_module {BROTLI};\n") } else { String::new() };
    let folder = folder.display();
    format!(
        "{brotli}daemon off; master_process off; pid {folder}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{own}include {folder}/site.conf;\n}}\n"
    )
}

/// The built site with its packed files, elsewhere.
fn packed() -> PathBuf {
    let folder = root().join("target/hosting/site");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for name in names() {
        fs::copy(root().join("dist").join(&name), folder.join(&name)).expect("a copy");
    }
    let status = Command::new(root().join("script/compress")).arg(&folder).status().expect("it runs");
    assert!(status.success(), "script/compress");
    folder
}

/// The name of the module of a first visit.
fn module() -> String {
    let names = names();
    names.into_iter().find(|name| name.starts_with("page-") && name.ends_with(".wasm")).expect("a module")
}

fn names() -> Vec<String> {
    let files = fs::read_dir(root().join("dist")).expect("script/build has been run").flatten();
    let files = files.filter(|entry| entry.path().is_file());
    files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// Whether a name follows the content, as static/offline.js sees it.
fn follows_content(name: &str) -> bool {
    let Some((stem, _)) = name.rsplit_once('.') else { return false };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let sum = stem.rsplit_once('-').map_or("", |(_, sum)| sum);
    sum.len() >= 6 && sum.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

fn header<'a>(answer: &'a minreq::Response, name: &str) -> &'a str {
    let found = answer.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map_or("", |(_, value)| value)
}

/// What every answer has to say, wherever it comes from.
fn check_headers(place: &Place) {
    for (name, kind) in [
        ("", "text/html"),
        ("offline.js", "javascript"),
        ("raaderum-embed.js", "javascript"),
        (&*module(), "application/wasm"),
    ] {
        let answer = place.get(name, &[]);
        assert_eq!(answer.status_code, 200, "{name}");
        assert!(header(&answer, "content-type").contains(kind), "{name}: {:?}", answer.headers);
        let kept = header(&answer, "cache-control");
        let is_kept_well = match follows_content(name) {
            true => kept == FOREVER,
            false => ["no-cache", "max-age=0"].iter().any(|word| kept.contains(word)),
        };
        assert!(is_kept_well, "{name}: {kept}");
        assert_eq!(header(&answer, "access-control-allow-origin"), "*", "{name}");
        // A wildcard is of hosts: an article that is a file has none, and its frame would be blocked.
        assert!(!header(&answer, "content-security-policy").contains('*'), "{name}");
        assert_eq!(header(&answer, "cross-origin-embedder-policy"), "require-corp", "{name}");
        assert_eq!(header(&answer, "cross-origin-resource-policy"), "cross-origin", "{name}");
        assert_eq!(header(&answer, "x-content-type-options"), "nosniff", "{name}");
    }
    assert_eq!(place.get("page-000000_bg.wasm", &[]).status_code, 404, "no page in place of a file");
}

/// The page, and an embed in a sandboxed frame of another site and of a file, as a visitor sees them.
fn check_pages(place: &Place) {
    let article = root().join("target/hosting/article");
    fs::create_dir_all(&article).expect("a folder");
    let text = "<!doctype html><title>An article</title><link rel=icon href=data:,>";
    fs::write(article.join("index.html"), text).expect("a page");
    let (theirs, browser) = (Site::serve(article, "/"), Browser::start());
    let Place { origin, folder } = place;
    let page = Page::at(&browser, origin, &format!("{folder}#place=silkeborg"));
    page.wait_for("the page starts", || page.exists("[data-figure][data-value]"));
    let before = page.figure("stock");
    page.press(CASELOAD, LEFT, 5);
    page.wait_for("a lever moves the figures", || page.figure("stock") != before);
    page.click("[data-to='about']");
    page.wait_for("the other module comes", || page.exists("[data-edition]"));
    assert_eq!(page.console(), [""; 0]);
    assert_eq!(page.requests_elsewhere(), [""; 0]);

    let embed = format!("{origin}{folder}embed.html#place=silkeborg&view=embed");
    shows(&Page::at(&browser, &theirs.origin(), "/"), &embed);
    // An article that is a file has no host.
    shows(&Page::of_file(&browser, &root().join("target/hosting/article/index.html"), ""), &embed);
}

/// Puts the embed into a sandboxed frame of the article.
fn shows(article: &Page, embed: &str) {
    let frame = "const frame = document.createElement('iframe');
        frame.sandbox = 'allow-scripts';
        frame.src = arguments[0];
        document.body.append(frame)";
    article.run(frame, json!([embed]));
    article.enter_frame();
    article.wait_for("the embed starts", || article.exists("[data-figure][data-value]"));
    assert_eq!(article.console(), [""; 0]);
}

#[test]
#[ignore = "of a site that is already hosted: RAADERUM_AT=https://example.org/raaderum/ names it"]
fn a_hosted_site_is_hosted_well() {
    let address = env::var("RAADERUM_AT").expect("RAADERUM_AT says where");
    let (scheme, rest) = address.split_once("://").expect("a whole address");
    let (host, folder) = rest.split_once('/').expect("an address that ends in a slash");
    let place = Place { origin: format!("{scheme}://{host}"), folder: format!("/{folder}") };
    check_headers(&place);
    check_pages(&place);
}

#[test]
fn the_site_lies_under_a_path_of_nginx() {
    let Some(program) = nginx() else { return };
    let site = format!("{}/", packed().display());
    let mut changes = vec![("/srv/raaderum/", &*site)];
    let has_brotli = Path::new(BROTLI).exists();
    if has_brotli {
        changes.push(("# brotli_static on;", "brotli_static on; #"));
    }
    let server = Nginx::start(&program, "nginx.conf", "127.0.0.1:8080", &changes);
    let place = &server.place;
    check_headers(place);
    let elsewhere = Place { folder: "/raaderum".to_owned(), origin: place.origin.clone() }.get("", &[]);
    assert_eq!((elsewhere.status_code, header(&elsewhere, "location")), (301, "/raaderum/"));
    let module = module();
    let answer = place.get(&module, &[]);
    let again = place.get(&module, &[("If-None-Match", header(&answer, "etag"))]);
    assert_eq!(again.status_code, 304, "nothing is sent twice");
    let plain = answer.as_bytes().len();
    let packings = if has_brotli { &["gzip", "br"][..] } else { &["gzip"] };
    for packing in packings {
        let answer = place.get(&module, &[("Accept-Encoding", packing)]);
        assert_eq!(header(&answer, "content-encoding"), *packing);
        assert!(header(&answer, "vary").contains("Accept-Encoding"), "{:?}", answer.headers);
        assert!(answer.as_bytes().len() < plain / 2, "{packing}: {} of {plain}", answer.as_bytes().len());
    }
    check_pages(&server.place);
}

#[test]
fn a_cache_may_stand_before_a_plain_host() {
    let Some(program) = nginx() else { return };
    let origin = Site::start("/");
    let kept = root().join("target/hosting/cache").display().to_string();
    let _ = fs::remove_dir_all(&kept);
    let address = origin.address();
    let changes = [("/var/cache/nginx/raaderum", &*kept), ("http://127.0.0.1:8082/", &*address)];
    let server = Nginx::start(&program, "cache.conf", "127.0.0.1:8081", &changes);
    let module = module();
    for seen in ["MISS", "HIT", "HIT"] {
        let answer = server.place.get(&module, &[("Accept-Encoding", "gzip")]);
        assert_eq!(header(&answer, "x-cache"), seen);
        assert_eq!(header(&answer, "content-encoding"), "gzip");
        assert_eq!(header(&answer, "cache-control"), FOREVER);
        assert_eq!(
            header(&answer, "access-control-allow-origin"),
            "*",
            "once, and not the origin's beside it"
        );
    }
    check_pages(&server.place);
    let asked = origin.requests().iter().filter(|asked| asked.ends_with(&module)).count();
    assert_eq!(asked, 1, "the origin sends a file once, however many want it");
}

#[test]
fn the_file_of_headers_knows_every_file_that_never_changes() {
    let text = fs::read_to_string(root().join("docs/hosting/_headers")).expect("the file");
    let rules: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix('/')).collect();
    assert_eq!(rules.first(), Some(&"*"));
    for name in names() {
        let of_it = rules[1..].iter().filter(|rule| name.starts_with(rule.trim_end_matches('*'))).count();
        assert_eq!(of_it, usize::from(follows_content(&name)), "rules for {name}");
    }
    assert_eq!(text.matches(FOREVER).count(), rules.len() - 1);
    for example in ["nginx.conf", "cache.conf"] {
        let example = fs::read_to_string(root().join("docs/hosting").join(example)).expect("the file");
        for (name, value) in text.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(": ")) {
            assert!(
                value == FOREVER || example.contains(&format!("add_header {name} \"{value}\"")),
                "{name}"
            );
        }
    }
}
