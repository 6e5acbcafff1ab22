//! A document as elements of the page.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use crate::words::document::{Block, Line, Span, plain};
use crate::words::text::{Language, Text};

/// The id of a heading, by its place in the document.
fn id(place: usize) -> String {
    format!("method-{place}")
}

/// The headings of the second level, each with a link to it; `address` is the page's own.
pub fn contents(language: Language, blocks: &[Block], address: &str) -> Html {
    let entry = |(place, block): (usize, &Block)| {
        let Block::Heading(2, line) = block else { return None };
        let onclick = Callback::from(move |event: MouseEvent| {
            // The address is the setting's: a link within the page moves the focus and leaves it alone.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                show(&id(place));
            }
        });
        Some(html! {
            <li key={place}><a href={address.to_owned()} data-goes-to={id(place)} {onclick}>{ plain(line) }</a></li>
        })
    };
    html! {
        <nav class="contents" aria-labelledby="contents-title">
            <h2 id="contents-title">{ language.text(Text::MethodContents) }</h2>
            <ul>{ for blocks.iter().enumerate().filter_map(entry) }</ul>
        </nav>
    }
}

fn show(id: &str) {
    let heading = gloo::utils::document().get_element_by_id(id);
    if let Some(heading) = heading.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        heading.scroll_into_view();
        let _ = heading.focus();
    }
}

/// All blocks but the title.
pub fn body(language: Language, blocks: &[Block]) -> Html {
    let shown = blocks.iter().enumerate().filter(|(_, block)| !matches!(block, Block::Heading(1, _)));
    html! { <div class="document">{ for shown.map(|(place, block)| view(language, place, block)) }</div> }
}

fn view(language: Language, place: usize, block: &Block) -> Html {
    match block {
        Block::Heading(2, line) => {
            html! { <h2 key={place} id={id(place)} tabindex="-1">{ spans(line) }</h2> }
        }
        Block::Heading(_, line) => {
            html! { <h3 key={place} id={id(place)} tabindex="-1">{ spans(line) }</h3> }
        }
        Block::Paragraph(line) => html! { <p key={place}>{ spans(line) }</p> },
        Block::List(items) => html! { <ul key={place}>{ for items.iter().enumerate().map(item) }</ul> },
        Block::Terms(terms) => {
            html! { <dl key={place} class="terms">{ for terms.iter().enumerate().map(term) }</dl> }
        }
        Block::Formula(lines) => html! {
            <pre key={place} class="formula" tabindex="0" aria-label={language.text(Text::MethodFormula)}>
                { for lines.iter().enumerate().map(formula) }
            </pre>
        },
        Block::Table(head, rows) => html! {
            <div key={place} class="rolling" role="group" tabindex="0" aria-label={language.text(Text::CasesScroll)}>
                { table(head, rows) }
            </div>
        },
    }
}

fn item((index, line): (usize, &Line)) -> Html {
    html! { <li key={index}>{ spans(line) }</li> }
}

fn term((index, (word, meaning)): (usize, &(Line, Line))) -> Html {
    html! { <div key={index}><dt>{ spans(word) }</dt><dd>{ spans(meaning) }</dd></div> }
}

fn formula((index, line): (usize, &Line)) -> Html {
    html! { <span key={index} class="formula-line">{ spans(line) }{ "\n" }</span> }
}

fn table(head: &[Line], rows: &[Vec<Line>]) -> Html {
    let heading = |(index, line): (usize, &Line)| html! { <th key={index} scope="col">{ spans(line) }</th> };
    let cell = |(index, line): (usize, &Line)| match index {
        0 => html! { <th key={index} scope="row">{ spans(line) }</th> },
        _ => html! { <td key={index}>{ spans(line) }</td> },
    };
    let row = |(index, cells): (usize, &Vec<Line>)| {
        html! { <tr key={index}>{ for cells.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <table>
            <thead><tr>{ for head.iter().enumerate().map(heading) }</tr></thead>
            <tbody>{ for rows.iter().enumerate().map(row) }</tbody>
        </table>
    }
}

fn spans(line: &Line) -> Html {
    let span = |(index, span): (usize, &Span)| match span {
        Span::Text(text) => html! { <span key={index}>{ text.clone() }</span> },
        Span::Strong(text) => html! { <strong key={index}>{ text.clone() }</strong> },
        Span::Code(inner) => html! { <code key={index}>{ spans(inner) }</code> },
        Span::Raised(text) => html! { <sup key={index}>{ text.clone() }</sup> },
    };
    html! { <>{ for line.iter().enumerate().map(span) }</> }
}
