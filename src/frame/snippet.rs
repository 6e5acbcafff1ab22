//! What is pasted into an article: an `<iframe>` of a height that fits without any script.

/// How high an embed is at each width of its frame, CSS pixels: narrow first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heights(pub Vec<[u32; 2]>);

/// What a snippet says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// The embed's address.
    pub address: &'a str,
    /// What a screen reader calls the frame.
    pub title: &'a str,
    /// How high it is.
    pub heights: &'a Heights,
    /// The script that follows the height; without it the frame keeps the heights given.
    pub script: Option<Script<'a>>,
}

/// The script that follows the height, `raaderum-embed.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Script<'a> {
    /// Its address.
    pub address: &'a str,
    /// Whether its host lets pages of others read it (`Access-Control-Allow-Origin`): without that a browser takes no
    /// script by its checksum.
    pub readable: bool,
}

/// The checksum of the script as the site has it, by which an article takes no other in its place. Articles stand for
/// years: a changed script gets another name, and this one stays (script/lib/embed_site.sh sees to it).
pub const SCRIPT_SUM: &str = "sha384-3mcaoUw8NoJoq/FaNrTykB9uKdAJmOYDS5cI5IxpxtWXBoU2ZyUKI4B+sfA5Stbr";

/// What is outside a frame on a page that is as wide as a phone: the article's margins.
const MARGIN: u32 = 40;

impl Heights {
    /// The height at the narrowest: there nothing is cut off at any width.
    fn highest(&self) -> u32 {
        self.0.iter().map(|[_, height]| *height).max().unwrap_or_default()
    }

    /// A class that only embeds of these heights have.
    fn class(&self) -> String {
        let heights = self.0.iter().map(|[_, height]| format!("-{height}"));
        ["raaderum".to_owned(), heights.collect()].concat()
    }

    /// Lower where the screen is wider. Where the page's security policy refuses it, the highest is in force.
    fn style(&self) -> String {
        let class = self.class();
        let wider = self.0.iter().skip(1);
        let rules = wider.map(|[width, height]| {
            format!("@media(min-width:{}px){{.{class}{{height:{height}px}}}}", width + MARGIN)
        });
        rules.collect()
    }
}

impl Snippet<'_> {
    /// As HTML.
    pub fn html(&self) -> String {
        let Self { address, title, heights, script } = self;
        let frame = format!(
            r#"<iframe class="{}" src="{}" title="{}" width="100%" height="{}" loading="lazy" frameborder="0"></iframe>"#,
            heights.class(),
            escaped(address),
            escaped(title),
            heights.highest(),
        );
        match script {
            Some(Script { address, readable }) => {
                let address = escaped(address);
                let sum = if *readable {
                    format!(" integrity=\"{SCRIPT_SUM}\" crossorigin=\"anonymous\"")
                } else {
                    String::new()
                };
                format!("{frame}\n<script src=\"{address}\"{sum} async></script>\n")
            }
            None => format!("<style>{}</style>\n{frame}\n", heights.style()),
        }
    }
}

/// A text as an attribute has it.
fn escaped(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => written.push_str("&amp;"),
            '"' => written.push_str("&quot;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            letter => written.push(letter),
        }
    }
    written
}
