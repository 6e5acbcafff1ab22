//! Writes the tables of words: one row per language, in the order of the model's tables.

use std::collections::BTreeMap;

use super::Data;
use super::levers::Lever;
use super::parameters::Parameter;
use super::texts::{InLanguage, Localized};

/// The source of `word_data.rs`.
pub fn write(data: &Data) -> String {
    let mut words =
        Words { codes: data.languages.iter().map(|l| l.code.clone()).collect(), out: String::new() };
    words.languages(data);
    words.texts(data);
    words.units(data);
    words.groups_and_places(data);
    words.parameters(data);
    words.levers(data);
    words.cases(data);
    words.methods();
    words.out
}

struct Words {
    codes: Vec<String>,
    out: String,
}

impl Words {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    /// `static NAME: [[&str; N]; LANGUAGE_COUNT]`.
    fn rows<T: InLanguage>(&mut self, name: &str, texts: &[&T]) {
        self.line(&format!("static {name}: [[&str; {}]; LANGUAGE_COUNT] = [", texts.len()));
        for code in self.codes.clone() {
            let row: Vec<&str> = texts.iter().map(|t| t.text(&code)).collect();
            self.line(&format!("    {row:?},"));
        }
        self.line("];");
    }

    /// `static NAME: [[&[&str]; N]; LANGUAGE_COUNT]`: several texts per entry.
    fn lists(&mut self, name: &str, texts: &[Vec<&Localized>]) {
        self.line(&format!("static {name}: [[&[&str]; {}]; LANGUAGE_COUNT] = [", texts.len()));
        for code in self.codes.clone() {
            let row: Vec<String> = texts.iter().map(|list| format!("&{:?}", of_list(list, &code))).collect();
            self.line(&format!("    [{}],", row.join(", ")));
        }
        self.line("];");
    }

    /// `static NAME: [&str; N]`: the same in every language, such as a source.
    fn plain(&mut self, name: &str, texts: &[&str]) {
        self.line(&format!("static {name}: [&str; {}] = {texts:?};", texts.len()));
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

    fn texts(&mut self, data: &Data) {
        let Some(first) = data.languages.first() else { return };
        let keys: Vec<&String> = first.texts.keys().filter(|key| !key.starts_with("unit.")).collect();
        // Constants, not a table: a text that nothing uses weighs nothing in the page.
        self.line(
            "#[allow(non_upper_case_globals, reason = \"named as the variants they act as\")]\nimpl Text {",
        );
        for key in &keys {
            let across: Vec<&String> = data.languages.iter().map(|language| &language.texts[*key]).collect();
            self.line(&format!(
                "    /// `{key}`: {}\n    pub const {}: Self = Self(&{across:?});",
                first.texts[*key].replace('\n', " "),
                variant(key)
            ));
        }
        self.line("}");
    }

    fn units(&mut self, data: &Data) {
        let ids = super::texts::unit_ids(&data.languages);
        let labels: Vec<Localized> = ids.iter().map(|id| across(data, &format!("unit.{id}"))).collect();
        self.plain("UNIT_IDS", &ids.iter().map(String::as_str).collect::<Vec<_>>());
        self.rows("UNIT_LABELS", &labels.iter().collect::<Vec<_>>());
    }

    fn groups_and_places(&mut self, data: &Data) {
        self.rows("GROUP_NAMES", &data.groups.iter().map(|g| &g.name).collect::<Vec<_>>());
        self.rows("GROUP_PEOPLE", &data.groups.iter().map(|g| &g.people).collect::<Vec<_>>());
        let guides: Vec<_> = data.groups.iter().map(|g| &g.guideline_source).collect();
        self.rows("GUIDELINE_SOURCES", &guides);
        self.rows("PLACE_NAMES", &data.places.iter().map(|p| &p.name).collect::<Vec<_>>());
        self.rows("PLACE_SOURCES", &data.places.iter().map(|p| &p.source).collect::<Vec<_>>());
        self.stock_sources(data);
        self.rows("LADDER_NAMES", &data.ladders.iter().map(|l| &l.name).collect::<Vec<_>>());
        self.rows("LADDER_SOURCES", &data.ladders.iter().map(|l| &l.source).collect::<Vec<_>>());
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
        let sources: Vec<_> = data.parameters.iter().map(|p| &p.figure.source).collect();
        self.rows("PARAMETER_SOURCES", &sources);
    }

    /// Per language, place and group.
    fn stock_sources(&mut self, data: &Data) {
        let (places, groups) = (data.places.len(), data.groups.len());
        self.line(&format!("static STOCK_SOURCES: [[[&str; {groups}]; {places}]; LANGUAGE_COUNT] = ["));
        for code in self.codes.clone() {
            let stocks = data.places.iter().map(|p| {
                let source = |id: &str| p.stock.get(id).map_or("", |stock| stock.source.text(&code));
                data.groups.iter().map(|g| source(&g.id)).collect::<Vec<_>>()
            });
            let stocks: Vec<Vec<&str>> = stocks.collect();
            self.line(&format!("    {stocks:?},"));
        }
        self.line("];");
    }

    fn levers(&mut self, data: &Data) {
        self.rows("LEVER_NAMES", &data.levers.iter().map(|l| &l.name).collect::<Vec<_>>());
        self.rows("LEVER_HELPS", &data.levers.iter().map(|l| &l.help).collect::<Vec<_>>());
        self.lists("OPTION_NAMES", &data.levers.iter().map(option_names).collect::<Vec<_>>());
    }

    /// The Method documents as they stand; the linker leaves them out of a page that does not show them.
    fn methods(&mut self) {
        self.line("static METHODS: [&str; LANGUAGE_COUNT] = [");
        for code in self.codes.clone() {
            let file = format!("/{}", super::method::file(&code));
            self.line(&format!("    include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {file:?})),"));
        }
        self.line("];");
    }

    fn cases(&mut self, data: &Data) {
        self.rows("CASE_NAMES", &data.cases.iter().map(|c| &c.name).collect::<Vec<_>>());
        self.rows("CASE_SUMMARIES", &data.cases.iter().map(|c| &c.summary).collect::<Vec<_>>());
        self.rows("CASE_JUDGEMENTS", &data.cases.iter().map(|c| &c.judgement).collect::<Vec<_>>());
        self.rows("CASE_SOURCES", &data.cases.iter().map(|c| &c.source).collect::<Vec<_>>());
        let notes = data.cases.iter().map(|c| c.published.iter().map(|p| &p.note).collect::<Vec<_>>());
        self.lists("PUBLISHED_NOTES", &notes.collect::<Vec<_>>());
    }
}

/// The words of a lever: its options, or the one word that stands for no number.
fn option_names(lever: &Lever) -> Vec<&Localized> {
    let options = lever.choice.iter().flat_map(|c| &c.options);
    let word = lever.number.iter().filter_map(|n| n.word.as_ref());
    options.chain(word).map(|w| &w.name).collect()
}

fn across(data: &Data, key: &str) -> Localized {
    let texts = data.languages.iter().filter_map(|l| Some((l.code.clone(), l.texts.get(key)?.clone())));
    texts.collect::<BTreeMap<_, _>>()
}

fn of_list<'a>(list: &[&'a Localized], code: &str) -> Vec<&'a str> {
    list.iter().map(|text| text.text(code)).collect()
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
