//! From page to page: the row of links in the header, the document's title, and where the focus goes.

use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::address::on_page;
use super::state::{Action, Page, State};
use super::theme::Paint;
use crate::words::text::{Language, Text, fill};

/// What every page is given.
#[derive(Clone, Properties, PartialEq)]
pub struct PageProps {
    pub state: State,
    pub store: UseReducerDispatcher<State>,
    pub paint: Paint,
}

#[derive(Properties, PartialEq)]
pub struct NavigationProps {
    pub language: Language,
    pub page: Page,
    /// The setting as a fragment, so that a page can be opened beside this one.
    pub fragment: AttrValue,
    pub store: UseReducerDispatcher<State>,
}

/// One link for each page but a team's, to which the room's code leads.
#[component]
pub fn Navigation(props: &NavigationProps) -> Html {
    let link = |(page, name, title): (Page, &'static str, Text)| {
        let store = props.store.clone();
        let onclick = move |event: MouseEvent| {
            // With a key held the browser opens the link elsewhere.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                store.dispatch(Action::Visit(page));
            }
        };
        let href = format!("#{}", on_page(&props.fragment, page));
        html! {
            <li key={name}>
                <a data-to={name} {href} {onclick} aria-current={(page == props.page).then_some("page")}>
                    { props.language.text(title) }
                </a>
            </li>
        }
    };
    html! {
        <nav class="pages" aria-label={props.language.text(Text::PageLabel)}>
            <ul>{ for Page::ALL.into_iter().filter(|(page, ..)| *page != Page::Team).map(link) }</ul>
        </nav>
    }
}

/// Names the page in the document's title, and gives a new page's heading the focus, or the part of it that was asked
/// for.
#[hook]
pub fn use_heading(page: Page, language: Language, asked: Option<&AttrValue>) {
    let before = use_mut_ref(|| page);
    let asked = asked.cloned();
    use_effect_with((page, language), move |(page, language)| {
        let values = [("page", language.text(page.title())), ("site", language.text(Text::SiteName))];
        document().set_title(&fill(language.text(Text::PageTitle), &values));
        if before.replace(*page) != *page {
            match asked.as_deref().and_then(part) {
                Some(part) => show_part(&part),
                None => show_heading(),
            }
        }
    });
}

/// The part of the page with this `data-asked`.
fn part(asked: &str) -> Option<HtmlElement> {
    let found = document().query_selector(&format!("main [data-asked='{asked}']")).ok().flatten();
    found.and_then(|found| found.dyn_into::<HtmlElement>().ok())
}

fn show_part(part: &HtmlElement) {
    part.scroll_into_view();
    let _ = part.focus();
}

fn show_heading() {
    let heading = document().query_selector("main h1").ok().flatten();
    let Some(heading) = heading.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else { return };
    // A heading takes the focus from a script only with this.
    let _ = heading.set_attribute("tabindex", "-1");
    let _ = heading.focus();
    window().scroll_to_with_x_and_y(0.0, 0.0);
}
