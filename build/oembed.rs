//! What a static host says of a preset to programs that ask for an embed of it (oEmbed 1.0), and the page that leads them
//! there. Such an answer names whole addresses: `{{base}}` stands for where the site will be, `{{tokens}}` and `{{style}}`
//! for its style sheets.

use std::collections::BTreeMap;

use super::Data;
use super::texts::{InLanguage, Language, Localized};

/// As wide and as high as an embed of a preset is at most.
const WIDTH: u32 = 700;
const HEIGHT: u32 = 1000;

/// One thing to begin with: how a link names it, and what it is.
struct Preset<'a> {
    kind: &'static str,
    id: &'a str,
    name: &'a Localized,
    summary: &'a Localized,
}

/// The files by name: for each preset and language a page and its answer.
pub fn write(data: &Data) -> BTreeMap<String, String> {
    let cases = data.cases.iter().map(|case| Preset {
        kind: "case",
        id: &case.id,
        name: &case.name,
        summary: &case.summary,
    });
    let packages = data.packages.iter().map(|package| Preset {
        kind: "package",
        id: &package.id,
        name: &package.name,
        summary: &package.summary,
    });
    let mut files = BTreeMap::new();
    for preset in cases.chain(packages) {
        for language in &data.languages {
            let name = format!("preset-{}-{}", preset.id, language.code);
            files.insert(format!("{name}.json"), preset.answer(language));
            files.insert(format!("{name}.html"), preset.page(language, &name));
        }
    }
    files
}

impl Preset<'_> {
    /// The link of its setting.
    fn link(&self, language: &Language) -> String {
        format!("v=2&{}={}&lang={}", self.kind, self.id, language.code)
    }

    fn frame(&self, language: &Language, base: &str, height: u32) -> String {
        format!(
            r#"<iframe src="{base}embed.html#{}&amp;view=embed" title="{}" width="100%" height="{height}" loading="lazy" frameborder="0"></iframe>"#,
            escaped(&self.link(language)),
            escaped(self.name.text(&language.code)),
        )
    }

    fn answer(&self, language: &Language) -> String {
        let title = quoted(self.name.text(&language.code));
        let html = quoted(&self.frame(language, "{{base}}", HEIGHT));
        format!(
            "{{\n  \"version\": \"1.0\",\n  \"type\": \"rich\",\n  \"provider_name\": \"Råderum\",\n  \
             \"provider_url\": \"{{{{base}}}}\",\n  \"title\": {title},\n  \"width\": {WIDTH},\n  \
             \"height\": {HEIGHT},\n  \"html\": {html}\n}}\n"
        )
    }

    fn page(&self, language: &Language, name: &str) -> String {
        let say = |key: &str| escaped(language.texts.get(key).map_or("", String::as_str));
        let (title, summary) = (self.name.text(&language.code), self.summary.text(&language.code));
        let (title, summary) = (escaped(title), escaped(summary));
        let frame = self.frame(language, "./", HEIGHT);
        let link = escaped(&self.link(language));
        let (code, open, site, not_forecast) =
            (&language.code, say("embed.open"), say("site.name"), say("notice.not_forecast"));
        format!(
            r##"<!doctype html>
<html lang="{code}">
<head>
<meta charset="utf-8">
<title>{title} – {site}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="{summary}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'">
<link rel="icon" href="data:,">
<link rel="alternate" type="application/json+oembed" href="{{{{base}}}}{name}.json" title="{title}">
<link rel="stylesheet" href="./{{{{tokens}}}}">
<link rel="stylesheet" href="./{{{{style}}}}">
</head>
<body>
<main>
<h1>{title}</h1>
<p>{summary}</p>
{frame}
<p><a href="./#{link}">{open}</a></p>
<p>{not_forecast}</p>
</main>
<script src="./raaderum-embed.js" async></script>
</body>
</html>
"##
        )
    }
}

/// A text as HTML has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A text as JSON has it; the texts have no control characters.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
