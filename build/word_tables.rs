//! Writes the words: a file of texts per language, one text a line, and tables of where in it each text stands.

use std::collections::BTreeMap;

use super::groups::Group;
use super::levers::Lever;
use super::parameters::Parameter;
use super::places::Place;
use super::runs::{Run, Step};
use super::texts::{InLanguage, Localized, Source};
use super::visits::{Visit, is_of_embeds};
use super::{Data, Files};

// The page checks its files in the same way.
#[path = "../src/words/stamp.rs"]
pub mod stamp;

/// The words, written.
pub struct Words {
    /// The source of `word_data.rs`.
    pub first: String,
    /// The source of `more_word_data.rs`.
    pub more: String,
    /// The source of `embed_word_data.rs`.
    pub embed: String,
    /// The source of `native_word_data.rs`.
    pub native: String,
    /// The text files by name: of each language what a first visit says, `words.da.txt`, all that the page can say,
    /// `more.da.txt`, what an embed says, `embed.da.txt`, and what only the command line says besides, `command.da.txt`.
    pub files: BTreeMap<String, String>,
}

/// Writes the tables and the files.
pub fn write(data: &Data, files: &Files) -> Words {
    let codes: Vec<String> = data.languages.iter().map(|l| l.code.clone()).collect();
    let mut writer = Writer { lines: vec![Vec::new(); codes.len()], codes, out: String::new() };
    writer.languages(data);
    writer.texts(data, Visit::First);
    writer.first(data);
    let words = writer.files("words", 0);
    writer.stamps("#[cfg(not(any(feature = \"more\", feature = \"embed\")))]\nstatic STAMPS", &words);
    let first = std::mem::take(&mut writer.out);
    let before = writer.lines.clone();
    writer.embeds(data);
    let embed_words = writer.files("embed", 0);
    writer.stamps("pub(super) static STAMPS", &embed_words);
    writer.lines = before;
    let embed = std::mem::take(&mut writer.out);
    writer.texts(data, Visit::More);
    writer.more(data);
    let more_words = writer.files("more", 0);
    writer.stamps("pub(super) static STAMPS", &more_words);
    let methods = writer.methods(files);
    writer.stamps("static METHOD_STAMPS", &methods);
    let more = std::mem::take(&mut writer.out);
    let from = writer.next();
    writer.texts(data, Visit::Never);
    writer.embed_methods();
    let command = writer.files("command", from);
    writer.embed([&more_words, &command]);
    let files = words.into_iter().chain(embed_words).chain(more_words).chain(command).collect();
    Words { first, more, embed, native: writer.out, files }
}

struct Writer {
    codes: Vec<String>,
    /// The texts of each language, in the same order.
    lines: Vec<Vec<String>>,
    out: String,
}

impl Writer {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// The place of the next text.
    fn next(&self) -> usize {
        self.lines.first().map_or(0, Vec::len)
    }

    fn add<T: InLanguage>(&mut self, text: &T) {
        for (code, lines) in self.codes.iter().zip(&mut self.lines) {
            lines.push(text.text(code).to_owned());
        }
    }

    /// `const NAME: usize`: where a list of texts begins.
    fn rows<T: InLanguage>(&mut self, name: &str, texts: &[&T]) {
        self.line(&format!("const {name}: usize = {};", self.next()));
        for text in texts {
            self.add(*text);
        }
    }

    /// `static NAME: [u16; N + 1]`: where each of N lists begins, and where the last one ends.
    fn lists<T: InLanguage>(&mut self, name: &str, lists: &[Vec<&T>]) {
        let mut starts = vec![self.next()];
        for list in lists {
            for text in list {
                self.add(*text);
            }
            starts.push(self.next());
        }
        self.line(&format!("static {name}: [u16; {}] = {starts:?};", starts.len()));
    }

    fn languages(&mut self, data: &Data) {
        let count = data.languages.len();
        self.line(&format!("/// How many languages there are.\npub const LANGUAGE_COUNT: usize = {count};"));
        self.line("/// All languages; the first is the default.");
        self.line("pub static LANGUAGES: [LanguageSpec; LANGUAGE_COUNT] = [");
        for l in &data.languages {
            let a = &l.about;
            self.line(&format!(
                "    LanguageSpec {{ code: {:?}, name: {:?}, decimal: {:?}, thousands: {:?}, percent: {:?} }},",
                l.code, a.name, a.decimal, a.thousands, a.percent
            ));
        }
        self.line("];");
    }

    /// By what a file is known to be of this build.
    fn stamps(&mut self, table: &str, files: &[(String, String)]) {
        let stamps: Vec<u64> = files.iter().map(|(_, text)| stamp::stamp(text)).collect();
        self.line(&format!("{table}: [u64; LANGUAGE_COUNT] = {stamps:?};"));
    }

    /// The texts needed then.
    fn texts(&mut self, data: &Data, visit: Visit) {
        self.chosen(data, |key| Visit::of(key) == visit);
    }

    /// What an embed says, after what a first visit does: the lines of the other modules' texts are others.
    fn embeds(&mut self, data: &Data) {
        self.chosen(data, is_of_embeds);
        self.rows("CASE_SOURCES", &data.cases.iter().map(|c| &c.source).collect::<Vec<_>>());
    }

    /// Some of the texts, but for the units, which have a list.
    fn chosen(&mut self, data: &Data, is_chosen: impl Fn(&str) -> bool) {
        let Some(first) = data.languages.first() else { return };
        self.line(
            "#[allow(non_upper_case_globals, reason = \"named as the variants they act as\")]\nimpl Text {",
        );
        for (key, text) in first.texts.iter().filter(|(key, _)| !key.starts_with("unit.") && is_chosen(key)) {
            let (name, place) = (variant(key), self.next());
            self.line(&format!("    /// `{key}`: {text}\n    pub const {name}: Self = Self({place});"));
            self.add(&across(data, key));
        }
        self.line("}");
    }

    fn first(&mut self, data: &Data) {
        let ids = super::texts::unit_ids(&data.languages);
        let labels: Vec<Localized> = ids.iter().map(|id| across(data, &format!("unit.{id}"))).collect();
        self.line(&format!("static UNIT_IDS: [&str; {}] = {ids:?};", ids.len()));
        self.rows("UNIT_LABELS", &labels.iter().collect::<Vec<_>>());
        self.rows("GROUP_NAMES", &data.groups.iter().map(|g| &g.name).collect::<Vec<_>>());
        self.rows("GROUP_PEOPLE", &data.groups.iter().map(|g| &g.people).collect::<Vec<_>>());
        self.places(data);
        self.lists("FORMER_GROUPS", &data.groups.iter().map(former_names).collect::<Vec<_>>());
        self.rows("LAW_NAMES", &data.laws.in_force.iter().map(|l| &l.name).collect::<Vec<_>>());
        self.rows("LEVER_NAMES", &data.levers.iter().map(|l| &l.name).collect::<Vec<_>>());
        self.rows("LEVER_GROUP_NAMES", &data.lever_groups.iter().map(|g| &g.name).collect::<Vec<_>>());
        self.rows("LEVER_HELPS", &data.levers.iter().map(|l| &l.help).collect::<Vec<_>>());
        self.lists("OPTION_NAMES", &data.levers.iter().map(option_names).collect::<Vec<_>>());
        self.rows("CASE_NAMES", &data.cases.iter().map(|c| &c.name).collect::<Vec<_>>());
        self.rows("CASE_SUBJECTS", &data.cases.iter().map(|c| &c.subject).collect::<Vec<_>>());
        self.rows("PACKAGE_NAMES", &data.packages.iter().map(|p| &p.name).collect::<Vec<_>>());
        self.rows("PACKAGE_SUMMARIES", &data.packages.iter().map(|p| &p.summary).collect::<Vec<_>>());
    }

    fn more(&mut self, data: &Data) {
        self.parameters(data);
        let guides: Vec<_> = data.groups.iter().map(|g| &g.guideline_source).collect();
        self.rows("GUIDELINE_SOURCES", &guides);
        self.stocks(data);
        self.laws(data);
        self.rows("LADDER_NAMES", &data.ladders.iter().map(|l| &l.name).collect::<Vec<_>>());
        self.rows("LADDER_SOURCES", &data.ladders.iter().map(|l| &l.source).collect::<Vec<_>>());
        self.rows("SECTION_NAMES", &data.sections.iter().map(|s| &s.name).collect::<Vec<_>>());
        self.rows("SECTION_ABOUTS", &data.sections.iter().map(|s| &s.about).collect::<Vec<_>>());
        self.rows("CASE_SUMMARIES", &data.cases.iter().map(|c| &c.summary).collect::<Vec<_>>());
        let notes = data.cases.iter().map(|c| c.published.iter().map(|p| &p.note).collect::<Vec<_>>());
        self.lists("PUBLISHED_NOTES", &notes.collect::<Vec<_>>());
        self.rows("CASE_SOURCES", &data.cases.iter().map(|c| &c.source).collect::<Vec<_>>());
        self.rows("CASE_JUDGEMENTS", &data.cases.iter().map(|c| &c.judgement).collect::<Vec<_>>());
        self.rows("CASE_DOUBTS", &data.cases.iter().map(|c| &c.doubt).collect::<Vec<_>>());
        let told = data.cases.iter().flat_map(|c| &c.published);
        self.rows("PUBLISHED_SOURCES", &told.map(|published| &published.source).collect::<Vec<_>>());
        self.runs(&data.runs);
    }

    /// Names and sources of the places that have their own; the other municipalities are called as in the table of all,
    /// and have one source.
    fn places(&mut self, data: &Data) {
        let own = data.places.iter().enumerate().filter(|(_, p)| p.described);
        let (indices, own): (Vec<usize>, Vec<&Place>) = own.unzip();
        self.line(&format!("static DESCRIBED: [u16; {}] = {indices:?};", indices.len()));
        self.rows("PLACE_NAMES", &own.iter().map(|p| &p.name).collect::<Vec<_>>());
        self.rows("PLACE_SOURCES", &own.iter().map(|p| &p.source).collect::<Vec<_>>());
        self.rows("MUNICIPALITY_SOURCE", &[&data.columns.row_source().cloned()]);
    }

    /// Where stocks come from: those of the places that are no municipality, and each column of the table of all.
    fn stocks(&mut self, data: &Data) {
        let others = data.places.iter().filter(|p| p.code.is_none());
        let stocks = others.flat_map(|p| data.groups.iter().map(|g| p.stock.get(&g.id)));
        let stocks: Vec<_> = stocks.map(|stock| stock.map(|stock| stock.source.clone())).collect();
        self.rows("STOCK_SOURCES", &stocks.iter().collect::<Vec<_>>());
        let columns: Vec<_> = data.groups.iter().map(|g| data.columns.sources(&g.id)).collect();
        self.rows("COLUMN_SOURCES", &columns.iter().map(|[whole, _]| whole).collect::<Vec<_>>());
        self.rows("COLUMN_PARTLY", &columns.iter().map(|[_, partly]| partly).collect::<Vec<_>>());
        let withheld = data.columns.withheld.clone();
        let has =
            data.groups.iter().map(|g| withheld.clone().filter(|_| data.columns.basis(&g.id).is_some()));
        let has: Vec<_> = has.collect();
        self.rows("COLUMN_WITHHELD", &has.iter().collect::<Vec<_>>());
    }

    /// What the law says, by date, and what is expected of it.
    fn laws(&mut self, data: &Data) {
        let (laws, expected) = (&data.laws.in_force, &data.laws.expected);
        self.rows("LAW_SENTENCES", &laws.iter().map(|l| &l.sentence).collect::<Vec<_>>());
        let acts = laws.iter().map(|l| l.acts.iter().map(|act| &act.title).collect());
        self.lists("LAW_ACTS", &acts.collect::<Vec<_>>());
        self.rows("EXPECTED_NAMES", &expected.iter().map(|e| &e.name).collect::<Vec<_>>());
        self.rows("EXPECTED_SENTENCES", &expected.iter().map(|e| &e.sentence).collect::<Vec<_>>());
        let acts = expected.iter().map(|e| e.acts.iter().map(|act| &act.title).collect());
        self.lists("EXPECTED_ACTS", &acts.collect::<Vec<_>>());
    }

    /// The runs for a room.
    fn runs(&mut self, runs: &[Run]) {
        self.rows("RUN_NAMES", &runs.iter().map(|run| &run.name).collect::<Vec<_>>());
        self.rows("RUN_ABOUTS", &runs.iter().map(|run| &run.about).collect::<Vec<_>>());
        let mut of_steps = |name, text: fn(&Step) -> &Localized| {
            let lists = runs.iter().map(|run| run.steps.iter().map(text).collect());
            self.lists(name, &lists.collect::<Vec<_>>());
        };
        of_steps("RUN_QUESTIONS", |step| &step.question);
        of_steps("RUN_INTROS", |step| &step.intro);
        of_steps("RUN_AFTERS", |step| &step.after);
        of_steps("RUN_NOTES", |step| &step.notes);
    }

    /// Names and sentences stand once per kind; a group's own are filled in when read.
    fn parameters(&mut self, data: &Data) {
        let kinds: Vec<&[Parameter]> = data.parameters.chunk_by(|a, b| a.kind == b.kind).collect();
        let firsts: Vec<&Parameter> = kinds.iter().filter_map(|k| k.first()).collect();
        let places = kinds.iter().enumerate().flat_map(|(index, k)| k.iter().map(move |_| index));
        let places: Vec<usize> = places.collect();
        self.line(&format!("static KIND_OF_PARAMETER: [u8; {}] = {places:?};", places.len()));
        self.rows("KIND_NAMES", &firsts.iter().map(|p| &p.name).collect::<Vec<_>>());
        self.rows("KIND_SENTENCES", &firsts.iter().map(|p| &p.sentence).collect::<Vec<_>>());
        self.lists("PARAMETER_SOURCES", &data.parameters.iter().map(sources).collect::<Vec<_>>());
        let instead = data.parameters.iter().map(|p| &p.figure.would_replace);
        self.rows("PARAMETER_REPLACEMENTS", &instead.collect::<Vec<_>>());
    }

    /// The Method documents by name.
    fn methods(&self, files: &Files) -> Vec<(String, String)> {
        let names = self.codes.iter().map(|code| super::method::file(code));
        names.map(|name| (name.clone(), files.0.get(&name).cloned().unwrap_or_default())).collect()
    }

    /// The Method documents as they stand.
    fn embed_methods(&mut self) {
        let files = self.codes.iter().map(|code| format!("/{}", super::method::file(code)));
        let files =
            files.map(|file| format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {file:?}))"));
        let files: Vec<String> = files.collect();
        self.line(&format!("static METHODS: [&str; LANGUAGE_COUNT] = [{}];", files.join(", ")));
    }

    /// The lines of each language from a place on, as a file with its name.
    fn files(&self, name: &str, from: usize) -> Vec<(String, String)> {
        let file = |(code, lines): (&String, &Vec<String>)| {
            let text = lines.iter().skip(from).map(|line| format!("{line}\n")).collect();
            (format!("{name}.{code}.txt"), text)
        };
        self.codes.iter().zip(&self.lines).map(file).collect()
    }

    fn embed(&mut self, parts: [&[(String, String)]; 2]) {
        let include = |name: &str| format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))");
        let of = |language: usize| parts.map(|files| include(&files[language].0)).join(", ");
        let files: Vec<String> =
            (0..self.codes.len()).map(|language| format!("[{}]", of(language))).collect();
        self.line(&format!("static FILES: [[&str; 2]; LANGUAGE_COUNT] = [{}];", files.join(", ")));
    }
}

/// The words of a lever: its options, or the one word that stands for no number.
fn option_names(lever: &Lever) -> Vec<&Localized> {
    let options = lever.choice.iter().flat_map(|c| &c.options);
    let word = lever.number.iter().filter_map(|n| n.word.as_ref());
    options.map(|option| &option.name).chain(word.map(|word| &word.name)).collect()
}

/// Where a parameter's figures come from, the newest law's first.
fn sources(parameter: &Parameter) -> Vec<&Option<Source>> {
    std::iter::once(&parameter.figure).chain(&parameter.earlier).map(|figure| &figure.source).collect()
}

/// What a group was called before, as a heading and within a sentence; nothing where it has always been called so.
fn former_names(group: &Group) -> Vec<&Localized> {
    group.former.iter().flat_map(|former| [&former.name, &former.people]).collect()
}

fn across(data: &Data, key: &str) -> Localized {
    let texts = data.languages.iter().filter_map(|l| Some((l.code.clone(), l.texts.get(key)?.clone())));
    texts.collect::<BTreeMap<_, _>>()
}

/// `explore.net_sum` becomes `ExploreNetSum`.
fn variant(key: &str) -> String {
    let parts = key.split(['.', '_']).map(|part| {
        let mut letters = part.chars();
        letters
            .next()
            .map_or(String::new(), |first| first.to_ascii_uppercase().to_string() + letters.as_str())
    });
    parts.collect()
}
